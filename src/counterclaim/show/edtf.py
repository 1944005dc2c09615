"""Times that stand as EDTF, in words: "from 16 Feb 2022 on" for `2022-02-16/..`.

EDTF is ISO 8601-2; https://www.loc.gov/standards/datetime/ has its levels.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_OPEN = ".."
_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?([~?%]?)", re.ASCII
)
_MONTHS = ("", *"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_DOUBT = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


class _Date(NamedTuple):
    doubt: str
    day: str
    month: str
    year: str
    clock: str

    def words(self) -> str:
        return self.doubt + " ".join(part for part in (self.day, self.month, self.year) if part) + self.clock

    @property
    def is_plain(self) -> bool:
        return not (self.doubt or self.clock)


def edtf_words(edtf: str) -> str | None:
    """A date or interval of EDTF as a reader says it; None for what is no such date.

    Takes years, months, seasons, days, times of day, the marks of doubt, and
    intervals with open ends.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _words(first)
    if last == _OPEN:
        start = _words(first)
        return start and f"from {start} on"
    if first == _OPEN:
        end = _words(last)
        return end and f"until {end}"
    return _interval(first, last)


def shown_time(edtf: str) -> str:
    """The time in words, or as it stands where there are none for it."""
    return edtf_words(edtf) or edtf


def due_words(edtf: str) -> str:
    """When something falls due: "due 16 Feb 2022", "due by 20 Feb 2022"."""
    words = shown_time(edtf)
    return f"due by {words.removeprefix('until ')}" if words.startswith("until ") else f"due {words}"


def _words(text: str) -> str | None:
    found = _date(text)
    return found and found.words()


def _interval(first: str, last: str) -> str | None:
    start, end = _date(first), _date(last)
    if start is None or end is None:
        return None
    if start.is_plain and end.is_plain and start.year == end.year and start.month and end.month:
        if start.month != end.month:
            return f"{start._replace(year='').words()} to {end.words()}"
        if start.day and end.day:
            return f"{start.day}–{end.words()}"
    return f"{start.words()} to {end.words()}"


def _date(text: str) -> _Date | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day, clock, zone, doubt = match.groups(default="")
    number = int(month or 1)
    if number in _SEASONS and not day:
        return _Date(_DOUBT[doubt], "", _SEASONS[number], year, "")
    try:
        date(int(year), number, int(day or 1))
    except ValueError:
        return None
    hour = f", {clock}{' UTC' if zone == 'Z' else ' ' + zone if zone else ''}" if clock else ""
    named = _MONTHS[number] if month else ""
    return _Date(_DOUBT[doubt], str(int(day)) if day else "", named, year, hour)
