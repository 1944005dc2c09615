"""The dates that people state: one place that says which forms are taken."""

from __future__ import annotations

import re
from datetime import date, datetime

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def iso_day(stated: str) -> str:
    """The day of an ISO 8601 date or date and time, as `YYYY-MM-DD`.

    `2022-02-16`, `2022-02-16T10:00:00Z` and `2022-02-16 10:00+02:00` are taken;
    the day is the one written, whatever the time zone.  ValueError otherwise.
    """
    day = stated.strip()
    if _DAY.fullmatch(day):
        return date.fromisoformat(day).isoformat()
    if _DAY.match(day) and day[10:11] in {"T", "t", " "}:
        return datetime.fromisoformat(day).date().isoformat()
    raise ValueError(f"{stated!r} is not a date of the form YYYY-MM-DD")
