"""Answers in two groups of lanes: when they were said, and the time that they speak of, joined by threads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from counterclaim.show.chart.drawing import Drawing, Shape, label, line, linked, path, px, wide
from counterclaim.show.chart.scale import MONTHS, Days, date_of
from counterclaim.show.chart.sign import answer_sign, outline
from counterclaim.show.chart.stretch import Stretch, stretch_of
from counterclaim.show.chart.timeline import (
    AXIS,
    MOST_LANES,
    MOST_ROWS,
    SIGN,
    Mark,
    Placed,
    Sides,
    axis_of,
    lane_name,
    lane_of,
    place,
    sides_of,
)

LEAST_AROUND = 45  # days that the axis may reach beyond what was said, for times that claims speak of
_HEAD = 22.0  # px that the heading of a group takes
_HALF = 3.5  # px, half of the height of a bar
_POINT = 6.0  # px of the tip of a bar that goes on
_STUB = 8.0  # px of a time that lies outside the axis
_SHORT = 9.0  # px: a shorter time is a ring


class Speaking(NamedTuple):
    """One answer, and the times that it speaks of as EDTF."""

    mark: Mark
    times: tuple[str, ...] = ()


class Bar(NamedTuple):
    """One time that claims of one answer speak of: from where to where, in px, and whether it goes on there.

    `note` is the year that stands beside it where it lies outside, `row` counts from the lowest.
    """

    left: float
    right: float
    on_left: bool
    on_right: bool
    about: bool
    note: str
    row: int
    said: tuple[Mark, ...]

    @property
    def middle(self) -> float:
        """Where its middle is."""
        return (self.left + self.right) / 2

    @property
    def is_before(self) -> bool:
        """Whether all of it lies before the axis."""
        return self.on_left and self.right - self.left <= _STUB

    @property
    def is_short(self) -> bool:
        """Whether it is drawn as a ring: a day, on most axes."""
        return self.right - self.left < _SHORT and not (self.on_left or self.on_right)


def two_times(answers: Sequence[Speaking], width: int) -> Drawing | None:
    """A chart of answers that have a day, None where none has; both groups share one axis of days.

    The axis reaches as far beyond the days of saying as those lie apart; what a claim speaks of farther
    away stands at the edge, with its year.
    """
    dated = [(day, one) for one in answers if (day := date_of(one.mark.day)) is not None]
    if not dated:
        return None
    days = days_of([day for day, _ in dated], [one for _, one in dated])
    sides = sides_of((one.mark.lane for _, one in dated), width)
    names = list(dict.fromkeys(one.mark.lane for _, one in dated))[:MOST_LANES]
    kept = [(day, one) for day, one in dated if one.mark.lane in names]
    body: list[Shape] = [label("group", 4, 14, "When it was said")]
    y = _HEAD
    signs: list[Placed] = []
    for name in names:
        held = [(place(days.place(day), sides), one.mark) for day, one in kept if one.mark.lane == name]
        lane = lane_of(name, held, sides, y)
        body += lane.shapes
        signs += lane.signs
        y = lane.end
    bars, y = _spoken(body, names, [one for _, one in kept], (days, sides), y)
    shapes = list(_joined(signs, bars))
    grid, labels = axis_of(days, sides, y, width)
    return Drawing(width, int(y + AXIS), (*grid, *body, *shapes, *labels), len(answers) - len(kept))


def days_of(said: Sequence[date], answers: Iterable[Speaking]) -> Days:
    """An axis of the days of saying, and of what is spoken of where it is not too far from them."""
    first, last = min(said), max(said)
    around = timedelta(days=max(LEAST_AROUND, (last - first).days))
    earliest = first - around if first - date.min > around else date.min
    latest = last + around if date.max - last > around else date.max
    spoken = [
        day
        for one in answers
        for time in one.times
        if (found := stretch_of(time)) is not None
        for day in (found.first, found.last)
        if day is not None and earliest <= day <= latest
    ]
    return Days([first, last, *spoken])


def bars_of(answers: Iterable[Speaking], days: Days, sides: Sides) -> tuple[list[Bar], int]:
    """The times of one lane, above one another where they would touch, and how many found no room.

    The same time of the same answer is one bar, however many claims speak of it.
    """
    said: dict[tuple[Stretch, str], list[Mark]] = {}
    for one in answers:
        for time in dict.fromkeys(one.times):
            if (stretch := stretch_of(time)) is not None:
                said.setdefault((stretch, one.mark.answer), []).append(one.mark)
    ends: list[float] = []
    placed: list[Bar] = []
    in_time = sorted(said.items(), key=lambda one: one[0][0].last or one[0][0].first or date.max)
    found = [_bar(stretch, tuple(marks), days, sides) for (stretch, _), marks in in_time]
    for bar in sorted(found, key=lambda one: (one.left, one.right)):
        left, right = _room(bar)
        row = next((row for row, end in enumerate(ends) if end <= left), len(ends))
        if row == MOST_ROWS:
            continue
        if row == len(ends):
            ends.append(0.0)
        ends[row] = right + 4
        placed.append(bar._replace(row=row))
    return placed, len(found) - len(placed)


def _spoken(
    body: list[Shape],
    names: Sequence[str],
    answers: Sequence[Speaking],
    across: tuple[Days, Sides],
    top: float,
) -> tuple[list[tuple[float, Bar]], float]:
    """Draw the second group's names; its bars, each with the height of its middle, and where it ends."""
    speaking = [one for one in answers if any(stretch_of(time) for time in one.times)]
    if not speaking:
        return [], top
    days, sides = across
    body.append(line("rule", 0, top + 4, sides.right + 12, top + 4))
    body.append(label("group", 4, top + 20, "The time that the claims speak of"))
    y = top + 6 + _HEAD
    bars: list[tuple[float, Bar]] = []
    for name in names:
        held, more = bars_of([one for one in speaking if one.mark.lane == name], days, sides)
        if not held:
            continue
        rows = 1 + max(bar.row for bar in held) + bool(more)
        end = y + (0.0 if sides.beside else 16.0) + rows * SIGN + 12
        body += lane_name(name, sides, y, end)
        base = end - 6 - SIGN / 2
        if more:
            body.append(label("more", sides.left, base - MOST_ROWS * SIGN + 4, f"+{more}"))
        bars += [(base - bar.row * SIGN, bar) for bar in held]
        y = end
    return bars, y


