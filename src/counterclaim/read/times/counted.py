"""Resolve counts of units from the day of saying: "two years ago", "in a few days", "within 48 hours"."""

from __future__ import annotations

from datetime import date, timedelta

from counterclaim.read.times import calendar
from counterclaim.read.times.grammar import Leaf
from counterclaim.read.times.relative import AHEAD, next_weekday
from counterclaim.read.times.tense import Tense
from counterclaim.read.times.value import UNDATED, Around, Value
from counterclaim.read.times.words import A_FEW, NUMBERS

VAGUE = Value(None, (), "no definite length")
ELSEWHERE = Value(None, (), "counts from another time")
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


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
    if around.base is None:
        return UNDATED
    base = around.base
    if leaf["weekday"]:  # "a week from Friday"
        base = next_weekday(base, leaf["weekday"])
    return _away(base, leaf["unit"], number, vague)


def ahead(leaf: Leaf, around: Around) -> Value:
    """ "The weeks ahead": from the day of saying to about a few of them on."""
    return window_of(leaf["unit"], None, True, 1, around)


def allowed(leaf: Leaf, around: Around) -> Value:
    """ "They have ten days to reply": from the day of saying to so many units on."""
    number, vague = _length(leaf)
    return window_of(leaf["unit"], number, vague, 1, around)


def in_units(leaf: Leaf, around: Around) -> Value | None:
    """So many units on if the clause looks ahead, else a length of time; "within" is from now to then."""
    number, vague = _length(leaf)
    if around.tense is not Tense.AHEAD:
        return None
    if leaf["how"] != "in":
        return window_of(leaf["unit"], number, vague, 1, around)
    if number is None and leaf["few"] in ("", "several"):
        number = A_FEW
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
    steps = 1 if leaf["which"] in AHEAD else -1
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
    if unit_ in ("week", "weekend", "fortnight"):
        return base + timedelta((14 if unit_ == "fortnight" else 7) * number)
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
    elif name in ("week", "weekend", "fortnight"):
        edtf = calendar.day(moved) if abs(number) == 1 else calendar.about(calendar.day(moved))
    elif name in ("month", "quarter"):
        edtf = calendar.month(moved.year, moved.month)
    else:
        edtf = calendar.year_of(moved.year)
    return Value(calendar.about(edtf) if vague else edtf)
