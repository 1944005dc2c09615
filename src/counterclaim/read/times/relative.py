"""Resolve expressions that count from the day of saying: "tomorrow", "next week", "two years ago"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from counterclaim.read.times import calendar
from counterclaim.read.times.grammar import Leaf
from counterclaim.read.times.tense import Tense
from counterclaim.read.times.value import UNDATED, Around, Value, choose
from counterclaim.read.times.words import A_FEW, MONTHS, NUMBERS, SEASONS, WEEKDAYS

VAGUE = Value(None, (), "no definite length")
ELSEWHERE = Value(None, (), "counts from another time")
_DAYS_ON = {
    "yesterday": -1,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "day before yesterday": -2,
    "last night": -1,
}
_AHEAD = frozenset(("next", "coming", "upcoming"))
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
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


def which(leaf: Leaf, around: Around) -> Value:
    """A unit, day, month or season that lies so many steps from the present one: "next spring"."""
    if around.base is None:
        return UNDATED
    words = leaf["which"].split()
    steps = 1 if words[-1] in _AHEAD else -1 if words[-1] in ("last", "past", "previous") else 0
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


def ago(leaf: Leaf, around: Around) -> Value:
    """So many units back: a day for days, about a day for weeks, a month for months, a year for years."""
    number, vague = _length(leaf)
    if number is None:
        return VAGUE
    if around.base is None:
        return UNDATED
    return _away(around.base, leaf["unit"], -number, vague)


def hence(leaf: Leaf, around: Around) -> Value:
    """So many units on, as exact as for "ago"."""
    number, vague = _length(leaf)
    if number is None:
        return VAGUE
    return _away(around.base, leaf["unit"], number, vague) if around.base else UNDATED


def in_units(leaf: Leaf, around: Around) -> Value | None:
    """So many units on if the clause looks ahead, else a length of time; "within" is from now to then."""
    number, vague = _length(leaf)
    if around.tense is not Tense.AHEAD:
        return None
    if leaf["how"] == "within":
        return window_of(leaf["unit"], number, vague, 1, around)
    if number is None:
        return VAGUE
    if around.base is None:
        return UNDATED
    if not vague:
        return _away(around.base, leaf["unit"], number, vague)
    base = around.base + timedelta(1)
    end = _moved(base, leaf["unit"], number)
    return Value(calendar.about(calendar.days(base, end), first=False)) if end else Value(calendar.day(base))


def window(leaf: Leaf, around: Around) -> Value | None:
    """Units from now on or until now: "the next few days", "the past two years"."""
    if leaf["which"] == "recent":
        return VAGUE if leaf["unit"].endswith("s") else None
    number, vague = _length(leaf)
    steps = 1 if leaf["which"] in _AHEAD else -1
    unit_ = leaf["unit"]
    if leaf["which"] == "next" and around.tense is Tense.PAST and not leaf["number"] and not vague:
        return ELSEWHERE  # "the next month he resigned"
    if leaf["unit2"] not in ("", "so"):
        unit_, number, vague = leaf["unit2"], None, True
    return window_of(unit_, number, vague, steps, around)


def window_of(unit_: str, number: int | None, vague: bool, steps: int, around: Around) -> Value:
    """From the day of saying to so many units on or back; about that where the number is vague."""
    if around.base is None:
        return UNDATED
    if number is None:
        number, vague = A_FEW, True
    end = _moved(around.base, unit_, number * steps)
    if end is None:
        return Value(calendar.day(around.base))
    if vague and unit_.startswith("week"):
        end -= timedelta(steps)  # the day of saying is the first day
    if steps > 0:
        edtf = calendar.days(around.base, end)
        return Value(calendar.about(edtf, first=False) if vague else edtf)
    edtf = calendar.days(end, around.base)
    return Value(calendar.about(edtf, last=False) if vague else edtf)


def _length(leaf: Leaf) -> tuple[int | None, bool]:
    """How many units, and whether that is vague; None where no number stands but for "a few" and the like."""
    if leaf["number"]:
        words = leaf["number"]
        return (int(words) if words.isdigit() else NUMBERS[words]), False
    if "couple" in leaf["few"]:
        return 2, True
    if "few" in leaf["few"]:
        return A_FEW, True
    if leaf["few"] or leaf["unit"].endswith("s"):
        return None, True
    return 1, False


def _singular(unit_: str) -> str:
    return "century" if unit_.startswith("centur") else unit_.removesuffix("s")


def _moved(base: date, unit_: str, number: int) -> date | None:
    """A day so many units on; the last of the month where that day does not exist; None within a day."""
    unit_ = _singular(unit_)
    if unit_ in ("second", "minute"):
        return None
    if unit_ == "hour":
        return base + timedelta(round(number / 24)) if abs(number) >= 12 else None
    if unit_ in ("day", "night"):
        return base + timedelta(number)
    if unit_ in ("week", "weekend"):
        return base + timedelta(7 * number)
    edtf = calendar.month(base.year, base.month + number * _MONTHS_IN[unit_])
    last = calendar.last_day(edtf)
    assert last is not None
    return last.replace(day=min(base.day, last.day))


def _away(base: date, unit_: str, number: int, vague: bool) -> Value:
    """So many units before or after the base, no more exact than the unit."""
    moved = _moved(base, unit_, number)
    name = _singular(unit_)
    if moved is None:
        return Value(calendar.day(base))
    if name in ("day", "night", "hour"):
        edtf = calendar.day(moved)
    elif name in ("week", "weekend"):
        edtf = calendar.day(moved) if abs(number) == 1 else calendar.about(calendar.day(moved))
    elif name in ("month", "quarter"):
        edtf = calendar.month(moved.year, moved.month)
    else:
        edtf = calendar.year_of(moved.year)
    return Value(calendar.about(edtf) if vague else edtf)
