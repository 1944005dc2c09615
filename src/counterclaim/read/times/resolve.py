"""Find the time expressions in parts of a text, and resolve them against the day they were said on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.model.meaning import Time
from counterclaim.model.span import Span, Spans
from counterclaim.read.parse import Parse
from counterclaim.read.times import calendar, clause, counted, fixed, relative
from counterclaim.read.times.doubt import is_time
from counterclaim.read.times.grammar import Leaf, leaves
from counterclaim.read.times.limits import EARLIEST, UNTIL, Left, bounded, left_of, narrowed
from counterclaim.read.times.tense import Tense, tense_at
from counterclaim.read.times.value import Around, Value

_RESOLVE: dict[str, Callable[[Leaf, Around], Value | None]] = {
    "iso": fixed.iso,
    "numeric": fixed.numeric,
    "clock": relative.clock,
    "day_month": fixed.month_day,
    "month_day": fixed.month_day,
    "month": fixed.month,
    "weekday": relative.weekday,
    "day_word": relative.day_word,
    "window": counted.window,
    "which": relative.which,
    "in_units": counted.in_units,
    "quarter": fixed.quarter,
    "season": fixed.season,
    "century": fixed.century,
    "decade": fixed.decade,
    "year": fixed.year,
    "unit": relative.unit,
    "unit_end": relative.unit,
    "mid_century": relative.mid_century,
    "overnight": relative.overnight,
    "nth_day": relative.nth_day,
    "ahead": counted.ahead,
    "allowed": counted.allowed,
    "holiday": fixed.holiday,
    "ago": counted.ago,
    "hence": counted.hence,
}
_DAYS = frozenset(("iso", "numeric", "day_month", "month_day", "weekday"))
_WITH_ARTICLE = frozenset("window decade century quarter unit season day_word".split())
_TO = re.compile(r"\s{0,3}(?:[-–—]|to|through|until|till|and)\s{0,3}(?:the\s)?", re.IGNORECASE)
_BESIDE = re.compile(r"\s{0,3},?\s{1,3}(?:(?:at|on|of|around|about|in\sthe)\s{1,3})?|\s?\(", re.IGNORECASE)
_AT_THE_EARLIEST = re.compile(
    r",?\s{1,3}(?:at the (?:very )?(?:earliest|(?P<last>latest))|(?:being|is) the earliest date)\b",
    re.IGNORECASE,
)
_ONWARDS = re.compile(r"\s{1,3}on(?:wards?)?(?=[\s.,;)]|$)", re.IGNORECASE)
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression that ends at `end`, with its value before limits are laid on it."""

    leaf: Leaf
    end: int
    left: Left
    value: Value
    around: Around
    ends_range: bool = False


def find_times(
    parse: Parse, spans: Spans, published: str | None, anchor: str | None = None
) -> tuple[Time, ...]:
    """Every time expression that lies in a span, in reading order, with its EDTF value.

    `anchor` is the day on which the words were said, where that is not the day of
    publication (both ISO 8601).  Words that change the value ("by", "since", "as early as")
    belong to the span.  A relative expression without a day to count from has edtf None
    and a reason.
    """
    base = calendar.read_date(anchor) or calendar.read_date(published)
    return tuple(time for span in spans for time in _in_span(parse, span, base))


def _in_span(parse: Parse, span: Span, base: date | None) -> list[Time]:
    found: list[_Found] = []
    start = max(0, span[0])
    for leaf in leaves(parse.text, start, min(span[1], len(parse.text))):
        one = _resolved(parse, leaf, found[-1].end if found else start, base)
        if one is None:
            continue
        merged = _merged(parse.text, found[-1], one) if found else None
        if merged is None:
            found.append(one)
        else:
            found[-1] = merged
    return [_time(parse, one, span[1]) for one in found]


def _resolved(parse: Parse, leaf: Leaf, first: int, base: date | None) -> _Found | None:
    """A leaf with its value, or None where the words are no time after all."""
    left = left_of(parse.text, leaf.start, first)
    if left.edge == "week" and leaf.form not in _DAYS:
        left = replace(left, core=leaf.start, whole=leaf.start, edge="", bound="")
    if leaf.form == "unit_end":
        left = replace(left, edge="end")
    index = next(iter(parse.within((leaf.start, leaf.end))), None)
    if not is_time(parse, leaf, left, index):
        return None
    if left.about and (leaf.form in ("day_word", "weekday") or _describes(parse, leaf, index)):
        left = replace(left, about=False, core=leaf.start, whole=leaf.start)
    around = Around(base, _tense(parse, leaf, left, index))
    try:
        value = _RESOLVE[leaf.form](leaf, around)
        value = narrowed(value, left, around) if value else None
    except (ValueError, OverflowError):
        value = Value(None, (), "out of range")
    return _Found(leaf, leaf.end, left, value, around) if value else None


