"""Asking an address again and again, as a feed is watched: only what changed, and not before its time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec

from counterclaim.errors import InputError
from counterclaim.fetch.client import Client
from counterclaim.fetch.fetched import Fetched
from counterclaim.model.fetch_state import FetchState

_FIRST_PAUSE = timedelta(minutes=15)  # behind a failure, doubled with each in a row
_LONGEST_PAUSE = timedelta(days=1)


class Polled(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one question: a page, an error, or neither where nothing changed.

    `state` is what to remember for the next.
    """

    state: FetchState
    fetched: Fetched | None = None
    error: InputError | None = None


def is_due(state: FetchState | None, now: datetime) -> bool:
    """Whether an address may be asked again."""
    return state is None or state.next_try is None or datetime.fromisoformat(state.next_try) <= now


def poll(client: Client, url: str, state: FetchState | None, now: datetime) -> Polled:
    """Ask for what changed at `url` since `state`; behind each failure the next question waits longer."""
    known = FetchState(url=url) if state is None else state
    try:
        answer = client.polite_get(url, etag=known.etag, modified=known.modified)
    except InputError as error:
        return Polled(state=_failed(known, now), error=error)
    if answer.status == 304:
        return Polled(state=FetchState(url=url, etag=known.etag, modified=known.modified))
    changed = FetchState(url=url, etag=answer.etag, modified=answer.last_modified)
    return Polled(state=changed, fetched=answer)


def _failed(known: FetchState, now: datetime) -> FetchState:
    pause = min(_FIRST_PAUSE * 2 ** min(known.failures, 10), _LONGEST_PAUSE)
    next_try = (now + pause).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return msgspec.structs.replace(known, next_try=next_try, failures=known.failures + 1)
