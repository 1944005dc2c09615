"""Doubtful forms: whether the words around let "May", "2000", "spring" or "the year" be a time."""

from __future__ import annotations

import re
from collections.abc import Callable

from counterclaim.read.parse import Parse
from counterclaim.read.times.grammar import Leaf
from counterclaim.read.times.limits import Left
from counterclaim.read.times.words import DOUBTFUL_MONTHS, EXPECTS_TIME

_NAMED_DAYS = frozenset("super black fat ash good palm cyber giving bloody maundy".split())
_PROGRAMMES = frozenset("usa russia india".split())  # "... Today"
_AFTER_COUNT = frozenset("percent per million people km dead".split())
_BEFORE_COUNT = frozenset("no. number nearly over than $ #".split())
_BEFORE_NUMBER = frozenset("resolution article room boeing page chapter flight some only".split())
_BEFORE_YEAR = frozenset("in of since the from".split())
_WORD_BEFORE = re.compile(r"([\w'’]+)[\s-]{1,3}\Z")
_OF_WHOLE = re.compile(r"\bof\s{1,3}the\s{1,3}\Z", re.IGNORECASE)
_IN_THE = re.compile(r"\b(?:in|by|during|of)\s{1,3}(?:the\s{1,3})?\Z", re.IGNORECASE)
_ON_THE = re.compile(r"\b(?:on|by|until|till|before|from)\s{1,3}the\s{1,3}\Z", re.IGNORECASE)
_AT_WEEKEND = re.compile(r"\b(?:over|during|at|by|until|before|for|on)\s{1,3}the\s{1,3}\Z", re.IGNORECASE)
_SUPERLATIVE = re.compile(
    r"\b(?:[a-z]{2,12}est|first|second|third|most|least|once|twice|times?)\b[^.;:]{0,30}\Z", re.IGNORECASE
)
_LOOK_BACK = 24


def is_time(parse: Parse, leaf: Leaf, left: Left, index: int | None) -> bool:
    """Whether the words around allow a doubtful form ("May", "2000", "spring", "the year") to be a time."""
    check = _CHECKS.get(leaf.form)
    return check is None or check(parse, leaf, left, index)


def _word_before(text: str, leaf: Leaf) -> str:
    match = _WORD_BEFORE.search(text[max(0, leaf.start - _LOOK_BACK) : leaf.start])
    return match[1].lower() if match else ""


def _month_is_time(parse: Parse, leaf: Leaf, left: Left, index: int | None) -> bool:
    if leaf["year"] or leaf["month"].rstrip(".") not in DOUBTFUL_MONTHS:
        return True
    if index is not None and parse.tokens[index].tag in ("MD", "VB", "VBP"):
        return False
    return bool(left.bound or left.part or left.edge) or _word_before(parse.text, leaf) in EXPECTS_TIME


def _year_is_time(parse: Parse, leaf: Leaf, left: Left, index: int | None) -> bool:
    if left.bound or left.part or left.edge:
        return True
    before = _word_before(parse.text, leaf)
    if index is not None and index + 1 < len(parse.tokens):
        after = parse.tokens[index + 1]
        counted = after.tag == "NNS" or after.lower in _AFTER_COUNT
        if counted and before not in _BEFORE_YEAR:
            return False
        if index and parse.tokens[index - 1].lower in _BEFORE_COUNT:
            return False
    return before not in _BEFORE_NUMBER


def _season_is_time(parse: Parse, leaf: Leaf, left: Left, index: int | None) -> bool:
    if leaf["year"]:
        return True
    if index is not None and parse.tokens[index].pos not in ("NOUN", "PROPN"):
        return False
    if left.part in ("early", "late", "mid") or left.edge or left.bound:
        return True
    return _IN_THE.search(parse.text[max(0, leaf.start - _LOOK_BACK) : leaf.start]) is not None


def _unit_is_time(parse: Parse, leaf: Leaf, left: Left, index: int | None) -> bool:
    """Whether "the year" is the present one: after "the end of", "later in", or a superlative's "of"."""
    if left.edge or left.part:
        return parse.text[leaf.start - 4 : leaf.start].lower().rstrip() == "the"
    before = parse.text[max(0, leaf.start - _LOOK_BACK) : leaf.start]
    if leaf["unit"] == "weekend":
        return _AT_WEEKEND.search(before) is not None
    return leaf["unit"] == "year" and _OF_WHOLE.search(before) is not None


def _day_word_is_time(parse: Parse, leaf: Leaf, left: Left, index: int | None) -> bool:
    """Not of a newspaper's or a programme's name."""
    return not (leaf["word"] == "today" and _word_before(parse.text, leaf) in _PROGRAMMES)


def _weekday_is_time(parse: Parse, leaf: Leaf, left: Left, index: int | None) -> bool:
    """Not of "Super Tuesday", the name of a day that comes once."""
    return _word_before(parse.text, leaf) not in _NAMED_DAYS


def _window_is_time(parse: Parse, leaf: Leaf, left: Left, index: int | None) -> bool:
    """Not the verb of "may last months", nor "the last week of March" or "the next day"."""
    if parse.text[leaf.end : leaf.end + 4].lower() == " of " or (
        leaf["unit"] in ("day", "night") and not leaf["number"]
    ):
        return False
    article = parse.text[max(0, leaf.start - 4) : leaf.start].lower() == "the "
    return article or bool(leaf["number"] or leaf["few"] or leaf["which"] in ("recent", "past", "coming"))


def _length_is_time(parse: Parse, leaf: Leaf, left: Left, index: int | None) -> bool:
    """Not after a superlative of its own clause: "the deepest recession in a decade"."""
    match = _SUPERLATIVE.search(parse.text, max(0, leaf.start - 40), leaf.start)
    if match is None:
        return True
    return any(parse.tokens[between].tag == "MD" for between in parse.within((match.start(), leaf.start)))


def _stands_alone(parse: Parse, leaf: Leaf, left: Left, index: int | None) -> bool:
    """Not before a noun that it describes: "a year-end bonus", "an overnight train"."""
    after = next(iter(parse.within((leaf.end + 1, leaf.end + 2))), None)
    return after is None or parse.tokens[after].pos not in ("NOUN", "PROPN", "ADJ", "NUM")


def _nth_is_time(parse: Parse, leaf: Leaf, left: Left, index: int | None) -> bool:
    """Only after "on the" and the like, and not before what is counted: "the 21st century"."""
    before = parse.text[max(0, leaf.start - _LOOK_BACK) : leaf.start]
    named = bool(leaf["which"]) or _ON_THE.search(before) is not None
    return named and _stands_alone(parse, leaf, left, index)


_CHECKS: dict[str, Callable[[Parse, Leaf, Left, int | None], bool]] = {
    "month": _month_is_time,
    "day_word": _day_word_is_time,
    "weekday": _weekday_is_time,
    "year": _year_is_time,
    "season": _season_is_time,
    "unit": _unit_is_time,
    "window": _window_is_time,
    "unit_end": _stands_alone,
    "overnight": _stands_alone,
    "holiday": _stands_alone,
    "nth_day": _nth_is_time,
    "in_units": _length_is_time,
}
