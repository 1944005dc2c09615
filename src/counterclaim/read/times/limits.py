"""Words before an expression that change its value: "by", "since", "the end of", "late", "about"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.read.times import calendar
from counterclaim.read.times.tense import Tense
from counterclaim.read.times.value import Around, Value
from counterclaim.read.times.words import ORDINALS

_BEFORE = 64  # characters looked at before an expression
_LEFT = re.compile(
    r"""(?ix)
    (?:(?<![\w-])(?P<bound>
        by | before | until | till | through | prior\sto | up\s(?:to|until) | as\slate\sas
        | (?:no|not)\slater\sthan
        | after | from | (?:ever\s)?since | as\s(?:of|from)
        | (?:starting|beginning|effective|with\seffect)(?:\s(?:as\s)?(?:from|of))?
        | as\s(?:early|soon)\sas | (?:no|not)\s(?:earlier|sooner)\sthan | not\sbefore | at\sthe\searliest
      )\s{1,3}(?:(?:on|in|at)\s{1,3})?)?
    (?P<core>
      (?:the\s{1,3})?(?:very\s{1,3})?
      (?: (?P<part>early|late|later|earlier|mid|middle)(?:\s?-\s?|\s{1,3})(?:(?:on|in)\s{1,3}(?:the\s{1,3})?)?
        | (?P<edge>beginning|start|outset|middle|end|close|rest|remainder|week
            | (?:first|second|third|fourth|last|final)\s(?:week|half|(?:few\s)?days)
          )\s{1,3}of\s{1,3}(?:the\s{1,3})?
      )?
      (?:(?P<about>around|about|approximately|roughly|circa)\s{1,3})?
      (?:the\s{1,3})?
    )\Z
    """
)
UNTIL = ("by", "until", "till", "up ", "no later", "not later", "as late", "through")
EARLIEST = ("as early as", "as soon as", "at the earliest")
_PARTS = {
    "early": 0,
    "beginning": 0,
    "start": 0,
    "outset": 0,
    "mid": 1,
    "middle": 1,
    "late": 2,
    "end": 2,
    "close": 2,
}
_EDGES = frozenset(("beginning", "start", "outset", "end", "close"))


@dataclass(frozen=True, slots=True)
class Left:
    """What stands before an expression, lower case.

    `core` is the offset of the words that make its value, `whole` that of the limit before them.
    """

    core: int
    whole: int
    bound: str
    part: str
    edge: str
    about: bool


def left_of(text: str, start: int, first: int) -> Left:
    """Look back from an expression, no further than `first`."""
    begin = max(first, start - _BEFORE)
    match = _LEFT.search(text[begin:start])
    if match is None:
        return Left(start, start, "", "", "", False)
    groups = {name: " ".join((words or "").lower().split()) for name, words in match.groupdict().items()}
    return Left(
        begin + match.start("core"),
        begin + match.start(),
        groups["bound"],
        groups["part"],
        groups["edge"],
        bool(groups["about"]),
    )


def narrowed(value: Value, left: Left, around: Around) -> Value:
    """The value with its "early", "end of" and "about" taken into account."""
    if value.edtf is None:
        return value
    return Value(
        _narrowed(value.edtf, left, around),
        tuple(_narrowed(edtf, left, around) for edtf in value.others),
        value.reason,
    )


def _narrowed(edtf: str, left: Left, around: Around) -> str:
    first, last = calendar.first_day(edtf), calendar.last_day(edtf)
    if left.about:
        return calendar.about(edtf)
    if first is None or last is None or first == last:
        return calendar.week(first) if left.edge == "week" and first else edtf
    if left.part in ("later", "earlier") or left.edge in ("rest", "remainder"):
        return _from_now(edtf, first, last, left, around.base)
    if " " in left.edge:
        return _counted_part(edtf, left.edge, first, last)
    third = _PARTS.get(left.part or left.edge)
    if third is None:
        return edtf
    if left.edge in _EDGES:
        return _edge(edtf, third, first, last, left.bound)
    return calendar.about(_third(edtf, third, first, last), first=third > 0, last=third < 2)


def _from_now(edtf: str, first: date, last: date, left: Left, base: date | None) -> str:
    """What is left of a unit for "later this week", what is over for "earlier"; else the unit itself."""
    if base is None or not first <= base <= last:
        return edtf
    return calendar.days(first, base) if left.part == "earlier" else calendar.days(base, last)


def _edge(edtf: str, third: int, first: date, last: date, bound: str) -> str:
    """The first or last day, exact where a limit is set by it, else about that day or month."""
    day = first if third == 0 else last
    if bound:
        return calendar.day(day)
    return f"{day.isoformat()[:7]}~" if (last - first).days > 100 else f"{calendar.day(day)}~"


def _counted_part(edtf: str, edge: str, first: date, last: date) -> str:
    """The "first week" or "second half" of a month; a longer or shorter time as it is."""
    if not 27 < (last - first).days + 1 < 32:
        return edtf
    nth, what = edge.split(" ", 1)
    if what.endswith("days"):
        if nth in ("last", "final"):
            return calendar.about(calendar.days(last - timedelta(4), last), last=False)
        return calendar.about(calendar.days(first, first + timedelta(4)), first=False)
    length = 7 if what == "week" else 15
    if nth in ("last", "final") or (length, nth) == (15, "second"):
        return calendar.days(last - timedelta(6) if length == 7 else first + timedelta(15), last)
    begin = first + timedelta(length * (ORDINALS[nth] - 1))
    return calendar.days(begin, begin + timedelta(length - 1))


def _third(edtf: str, third: int, first: date, last: date) -> str:
    """The first, middle or last third of a unit, in months for a year or season, in years for longer ones."""
    length = (last - first).days + 1
    if length > 1000:
        years = last.year - first.year + 1
        return calendar.years(first.year + years * third // 3, first.year + years * (third + 1) // 3 - 1)
    if length > 80:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        start = first.month + months * third // 3
        end = first.month + months * (third + 1) // 3 - 1
        return calendar.month(first.year, start) if start == end else calendar.months(first.year, start, end)
    if length > 27:
        return calendar.days(
            first + timedelta(10 * third), last if third == 2 else first + timedelta(10 * third + 9)
        )
    begin = first + timedelta(length * third // 3)
    return calendar.days(begin, first + timedelta(length * (third + 1) // 3 - 1))


def bounded(value: Value, left: Left, around: Around, onwards: bool, exact: bool) -> Value | None:
    """The value as a limit, "by Friday", "since 2014"; None where the word before it sets none.

    `onwards` says that "on" follows, as in "from Monday on".  If the limit is an event
    within the time and not the time itself ("before the 2014 vote") it is not `exact`.
    """
    if value.edtf is None or not left.bound:
        return None
    limit = _limit(left.bound, around, onwards)
    if not exact and limit in (_before, _after):
        limit = calendar.until if limit is _before else calendar.since
    return Value(limit(value.edtf), tuple(map(limit, value.others)), value.reason) if limit else None


def _limit(bound: str, around: Around, onwards: bool) -> Callable[[str], str] | None:
    base = around.base
    if bound.startswith(("from", "as of", "as from")) and not onwards and around.tense is not Tense.AHEAD:
        return None  # "a report from 2014"
    if bound in ("before", "prior to"):
        return _before
    if bound in ("as early as", "as soon as") and around.tense is Tense.PAST:
        return None  # "as early as the 1970s there were"
    if bound in EARLIEST and base is not None:
        return lambda edtf: _not_before(edtf, base)
    if bound == "after":
        return _after
    return calendar.until if bound.startswith(UNTIL) else calendar.since


def _not_before(edtf: str, base: date) -> str:
    """Since the day of saying, where a unit had begun by then: "as early as this week"."""
    first, last = calendar.first_day(edtf), calendar.last_day(edtf)
    began = first is not None and last is not None and first < base <= last
    return calendar.since(calendar.day(base) if began else edtf)


def _before(edtf: str) -> str:
    """Until a day, or until the unit before a month or year."""
    return _beside(edtf, calendar.start_of(edtf), -1, calendar.until)


def _after(edtf: str) -> str:
    """Since a day, or since the unit after a month or year."""
    return _beside(edtf, calendar.end_of(edtf), 1, calendar.since)


def _beside(edtf: str, end: str, steps: int, limit: Callable[[str], str]) -> str:
    end = end.rstrip("~")
    if len(end) == len("2022"):
        return limit(calendar.year_of(int(end) + steps))
    if len(end) == len("2022-02"):
        return limit(calendar.month(int(end[:4]), int(end[5:]) + steps))
    return limit(end if end != calendar.OPEN else edtf)
