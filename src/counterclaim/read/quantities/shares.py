"""Parts of something: "a third", "two-thirds", "half a million", "one in five", "half an hour"."""

from __future__ import annotations

from counterclaim.read.quantities.cardinals import (
    DOZEN,
    HYPHENS,
    ONES,
    SCALES,
    TENS,
    Form,
    Number,
    cardinal,
    figure_value,
    scaled,
)
from counterclaim.read.quantities.words import Kind, Word, lower_at

FRACTIONS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
}
FRACTIONS |= {f"{name}s": parts for name, parts in FRACTIONS.items() if name != "half"} | {"halves": 2}
_MOST_OUT_OF = 10  # the first number of "nine out of ten"
_OF_A = frozenset("a an".split())
_NOT_HALF = frozenset(
    """
    first second third other latter better last top bottom front rear back lower upper left right every
    """.split()
)
_HALVED = frozenset("of the our their its his her my your all these those a an that".split())
_BY = frozenset("about by almost nearly over than roughly around least only approximately than in".split())


def share(words: list[Word], at: int) -> Number | None:
    """ "Two-thirds", "three quarters": the part in percent."""
    count = ONES.get(words[at].lower, 0)
    end = at + 1 + (lower_at(words, at + 1) in HYPHENS)
    parts = FRACTIONS.get(lower_at(words, end))
    if not parts or not 0 < count < parts or (count > 1) != lower_at(words, end).endswith("s"):
        return None
    if count == 1 and lower_at(words, end + 1) != "of" and lower_at(words, end) != "half":
        return None  # "one third man"
    return part(words, at, end + 1, count / parts)


def part(words: list[Word], first: int, last: int, size: float) -> Number:
    """A part of a scale ("half a million"), of a unit ("two-tenths of a mile") or else of something."""
    end = last + (lower_at(words, last) in HYPHENS)
    end += lower_at(words, end) == "of"
    end += lower_at(words, end) in _OF_A
    end += lower_at(words, end) in HYPHENS
    name = lower_at(words, end)
    if name in SCALES or name == "dozen":
        scale = SCALES.get(name, DOZEN)
        return Number(first, end + 1, size * scale, bare=size, scale=scale)
    if end > last and name and lower_at(words, end - 1) != "of":
        return Number(first, end, size, bare=size, form=Form.PART)
    return Number(first, last, round(100 * size, 1), bare=size, form=Form.SHARE)


def with_article(words: list[Word], at: int) -> Number | None:
    """ "A third of", "by a third": the part in percent; not "a third man"."""
    parts, after = FRACTIONS.get(lower_at(words, at + 1)), lower_at(words, at + 2)
    if not parts or not (after == "of" or (lower_at(words, at - 1) in _BY and not after.isalpha())):
        return None
    return part(words, at, at + 2, 1 / parts)


def half(words: list[Word], at: int, first: int | None = None) -> Number | None:
    """ "Half of", "half an hour", "half a million"; `first` is where "a" stands before "half", if it does."""
    before = lower_at(words, (at if first is None else first) - 1)
    if before in _NOT_HALF or before.endswith("ern"):
        return None
    after = lower_at(words, at + 1)
    begins = at if first is None else first
    if after in HYPHENS or after in _HALVED or after == "dozen" or after in SCALES:
        number = part(words, begins, at + 1, 0.5)
        if number.form is Form.SHARE and after in HYPHENS:
            return None
        return number
    if first is not None:
        return Number(begins, at + 1, 0.5, bare=0.5, form=Form.PART)
    return Number(begins, at + 1, 50.0, bare=0.5, form=Form.SHARE) if before in _BY else None


def out_of(words: list[Word], number: Number) -> Number | None:
    """ "One in five", "nine out of 10", "one in every 500": a share in percent."""
    value, end = number.value or 0.0, number.last
    if number.scale != 1.0 or not 0 < value < _MOST_OUT_OF:
        return None
    if lower_at(words, end) == "out" and lower_at(words, end + 1) == "of":
        end += 2
    elif lower_at(words, end) == "in":
        end += 1
    else:
        return None
    end += lower_at(words, end) == "every"
    whole = _whole(words, end)
    if whole is None or not whole[1] > value:
        return None
    percent = 100 * value / whole[1]
    return Number(number.first, whole[0], round(percent, 1 if percent >= 1 else 4), form=Form.SHARE)


def _whole(words: list[Word], at: int) -> tuple[int, float] | None:
    if at >= len(words):
        return None
    if words[at].kind is Kind.FIGURE:
        number = scaled(words, at, at + 1, figure_value(words[at].text) or 0.0)
        return number.last, number.value or 0.0
    if words[at].lower in ONES or words[at].lower in TENS:
        return cardinal(words, at)
    return None
