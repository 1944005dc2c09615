"""Numbers and quantities as a reader says them: "more than 100,000 soldiers", "10–15%"."""

from __future__ import annotations

import math

from counterclaim.model.meaning import Bound, Quantity
from counterclaim.show.visible import one_line, shortened

LONGEST_NOUN = 48  # code points of what is counted
_EXACT = 10**15  # beyond it digits are noise, and other programs lose the last ones
_LARGE = ((10**12, "trillion"), (10**9, "billion"))  # so many zeros are hard to count by eye
_PERCENT = frozenset(("percent", "per cent", "%"))
_LEADS = {
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_MOST: "at most ",
    Bound.LESS_THAN: "less than ",
}
_CLASS = "people"  # a unit that says less than the words that name what is counted


def plain_number(number: int | float | None) -> int | float | None:
    """The number as any program can take it: not a number and infinite are None, huge ones are floats."""
    if isinstance(number, int) and abs(number) > _EXACT:
        try:
            number = float(number)
        except OverflowError:
            return None
    if isinstance(number, float) and not math.isfinite(number):
        return None
    return number


def number_words(number: int | float) -> str:
    """A plain number in digits, in groups of three; round billions have their word."""
    for size, name in _LARGE:
        if size <= abs(number) < size * 1000 and number % (size // 1000) == 0:
            return f"{number / size:,.6g} {name}"
    if abs(number) > _EXACT:
        return f"{number:.4g}"
    return f"{number:,}" if isinstance(number, int) else f"{number:,.15g}"


def quantity_words(quantity: Quantity) -> str:
    """The quantity with its bound and what it counts; of a vague one its word; empty without either."""
    amount = _amount(quantity)
    if not amount:
        return ""
    if quantity.unit in _PERCENT and _has_number(quantity):
        return f"{amount}%" + (f" ({_cut(quantity.of)})" if quantity.of else "")
    return f"{amount} {_noun(quantity)}".rstrip()


def _amount(quantity: Quantity) -> str:
    word = one_line(quantity.word or "")
    if quantity.bound is Bound.VAGUE:
        return word
    lead = _LEADS.get(quantity.bound, "")
    low, value, high = map(plain_number, (quantity.low, quantity.value, quantity.high))
    if quantity.bound is not Bound.BETWEEN and value is not None:
        return lead + number_words(value)
    if low is not None and high is not None and low != high:
        lead = "" if quantity.bound is Bound.ABOUT else lead  # the two ends say it
        return f"{lead}{number_words(low)}–{number_words(high)}"
    if quantity.bound is Bound.ABOUT and low is not None and high is None:
        return f"{number_words(low)} or more"
    known = next((number for number in (value, low, high) if number is not None), None)
    return word if known is None else lead + number_words(known)


def _noun(quantity: Quantity) -> str:
    """What is counted: the closer of the two names for it, or the unit with the other behind it."""
    unit, of = one_line(quantity.unit or ""), _cut(quantity.of)
    if not of or unit.casefold() == of.casefold():
        return unit
    if unit in ("", _CLASS) or unit.casefold() in of.casefold().split():
        return of
    return f"{unit} ({of})"


def _cut(words: str | None) -> str:
    return shortened(one_line(words or ""), LONGEST_NOUN)


def _has_number(quantity: Quantity) -> bool:
    known = (quantity.low, quantity.value, quantity.high)
    return quantity.bound is not Bound.VAGUE and any(plain_number(number) is not None for number in known)
