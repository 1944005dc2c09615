"""Numbers over time, by party, each with the bound that it was told with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from counterclaim.model.meaning import Bound, Quantity
from counterclaim.show.chart.drawing import (
    Drawing,
    Shape,
    fitting,
    label,
    line,
    linked,
    path,
    px,
    tick_labels,
    wide,
)
from counterclaim.show.chart.scale import Days, Numbers, date_of
from counterclaim.show.chart.sign import party_sign
from counterclaim.show.number import number_words, plain_number

_TOP, _AXIS, _RIGHT = 26.0, 30.0, 18.0
_TICK = 84  # px that a label of the axis of days needs
_ARROW = 24.0  # px, long enough to be told from the sign, and the same for all: it has no end
_APART = 11.0  # px between signs that would cover each other
_OPEN_ABOVE = frozenset((Bound.AT_LEAST, Bound.MORE_THAN))
_OPEN_BELOW = frozenset((Bound.AT_MOST, Bound.LESS_THAN))
_HEIGHTS = ((480, 250.0), (700, 290.0))  # px of the plot for drawings up to so wide
_TALL = 320.0


class Count(NamedTuple):
    """One count: the party's number from 0, the day, what was counted, and where it leads."""

    party: int
    day: str | None
    quantity: Quantity
    title: str
    href: str


class _Plot(NamedTuple):
    left: float
    right: float
    bottom: float
    days: Days
    numbers: Numbers

    def x(self, day: date) -> float:
        return self.left + self.days.place(day) * (self.right - self.left)

    def y(self, number: float) -> float:
        return self.bottom - self.numbers.place(number) * (self.bottom - _TOP)


