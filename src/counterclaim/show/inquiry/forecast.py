"""A forecast or commitment on the docket: when it falls due, who told it, and what was said later."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from counterclaim.model.docket import DueState
from counterclaim.model.inquiry import BearingShown, ForecastShown, Teller
from counterclaim.model.review import Outcome
from counterclaim.show.edtf import due_words
from counterclaim.show.inquiry.parts import INDENT, counted, indented, labelled, outlet, who
from counterclaim.show.lines import set_apart, wrapped
from counterclaim.show.listing import SHORT_ID, claim_entry
from counterclaim.show.visible import one_line

MOST = 5  # tellings after the first
_GUTTER = len("outcome") + 2


def forecast_entry(shown: ForecastShown, width: int, console: Console) -> Iterator[Text]:
    """Where it stands, the claim that told it first, those that told it again, what was said later.

    An outcome is shown where a person recorded one; later statements are offered, and decide nothing.
    """
    forecast = shown.forecast
    due = one_line(due_words(forecast.due)).removeprefix("due ") if forecast.due else ""
    told = len(forecast.tellings)
    origins = f"{counted(told, 'telling')} of {counted(forecast.origins, 'origin')}" if told > 1 else ""
    head = Text.assemble((_standing(shown), "bold"), f" · {due}" if due else "")
    told_by = Text(origins, style="dim")
    yield from set_apart(head, told_by, width, console) if origins else wrapped(head, width, console)
    room = width - INDENT
    for teller in shown.tellers[:1]:
        yield from indented(claim_entry(teller.row, room, console))
    for teller in shown.tellers[1 : MOST + 1]:
        yield from labelled("again", _GUTTER, list(_again(teller, room - _GUTTER, console)))
    if len(shown.tellers) > MOST + 1:
        yield from labelled("", _GUTTER, [Text(f"and {len(shown.tellers) - MOST - 1} more", style="dim")])
    for later in shown.bearing:
        yield from labelled("later", _GUTTER, list(_later(later, room - _GUTTER, console)))
    yield from _outcomes(shown, room - _GUTTER, console)


def _standing(shown: ForecastShown) -> str:
    if shown.outcome and shown.outcome != Outcome.OPEN:
        return one_line(shown.outcome)
    days = abs(shown.days or 0)
    match shown.state:
        case DueState.OVERDUE:
            return f"overdue by {counted(days, 'day')}"
        case DueState.DUE if shown.days is None:
            return "due"
        case DueState.DUE:
            return f"due, {counted(days, 'day')} left" if days else "due today"
        case DueState.COMING:
            return f"coming, {counted(days, 'day')} left"
    return "no date"


def _again(teller: Teller, width: int, console: Console) -> Iterator[Text]:
    row = teller.row
    head = Text.assemble((f"{row.day or 'no day'}  ", "dim"), who(row))
    yield from set_apart(head, Text(row.id[:SHORT_ID], style="dim"), width, console)


def _later(later: BearingShown, width: int, console: Console) -> Iterator[Text]:
    row, printed = later.row, later.printed
    name = who(row) if row else outlet(printed) if printed else ""
    id = row.id if row else later.bearing.claim[0]
    head = Text.assemble((f"{later.bearing.day}  ", "dim"), name)
    yield from set_apart(head, Text(id[:SHORT_ID], style="dim"), width, console)
    yield from wrapped(Text(one_line(later.words)), width, console)


def _outcomes(shown: ForecastShown, width: int, console: Console) -> Iterator[Text]:
    for review in shown.outcomes:
        undone = "" if review.in_force else ", taken back"
        told = Text.assemble(
            (one_line(review.value or ""), "bold"), f"  {one_line(review.by)}, {one_line(review.at)}{undone}"
        )
        lines = set_apart(told, Text(review.id[:SHORT_ID], style="dim"), width, console)
        lines += wrapped(Text(one_line(review.note)), width, console) if review.note else []
        yield from labelled("outcome", _GUTTER, lines)
