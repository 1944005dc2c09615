"""Answers over time, a lane for each party."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.show.chart.drawing import Drawing, Shape, fitting, label, line, linked, tick_labels, wide
from counterclaim.show.chart.scale import Days, date_of
from counterclaim.show.chart.sign import answer_sign

NARROW = 480  # px, below which a lane's name stands above it and not beside it
MOST_LANES = 14
MOST_ROWS = 5  # of signs above one another in a lane; more are counted
_SIGN = 15.0  # px from one sign to the next
_GUTTER = 190  # px that names beside lanes may take
_AXIS = 30
_TICK = 84  # px that a label of the axis needs


class Mark(NamedTuple):
    """One answer: whose lane, when it was told, `answer` as a class of style sheets, where it leads."""

    lane: str
    day: str | None
    answer: str
    title: str
    href: str


class _Placed(NamedTuple):
    x: float
    row: int
    mark: Mark


def timeline(marks: Sequence[Mark], width: int) -> Drawing | None:
    """A chart of the answers that have a day, None where none has; lanes in the order of the first answer."""
    dated = [(day, mark) for mark in marks if (day := date_of(mark.day)) is not None]
    if not dated:
        return None
    lanes: dict[str, list[tuple[float, Mark]]] = {}
    days = Days([day for day, _ in dated])
    beside = width >= NARROW
    longest = max(wide(mark.lane) for _, mark in dated)
    left = min(longest + 16, _GUTTER) if beside else 8.0
    right = width - 12.0
    for day, mark in dated:
        if mark.lane in lanes or len(lanes) < MOST_LANES:
            lanes.setdefault(mark.lane, []).append((left + days.place(day) * (right - left), mark))
    body: list[Shape] = []
    y = 6.0
    for name, held in lanes.items():
        y = _lane(body, name, held, (0 if beside else 4, left, right), y)
    ticks = [
        (left + tick.at * (right - left), tick.label) for tick in days.ticks(int((right - left) // _TICK))
    ]
    shown = sum(len(held) for held in lanes.values())
    grid = [line("grid", x, 0, x, y) for x, _ in ticks]
    return Drawing(
        width, int(y + _AXIS), (*grid, *body, *tick_labels(ticks, y + 18, width)), len(marks) - shown
    )


def _lane(
    body: list[Shape],
    name: str,
    held: Iterable[tuple[float, Mark]],
    sides: tuple[float, float, float],
    top: float,
) -> float:
    """Draw one lane from the top down and say where it ends."""
    start, left, right = sides
    placed, more = _rows(held)
    rows = 1 + max(one.row for one in placed) + bool(more)
    above = 0.0 if left > _SIGN else 16.0
    end = top + above + rows * _SIGN + 12
    base = end - 6 - _SIGN / 2
    if above:
        body.append(label("lane", start, top + 14, fitting(name, right - left)))
    else:
        body.append(label("lane", left - 12, (top + end) / 2 + 4, fitting(name, left - 14), "end"))
    body.append(line("between", 0 if above else left, end, right + 12, end))
    for x, row, mark in placed:
        sign = answer_sign(mark.answer, x, base - row * _SIGN)
        body.append(linked(mark.href, mark.title, sign) if mark.href else sign)
    for x, count in more:
        body.append(label("more", x, base - MOST_ROWS * _SIGN + 2, f"+{count}", "middle"))
    return end


def _rows(held: Iterable[tuple[float, Mark]]) -> tuple[list[_Placed], list[tuple[float, int]]]:
    """Signs above one another where they would touch; what does not fit is counted where it would be."""
    ends: list[float] = []
    placed: list[_Placed] = []
    more: dict[float, int] = {}
    for x, mark in sorted(held, key=lambda one: one[0]):
        row = next((row for row, end in enumerate(ends) if end <= x), len(ends))
        if row == MOST_ROWS:
            near = next((place for place in more if x - place < 2 * _SIGN), x)
            more[near] = more.get(near, 0) + 1
            continue
        if row == len(ends):
            ends.append(0.0)
        ends[row] = x + _SIGN
        placed.append(_Placed(x, row, mark))
    return placed, list(more.items())
