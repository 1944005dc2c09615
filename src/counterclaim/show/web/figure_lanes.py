"""The picture of a question's answers: when they were said, and the time that they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from counterclaim.show.chart.drawing import fitting
from counterclaim.show.chart.scale import Days, date_of
from counterclaim.show.chart.timeline import Sides
from counterclaim.show.chart.two_times import Bar, Speaking, bars_of, days_of
from counterclaim.show.web.figure import (
    ANSWERS,
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

MOST_LANES = 16
_ROW, _BETWEEN, _HEAD = 17, 11, 30  # px
_NAMES = 190  # px that names beside lanes may take
_SIDES = Sides(0, WIDTH, True)


class _Sign(NamedTuple):
    """All equal answers of a lane and day."""

    lane: str
    day: date
    answer: str


class _Lanes(NamedTuple):
    """Where lanes stand, in px from the top: for each the middle of its lowest row; names, lines, heading."""

    bases: dict[str, float]
    names: list[tuple[str, float]]
    lines: list[float]
    heading: float
    end: float


def lanes_picture(answers: Sequence[Speaking], caption: Caption) -> Picture | None:
    """The picture; None where no answer has a day."""
    dated = [(day, one) for one in answers if (day := date_of(one.mark.day)) is not None]
    lanes = list(dict.fromkeys(one.mark.lane for _, one in dated))[:MOST_LANES]
    kept = [(day, one) for day, one in dated if one.mark.lane in lanes]
    if not kept:
        return None
    days = days_of([day for day, _ in kept], [one for _, one in kept])
    said: Counter[_Sign] = Counter(_Sign(one.mark.lane, day, one.mark.answer) for day, one in kept)
    given = {lane: _answers(said, lane) for lane in lanes}
    upper = _layout({lane: len(rows) for lane, rows in given.items()}, 0)
    bars: dict[str, list[Bar]] = {}
    no_room = 0
    for lane in lanes:
        some, more = bars_of((one for _, one in kept if one.mark.lane == lane), days, _SIDES)
        no_room += more
        if some:
            bars[lane] = some
    lower = _layout({lane: 1 + max(one.row for one in some) for lane, some in bars.items()}, upper.end)

    def height(lane: str, answer: str) -> float:
        return upper.bases[lane] - given[lane].index(answer) * _ROW

    signs = [
        {"x": one.day.isoformat(), "y": height(one.lane, one.answer), "answer": ANSWERS[one.answer][0],
         "count": f"×{count}" if count > 1 else ""}
        for one, count in said.items()
    ]  # fmt: skip
    when = {id(one.mark): day.isoformat() for day, one in kept}
    spoken: list[dict[str, Any]] = []
    threads: list[dict[str, Any]] = []
    for lane, some in bars.items():
        for bar in some:
            row = _spoken(bar, days, lower.bases[lane] - bar.row * _ROW)
            spoken.append(row)
            threads += [_thread(row, when[id(mark)], height(lane, mark.answer)) for mark in bar.said]
    groups = [upper, lower] if spoken else [upper]
    caption = caption.without(len(answers) - len(kept), "answer").without(no_room, "spoken time")
    layers = _chart(signs, (spoken, threads), groups, days, caption)
    return picture(layers, caption, int(groups[-1].end))


def _answers(said: Iterable[_Sign], lane: str) -> list[str]:
    """The answers of a lane, the lowest row first."""
    here = {one.answer for one in said if one.lane == lane}
    return [answer for answer in reversed(ANSWERS) if answer in here]


def _layout(rows: Mapping[str, int], top: float) -> _Lanes:
    bases: dict[str, float] = {}
    names: list[tuple[str, float]] = []
    lines: list[float] = []
    y = top + _HEAD
    for lane, count in rows.items():
        height = count * _ROW + _BETWEEN
        bases[lane] = y + height - _BETWEEN / 2 - _ROW / 2
        names.append((lane, y + height / 2))
        y += height
        lines.append(y)
    return _Lanes(bases, names, lines, top + _HEAD / 2, y)


def _spoken(bar: Bar, days: Days, y: float) -> dict[str, Any]:
    """A time inside the picture, or the year that stands at the edge for one outside."""
    note = f"{bar.note} ›" if bar.on_right else bar.note
    if bar.is_before:
        note = f"‹ {bar.note}"
    return {
        "answer": ANSWERS[bar.said[0].answer][0],
        "x": instant(days, bar.left),
        "x2": instant(days, bar.right),
        "y": y,
        "note": note.strip(),
        "ring": bar.is_short,
    }


def _thread(row: dict[str, Any], said: str, y: float) -> dict[str, Any]:
    """From when it was said to the nearest end of the time, or to the same day within it."""
    return {
        "answer": row["answer"],
        "x": said,
        "y": y,
        "y2": row["y"],
        "x2": min(max(said, row["x"]), row["x2"]),
    }


def _chart(
    signs: list[dict[str, object]],
    spoken: tuple[list[dict[str, Any]], list[dict[str, Any]]],
    groups: Sequence[_Lanes],
    days: Days,
    caption: Caption,
) -> list[alt.Chart]:
    import altair as alt

    scale = alt.Scale(type="utc", domain=[instant(days, 0), instant(days, WIDTH)], nice=False)
    x = alt.X("x:T", scale=scale, axis=days_axis(caption, _NAMES))
    height = groups[-1].end
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)
    here = [name for name, *_ in ANSWERS.values() if any(one["answer"] == name for one in signs)]
    style = {name: (colour, shape) for name, colour, shape in ANSWERS.values()}
    colour = alt.Color("answer:N", scale=alt.Scale(domain=here, range=[style[one][0] for one in here]))
    shape = alt.Shape("answer:N", scale=alt.Scale(domain=here, range=[style[one][1] for one in here]))
    lines = [{"y": line} for group in groups for line in group.lines]
    names = [{"y": at, "name": fitting(name, _NAMES - 14)} for group in groups for name, at in group.names]
    headings = [
        {"y": group.heading, "name": words}
        for group, words in zip(
            groups, ("When it was said", "The time that the claims speak of"), strict=False
        )
    ]

    layers = [
        chart_of(lines).mark_rule(color=LINE).encode(y=y, x=alt.value(-_NAMES), x2=alt.value(WIDTH)),
        chart_of(names).mark_text(align="right", fontWeight="bold", fontSize=12, color=INK).encode(
            y=y, x=alt.value(-12), text="name:N"),
        chart_of(headings).mark_text(align="left", fontSize=12, color=QUIET).encode(
            y=y, x=alt.value(-_NAMES), text="name:N"),
        chart_of(signs).mark_point(filled=True, size=80, opacity=1).encode(
            x=x, y=y, color=colour, shape=shape),
        chart_of(signs).mark_text(align="left", dx=5, dy=-7, fontSize=9, color=INK).encode(
            x=x, y=y, text="count:N"),
    ]  # fmt: skip
    bars, threads = spoken
    if bars:
        till = alt.X2("x2:T")
        layers[:0] = [
            chart_of(threads).mark_rule(opacity=0.35).encode(x=x, y=y, x2=till, y2="y2:Q", color=colour),
        ]
        layers += [
            chart_of([one for one in bars if not one["ring"]]).mark_rule(strokeWidth=6, opacity=0.8).encode(
                x=x, x2=till, y=y, color=colour),
            chart_of([one for one in bars if one["ring"]]).mark_point(
                shape="circle", size=60, fill="white", strokeWidth=2, opacity=1
            ).encode(x=x, y=y, color=colour),
            chart_of(bars).mark_text(align="left", dx=8, fontSize=11, color=INK).encode(
                x=alt.X("x2:T", scale=scale, axis=days_axis(caption, _NAMES)), y=y, text="note:N"),
        ]  # fmt: skip
    return layers