def _describes(parse: Parse, leaf: Leaf, index: int | None) -> bool:
    """Whether an expression is part of a name that the words before govern: "after the 1917 revolt"."""
    if index is None:
        return False
    head = parse.tokens[parse.tokens[index].head]
    return head.start >= leaf.end and head.pos in ("NOUN", "PROPN")


def _tense(parse: Parse, leaf: Leaf, left: Left, index: int | None) -> Tense:
    if left.bound.endswith("since"):
        return Tense.PAST
    if leaf.form == "weekday" and left.bound in EARLIEST:
        return Tense.AHEAD
    if index is None:
        return Tense.UNKNOWN
    tense = tense_at(parse, index)
    if tense is Tense.UNKNOWN and left.bound.startswith(UNTIL):
        return Tense.AHEAD  # "they have until Sunday"
    if clause.is_set_for(parse, index):
        return Tense.AHEAD  # "the hearing was put off to Friday"
    possessive = parse.text[leaf.end : leaf.end + 2] in ("'s", "’s")
    if tense is Tense.AHEAD and leaf.form == "weekday" and (possessive or left.bound == "after"):
        return Tense.UNKNOWN  # "after Monday's attack the city will need help"
    return tense


def _merged(text: str, left: _Found, right: _Found) -> _Found | None:
    """Two expressions as one: a range, or one that says the other more exactly; None if they stay two."""
    gap = text[left.end : right.leaf.start]
    if len(gap) > _LOOK_BACK or "\n" in gap:
        return None
    if _TO.fullmatch(gap) and _opens_range(text, left, gap):
        return _range(left, right)
    return _appositive(left, right) if _BESIDE.fullmatch(gap) else None


def _opens_range(text: str, left: _Found, gap: str) -> bool:
    if left.ends_range:
        return False
    word = gap.strip().lower()
    if word.startswith("and"):
        before = text[max(0, left.left.whole - 12) : left.leaf.start].lower()
        return "between" in before
    return (
        left.left.bound.startswith("from")
        or word[:1] in "-–—"
        or word.startswith("through")
        or (word.startswith("to") and left.leaf.form in ("year", "month_day", "day_month", "decade"))
    )


def _range(left: _Found, right: _Found) -> _Found | None:
    if left.value.edtf is None or right.value.edtf is None:
        return None
    value = Value(calendar.joined(left.value.edtf, right.value.edtf))
    return replace(left, end=right.end, value=value, ends_range=True)


def _appositive(left: _Found, right: _Found) -> _Found | None:
    """One time told twice, "later this week, February 24", "Tuesday at 5 p.m.": the narrower of the two."""
    if right.leaf.form == "clock" or left.leaf.form == "clock":
        named = right if left.leaf.form == "clock" else left
        return replace(left, end=right.end, value=named.value)
    if right.left.bound or left.value.edtf is None or right.value.edtf is None:
        return None
    for wide, narrow in ((left, right), (right, left)):
        for edtf in (narrow.value.edtf, *narrow.value.others):
            readings = (wide.value.edtf, *wide.value.others)
            if edtf is not None and any(calendar.holds(outer, edtf) for outer in readings if outer):
                return replace(left, end=right.end, value=Value(edtf))
    return None


def _time(parse: Parse, found: _Found, end: int) -> Time:
    """The record, its limit laid on."""
    onwards = _ONWARDS.match(parse.text, found.end, end)
    index = next(iter(parse.within((found.leaf.start, found.leaf.end))), None)
    exact = not _describes(parse, found.leaf, index)
    earliest = None if found.left.bound else _AT_THE_EARLIEST.match(parse.text, found.end, end)
    if earliest:
        bound = "no later" if earliest["last"] else "at the earliest"
        found = replace(found, end=earliest.end(), left=replace(found.left, bound=bound))
    limited = (
        None if found.ends_range else bounded(found.value, found.left, found.around, bool(onwards), exact)
    )
    stop = onwards.end() if onwards and limited and found.left.bound.startswith("from") else found.end
    value = limited or found.value
    start = _start(found, bool(limited) and not earliest)
    return Time(span=(start, stop), edtf=value.edtf, alternatives=value.others, reason=value.reason)


def _start(found: _Found, limited: bool) -> int:
    """Where the words that make the value begin; an article alone only where the form has one."""
    left = found.left
    if left.bound and (limited or found.ends_range):
        return left.whole
    if left.part or left.edge or left.about or found.leaf.form in _WITH_ARTICLE:
        return left.core
    return found.leaf.start
