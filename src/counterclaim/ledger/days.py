"""Days as the ledger orders them: 20220216 for the sixteenth of February 2022."""

from __future__ import annotations

import re
from functools import lru_cache

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}  # first and last month, within the year


@lru_cache(maxsize=4_096)
def first_day(edtf: str | None) -> int | None:
    """The first day of a time as EDTF, None where it has none; the end of what has no beginning."""
    start, _, end = (edtf or "").partition("/")
    return _day(start, 0, 1) or _day(end, 0, 1)


def last_day(edtf: str | None) -> int | None:
    """The last day of a time as EDTF, None where it has none; the start of what has no end."""
    start, _, end = (edtf or "").partition("/")
    return _day(end, 1, 31) or _day(start, 1, 31)


def shown_day(day: int | None) -> str | None:
    """The day as ISO 8601 writes it."""
    if day is None:
        return None
    return f"{day // 10_000:04}-{day // 100 % 100:02}-{day % 100:02}"


def _day(date: str, side: int, day: int) -> int | None:
    found = _DATE.match(date)
    if found is None:
        return None
    month = int(found[2] or (1, 12)[side])
    month = _SEASONS.get(month, (month, month))[side]
    return int(found[1]) * 10_000 + month * 100 + int(found[3] or day)
