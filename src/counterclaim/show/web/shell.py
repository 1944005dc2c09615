"""What stands around every page of the desk."""

from __future__ import annotations

from typing import NamedTuple


class Shell(NamedTuple):
    """Whose desk it is and who sits there.

    `csrf` is what forms carry; `reviewer` is the name that reviews are signed with, empty until it is
    told; `path` and `query` are those of the page itself; `today` is an ISO day.
    """

    ledger: str
    csrf: str
    reviewer: str
    read_only: bool
    path: str
    query: str
    today: str
