"""Resolve expressions that count from the day of saying: "tomorrow", "next week", "two years ago"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from counterclaim.read.times import calendar
from counterclaim.read.times.grammar import Leaf
from counterclaim.read.times.tense import Tense
from counterclaim.read.times.value import UNDATED, Around, Value, choose
from counterclaim.read.times.words import MONTHS, SEASONS, WEEKDAYS

_DAYS_ON = {
    "yesterday": -1,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "day before yesterday": -2,
    "last night": -1,
}
AHEAD = frozenset(("next", "coming", "upcoming"))
_YEARS_IN = {"year": 1, "decade": 10, "century": 100}


def day_word(leaf: Leaf, around: Around) -> Value:
    """The day of "today", "tomorrow night" or "last night"."""
    if around.base is None:
        return UNDATED
    words = " ".join(leaf["word"].split())
    return Value(calendar.day(around.base + timedelta(_DAYS_ON.get(words, 0))))


def clock(leaf: Leaf, around: Around) -> Value | None:
    """A time of day alone: that day."""
    if leaf["hour"] and int(leaf["hour"]) > 24:
        return None
    return Value(calendar.day(around.base)) if around.base else UNDATED


def weekday(leaf: Leaf, around: Around) -> Value:
    """The latest such day not after that of saying, or the first not before it, by tense."""
    if around.base is None:
        return UNDATED
    back, ahead = _weekdays_around(around.base, WEEKDAYS[leaf["weekday"]])
    if around.tense is Tense.UNKNOWN and back != ahead:
        return Value(calendar.day(back), (calendar.day(ahead),))
    return choose(calendar.day(back), calendar.day(ahead), around)


def _weekdays_around(base: date, number: int) -> tuple[date, date]:
    return base - timedelta((base.weekday() - number) % 7), base + timedelta((number - base.weekday()) % 7)


def next_weekday(base: date, name: str) -> date:
    """The first day of that name not before the base."""
    return _weekdays_around(base, WEEKDAYS[name])[1]


def which(leaf: Leaf, around: Around) -> Value:
    """A unit, day, month or season that lies so many steps from the present one: "next spring"."""
    if around.base is None:
        return UNDATED
    words = leaf["which"].split()
    steps = 1 if words[-1] in AHEAD else -1 if words[-1] in ("last", "past", "previous") else 0
    if leaf["weekday"]:
        return _which_weekday(WEEKDAYS[leaf["weekday"]], steps, words, around)
    if leaf["month"]:
        number = MONTHS[leaf["month"]]
        return _which_of_year(lambda year: calendar.month(year, number), steps, around)
    if leaf["season"]:
        code = SEASONS[leaf["season"]]
        return _which_of_year(lambda year: calendar.season(year, code), steps, around)
    return Value(shifted(leaf["unit"], around.base, steps))


def _which_weekday(number: int, steps: int, words: list[str], around: Around) -> Value:
    """Both readings of "next Friday", the coming one or that of next week, and of "last Friday"."""
    base = around.base
    assert base is not None
    back, ahead = _weekdays_around(base, number)
    if steps == 0:
        return Value(calendar.day(base + timedelta(number - base.weekday())))
    near = ahead if steps > 0 else back
    if near == base:
        near += timedelta(7 * steps)
    if len(words) > 1 or words[0] not in ("next", "last"):
        return Value(calendar.day(near))
    other = base + timedelta(number - base.weekday() + 7 * steps)
    main, rest = (other, near) if steps > 0 else (near, other)
    return Value(calendar.day(main), () if main == rest else (calendar.day(rest),))


def _which_of_year(make: Callable[[int], str], steps: int, around: Around) -> Value:
    """The one of this year for "this", else the nearest that has not begun ("next") or is over ("last")."""
    assert around.base is not None
    base = around.base
    if steps == 0:
        return Value(make(base.year))
    years = range(base.year, base.year + 2) if steps > 0 else range(base.year, base.year - 2, -1)
    for year in years:
        edtf = make(year)
        first, last = calendar.first_day(edtf), calendar.last_day(edtf)
        if first is not None and last is not None and (first > base if steps > 0 else last < base):
            following = make(year + steps)
            return Value(edtf, (following,)) if year == base.year and steps > 0 else Value(edtf)
    return Value(make(base.year + steps))


def shifted(unit: str, base: date, steps: int) -> str:
    """The calendar unit that lies some steps from the one that holds the base."""
    if unit == "week":
        return calendar.week(base + timedelta(7 * steps))
    if unit == "weekend":
        return calendar.weekend(base + timedelta(7 * steps))
    if unit == "month":
        return calendar.month(base.year, base.month + steps)
    if unit == "quarter":
        first = (base.month - 1) // 3 * 3 + 1 + 3 * steps
        return calendar.months(base.year, first, first + 2)
    length = _YEARS_IN[unit]
    if length == 1:
        return calendar.year_of(base.year + steps)
    first = (base.year - (length == 100)) // length * length + (length == 100) + steps * length
    return calendar.years(first, first + length - 1)


def unit(leaf: Leaf, around: Around) -> Value:
    """The present year and the like, once the words before have shown that it is meant."""
    if around.base is None:
        return UNDATED
    if leaf["unit"] == "weekend" and around.tense is Tense.PAST and around.base.weekday() < 5:
        return Value(calendar.weekend(around.base - timedelta(7)))
    return Value(shifted(leaf["unit"], around.base, 0))


def overnight(leaf: Leaf, around: Around) -> Value | None:
    """The night that begins on the day of saying, or that ends on it where the clause looks back."""
    if around.tense is Tense.UNKNOWN:
        return None
    if around.base is None:
        return UNDATED
    before, after = around.base - timedelta(1), around.base + timedelta(1)
    is_past = around.tense is Tense.PAST
    return Value(calendar.days(before, around.base) if is_past else calendar.days(around.base, after))


def mid_century(leaf: Leaf, around: Around) -> Value:
    """About the fiftieth year of the present century."""
    if around.base is None:
        return UNDATED
    return Value(calendar.about(calendar.year_of((around.base.year - 1) // 100 * 100 + 50)))


def nth_day(leaf: Leaf, around: Around) -> Value:
    """ "On the 21st": of the month named, else of the nearest month that the tense asks for."""
    if around.base is None:
        return UNDATED
    base, number = around.base, int(leaf["nth"])
    steps = {"last": (-1,), "this": (0,), "the": (0,), "next": (1,)}.get(leaf["which"], (-1, 0, 1))
    found = []
    for step in steps:
        month = calendar.first_day(calendar.month(base.year, base.month + step))
        last = calendar.last_day(calendar.month(base.year, base.month + step))
        if month is not None and last is not None and number <= last.day:
            found.append(month.replace(day=number))
    before = [one for one in found if one <= base]
    after = [one for one in found if one >= base]
    if before and after:
        return choose(calendar.day(before[-1]), calendar.day(after[0]), around)
    return Value(calendar.day((before or after)[0])) if found else Value(None, (), "no such day")
