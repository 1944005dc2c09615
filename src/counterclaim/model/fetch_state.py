"""What is remembered of an address that is asked again and again."""

from __future__ import annotations

from typing import Protocol

import msgspec


class FetchState(msgspec.Struct, frozen=True, kw_only=True):
    """How the last question to `url` ended, and when the next may be put.

    `etag` and `modified` are what the server gave with its last page, for it to
    say that nothing changed since.  `next_try` is an instant (ISO 8601, UTC), and
    `failures` counts those in a row.  `pages` are the addresses that a feed named when it last
    changed, each with the day that the feed gives it.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    next_try: str | None = None
    failures: int = 0
    pages: tuple[tuple[str, str | None], ...] = ()


class FetchStates(Protocol):
    """Where the states are kept from one run to the next."""

    def fetch_state(self, url: str) -> FetchState | None:
        """The state of an address, or None if it was never asked."""
        ...

    def keep_fetch_state(self, state: FetchState) -> None:
        """Put this in the place of what was known of the address."""
        ...
