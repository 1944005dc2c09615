"""Due windows: two days out of EDTF, and where they stand on a given day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from counterclaim.model.docket import DueState, Window

_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)$")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # their first months, of the northern half of the earth
_MONTHS = 12
_OPEN = ("..", "")


def window_of(edtf: str | None) -> Window | None:
    """The first and the last day of an EDTF date or interval; None where neither can be told."""
    if not edtf:
        return None
    start, divided, end = edtf.partition("/")
    begins, ends = _bounds(start), _bounds(end if divided else start)
    first, last = begins and begins[0], ends and ends[1]
    known = all(bounds or part in _OPEN for bounds, part in ((begins, start), (ends, end)))
    if not known or (first is None and last is None) or (first and last and last < first):
        return None
    return Window(
        first=first.isoformat() if first else None,
        last=last.isoformat() if last else None,
        approximate=any(mark in edtf for mark in "~?%"),
    )


def stands(window: Window | None, today: date) -> tuple[DueState, int | None]:
    """Whether a window is still to come, open or over, and the days left (below zero: overdue)."""
    if window is None:
        return DueState.NO_DATE, None
    first = date.fromisoformat(window.first) if window.first else None
    last = date.fromisoformat(window.last) if window.last else None
    until = last or first
    left = (until - today).days if until else None
    if last and today > last:
        return DueState.OVERDUE, left
    if last is None and left is not None and left < 0:
        return DueState.DUE, None
    # What is due by a day, with no first one, is due on that day.
    begins = first or last
    return (DueState.COMING if begins and today < begins else DueState.DUE), left


def _bounds(part: str) -> tuple[date, date] | None:
    """The first and the last day of a year, season, month or day."""
    if not (match := _PART.match(part.split("T")[0])):
        return None
    year, month, day = (int(number) if number else None for number in match.groups()[:3])
    assert year is not None
    try:
        if day:
            return (date(year, month or 1, day),) * 2
        if month in _SEASONS:
            return date(year, _SEASONS[month], 1), _last_of(year, _SEASONS[month] + 2)
        return date(year, month or 1, 1), _last_of(year, month or _MONTHS)
    except (ValueError, OverflowError):  # no such day, or a year that no date has
        return None


def _last_of(year: int, month: int) -> date:
    """The last day of a month; numbers above 12 count into the next year."""
    ahead, place = divmod(month, _MONTHS)
    return date(year + ahead, place + 1, 1) - timedelta(days=1)
