"""The docket as a list: which state, whose, a page at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, partial

from counterclaim.errors import UnknownId
from counterclaim.inquiry.docket import OnDocket, entries_shown, on_docket
from counterclaim.inquiry.words import has_words
from counterclaim.ledger.ledger import Ledger
from counterclaim.ledger.query import parse
from counterclaim.model.docket import DueState
from counterclaim.model.inquiry import DocketPage

ORDER = (DueState.DUE, DueState.COMING, DueState.OVERDUE, DueState.NO_DATE)


def docket_page(
    ledger: Ledger, today: date, state: DueState | None, party: str | None, limit: int, offset: int
) -> DocketPage:
    """A page of what was forecast or promised by a day: due, coming, past (the latest first), undated.

    `state` keeps those alone that stand so, `party` those that somebody told whose name or party has
    all its words.
    """
    entries = on_docket(ledger, today)
    if party is not None:
        entries = _told_by(entries, party)
    entries = in_order(entries, today)
    counts = Counter(one.state for one in entries)
    kept = [one for one in entries if state is None or one.state is state]
    return DocketPage(
        forecasts=tuple(entries_shown(ledger, kept[offset : offset + limit], today)),
        total=len(kept),
        counts={one: counts[one] for one in ORDER if counts[one]},
    )


def place_on_docket(ledger: Ledger, today: date, id: str) -> int:
    """How many stand before a forecast in the whole docket; UnknownId where it is not on it."""
    entries = in_order(on_docket(ledger, today), today)
    found = next((at for at, one in enumerate(entries) if one.forecast.id == id), None)
    if found is None:
        raise UnknownId(
            id, "no forecast or commitment that was told by this day has that id", "Choose one of the docket"
        )
    return found


def in_order(entries: Sequence[OnDocket], today: date) -> list[OnDocket]:
    """The soonest first among those due and to come, the latest first among those past."""
    return sorted(entries, key=lambda one: (ORDER.index(one.state), one.soonest(today)))


def _told_by(entries: Iterable[OnDocket], party: str) -> list[OnDocket]:
    if not parse(party).wanted:
        return []
    is_meant = cache(partial(has_words, words=party))  # the same few names tell most of it
    return [
        one
        for one in entries
        if any(
            is_meant(name)
            for telling in one.forecast.tellings
            for name in (telling.party, telling.speaker)
            if name
        )
    ]
