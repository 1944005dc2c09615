"""What is remembered of addresses that are asked again and again."""

from __future__ import annotations

import msgspec

from counterclaim.ledger.connection import Connection
from counterclaim.model.fetch_state import FetchState

_PAGES = msgspec.json.Decoder(tuple[tuple[str, str | None], ...])


def fetch_state(connection: Connection, url: str) -> FetchState | None:
    """The state of an address, or None if it was never asked."""
    found = connection.execute(
        "SELECT etag, modified, next_try, failures, pages FROM fetch_state WHERE url = ?", (url,)
    ).fetchone()
    if found is None:
        return None
    etag, modified, next_try, failures, pages = found
    return FetchState(
        url=url,
        etag=etag,
        modified=modified,
        next_try=next_try,
        failures=failures,
        pages=_PAGES.decode(pages) if pages else (),
    )


def keep_fetch_state(connection: Connection, state: FetchState) -> None:
    """Put this in the place of what was known of the address."""
    pages = msgspec.json.encode(state.pages).decode() if state.pages else None
    connection.execute(
        "INSERT OR REPLACE INTO fetch_state (url, etag, modified, next_try, failures, pages)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (state.url, state.etag, state.modified, state.next_try, state.failures, pages),
    )


def feeds(connection: Connection, limit: int) -> list[FetchState]:
    """What is remembered of feeds that named pages when they were asked, by their addresses."""
    found = connection.execute(
        "SELECT url FROM fetch_state WHERE pages IS NOT NULL ORDER BY url LIMIT ?", (limit,)
    ).fetchall()
    states = (fetch_state(connection, url) for (url,) in found)
    return [state for state in states if state is not None]
