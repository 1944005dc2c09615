"""Amounts: a number with the sign, scale and unit that stand at it ("£20m", "24- to 30-foot", "0.5C")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.read.quantities.cardinals import HYPHENS, Form, Number
from counterclaim.read.quantities.millions import counts_millions
from counterclaim.read.quantities.numbers import SHORT_SCALES, number_at
from counterclaim.read.quantities.units import (
    LENGTHS,
    MAGNITUDE,
    MEASURES,
    MONEY,
    PEOPLE,
    PHRASES,
    SIGNS,
    SPANS_OF_TIME,
    TIMES,
    YEARS,
)
from counterclaim.read.quantities.words import Kind, Word, lower_at

_LONGEST_PHRASE = 3
_AFTER_LABEL = frozenset("from of to in on and or at by off under into per before after the a".split())


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at words[first:last], sign and unit included; `unit` is None where none stands at it."""

    first: int
    last: int
    number: Number
    unit: str | None
    hyphened: bool = False


def amounts(words: list[Word]) -> Iterator[Amount]:
    """All amounts in reading order, none inside another."""
    at = 0
    while at < len(words):
        number = number_at(words, at)
        if number is None:
            at += 1
            continue
        amount = _amount(words, number)
        at = amount.last
        yield amount


def _amount(words: list[Word], number: Number) -> Amount:
    first, currency = _sign(words, number.first)
    number = _with_short_scale(words, number, currency)
    if currency:
        last, _ = _unit(words, number, money_only=True)
        return Amount(first, last, number, currency)
    last, unit = _unit(words, number)
    if unit and number.form in (Form.PLAIN, Form.ARTICLE):
        number, last = _more_of_it(words, number, last, unit)
    if words[number.first].lower == "decades":
        unit = YEARS
    if unit is None and _on_scale(words, last):
        unit = MAGNITUDE
    if unit is None:
        first, unit = _named_before(words, number)
    if number.form is Form.SHARE:
        last, unit = number.last, "percent"
    if number.form is Form.TIMES:
        last, unit = number.last, TIMES
    return Amount(first, last, number, unit, lower_at(words, number.last) in HYPHENS)


def _sign(words: list[Word], at: int) -> tuple[int, str | None]:
    """Where the amount begins, and the currency of the sign before it."""
    if not at:
        return at, None
    sign = words[at - 1]
    if at > 1 and words[at - 2].end == sign.start and words[at - 2].lower + sign.lower in SIGNS:
        return at - 2, SIGNS[words[at - 2].lower + sign.lower]
    if sign.lower in SIGNS and (sign.kind is Kind.MARK or sign.text.isupper() or sign.text == "Rs"):
        return at - 1, SIGNS[sign.lower]
    return at, None


def _with_short_scale(words: list[Word], number: Number, currency: str | None) -> Number:
    """Multiply by "m", "bn" or "k" written at the figure; "300m" of no currency may be metres."""
    at = number.last
    if at >= len(words) or words[at - 1].kind not in (Kind.FIGURE, Kind.YEAR):
        return number
    scale = SHORT_SCALES.get(words[at].lower)
    touching = words[at].start == words[at - 1].end
    if scale is None or not (touching or currency):
        return number
    if not currency and not _counts(words, number, at):
        return number
    value = (number.value or 0.0) * scale
    return replace(number, last=at + 1, value=value, scale=scale)


def _counts(words: list[Word], number: Number, at: int) -> bool:
    """Whether the letters at a figure are a scale: "m" may be metres, "b" a label."""
    if words[at].lower == "m":
        return counts_millions(words, number.first, at)
    if words[at].lower != "b":
        return True
    after = at + 1
    return after < len(words) and words[after].kind is Kind.WORD and words[after].lower not in _AFTER_LABEL


def _unit(words: list[Word], number: Number, money_only: bool = False) -> tuple[int, str | None]:
    """Where the words of the unit after a number end, and the unit."""
    at = number.last + (lower_at(words, number.last) in HYPHENS)
    if number.form is Form.MANY and lower_at(words, at) == "of":
        at += 1
    for length in range(_LONGEST_PHRASE, 1, -1):
        unit = PHRASES.get(tuple(lower_at(words, at + i) for i in range(length)))
        if unit:
            return at + length, unit
    name = lower_at(words, at)
    if name in MONEY:
        return at + 1, MONEY[name]
    if money_only or not name:
        return number.last, None
    return _measure(words, number, at)


def _measure(words: list[Word], number: Number, at: int) -> tuple[int, str | None]:
    word, figure = words[at], words[number.last - 1].kind in (Kind.FIGURE, Kind.YEAR)
    if word.lower == "°" or (word.text in ("C", "F") and word.start == words[at - 1].end and figure):
        letter = words[at + 1] if word.lower == "°" and at + 1 < len(words) else word
        return (
            (at + 1 + (letter is not word), f"°{letter.text}")
            if letter.text in ("C", "F")
            else (at + 1, "degrees")
        )
    if word.lower in ("m", "b"):
        return (at + 1, "metres") if figure and word.lower == "m" else (number.last, None)
    if word.lower == "p" and figure and word.start == words[at - 1].end:
        return at + 1, "pence"
    if word.lower == "strong" and at > number.last:
        return at + 1, PEOPLE
    if word.lower in ("magnitude", "point", "points") and (at > number.last or word.lower != "point"):
        return at + 1, MAGNITUDE if word.lower == "magnitude" else "points"
    unit = MEASURES.get(word.lower)
    if unit is None or (word.lower == "second" and at == number.last):
        return number.last, None
    if word.lower in _ONLY_AT_FIGURES and not figure:
        return number.last, None
    return (_old(words, at + 1), unit) if unit == YEARS else (at + 1, unit)


_ONLY_AT_FIGURES = frozenset("ha nm pp pc mb gb tb mw gw kw oz min sec yd mm cm kg ft lb hr yr wk".split())


def _old(words: list[Word], at: int) -> int:
    """Where "-old" after "-year" ends."""
    end = at + (lower_at(words, at) in HYPHENS)
    return end + 1 if lower_at(words, end) in ("old", "olds") else at


def _more_of_it(words: list[Word], number: Number, last: int, unit: str) -> tuple[Number, int]:
    """ "A mile and a half", "5ft 8in", "1hr 4 mins"."""
    if tuple(lower_at(words, last + i) for i in range(3)) == ("and", "a", "half"):
        value = (number.value or 0.0) + 0.5
        return replace(number, value=value, bare=value, form=Form.PLAIN), last + 3
    return number, last


def _on_scale(words: list[Word], at: int) -> bool:
    """Whether "on the Richter scale" or "in magnitude" follows."""
    after = tuple(lower_at(words, at + i) for i in range(3))
    return after == ("on", "the", "richter") or after[:2] == ("in", "magnitude")


def _named_before(words: list[Word], number: Number) -> tuple[int, str | None]:
    """A unit that stands before its number: "aged 34", "magnitude of 6.1"."""
    at = number.first - 1
    before = lower_at(words, at)
    if before in ("aged", "age"):
        return at, YEARS
    if before in ("of", "at", "was", "is", "-", "over", "under", ":"):
        before = lower_at(words, at - 1)
    if before in ("magnitude", "richter"):
        return number.first, MAGNITUDE
    if before == "age":
        return number.first, YEARS
    return number.first, None


def same_kind(left: str | None, right: str | None) -> bool:
    """Whether two units measure one dimension, so that one may give the other again in brackets."""
    if left is None or right is None:
        return False
    return (left in LENGTHS and right in LENGTHS) or (left in SPANS_OF_TIME and right in SPANS_OF_TIME)