def _bar(stretch: Stretch, said: tuple[Mark, ...], days: Days, sides: Sides) -> Bar:
    start, end = sides.left + _POINT, sides.right - _POINT
    first, last = stretch.first, stretch.last
    if first is not None and first.toordinal() > days.last:
        return Bar(end - _STUB, end, False, True, stretch.about, _when(first, days), 0, said)
    if last is not None and last.toordinal() < days.first:
        return Bar(start, start + _STUB, True, False, stretch.about, _when(last, days), 0, said)
    on_left = first is None or first.toordinal() < days.first
    on_right = last is None or last.toordinal() > days.last
    left = start if on_left or first is None else place(days.place(first), sides)
    right = end if on_right or last is None else place(days.place(last), sides)
    note = f"since {_when(first, days)}" if on_left and first is not None else ""
    return Bar(left, max(left, right), on_left, on_right, stretch.about, note, 0, said)


def _when(day: date, days: Days) -> str:
    """A day outside an axis: its year, or its month as well where the year is on the axis."""
    last = date.max.toordinal()
    first, end = (date.fromordinal(min(max(1, round(at)), last)).year for at in (days.first, days.last))
    return f"{MONTHS[day.month]} {day.year}" if first <= day.year <= end else str(day.year)


def _room(bar: Bar) -> tuple[float, float]:
    note = wide(bar.note) + 6 if bar.note else 0.0
    before = note if bar.on_right and not bar.on_left else 0.0
    return bar.left - 5 - before, bar.right + 5 + (0.0 if before else note)


def _joined(signs: Sequence[Placed], bars: Sequence[tuple[float, Bar]]) -> Iterable[Shape]:
    """Every sign with threads to what its claim speaks of, in one link, so that pointing shows all of it.

    A bar of several claims is drawn with the first of them; marks are told apart as objects, since
    two claims may be alike.
    """
    signed = {id(one.mark): one for one in signs}
    spoken: dict[int, list[tuple[float, Bar]]] = {}
    marks = {id(one.mark): one.mark for one in signs}
    for y, bar in bars:
        for mark in bar.said:
            spoken.setdefault(id(mark), []).append((y, bar))
            marks.setdefault(id(mark), mark)
    for key, mark in marks.items():
        sign = signed.get(key)
        drawn: list[Shape] = []
        for y, bar in spoken.get(key, ()):
            if sign is not None:
                end = min(max(sign.x, bar.left), bar.right)
                drawn.append(line("thread", sign.x, sign.y + 6, end, y - 5))
            if bar.said[0] is mark:
                drawn += _drawn(bar, y)
        if sign is not None:
            drawn.append(answer_sign(mark.answer, sign.x, sign.y))
        if mark.href and drawn:
            yield linked(mark.href, mark.title, *drawn)
        else:
            yield from drawn


def _drawn(bar: Bar, y: float) -> Iterable[Shape]:
    css = f"spoken is-{bar.said[0].answer}{' about' if bar.about else ''}"
    if bar.is_short:
        yield path(css, outline(0, bar.middle, y, _HALF + 0.5))
        return
    top, low = y - _HALF, y + _HALF
    start = f"L{px(bar.left - _POINT)} {px(y)}" if bar.on_left else ""
    end = f"L{px(bar.right + _POINT)} {px(y)}" if bar.on_right else ""
    yield path(
        css,
        f"M{px(bar.left)} {px(top)}H{px(bar.right)}{end}L{px(bar.right)} {px(low)}H{px(bar.left)}{start}Z",
    )
    if bar.note and bar.on_right and not bar.on_left:
        yield label("tick", bar.left - 4, y + 4, bar.note, "end")
    elif bar.note:
        yield label("tick", bar.right + 5, y + 4, bar.note)
