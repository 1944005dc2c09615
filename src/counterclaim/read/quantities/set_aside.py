"""Numbers that count nothing: parts of names, years, scores, ages in apposition, "one" for somebody."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.model.meaning import Bound
from counterclaim.read.quantities.befallen import befallen
from counterclaim.read.quantities.cardinals import HYPHENS, ONES, TENS, Form
from counterclaim.read.quantities.counted import Counted
from counterclaim.read.quantities.people import is_person
from counterclaim.read.quantities.ranges import Measured
from counterclaim.read.quantities.stretch import Stretch
from counterclaim.read.quantities.units import SPANS_OF_TIME
from counterclaim.read.quantities.words import Kind, Word, lower_at

_LABELS = frozenset(
    "number day phase part chapter round step game level type plan article section war week no. page".split()
)
_NOT_ONE = frozenset(
    """
    thing side voice point day morning afternoon night evening time moment way hand inch place area guy
    minute word kind sort example step part second half year week month hour

    """.split()
)
_NO_ONE = frozenset("no any each every the another some not or".split())
_OTHERS = frozenset("another more".split())
_FAR = 8  # words in which "one" may be set against another
_JOINS = frozenset("to and or & - – ,".split())
_LARGE = 100  # what follows a date or a label and is smaller may be one more of them
_SMALL_WORDS = frozenset("and or the a than of by to in at".split()) | frozenset(ONES) | frozenset(TENS)
_BORES_AND_CLOCKS = frozenset(
    """
    o'clock o’clock caliber calibre gauge magnum twenties thirties fifties sixties seventies eighties
    nineties
    """.split()
)
_STILL_COUNTS = frozenset("odd plus ish".split())  # "30-odd"
_PARTS_OF_DAY = frozenset("morning afternoon evening".split())


def counts(stretch: Stretch, item: Measured, bound: Bound | None, counted: Counted) -> bool:
    """Whether a number counts or measures something."""
    if _is_age_before_somebody(stretch, item) or _is_hour(stretch, item) or _is_pairing(stretch, item):
        return False
    if item.form is Form.ARTICLE:
        return item.unit is not None and bound is not None
    if item.form is Form.PART:
        return item.unit is not None
    if stretch.words[item.first].lower == "one" and item.value == 1:
        return bound is not None if item.unit else _one_counts(stretch, item, bound, counted)
    if item.unit is not None:
        return not (stretch.words[item.first].lower == "zero" and item.unit in SPANS_OF_TIME)
    if counted.single or _is_year(stretch, item, bound, counted):
        return False
    if _are_the_parties(stretch, item, counted) or _is_name(stretch, item, counted):
        return False
    return not any(test(stretch, item) for test in _TESTS)


def _one_counts(stretch: Stretch, item: Measured, bound: Bound | None, counted: Counted) -> bool:
    """Whether "one" counts ("one person", "killing one"), being no pronoun and no "one of many"."""
    words = stretch.words
    before = lower_at(words, item.first - 1)
    if before in ("-", "‑"):
        before = lower_at(words, item.first - 2)
    if lower_at(words, item.last) in ("of", "another") or before in _NO_ONE:
        return False
    if counted.noun is None:
        return befallen(stretch.parse, stretch.place(item.first, item.last))
    others = any(word.lower in _OTHERS for word in words[item.last : item.last + _FAR])
    return counted.noun not in _NOT_ONE and (bound is not None or not others)


def _is_year(stretch: Stretch, item: Measured, bound: Bound | None, counted: Counted) -> bool:
    """Whether four figures name a year rather than count something."""
    if stretch.words[item.last - 1].kind is not Kind.YEAR:
        return False
    if counted.noun is not None and is_person(counted.noun):
        return False
    return counted.noun is None or bound in (None, Bound.EXACTLY)


def _are_the_parties(stretch: Stretch, item: Measured, counted: Counted) -> bool:
    """Whether "the two sides" only means those who talk or trade with each other."""
    known = lower_at(stretch.words, item.first - 1) in _KNOWN and (item.value or 0) <= _MOST_PARTIES
    return known and counted.noun in _PARTIES


_KNOWN = frozenset("the our these their both".split())
_PARTIES = frozenset(
    """
    sides leaders countries nations states parties presidents governments peoples ministers companies
    """.split()
)
_MOST_PARTIES = 3


def _is_name(stretch: Stretch, item: Measured, counted: Counted) -> bool:
    """Whether a number belongs to a name: "Boeing 737", "Number Ten", "the Big Three", "IE6 to 10"."""
    words, word = stretch.words, stretch.words[item.first]
    before = words[item.first - 1] if item.first else None
    if word.kind is Kind.WORD:
        token = stretch.token(item.first)
        named = token is not None and token.tag in ("NNP", "NNPS") and word.text[0].isupper()
        return named or (before is not None and before.lower in _LABELS)
    if before is None or (counted.noun is not None and not _is_compound(stretch, item.first)):
        return False
    if before.lower in _JOINS and item.first > 1 and words[item.first - 2].kind is Kind.NAME:
        return (item.value or 0) < _LARGE
    return _is_of_name(stretch, before, item.first - 1)


def _is_compound(stretch: Stretch, index: int) -> bool:
    """Whether the grammar ties the word before a figure to the figure or to its noun ("Boeing 787 jets")."""
    tokens = stretch.parse.tokens
    inside = stretch.parse.within(stretch.place(index, index + 1))
    if not inside or not inside[0]:
        return False
    at, before = inside[0], tokens[inside[0] - 1]
    return before.head in (at, tokens[at].head) and before.dep in _COMPOUNDS


_COMPOUNDS = frozenset("compound nmod amod".split())


def _is_of_name(stretch: Stretch, word: Word, index: int) -> bool:
    """Whether a word before a figure is a name that takes it, not one that owns it ("Smith's 538")."""
    if word.kind is not Kind.WORD or word.text.islower() or word.lower.endswith(("'s", "’s")):
        return False
    token = stretch.token(index)
    return token is not None and token.tag in ("NNP", "NNPS") and word.lower not in _SMALL_WORDS


def _is_score(stretch: Stretch, item: Measured) -> bool:
    """Whether a bare figure is one side of a score ("52-35")."""
    words = stretch.words
    joined = lower_at(words, item.first - 1) in ("-", "–", "/") and _is_figure(words, item.first - 2)
    return joined or (lower_at(words, item.last) in ("-", "–", "/") and _is_figure(words, item.last + 1))


def _is_figure(words: list[Word], at: int) -> bool:
    return 0 <= at < len(words) and words[at].kind in (Kind.FIGURE, Kind.YEAR)


def _is_hyphened(stretch: Stretch, item: Measured) -> bool:
    """Whether a number only begins an adjective: "two-faced"."""
    return item.hyphened and lower_at(stretch.words, item.last + 1) not in _STILL_COUNTS


def _is_bore_or_clock(stretch: Stretch, item: Measured) -> bool:
    return (
        lower_at(stretch.words, item.last) in _BORES_AND_CLOCKS or stretch.words[item.first].lower == "zero"
    )


def _is_or_two(stretch: Stretch, item: Measured) -> bool:
    """Whether "two" stands in "a ship or two"."""
    before = lower_at(stretch.words, item.first - 2)
    return (
        item.value == 2
        and lower_at(stretch.words, item.first - 1) == "or"
        and before.isalpha()
        and before not in ONES
    )


def _is_age_beside_name(stretch: Stretch, item: Measured) -> bool:
    """Whether a figure between commas tells somebody's age, which is told in passing."""
    words = stretch.words
    if item.first < 2 or words[item.first - 1].lower != "," or not words[item.first - 2].text[0].isupper():
        return False
    return item.last >= len(words) or words[item.last].kind is Kind.MARK


def _is_age_before_somebody(stretch: Stretch, item: Measured) -> bool:
    """Whether "34-year-old" says who somebody is, and counts nothing."""
    last = lower_at(stretch.words, item.last - 1)
    return last in ("old", "olds") and lower_at(stretch.words, item.last - 2) in HYPHENS


def _is_hour(stretch: Stretch, item: Measured) -> bool:
    """Whether "7.40 in the morning" tells the hour."""
    after = tuple(lower_at(stretch.words, item.last + i) for i in range(3))
    return item.unit is None and after[:2] == ("in", "the") and after[2] in _PARTS_OF_DAY


def _is_pairing(stretch: Stretch, item: Measured) -> bool:
    """Whether a number is part of "one-on-one"."""
    around = lower_at(stretch.words, item.first - 2), lower_at(stretch.words, item.first + 2)
    return "on" in around and (
        lower_at(stretch.words, item.first - 1) in HYPHENS
        or lower_at(stretch.words, item.first + 1) in HYPHENS
    )


_TESTS: tuple[Callable[[Stretch, Measured], bool], ...] = (
    _is_score,
    _is_hyphened,
    _is_bore_or_clock,
    _is_or_two,
    _is_age_beside_name,
)
