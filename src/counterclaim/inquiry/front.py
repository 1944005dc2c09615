"""What the first page of a desk tells: what is disputed most, what falls due, who changed, what came in."""

from __future__ import annotations

from datetime import date

from counterclaim.inquiry.docket import forecasts_shown
from counterclaim.inquiry.numbers import series_shown
from counterclaim.inquiry.questions import disputes_shown, shifts_shown
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.front import Front
from counterclaim.model.inquiry import Shifted

MOST_DISPUTES, MOST_DUE, MOST_SHIFTS, MOST_SERIES, MOST_ARRIVALS = 6, 6, 5, 4, 8


def front(ledger: Ledger, today: date) -> Front:
    """The first page of a ledger as it stands on a day; its lists are the beginnings of longer ones."""
    return Front(
        stats=ledger.stats(),
        disputes=tuple(disputes_shown(ledger, MOST_DISPUTES)),
        forecasts=tuple(forecasts_shown(ledger, today, limit=MOST_DUE)),
        shifts=_of_each_question(shifts_shown(ledger, 8 * MOST_SHIFTS))[:MOST_SHIFTS],
        series=tuple(series_shown(ledger, limit=MOST_SERIES)),
        arrivals=tuple(ledger.arrivals(MOST_ARRIVALS)),
    )


def _of_each_question(shifts: list[Shifted]) -> tuple[Shifted, ...]:
    """The newest of each question: one that many keep changing on would fill the page alone."""
    newest: dict[str, Shifted] = {}
    for one in shifts:
        newest.setdefault(one.shift.question, one)
    return tuple(newest.values())
