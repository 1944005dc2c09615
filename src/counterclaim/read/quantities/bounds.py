"""How the words at a number bound it: "more than", "up to", "nearly", "or so"."""

from __future__ import annotations

from counterclaim.model.meaning import Bound
from counterclaim.read.quantities.words import Word, lower_at

_BEFORE = """
more than: more than, over, above, in excess of, upwards of, upward of, exceeding, exceed, beyond, north
 of, topping, greater than, better than, higher than, larger than, longer than, older than, just over,
 well over, a little over, barely more than, slightly more than, slightly over, surpassing, exceeded,
 exceeds, topped, surpassed
at least: at least, no fewer than, no less than, not less than, not fewer than, minimum of, at the very
 least, as few as, as little as, a good
at most: up to, as many as, as much as, at most, no more than, not more than, maximum of, as high as, as
 long as, within, at the most, as far as, no longer than, not exceeding, no higher than, no greater than
less than: nearly, almost, just under, less than, fewer than, under, below, not quite, approaching,
 nearing, just short of, shy of, lower than, well under, smaller than, shorter than, younger than, well
 below, just below, a little less than, a little under, slightly less than, not even, barely, hardly,
 scarcely
about: about, around, some, roughly, approximately, approx, circa, estimated, close to, in the region of,
 on the order of, in the order of, something like, more or less, perhaps, maybe, ~, ≈, probably,
 somewhere around, give or take
exactly: exactly, only, just, precisely, a total of, a mere, total of
"""
_AFTER = """
at least: or more, and more, or longer, or above, or higher, or over, and over, and above, and up, plus,
 +, - plus, at least, or older, and older, and counting, or greater
at most: or less, or fewer, or under, and under, at most, or below, or lower, or younger, and younger,
 tops, maximum
about: or so, odd, - odd, or thereabouts, give or take, - ish
"""


def _table(text: str) -> dict[tuple[str, ...], Bound]:
    rows = (row.split(": ", 1) for row in text.strip().replace("\n ", " ").splitlines())
    return {
        tuple(phrase.split()): Bound(name)
        for name, phrases in rows
        for phrase in phrases.rstrip(",").split(", ")
    }


_BOUNDS_BEFORE, _BOUNDS_AFTER = _table(_BEFORE), _table(_AFTER)
_LONGEST = max(map(len, _BOUNDS_BEFORE))
_LAST_WORDS = frozenset(phrase[-1] for phrase in _BOUNDS_BEFORE)
_FIRST_WORDS = frozenset(phrase[0] for phrase in _BOUNDS_AFTER)
_BETWEEN = frozenset("a an another further additional other the".split())
_OVER_THINGS = frozenset("over under above below within beyond".split())
"""Words of place and topic too, which bound only measures and large numbers."""


def bound_before(words: list[Word], at: int, large: bool, time: bool = False) -> tuple[int, Bound | None]:
    """Where the words that bound the number at an index begin, and the bound they set.

    The outermost bound wins ("up to about 30"); `large` numbers may be bounded by
    words that with small ones tell a place or topic ("over two laws"); over a `time`
    things are spread, unless it says "for over" or the like.
    """
    first, found = at, None
    while True:
        begins, bound = _one_before(words, first, large, time)
        if bound is None:
            return (first, found)
        if found is None or bound is not Bound.EXACTLY:
            found = bound if found in (None, Bound.ABOUT, Bound.EXACTLY) else found
        first = begins


def _one_before(words: list[Word], at: int, large: bool, time: bool) -> tuple[int, Bound | None]:
    end = at - (lower_at(words, at - 1) in _BETWEEN and lower_at(words, at - 1) != "the")
    if lower_at(words, end - 1) not in _LAST_WORDS:
        return at, None
    for length in range(min(_LONGEST, end), 0, -1):
        phrase = tuple(word.lower for word in words[end - length : end])
        bound = _BOUNDS_BEFORE.get(phrase)
        if bound is not None:
            if (
                length == 1
                and phrase[0] in _OVER_THINGS
                and not (large and _over_bounds(words, end - 1, time))
            ):
                return at, None
            return end - length, bound
    return at, None


def _over_bounds(words: list[Word], at: int, time: bool) -> bool:
    return not time or words[at].lower != "over" or lower_at(words, at - 1) in _FOR


_FOR = frozenset("for after took takes take last lasted lasting is was been spent with aged served".split())


def bound_after(words: list[Word], at: int) -> tuple[int, Bound | None]:
    """Where the words end that bound the number before an index, and the bound they set."""
    if lower_at(words, at) not in _FIRST_WORDS:
        return at, None
    for length in (2, 1, 3):
        bound = _BOUNDS_AFTER.get(tuple(lower_at(words, at + i) for i in range(length)))
        if bound is not None and lower_at(words, at + length) != "than":
            return at + length, bound
    return at, None


def final_bound(number: Bound | None, before: Bound | None, after: Bound | None) -> Bound:
    """One bound of what the number itself, the words before and those after it say."""
    if number is Bound.BETWEEN:
        return number
    if after is not None and before in (None, Bound.EXACTLY, Bound.ABOUT):
        return after
    if before is not None and before is not Bound.EXACTLY:
        return before
    return number or Bound.EXACTLY


_OPEN_ABOVE = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_OPEN_BELOW = frozenset({Bound.AT_MOST, Bound.LESS_THAN})


def ends(value: float, bound: Bound) -> tuple[float | None, float | None]:
    """The low and high end of a bounded number; None where that side is open, as both are about it."""
    low = value if bound is Bound.EXACTLY or bound in _OPEN_ABOVE else None
    high = value if bound is Bound.EXACTLY or bound in _OPEN_BELOW else None
    return low, high
