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
SIGN = 15.0  # px from one sign to the next
GUTTER = 190  # px that names beside lanes may take
AXIS = 30
TICK = 84  # px that a label of the axis needs


class Mark(NamedTuple):
    """One answer: whose lane, when it was told, `answer` as a class of style sheets, where it leads."""

    lane: str
    day: str | None
    answer: str
    title: str
    href: str


class Placed(NamedTuple):
    """A mark and the middle of its sign."""

    x: float
    y: float
    mark: Mark


class Sides(NamedTuple):
    """From where to where signs stand, and whether names of lanes stand beside them or above."""

    left: float
    right: float
    beside: bool


class Lane(NamedTuple):
    """One lane: its name and line, where its signs belong, and the height at which it ends."""

    shapes: list[Shape]
    signs: list[Placed]
    end: float


def timeline(marks: Sequence[Mark], width: int) -> Drawing | None:
    """A chart of the answers that have a day, None where none has; lanes in the order of the first answer."""
    dated = [(day, mark) for mark in marks if (day := date_of(mark.day)) is not None]
    if not dated:
        return None
    days = Days([day for day, _ in dated])
    sides = sides_of((mark.lane for _, mark in dated), width)
    lanes: dict[str, list[tuple[float, Mark]]] = {}
    for day, mark in dated:
        if mark.lane in lanes or len(lanes) < MOST_LANES:
            lanes.setdefault(mark.lane, []).append((place(days.place(day), sides), mark))
    body: list[Shape] = []
    y = 6.0
    for name, held in lanes.items():
        lane = lane_of(name, held, sides, y)
        body += lane.shapes
        for one in lane.signs:
            sign = answer_sign(one.mark.answer, one.x, one.y)
            body.append(linked(one.mark.href, one.mark.title, sign) if one.mark.href else sign)
        y = lane.end
    shown = sum(len(held) for held in lanes.values())
    grid, labels = axis_of(days, sides, y, width)
    return Drawing(width, int(y + AXIS), (*grid, *body, *labels), len(marks) - shown)


def sides_of(lanes: Iterable[str], width: int) -> Sides:
    """How a drawing of this width is divided between the names of lanes and their signs."""
    beside = width >= NARROW
    left = min(max(map(wide, lanes)) + 16, GUTTER) if beside else 8.0
    return Sides(left, width - 12.0, beside)


def place(share: float, sides: Sides) -> float:
    """Where a share of the axis, from 0 to 1, stands."""
    return sides.left + share * (sides.right - sides.left)


def axis_of(days: Days, sides: Sides, bottom: float, width: int) -> tuple[list[Shape], list[Shape]]:
    """The lines of the axis of days, from the top down to the bottom, and their labels below it."""
    ticks = [
        (place(tick.at, sides), tick.label) for tick in days.ticks(int((sides.right - sides.left) // TICK))
    ]
    return [line("grid", x, 0, x, bottom) for x, _ in ticks], list(tick_labels(ticks, bottom + 18, width))


def lane_of(name: str, held: Iterable[tuple[float, Mark]], sides: Sides, top: float) -> Lane:
    """A lane from the top down, its marks above one another where they would touch."""
    placed, more = _rows(held)
    rows = 1 + max(row for _, row, _ in placed) + bool(more)
    above = 0.0 if sides.beside else 16.0
    end = top + above + rows * SIGN + 12
    base = end - 6 - SIGN / 2
    shapes = [*lane_name(name, sides, top, end)]
    for x, count in more:
        shapes.append(label("more", x, base - MOST_ROWS * SIGN + 2, f"+{count}", "middle"))
    return Lane(shapes, [Placed(x, base - row * SIGN, mark) for x, row, mark in placed], end)


def lane_name(name: str, sides: Sides, top: float, end: float) -> Iterable[Shape]:
    """The name of a lane, and the line below it."""
    if sides.beside:
        start = sides.left
        yield label("lane", start - 12, (top + end) / 2 + 4, fitting(name, start - 14), "end")
    else:
        start = 0.0
        yield label("lane", 4, top + 14, fitting(name, sides.right - sides.left))
    yield line("between", start, end, sides.right + 12, end)


def _rows(
    held: Iterable[tuple[float, Mark]],
) -> tuple[list[tuple[float, int, Mark]], list[tuple[float, int]]]:
    """Signs above one another where they would touch; what does not fit is counted where it would be."""
    ends: list[float] = []
    placed: list[tuple[float, int, Mark]] = []
    more: dict[float, int] = {}
    for x, mark in sorted(held, key=lambda one: one[0]):
        row = next((row for row, end in enumerate(ends) if end <= x), len(ends))
        if row == MOST_ROWS:
            near = next((place for place in more if x - place < 2 * SIGN), x)
            more[near] = more.get(near, 0) + 1
            continue
        if row == len(ends):
            ends.append(0.0)
        ends[row] = x + SIGN
        placed.append((x, row, mark))
    return placed, list(more.items())
