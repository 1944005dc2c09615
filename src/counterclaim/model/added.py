"""What putting something into a ledger came to."""

from __future__ import annotations

from enum import StrEnum


class Added(StrEnum):
    """Whether a capture, its document and its reading were new.

    `NEW_READING` is known bytes as a newer cleaner or reader sees them, `FORGOTTEN` what a
    person asked to forget: nothing was kept.
    """

    NEW = "new"
    NEW_VERSION = "new version"
    NEW_READING = "new reading"
    KNOWN = "known"
    FORGOTTEN = "forgotten"
