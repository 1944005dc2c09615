"""The picture of the docket: what falls due, and in which days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from counterclaim.model.inquiry import ForecastShown
from counterclaim.model.meaning import Orientation
from counterclaim.show.chart.drawing import fitting
from counterclaim.show.chart.scale import Days, date_of
from counterclaim.show.report.words import counted, day_words, window_words
from counterclaim.show.speaker import NOT_NAMED
from counterclaim.show.visible import one_line
from counterclaim.show.web.figure import (
    INK,
    LINE,
    QUIET,
    WIDTH,
    Caption,
    Picture,
    chart_of,
    days_axis,
    instant,
    picture,
)

if TYPE_CHECKING:
    import altair as alt

MOST = 20  # forecasts and commitments
FARTHEST = 400  # days from today that the axis reaches; what falls due later stands at its end
_ROW, _WORDS = 42, 430  # px
_KINDS = {"forecast": ("#005a94", "circle"), "commitment": ("#8a6100", "square")}


def docket_picture(forecasts: Sequence[ForecastShown], today: date, ledger: str) -> Picture | None:
    """The picture of what has a day from today on, what ends first above; None where nothing has."""
    dated = [(ends, one) for one in forecasts if (ends := _ends(one)) is not None and ends[1] >= today]
    if not dated:
        return None
    dated = sorted(dated, key=lambda one: (one[0][1], one[0][0]))[:MOST]
    latest = today + timedelta(days=FARTHEST)
    days = Days([today, *(min(max(day, today), latest) for ends, _ in dated for day in ends)])
    rows = [_row(one, ends, (today, latest), at) for at, (ends, one) in enumerate(dated)]
    day = day_words(today.isoformat())
    what = counted(len(dated), "forecast or commitment", "forecasts and commitments")
    caption = Caption("What falls due", f"{what}, the soonest first; the line is {day}", ledger, day)
    return picture(_chart(rows, days, today, caption), caption, height=len(rows) * _ROW)


def _ends(one: ForecastShown) -> tuple[date, date] | None:
    """From when to when it falls due; an open end is as far as any day is."""
    window = one.forecast.window
    first, last = (date_of(window.first), date_of(window.last)) if window else (None, None)
    return None if first is None and last is None else (first or date.min, last or date.max)


def _row(one: ForecastShown, ends: tuple[date, date], inside: tuple[date, date], at: int) -> dict[str, Any]:
    row = one.tellers[0].row if one.tellers else None
    who = one_line((row and (row.speaker or row.source)) or "") or NOT_NAMED
    of = one_line((row and row.party) or "")
    named = f"{who} for {of}" if of and of != who else who
    kind = "forecast" if one.forecast.orientation is Orientation.FUTURE else "commitment"
    start, end = (min(max(day, inside[0]), inside[1]) for day in ends)
    return {
        "x": start.isoformat(), "x2": end.isoformat(), "y": (at + 0.5) * _ROW, "kind": kind,
        "words": fitting(one_line(one.forecast.words), _WORDS - 8, 11.5),
        "who": fitting(f"{named}, {kind}, due {window_words(one.forecast.window)}", _WORDS - 8, 10),
        "late": "›" if ends[1] > inside[1] else "",
    }  # fmt: skip


def _chart(rows: list[dict[str, Any]], days: Days, today: date, caption: Caption) -> list[alt.Chart]:
    import altair as alt

    scale = alt.Scale(type="utc", domain=[instant(days, 0), instant(days, WIDTH)], nice=False)
    height = len(rows) * _ROW
    x = alt.X("x:T", scale=scale, axis=days_axis(caption, _WORDS))
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)
    here = [kind for kind in _KINDS if any(row["kind"] == kind for row in rows)]
    colour = alt.Color("kind:N", scale=alt.Scale(domain=here, range=[_KINDS[one][0] for one in here]))
    shape = alt.Shape("kind:N", scale=alt.Scale(domain=here, range=[_KINDS[one][1] for one in here]))
    every = chart_of(rows)
    lines = chart_of([{"y": at * _ROW} for at in range(1, len(rows) + 1)])
    now = chart_of([{"x": today.isoformat()}])
    left, till = alt.value(-_WORDS), alt.X2("x2:T")
    return [
        lines.mark_rule(color=LINE).encode(y=y, x=left, x2=alt.value(WIDTH)),
        now.mark_rule(color=QUIET).encode(x=x),
        every.mark_text(align="left", fontSize=11.5, color=INK, dy=-7).encode(x=left, y=y, text="words:N"),
        every.mark_text(align="left", fontSize=10, color=QUIET, dy=9).encode(x=left, y=y, text="who:N"),
        every.mark_rule(strokeWidth=6, opacity=0.8).encode(x=x, x2=till, y=y, color=colour),
        every.mark_point(filled=True, size=75, opacity=1).encode(x=x, y=y, color=colour, shape=shape),
        every.mark_text(align="left", dx=6, fontSize=13, color=INK).encode(
            x=alt.X("x2:T", scale=scale, axis=days_axis(caption, _WORDS)), y=y, text="late:N"),
    ]  # fmt: skip
