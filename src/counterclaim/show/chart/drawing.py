"""What a chart is made of: shapes with classes, so that a style sheet gives them light and dark colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

LETTER = 0.57  # of the height of type, what a letter of a plain sans serif is wide on average
TYPE = 12  # px, the height of all type; drawings are never shown smaller than they are made
_GAP = 8.0  # px between labels of an axis
_DIGITS = 1  # px after the point: a tenth is less than an eye can see


class Shape(NamedTuple):
    """One element of SVG with its attributes, its text and what it holds."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    text: str = ""
    inside: tuple[Shape, ...] = ()


class Drawing(NamedTuple):
    """A chart of this size in px; `unplaced` counts what has no day and so no place in it."""

    width: int
    height: int
    shapes: tuple[Shape, ...]
    unplaced: int = 0


def line(css: str, x1: float, y1: float, x2: float, y2: float) -> Shape:
    """A straight line."""
    ends = (("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2))
    return Shape("line", (("class", css), *((name, px(value)) for name, value in ends)))


def path(css: str, d: str) -> Shape:
    """An outline, as SVG's path data has it."""
    return Shape("path", (("class", css), ("d", d)))


def label(css: str, x: float, y: float, text: str, anchor: str = "start") -> Shape:
    """Text whose baseline begins, ends or has its middle at a point."""
    return Shape("text", (("class", css), ("x", px(x)), ("y", px(y)), ("text-anchor", anchor)), text)


def linked(href: str, title: str, *inside: Shape) -> Shape:
    """Shapes that lead somewhere; the page's table has the same links for the keyboard."""
    return Shape("a", (("href", href), ("tabindex", "-1")), "", (Shape("title", (), title), *inside))


def tick_labels(ticks: Iterable[tuple[float, str]], y: float, width: float) -> Iterator[Shape]:
    """Labels below ticks from left to right, turned inwards at the ends; one that has no room is left out."""
    taken = -_GAP
    for x, name in ticks:
        size = wide(name)
        left = min(max(0.0, x - size / 2), width - size)
        if left >= taken + _GAP:
            taken = left + size
            inwards = "end" if left < x - size / 2 else "start" if left > x - size / 2 else ""
            place = {"end": left + size, "start": left}.get(inwards, x)
            yield label("tick", place, y, name, inwards or "middle")


def px(value: float) -> str:
    """A length with no more digits than can be seen, and without the sign of nothing."""
    rounded = round(value, _DIGITS) + 0.0
    return f"{rounded:.0f}" if rounded == int(rounded) else f"{rounded:.1f}"


def wide(text: str, height: float = TYPE) -> float:
    """About how wide a text is, in px."""
    return len(text) * LETTER * height


def fitting(text: str, room: float, height: float = TYPE) -> str:
    """The text, or its beginning and a sign that it goes on, in about so many px."""
    most = max(2, int(room / (LETTER * height)))
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
