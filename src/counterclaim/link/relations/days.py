"""Days out of EDTF, as far as comparing needs them."""

from __future__ import annotations

import re
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$")


def day_of(edtf: str | None) -> date | None:
    """The day of an EDTF date or instant, the first of an interval; None where it is no whole day."""
    if edtf is None or not (match := _DAY.match(edtf.split("/")[0].split("T")[0])) or not match[3]:
        return None
    return _date(match[1], match[2], match[3])


def days_between(one: str | None, other: str | None) -> int | None:
    """Days from one to the other, None where one of them is not known."""
    first, second = day_of(one), day_of(other)
    return (second - first).days if first and second else None


def excluded(one: str | None, other: str | None) -> bool:
    """Whether two EDTF dates or intervals, both with ends, have no day in common."""
    mine, theirs = _span(one), _span(other)
    return bool(mine and theirs and (mine[1] < theirs[0] or theirs[1] < mine[0]))


def _span(edtf: str | None) -> tuple[date, date] | None:
    if not edtf:
        return None
    first, _, last = edtf.partition("/")
    begin, end = _bounds(first), _bounds(last or first)
    return (begin[0], end[1]) if begin and end else None


def _bounds(edtf: str) -> tuple[date, date] | None:
    """The first and the last day of a year, month or day."""
    if not (match := _DAY.match(edtf.split("T")[0])):
        return None
    year, month, day = match.groups()
    first = _date(year, month or "01", day or "01")
    if first is None or day:
        return (first, first) if first else None
    after = _date(str(int(year) + 1), "01", "01")
    if month:
        after = _date(year, f"{int(month) + 1:02}", "01") if month != "12" else after
    return (first, after - timedelta(days=1)) if after else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
