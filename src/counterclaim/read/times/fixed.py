"""Resolve expressions that name a point of the calendar: days, months, seasons, years, holidays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from counterclaim.read.times import calendar
from counterclaim.read.times.grammar import Leaf
from counterclaim.read.times.value import UNDATED, Around, Value, of_years
from counterclaim.read.times.words import CENTURIES, MONTHS, ORDINALS, SEASONS

STEPS = {"last": -1, "this": 0, "the": 0, "next": 1}
NO_SUCH_DAY = Value(None, (), "no such day")


def iso(leaf: Leaf, around: Around) -> Value:
    """`2022-02-16`, with or without a time of day."""
    try:
        return Value(calendar.day(date.fromisoformat(leaf["date"])))
    except ValueError:
        return NO_SUCH_DAY


def numeric(leaf: Leaf, around: Around) -> Value | None:
    """Days in digits: with dots the day comes first, with slashes either may, and both are kept."""
    year = _full_year(leaf["year"])
    if leaf["by"] == "." and len(leaf["year"]) < 4:
        return None  # a version or a score
    a, b = int(leaf["a"]), int(leaf["b"])
    day_first, month_first = _day_or_none(year, b, a), _day_or_none(year, a, b)
    if leaf["by"] == ".":
        return Value(day_first) if day_first else None
    found = [edtf for edtf in (month_first, day_first) if edtf is not None]
    if not found:
        return None
    return Value(found[0], tuple(edtf for edtf in found[1:] if edtf != found[0]))


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < 70 else 1900)


def _day_or_none(year: int, month: int, day: int) -> str | None:
    try:
        return calendar.day(date(year, month, day))
    except ValueError:
        return None


def month_day(leaf: Leaf, around: Around) -> Value:
    """A day of a month, or some ("Feb. 20-25"); without year that which tense and nearness ask for."""
    month, first = MONTHS[leaf["month"].rstrip(".")], int(leaf["day"])
    last = int(leaf["last"] or first)

    def in_year(year: int) -> str:
        return calendar.days(date(year, month, first), date(year, month, max(first, last)))

    year = leaf["year"] or leaf["hint"]
    if not year:
        return of_years(in_year, around)
    try:
        return Value(in_year(int(year)))
    except ValueError:
        return NO_SUCH_DAY


def month(leaf: Leaf, around: Around) -> Value:
    """A month of a year; without year that which tense and nearness ask for."""
    number = MONTHS[leaf["month"].rstrip(".")]
    year = leaf["year"] or leaf["hint"]
    if year:
        return Value(calendar.month(int(year), number))
    if leaf["which"]:
        steps = STEPS[leaf["which"]]
        return Value(calendar.month(around.base.year + steps, number)) if around.base else UNDATED
    return of_years(lambda year: calendar.month(year, number), around)


def season(leaf: Leaf, around: Around) -> Value:
    """A season; kept as one, since its months differ over the earth."""
    code = SEASONS[leaf["season"]]
    if leaf["year"]:
        return Value(calendar.season(int(leaf["year"]), code))
    return of_years(lambda year: calendar.season(year, code), around)


def quarter(leaf: Leaf, around: Around) -> Value | None:
    """A quarter or half of a calendar year, as months."""
    length = 6 if leaf["what"] == "half" else 3
    number = int(leaf["q"] or ORDINALS[leaf["nth"]])
    if leaf["nth"] in ("last", "final"):
        number = 12 // length
    if number * length > 12:
        return None

    def in_year(year: int) -> str:
        return calendar.months(year, (number - 1) * length + 1, number * length)

    if leaf["year"]:
        return Value(in_year(int(leaf["year"])))
    if leaf["which"]:
        steps = STEPS[leaf["which"]]
        return Value(in_year(around.base.year + steps)) if around.base else UNDATED
    if length == 6:
        return None  # "the first half" is mostly of a match
    return of_years(in_year, around)


def year(leaf: Leaf, around: Around) -> Value:
    """A year, or some ("2014-16")."""
    first = int(leaf["year"])
    if not leaf["last"]:
        return Value(calendar.year_of(first))
    digits = leaf["last"]
    last = int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
    return Value(calendar.years(first, last) if last > first else calendar.year_of(first))


def decade(leaf: Leaf, around: Around) -> Value:
    """The ten years of "the 1990s" or "the '90s"."""
    tens = (
        int(leaf["decade"]) if leaf["decade"] else int(leaf["short"]) + (200 if leaf["short"] < "3" else 190)
    )
    return Value(calendar.years(tens * 10, tens * 10 + 9))


def century(leaf: Leaf, around: Around) -> Value:
    """A hundred years: of the 19th century 1801 to 1900."""
    nth = leaf["nth"]
    number = int(nth[:2]) if nth[0].isdigit() else CENTURIES[nth]
    return Value(calendar.years(number * 100 - 99, number * 100))


def holiday(leaf: Leaf, around: Around) -> Value:
    """A holiday of a fixed or reckoned day, in the year that tense and nearness ask for."""
    name = " ".join(leaf["holiday"].split()).replace("’", "'").removesuffix(" sunday")
    in_year = _HOLIDAYS[name if name in _HOLIDAYS else name.removesuffix(" day")]
    return of_years(lambda year: calendar.day(in_year(year)), around)


def _weekday_of_month(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday of a month, Monday 0; the last for nth -1."""
    if nth < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        return following - timedelta((following.weekday() - weekday - 1) % 7 + 1)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of 1876)."""
    golden, hundreds, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + hundreds - hundreds // 4 - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    correction = (golden + 11 * moon + 22 * to_sunday) // 451
    month, day = divmod(moon + to_sunday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


_HOLIDAYS: dict[str, Callable[[int], date]] = {
    "christmas": lambda year: date(year, 12, 25),
    "christmas eve": lambda year: date(year, 12, 24),
    "new year's": lambda year: date(year, 1, 1),
    "new year's eve": lambda year: date(year, 12, 31),
    "easter": _easter,
    "thanksgiving": lambda year: _weekday_of_month(year, 11, 3, 4),
    "labor": lambda year: _weekday_of_month(year, 9, 0, 1),
    "memorial": lambda year: _weekday_of_month(year, 5, 0, -1),
    "election": lambda year: _weekday_of_month(year, 11, 0, 1) + timedelta(1),
    "halloween": lambda year: date(year, 10, 31),
    "valentine's": lambda year: date(year, 2, 14),
    "fourth of july": lambda year: date(year, 7, 4),
}
