"""The docket: what was forecast or promised, when it falls due, and what was said later that bears on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterclaim.model.docket import DueState
from counterclaim.model.inquiry import BearingShown, ForecastShown
from counterclaim.model.listing import ReviewRow
from counterclaim.show.report.claim import SHORT, ClaimView, Receipts, claim_view
from counterclaim.show.report.numbers import OWN_VOICE
from counterclaim.show.report.paging import of_sheet, sheet_path, sheets
from counterclaim.show.report.render import Page, page
from counterclaim.show.report.words import day_words, left_words, window_words
from counterclaim.show.speaker import NOT_NAMED
from counterclaim.show.visible import one_line, shortened

MOST = 40  # forecasts on one page
MOST_TELLERS = 5
MOST_BEARING = 4
_STATES = {
    DueState.OVERDUE: ("overdue", "Window past"),
    DueState.DUE: ("due", "Due now"),
    DueState.COMING: ("coming", "Coming"),
    DueState.NO_DATE: ("undated", "Without a date"),
    None: ("undated", "Without a date"),
}
_ORDER = ("due", "overdue", "coming", "undated")


class LaterView(NamedTuple):
    """A later statement that may tell what became of it."""

    day: str
    who: str
    words: str
    href: str
    shared: str


class ForecastView(NamedTuple):
    """One forecast; `href` leads to its place in the docket from the report's root."""

    id: str
    href: str
    css: str
    state: str
    left: str
    window: str
    kind: str
    words: str
    tellers: list[ClaimView]
    more_tellers: int
    later: list[LaterView]
    more_later: int
    outcome: str
    outcomes: tuple[ReviewRow, ...]


def in_docket_order(forecasts: Sequence[ForecastShown]) -> list[ForecastShown]:
    """What is due first, then what is past (the last first), then what is to come."""
    of_state: dict[str, list[ForecastShown]] = {css: [] for css in _ORDER}
    for one in forecasts:
        of_state[_STATES[one.state][0]].append(one)
    of_state["overdue"].sort(key=lambda one: -(one.days or 0))
    return [one for css in _ORDER for one in of_state[css]]


def forecast_views(forecasts: Sequence[ForecastShown], receipts: Receipts) -> list[ForecastView]:
    """The views of forecasts that are in the order of the docket."""
    return [_view(one, at // MOST, receipts) for at, one in enumerate(forecasts)]


def docket_pages(views: Sequence[ForecastView], today: str) -> Iterator[Page]:
    """The pages of the docket."""
    tallies = [
        (name, sum(view.state == name for view in views)) for name in dict.fromkeys(v.state for v in views)
    ]
    for sheet in sheets("docket", len(views), MOST):
        groups: dict[str, list[ForecastView]] = {}
        for view in of_sheet(views, sheet):
            groups.setdefault(view.state, []).append(view)
        yield page(
            "docket",
            sheet.path,
            groups=groups,
            tallies=tallies,
            today=day_words(today),
            sheet=sheet,
            count=len(views),
        )


def _view(one: ForecastShown, sheet: int, receipts: Receipts) -> ForecastView:
    forecast = one.forecast
    css, state = _STATES[one.state]
    return ForecastView(
        id=forecast.id,
        href=f"{sheet_path('docket', sheet)}#{forecast.id}",
        css=css,
        state=state,
        left=left_words(one.state, one.days),
        window=window_words(forecast.window),
        kind="forecast" if forecast.orientation.value == "future" else forecast.orientation.value,
        words=shortened(one_line(forecast.words), SHORT * 2),
        tellers=[claim_view(teller.row, receipts) for teller in one.tellers[:MOST_TELLERS]],
        more_tellers=max(0, len(one.tellers) - MOST_TELLERS),
        later=[_later(bearing, receipts) for bearing in one.bearing[:MOST_BEARING]],
        more_later=max(0, len(one.bearing) - MOST_BEARING),
        outcome=one_line(one.outcome or ""),
        outcomes=one.outcomes,
    )


def _later(one: BearingShown, receipts: Receipts) -> LaterView:
    row = one.row
    receipt = receipts.get(one.bearing.claim)
    outlet = one_line((one.printed and one.printed.publisher) or "")
    own = f"{outlet} (own voice)" if outlet else OWN_VOICE
    who = (one_line(row.speaker or row.source) or NOT_NAMED) if row else own
    return LaterView(
        day=day_words(one.bearing.day),
        who=who,
        words=shortened(one_line(one.words), SHORT * 2),
        href=receipt.href if receipt else "",
        shared=", ".join(map(one_line, one.bearing.shared[:6])),
    )
