"""The docket: what was forecast or promised, when it falls due, and what was said later that bears on it."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlencode

from counterclaim.model.docket import DueState
from counterclaim.model.inquiry import DocketPage
from counterclaim.show.report.docket import ForecastView, forecast_views
from counterclaim.show.report.words import day_words
from counterclaim.show.visible import one_line
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.receipts import RECEIPTS
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell

STATES = {
    "due": (DueState.DUE, "Due now"),
    "coming": (DueState.COMING, "Coming"),
    "overdue": (DueState.OVERDUE, "Window past"),
    "undated": (DueState.NO_DATE, "Without a date"),
}
"""The states by their names in addresses, and what they are called."""


class StateView(NamedTuple):
    """A state to choose: its list, how many stand so, and whether it is shown."""

    name: str
    href: str
    number: int
    is_shown: bool


def docket_page(shell: Shell, found: DocketPage, state: str, party: str, paging: Paging) -> str:
    """A page of the docket; `state` and `party` are what was asked for, empty for all."""
    groups: dict[str, list[ForecastView]] = {}
    for view in forecast_views(found.forecasts, RECEIPTS):
        groups.setdefault(STATES[view.css][1], []).append(view)
    names = {teller.row.party or teller.row.speaker for one in found.forecasts for teller in one.tellers}
    return html(
        "docket",
        shell,
        "docket",
        groups=groups,
        states=_states(found, state, party),
        today=day_words(shell.today),
        state=state,
        party=party,
        offered=sorted(one_line(name) for name in names if name),
        paging=paging,
    )


def _states(found: DocketPage, shown: str, party: str) -> list[StateView]:
    every = StateView("All", _href("", party), sum(found.counts.values()), not shown)
    some = [
        StateView(words, _href(name, party), found.counts.get(state, 0), name == shown)
        for name, (state, words) in STATES.items()
    ]
    return [every, *some]


def _href(state: str, party: str) -> str:
    query = urlencode([(name, value) for name, value in (("state", state), ("party", party)) if value])
    return f"/docket?{query}" if query else "/docket"
