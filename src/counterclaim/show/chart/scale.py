"""Axes: where days and numbers stand, and at which of them an axis has its ticks."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from counterclaim.show.number import number_words

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
MONTHS = ("", *"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
_STEPS_OF_DAYS = (1, 2, 7, 14)
_STEPS_OFMONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_WIDE_RANGE = 40  # times that the largest number is the smallest, from which on an axis counts in powers
_ROOM = 0.06  # of the axis, beyond its ends, so that no sign stands on its edge
_FAR_FROM_ZERO = 0.4  # of the largest number: where the smallest is above, the axis does not begin at zero


class Tick(NamedTuple):
    """A place on an axis from 0 to 1 with its label, empty where there is no room for one."""

    at: float
    label: str


def date_of(day: str | None) -> date | None:
    """The day of an ISO day, the middle of a month or year; None for what is no day."""
    match = _DAY.match(day or "")
    if match is None:
        return None
    year, month, of_month = match.groups()
    try:
        return date(int(year), int(month or 7), int(of_month or (15 if month else 1)))
    except ValueError:
        return None


class Days:
    """An axis of days, with a little room before the first and after the last."""

    def __init__(self, days: Sequence[date]) -> None:
        first, last = min(days).toordinal(), max(days).toordinal()
        room = max(0.5, (last - first) * 0.02)
        self.first, self.last = first - room, last + room

    def place(self, day: date) -> float:
        """Where the day is, from 0 to 1."""
        return (day.toordinal() - self.first) / (self.last - self.first)

    def ticks(self, most: int) -> list[Tick]:
        """At most so many ticks at days that a calendar would mark; the year stands where it is new."""
        ticks: list[Tick] = []
        year = 0
        for day, with_day in self._marked(max(2, most)):
            name = f"{day.day} {MONTHS[day.month]}" if with_day else MONTHS[day.month]
            name = name if day.year == year else f"{name} {day.year}"
            year = day.year
            ticks.append(Tick(self.place(day), name))
        return ticks

    def _marked(self, most: int) -> list[tuple[date, bool]]:
        start = max(date.min.toordinal(), math.ceil(self.first))
        end = min(date.max.toordinal(), math.floor(self.last))
        for step in _STEPS_OF_DAYS:
            if (end - start) // step < most:
                return [(date.fromordinal(day), True) for day in range(start, end + 1, step)]
        for months in _STEPS_OFMONTHS:
            found = list(_first_days(date.fromordinal(start), date.fromordinal(end), months))
            if len(found) <= most:
                return [(day, False) for day in found]
        return [(date.fromordinal(start), True), (date.fromordinal(end), True)]


def _first_days(start: date, end: date, months: int) -> Iterator[date]:
    """The first days of every so many months, counted from year 0, between two days."""
    count = -(-(start.year * 12 + start.month - 1 + (start.day > 1)) // months) * months
    while count // 12 <= end.year and (day := date(count // 12, count % 12 + 1, 1)) <= end:
        yield day
        count += months
        if count // 12 > (date.max - timedelta(days=1)).year:
            return


class Numbers:
    """An axis of numbers: in even steps, or in powers of ten where they differ very much."""

    def __init__(self, numbers: Sequence[float], most: int) -> None:
        low, high = min(numbers), max(numbers)
        self.powers = low > 0 and high / low > _WIDE_RANGE
        if self.powers:
            self._low, self._high = math.log10(low), math.log10(high)
            self._marks = [10.0**power for power in range(math.floor(self._low), math.ceil(self._high) + 1)]
            self._marks = self._marks[:: max(1, -(-len(self._marks) // most))]
        else:
            if low == high:
                low, high = min(0.0, low), max(0.0, high) or 1.0
            elif 0 < low < _FAR_FROM_ZERO * high:
                low = 0.0
            self._marks = _even(low, high, most)
            self._low, self._high = min(low, self._marks[0]), max(high, self._marks[-1])
        room = _ROOM * ((self._high - self._low) or 1.0)
        if self.powers or low > 0:
            self._low -= room
        self._high += room

    @property
    def ends(self) -> tuple[float, float]:
        """The numbers at both ends of the axis."""
        return (10**self._low, 10**self._high) if self.powers else (self._low, self._high)

    def place(self, number: float) -> float:
        """Where the number is, from 0 to 1; what is outside is at an end."""
        if self.powers:
            number = math.log10(number) if number > 0 else self._low
        return min(1.0, max(0.0, (number - self._low) / (self._high - self._low)))

    def ticks(self) -> list[Tick]:
        """Ticks at round numbers."""
        return [Tick(self.place(mark), words) for mark, words in self.marks()]

    def marks(self) -> list[tuple[float, str]]:
        """The round numbers at which ticks stand, each in words."""
        low, high = self.ends
        return [(mark, number_words(_whole(mark))) for mark in self._marks if low <= mark <= high]


def _even(low: float, high: float, most: int) -> list[float]:
    """Multiples of 1, 2 or 5 times a power of ten, from below the low to above the high."""
    rough = (high - low) / max(1, most - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(size * power for size in (1, 2, 5, 10) if size * power >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(count * step, 10) for count in range(first, last + 1)]


def _whole(number: float) -> int | float:
    return int(number) if number == int(number) else number
