"""The review queue: what waits, a stretch of it, and the one thing to judge at a place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from counterclaim.inquiry.docket import OnDocket, on_docket
from counterclaim.inquiry.questions import asked_of
from counterclaim.inquiry.threads import (
    carried_thread,
    claim_thread,
    forecast_thread,
    pair_thread,
    question_thread,
    target_of,
)
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.docket import DueState
from counterclaim.model.listing import ClaimRow
from counterclaim.model.queue import Queue, QueueName, Thing, Waiting

SHOWN, BEFORE = 9, 3  # entries of the stretch, and of them how many before the place
NOT_NAMED = "not named"


class _Stretch(NamedTuple):
    """Entries from a place on, how many there are in all, and what makes the thing of one of them."""

    entries: Sequence[tuple[str, str]]
    total: int
    thing: Callable[[int], Thing]


def queue(ledger: Ledger, name: QueueName, at: int, today: date) -> Queue:
    """The queue around a place, which counts from one; behind the last one the last."""
    first = max(1, at - BEFORE)
    found = _QUEUES[name](ledger, first - 1, today)
    if at > found.total and found.total:
        return queue(ledger, name, found.total, today)
    entries = tuple(
        Waiting(at=first + place, words=words, whose=whose)
        for place, (words, whose) in enumerate(found.entries)
    )
    return Queue(
        name=name,
        at=at,
        total=found.total,
        entries=entries,
        counts={**counts(ledger, today, without=name), name: found.total},
        thing=found.thing(at - first) if found.total else None,
    )


def counts(ledger: Ledger, today: date, without: QueueName | None = None) -> dict[QueueName, int]:
    """How many things wait in each queue, but for one of which that is known."""
    return {name: count(ledger, today) for name, count in _COUNTS.items() if name is not without}


def _contradictions(ledger: Ledger, start: int, _: date) -> _Stretch:
    pairs, total = ledger.contradictions_to_judge(SHOWN, start), ledger.count_contradictions_to_judge()
    entries = [(one.words, f"{_whose(one)} and {_whose(other)}") for one, other in pairs]
    return _Stretch(entries, total, lambda place: pair_thread(ledger, *pairs[place]))


def _claims(ledger: Ledger, start: int, _: date) -> _Stretch:
    rows, total = ledger.claims_to_check(SHOWN, start), ledger.count_claims_to_check()
    entries = [(row.words, _whose(row)) for row in rows]
    return _Stretch(entries, total, lambda place: claim_thread(ledger, rows[place].id))


def _carried(ledger: Ledger, start: int, _: date) -> _Stretch:
    every = ledger.carried_to_confirm()
    some = every[start : start + SHOWN]
    entries = [(one.words or "", f"{one.review.kind} by {one.review.by}") for one in some]
    return _Stretch(entries, len(every), lambda place: carried_thread(ledger, some[place]))


def _forecasts(ledger: Ledger, start: int, today: date) -> _Stretch:
    every = _overdue(ledger, today)
    some = every[start : start + SHOWN]
    entries = [
        (one.forecast.words, one.forecast.tellings[0].speaker or one.forecast.tellings[0].party or NOT_NAMED)
        for one in some
    ]
    return _Stretch(entries, len(every), lambda place: forecast_thread(ledger, some[place], today))


def _questions(ledger: Ledger, start: int, _: date) -> _Stretch:
    some, total = ledger.questions_to_check(SHOWN, start), ledger.count_questions_to_check()
    entries = [(asked_of(ledger, id).text, "") for id in some]
    return _Stretch(entries, total, lambda place: question_thread(ledger, some[place]))


def _overdue(ledger: Ledger, today: date) -> list[OnDocket]:
    """Forecasts whose window is over and of which nobody recorded what became, the latest first.

    Outcomes are recorded of claims: what outlets alone forecast is left out.
    """
    past = [
        one
        for one in on_docket(ledger, today)
        if one.state is DueState.OVERDUE and one.is_open and target_of(one.forecast)
    ]
    return sorted(past, key=lambda one: one.soonest(today))


def _whose(row: ClaimRow) -> str:
    return row.speaker or row.source or NOT_NAMED


_QUEUES: dict[QueueName, Callable[[Ledger, int, date], _Stretch]] = {
    QueueName.CONTRADICTIONS: _contradictions,
    QueueName.CLAIMS: _claims,
    QueueName.CARRIED: _carried,
    QueueName.FORECASTS: _forecasts,
    QueueName.QUESTIONS: _questions,
}
_COUNTS: dict[QueueName, Callable[[Ledger, date], int]] = {
    QueueName.CONTRADICTIONS: lambda ledger, _: ledger.count_contradictions_to_judge(),
    QueueName.CLAIMS: lambda ledger, _: ledger.count_claims_to_check(),
    QueueName.CARRIED: lambda ledger, _: len(ledger.carried_to_confirm()),
    QueueName.FORECASTS: lambda ledger, today: len(_overdue(ledger, today)),
    QueueName.QUESTIONS: lambda ledger, _: ledger.count_questions_to_check(),
}
