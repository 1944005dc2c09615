"""What a time expression amounts to, and the day and tense that it is resolved against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from counterclaim.read.times import calendar
from counterclaim.read.times.tense import Tense

NO_DATE = "no publication date"
NEAR, FAR = 21, 270  # days: a date so near wins over one so far away, whatever the tense of the clause


@dataclass(frozen=True, slots=True)
class Value:
    """EDTF with the other readings; None, with the reason, where the time cannot be told."""

    edtf: str | None
    others: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """The day on which the words were said, None if it is not known, and the tense of their clause."""

    base: date | None
    tense: Tense


UNDATED = Value(None, (), NO_DATE)


def choose(before: str, after: str, around: Around) -> Value:
    """The reading before or after the base that the tense asks for; without tense the nearer, and both."""
    assert around.base is not None
    if before == after:
        return Value(before)
    back, ahead = _days_off(before, around.base), _days_off(after, around.base)
    nearer_is_ahead = ahead < back
    if around.tense is Tense.UNKNOWN:
        return Value(after, (before,)) if nearer_is_ahead else Value(before, (after,))
    wants_ahead = around.tense is Tense.AHEAD
    wanted, other = (ahead, back) if wants_ahead else (back, ahead)
    if wanted > FAR and other < NEAR and len(before) >= len("2022-02-16"):
        return Value(before, (after,)) if wants_ahead else Value(after, (before,))
    return Value(after if wants_ahead else before)


def of_years(make: Callable[[int], str], around: Around) -> Value:
    """A time that comes every year, in the year that tense and nearness ask for."""
    if around.base is None:
        return UNDATED
    candidates = []
    for year in range(around.base.year - 1, around.base.year + 2):
        try:
            candidates.append(make(year))
        except ValueError:  # 29 February
            continue
    before = [edtf for edtf in candidates if _starts(edtf) <= around.base]
    after = [edtf for edtf in candidates if _ends(edtf) >= around.base]
    if before and after:
        return choose(before[-1], after[0], around)
    return Value((before[-1:] or after[:1])[0]) if candidates else Value(None, (), "no such day")


def _days_off(edtf: str, base: date) -> int:
    if _starts(edtf) <= base <= _ends(edtf):
        return 0
    return min(abs((_starts(edtf) - base).days), abs((_ends(edtf) - base).days))


def _starts(edtf: str) -> date:
    return calendar.first_day(edtf) or date.min


def _ends(edtf: str) -> date:
    return calendar.last_day(edtf) or date.max
