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
    from counterclaim.link.docket.window import stands

    day, recorded = today.isoformat(), Recorded(ledger)
    entries = []
    for forecast in ledger.findings(FindingKind.FORECAST, Forecast):
        if (forecast.tellings[0].day or "")[: len(day)] > day:
            continue
        state, days = stands(forecast.window, today)
        outcomes = recorded.of(one.claim[1] for one in forecast.tellings)
        is_open = in_force(outcomes) in (None, Outcome.OPEN)
        if not due or (state in (DueState.DUE, DueState.OVERDUE) and is_open):
            entries.append(_OnDocket(forecast, state, days, outcomes))
    entries.sort(key=lambda one: one.soonest(today))
    return _shown(ledger, entries[:limit], day)


class _OnDocket(NamedTuple):
    forecast: Forecast
    state: DueState
    days: int | None
    outcomes: tuple[ReviewRow, ...]

    def soonest(self, today: date) -> tuple[bool, bool, int]:
        """A key for the order of the docket; a window without a last day counts from its first."""
        if self.days is not None:
            return self.state is DueState.OVERDUE, False, abs(self.days)
        window = self.forecast.window
        first = date.fromisoformat(window.first) if window and window.first else date.min
        return self.state is DueState.OVERDUE, True, (today - first).days


def _shown(ledger: Ledger, entries: Sequence[_OnDocket], day: str) -> list[ForecastShown]:
    told = (one.claim for on in entries for one in on.forecast.tellings)
    later = (one.claim for on in entries for one in on.forecast.bearing if not is_statement(one.claim))
    rows = ledger.claim_rows(dict.fromkeys((*told, *later)))
    voices = OwnVoices(ledger)
    return [_forecast(one, rows, voices, day) for one in entries]


def _forecast(
    on: _OnDocket, rows: Mapping[ClaimName, ClaimRow], voices: OwnVoices, day: str
) -> ForecastShown:
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
