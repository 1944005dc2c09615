"""Whole numbers in words and the words of scale: "one hundred and thirty thousand"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from counterclaim.read.quantities.words import Word, lower_at

ONES = {
    name: number
    for number, name in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen
        """.split()
    )
}
TENS = {
    name: 10 * number
    for number, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
HUNDRED = 100
DOZEN = 12
HYPHENS = frozenset("-‐‑")
_MOST_SCALES = 3
_MOST_DIGITS = 15  # in figures that count; longer ones are keys
_IN_FIGURES = str.maketrans("", "", ", \u00a0\u202f")


class Form(Enum):
    """How a number is put."""

    PLAIN = "plain"
    SHARE = "share"  # a part of something, in percent
    MANY = "many"  # "tens of thousands": a low end, perhaps a high one
    TIMES = "times"  # "twice"
    PART = "part"  # "half an hour": to be multiplied with the unit that follows
    ARTICLE = "article"  # "a month": one only where a bound says so


@dataclass(frozen=True, slots=True)
class Number:
    """A number at words[first:last]; `bare` is the number before its scale ("3" of "3 million")."""

    first: int
    last: int
    value: float | None
    low: float | None = None
    high: float | None = None
    bare: float = 0.0
    scale: float = 1.0
    form: Form = Form.PLAIN


def figure_value(text: str) -> float | None:
    """The value of a figure with whatever parts its thousands; None for one too long to count anything."""
    digits = text.translate(_IN_FIGURES)
    return float(digits) if len(digits) <= _MOST_DIGITS and digits.isascii() else None


def cardinal(words: list[Word], at: int) -> tuple[int, float]:
    """Where a number in words ends, and its value: "two hundred and six thousand and ten"."""
    total = current = 0.0
    room = top = float("inf")  # what may still be added, and multiply, must be smaller
    end = at
    while at < len(words):
        lower = words[at].lower
        small = ONES.get(lower, TENS.get(lower))
        if small is not None and small < room:
            current, room = current + small, 10 if small > 19 else 0
        elif lower == "hundred" and 0 < current < HUNDRED:
            current, room = current * HUNDRED, HUNDRED
        elif current and SCALES.get(lower, top) < top:
            total, current, room, top = total + current * SCALES[lower], 0.0, SCALES[lower], SCALES[lower]
        elif _joins(words, at, room):
            at += 1
            continue
        else:
            break
        at += 1
        end = at
    return end, total + current


def _joins(words: list[Word], at: int, room: float) -> bool:
    """Whether "and" or a hyphen holds two parts of one number together."""
    lower, after = words[at].lower, lower_at(words, at + 1)
    if lower in HYPHENS:
        return (room == 10 and 0 < ONES.get(after, 0) < 10) or after in SCALES or after == "hundred"
    if lower != "and" or room < HUNDRED or not (after in ONES or after in TENS):
        return False
    third = lower_at(words, at + 2)
    return third != "hundred" and (room == HUNDRED or third not in SCALES)


def scaled(words: list[Word], first: int, last: int, bare: float) -> Number:
    """A number with the words of scale after it, as many as there are ("100 thousand million")."""
    scale = 1.0
    for _ in range(_MOST_SCALES):
        at = last + (lower_at(words, last) in HYPHENS)
        name = lower_at(words, at)
        if name == "hundred":
            factor: float = HUNDRED
        elif name == "dozen":
            factor = DOZEN
        elif name in SCALES:
            factor = SCALES[name]
        else:
            break
        scale *= factor
        last = at + 1
    return Number(first, last, bare * scale, bare=bare, scale=scale)


def with_its_scale(number: Number) -> Number:
    """Take out the scale that the words hold, so that "two or three million" can share it."""
    value = number.value or 0.0
    for scale in (1e12, 1e9, 1e6, 1e3, HUNDRED):
        if value >= scale and value % scale == 0:
            return replace(number, bare=value / scale, scale=float(scale))
    return number
