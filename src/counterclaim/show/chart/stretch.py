"""How long a time of EDTF lasts: from its first day to its last, as a chart draws it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*?)?)?)?([~?%]?)", re.ASCII)
_OPEN = ("..", "")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # the month in which each begins in the north


class Stretch(NamedTuple):
    """The days from `first` to `last`; None where that end is open.  `about` says that it is approximate."""

    first: date | None
    last: date | None
    about: bool = False


def stretch_of(edtf: str) -> Stretch | None:
    """The stretch of a date or interval of EDTF, None for what is neither or has no end at all."""
    start, slash, end = edtf.partition("/")
    one = None if slash and start in _OPEN else _days(start)
    other = (None if end in _OPEN else _days(end)) if slash else one
    if (start not in _OPEN and one is None) or (slash and end not in _OPEN and other is None):
        return None
    first, last = one and one.first, other and other.last
    if (first is None and last is None) or (first and last and first > last):
        return None
    return Stretch(first, last, bool((one and one.about) or (other and other.about)))


def _days(text: str) -> Stretch | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day, doubt = match.groups()
    try:
        if month is None:
            return Stretch(date(int(year), 1, 1), date(int(year), 12, 31), bool(doubt))
        if int(month) in _SEASONS:
            return _season(int(year), _SEASONS[int(month)], bool(doubt))
        last = int(day or monthrange(int(year), int(month))[1])
        return Stretch(
            date(int(year), int(month), int(day or 1)), date(int(year), int(month), last), bool(doubt)
        )
    except ValueError:  # calendar's error for a month that there is not is one as well
        return None


def _season(year: int, month: int, about: bool) -> Stretch:
    past, ends = divmod(month + 1, 12)
    ends = ends + 1
    return Stretch(date(year, month, 1), date(year + past, ends, monthrange(year + past, ends)[1]), about)