class Box(NamedTuple):
    """A stretch of the drawing that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two have a place in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def counts_chart(counts: Sequence[Count], width: int) -> Drawing | None:
    """A chart of the counts that have a day and a number, None where fewer than two have.

    A bound is drawn as it was told: an arrow without an end, or a bar from the lowest to the highest.
    """
    dated = [
        (day, one)
        for one in counts
        if (day := date_of(one.day)) is not None and middle(one.quantity) is not None
    ]
    if len(dated) < 2:
        return None
    plot = _plot([day for day, _ in dated], [one.quantity for _, one in dated], width)
    shapes = list(_grid(plot, width))
    signs: list[Box] = []
    placed: list[tuple[float, float, Count]] = []
    for day, one in sorted(dated, key=lambda pair: (pair[0], pair[1].party)):
        y = plot.y(middle(one.quantity) or 0.0)
        x = _free(plot.x(day), y, signs)
        signs.append(Box(x - 5, y - 5, x + 5, y + 5))
        placed.append((x, y, one))
        drawn = (*_bound(one, x, y, plot), party_sign(one.party, x, y))
        shapes.append(linked(one.href, one.title, *drawn) if one.href else drawn[-1])
        if not one.href:
            shapes.extend(drawn[:-1])
    shapes.extend(_labels(placed, signs, plot))
    return Drawing(width, int(plot.bottom + _AXIS), tuple(shapes), len(counts) - len(dated))


def middle(quantity: Quantity) -> float | None:
    """Where the sign of a count stands: at its number, else at the end that is known, else between both."""
    value, low, high = map(plain_number, (quantity.value, quantity.low, quantity.high))
    if value is not None:
        return value
    if low is not None and high is not None:
        return (low + high) / 2
    return low if low is not None else high


def short_words(quantity: Quantity) -> str:
    """The number with a sign for its bound, for where there is little room: ≥ 100,000."""
    value, low, high = map(plain_number, (quantity.value, quantity.low, quantity.high))
    if value is None and low is not None and high is not None:
        return f"{number_words(low)}–{number_words(high)}"
    number = next((one for one in (value, low, high) if one is not None), None)
    if number is None:
        return quantity.word or ""
    leads = {
        Bound.ABOUT: "~",
        Bound.AT_LEAST: "≥ ",
        Bound.MORE_THAN: "> ",
        Bound.AT_MOST: "≤ ",
        Bound.LESS_THAN: "< ",
    }
    return leads.get(quantity.bound, "") + number_words(number)


def _plot(days: list[date], quantities: list[Quantity], width: int) -> _Plot:
    ends = [
        end
        for one in quantities
        for end in (middle(one), *(map(plain_number, (one.low, one.high)) if _is_bar(one) else ()))
        if end is not None
    ]
    numbers = Numbers(ends, 6)
    left = max(wide(tick.label) for tick in numbers.ticks()) + 14
    height = next((height for most, height in _HEIGHTS if width <= most), _TALL)
    return _Plot(left, width - _RIGHT, _TOP + height, Days(days), numbers)


def _is_bar(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.high is not None and quantity.low != quantity.high


def _grid(plot: _Plot, width: int) -> Iterable[Shape]:
    for tick in plot.numbers.ticks():
        y = plot.bottom - tick.at * (plot.bottom - _TOP)
        yield line("grid", plot.left, y, plot.right, y)
        yield label("tick", plot.left - 8, y + 4, tick.label, "end")
    yield line("rule", plot.left, plot.bottom, plot.right, plot.bottom)
    ticks = plot.days.ticks(int((plot.right - plot.left) // _TICK))
    places = [(plot.left + tick.at * (plot.right - plot.left), tick.label) for tick in ticks]
    for x, _ in places:
        yield line("rule", x, plot.bottom, x, plot.bottom + 5)
    yield from tick_labels(places, plot.bottom + 20, width)


def _bound(one: Count, x: float, y: float, plot: _Plot) -> Iterable[Shape]:
    """The arrow or bar of a count, none where it is exact."""
    css = f"bound is-{min(one.party, 7)}"
    quantity = one.quantity
    if quantity.bound in _OPEN_ABOVE:
        yield path(css, _arrow(x, y - 6, -1))
    elif quantity.bound in _OPEN_BELOW:
        yield path(css, _arrow(x, y + 6, 1))
    elif _is_bar(quantity) and quantity.low is not None and quantity.high is not None:
        top, bottom = plot.y(quantity.high), plot.y(quantity.low)
        cap = f"h10M{px(x)}"
        yield path(css, f"M{px(x - 5)} {px(top)}{cap} {px(top)}V{px(bottom)}M{px(x - 5)} {px(bottom)}h10")


def _arrow(x: float, y: float, way: int) -> str:
    tip = y + way * (_ARROW - 6)
    side = px(tip - way * 5)
    return f"M{px(x)} {px(y)}V{px(tip)}M{px(x - 4)} {side}L{px(x)} {px(tip)}L{px(x + 4)} {side}"


def _free(x: float, y: float, taken: Sequence[Box]) -> float:
    """The place, or one beside it where no sign stands: days are not so exact that it would mislead."""
    for step in (0, 1, -1, 2, -2, 3, -3):
        place = x + step * _APART
        if not any(Box(place - 5, y - 5, place + 5, y + 5).meets(box) for box in taken):
            return place
    return x


def _labels(
    placed: Sequence[tuple[float, float, Count]], signs: Sequence[Box], plot: _Plot
) -> Iterable[Shape]:
    """Numbers beside their signs where there is room; all of them stand in the table too."""
    taken = list(signs)
    for x, y, one in placed:  # arrows and bars are kept free as well
        if one.quantity.bound in _OPEN_ABOVE:
            taken.append(Box(x - 5, y - _ARROW, x + 5, y))
        elif one.quantity.bound in _OPEN_BELOW:
            taken.append(Box(x - 5, y, x + 5, y + _ARROW))
    for x, y, one in placed:
        words = fitting(short_words(one.quantity), 130, 11)
        size = wide(words, 11)
        for left, base in (
            (x + 9, y + 4),
            (x - 9 - size, y + 4),
            (x - size / 2, y + 19),
            (x - size / 2, y - 10),
        ):
            box = Box(left - 1, base - 10, left + size + 1, base + 2)
            inside = plot.left <= box.left and box.right <= plot.right + _RIGHT and box.bottom < plot.bottom
            if inside and not any(box.meets(other) for other in taken):
                taken.append(box)
                yield label("value", left, base, words)
                break
