"""Times as EDTF (ISO 8601-2, level 1): how units of the calendar are written, shifted, joined and bounded.

A time is kept as its EDTF text.  Units that EDTF level 1 cannot name (weeks,
quarters, decades) are intervals of days, months or years, which compare by their ends.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

OPEN = ".."
_MONTHS_OF_SEASON = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}  # of the northern half of the earth
_SEASON = re.compile(r"(\d{4})-(2[1-4])~?", re.ASCII)
_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?", re.ASCII)


def day(of: date) -> str:
    """`2022-02-16`."""
    return of.isoformat()


def month(year: int, number: int) -> str:
    """`2022-02`; a number outside 1 to 12 counts into the years around; ValueError as `year_of`."""
    years, index = divmod(number - 1, 12)
    return f"{year_of(year + years)}-{index + 1:02}"


def year_of(number: int) -> str:
    """`2022`; ValueError outside years 1 to 9999, which `datetime` and four digits cannot hold."""
    if not 1 <= number <= 9999:
        raise ValueError(f"year {number}")
    return f"{number:04}"


def years(first: int, last: int) -> str:
    """`1990/1999`."""
    return f"{year_of(first)}/{year_of(last)}"


def months(year: int, first: int, last: int) -> str:
    """`2022-07/2022-09`; numbers count into the years around."""
    return f"{month(year, first)}/{month(year, last)}"


def days(first: date, last: date) -> str:
    """`2022-02-14/2022-02-20`, or the day itself where both are one."""
    return day(first) if first == last else f"{day(first)}/{day(last)}"


def week(of: date) -> str:
    """The ISO week, Monday to Sunday, that holds a day."""
    monday = of - timedelta(of.weekday())
    return days(monday, monday + timedelta(6))


def weekend(of: date) -> str:
    """Saturday and Sunday of the ISO week that holds a day."""
    saturday = of + timedelta(5 - of.weekday())
    return days(saturday, saturday + timedelta(1))


def season(year: int, code: int) -> str:
    """`2022-21` spring, 22 summer, 23 autumn, 24 winter (which begins in December of that year)."""
    return f"{year_of(year)}-{code}"


def season_as_months(edtf: str) -> str:
    """A season as an interval of months, of the northern half of the earth; all else as it is."""
    if _SEASON.fullmatch(edtf) is None:
        return edtf
    year, code = int(edtf[:4]), int(edtf[5:7])
    first, last = _MONTHS_OF_SEASON[code]
    as_months = months(year, first, last if last >= first else last + 12)
    return about(as_months) if edtf.endswith("~") else as_months


def about(edtf: str, first: bool = True, last: bool = True) -> str:
    """Mark the ends of a time that are approximate with `~`."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return f"{start.rstrip('~')}~"
    return "/".join(
        f"{part}~" if is_about and part != OPEN and part[-1] != "~" else part
        for part, is_about in ((start, first), (end, last))
    )


def start_of(edtf: str) -> str:
    """The left end of a time as EDTF, seasons by months; `..` where it is open."""
    return season_as_months(edtf).partition("/")[0]


def end_of(edtf: str) -> str:
    """The right end of a time as EDTF, seasons by months; `..` where it is open."""
    return season_as_months(edtf).rpartition("/")[2]


def until(edtf: str) -> str:
    """Open to the past: `../2022-02-16`; a time whose end is open stays as it is."""
    end = end_of(edtf)
    return edtf if end == OPEN else f"{OPEN}/{end}"


def since(edtf: str) -> str:
    """Open to the future: `2022-02-16/..`; a time whose start is open stays as it is."""
    start = start_of(edtf)
    return edtf if start == OPEN else f"{start}/{OPEN}"


def beyond(edtf: str) -> str:
    """From the day, month or year on that follows `../2029`, or from the day itself of `../2024-03-15`."""
    end = end_of(edtf).rstrip("~")
    if len(end) == len("2022"):
        return since(year_of(int(end) + 1))
    return since(month(int(end[:4]), int(end[5:]) + 1) if len(end) == len("2022-02") else end)


def joined(first: str, last: str) -> str:
    """From the start of one time to the end of another; the first alone if that would run backwards."""
    start, end = start_of(first), end_of(last)
    begins, ends = first_day(start), last_day(end)
    if begins is not None and ends is not None and begins > ends:
        return first
    return start if start == end else f"{start}/{end}"


def first_day(edtf: str) -> date | None:
    """The first day that a time covers; None where its start is open."""
    part = _PART.match(start_of(edtf))
    if part is None:
        return None
    year, month_, day_ = part.groups(default="1")
    return date(int(year), int(month_), int(day_))


def last_day(edtf: str) -> date | None:
    """The last day that a time covers; None where its end is open."""
    part = _PART.match(end_of(edtf))
    if part is None:
        return None
    year, month_ = int(part[1]), int(part[2] or 12)
    return date(year, month_, int(part[3]) if part[3] else calendar.monthrange(year, month_)[1])


def holds(outer: str, inner: str) -> bool:
    """Whether one time lies wholly in another, or covers the same days."""
    first, last = first_day(outer) or date.min, last_day(outer) or date.max
    begin, end = first_day(inner) or date.min, last_day(inner) or date.max
    return first <= begin and end <= last


def is_edtf(text: str) -> bool:
    """Whether a text is a date or interval of the kinds written here (a part of EDTF level 1)."""
    parts = text.split("/")
    if len(parts) > 2 or parts == [OPEN, OPEN] or parts == [OPEN]:
        return False
    return all(part == OPEN or _is_date(part) for part in parts)


def _is_date(part: str) -> bool:
    if _SEASON.fullmatch(part):
        return True
    if _PART.fullmatch(part) is None:
        return False
    try:
        return first_day(part) is not None
    except ValueError:
        return False


def read_date(text: str | None) -> date | None:
    """The day at the beginning of an ISO 8601 date or time; None for anything else."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
