"""Forecasts and commitments as they stand on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from counterclaim.inquiry.own_voice import OwnVoices, is_statement
from counterclaim.inquiry.written import Recorded, in_force
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.docket import Bearing, DueState, Forecast
from counterclaim.model.finding import FindingKind
from counterclaim.model.inquiry import BearingShown, ForecastShown, Teller
from counterclaim.model.listing import ClaimRow, ReviewRow
from counterclaim.model.relation import ClaimName
from counterclaim.model.review import Outcome


def forecasts_shown(
    ledger: Ledger, today: date, due: bool = False, limit: int | None = None
) -> list[ForecastShown]:
    """The docket as it stands on a day: what is due or to come, the soonest first.

    What is due without a last day follows, then what is overdue, both the latest first.  What was told
    after that day is left out.  With `due` only what is due or overdue, and of which nobody has recorded
    an outcome.
    """
    return entries_shown(ledger, soonest_on_docket(ledger, today, due)[:limit], today)


def soonest_on_docket(ledger: Ledger, today: date, due: bool = False) -> list[OnDocket]:
    """The same list, without the words of those who told it."""
    entries = on_docket(ledger, today)
    if due:
        entries = [one for one in entries if one.state in (DueState.DUE, DueState.OVERDUE) and one.is_open]
    return sorted(entries, key=lambda one: one.soonest(today))


def on_docket(ledger: Ledger, today: date) -> list[OnDocket]:
    """All that was told by a day and how it stands on that day, in the order in which it is kept."""
    from counterclaim.link.docket.window import stands

    day, recorded = today.isoformat(), Recorded(ledger)
    entries = []
    for forecast in ledger.findings(FindingKind.FORECAST, Forecast):
        if (forecast.tellings[0].day or "")[: len(day)] <= day:
            state, days = stands(forecast.window, today)
            outcomes = recorded.of(one.claim[1] for one in forecast.tellings)
            entries.append(OnDocket(forecast, state, days, outcomes))
    return entries


class OnDocket(NamedTuple):
    """A forecast as it stands on a day, without the words of those who told it."""

    forecast: Forecast
    state: DueState
    days: int | None
    outcomes: tuple[ReviewRow, ...]

    @property
    def is_open(self) -> bool:
        """Whether nobody has recorded what became of it."""
        return in_force(self.outcomes) in (None, Outcome.OPEN)

    def soonest(self, today: date) -> tuple[bool, bool, int]:
        """A key for the order of the docket; a window without a last day counts from its first."""
        if self.days is not None:
            return self.state is DueState.OVERDUE, False, abs(self.days)
        window = self.forecast.window
        first = date.fromisoformat(window.first) if window and window.first else date.min
        return self.state is DueState.OVERDUE, True, (today - first).days


def entries_shown(ledger: Ledger, entries: Sequence[OnDocket], today: date) -> list[ForecastShown]:
    """The same with the claims that tell it, and what was said of it by that day."""
    day = today.isoformat()
    told = (one.claim for on in entries for one in on.forecast.tellings)
    later = (one.claim for on in entries for one in on.forecast.bearing if not is_statement(one.claim))
    rows = ledger.claim_rows(dict.fromkeys((*told, *later)))
    voices = OwnVoices(ledger)
    return [_forecast(one, rows, voices, day) for one in entries]


def _forecast(on: OnDocket, rows: Mapping[ClaimName, ClaimRow], voices: OwnVoices, day: str) -> ForecastShown:
    forecast = on.forecast
    later = (_bearing(one, rows, voices) for one in on.forecast.bearing if one.day <= day)
    return ForecastShown(
        forecast=forecast,
        state=on.state,
        days=on.days,
        tellers=tuple(
            Teller(telling=one, row=rows[one.claim]) for one in forecast.tellings if one.claim in rows
        ),
        bearing=tuple(one for one in later if one is not None),
        outcome=in_force(on.outcomes),
        outcomes=on.outcomes,
    )


def _bearing(bearing: Bearing, rows: Mapping[ClaimName, ClaimRow], voices: OwnVoices) -> BearingShown | None:
    document, id = bearing.claim
    if not is_statement(bearing.claim):
        row = rows.get(bearing.claim)
        return BearingShown(bearing=bearing, words=row.words, row=row) if row else None
    words = voices.words(document, id)
    if words is None:
        return None
    return BearingShown(bearing=bearing, words=words, row=None, printed=voices.printed(document))
