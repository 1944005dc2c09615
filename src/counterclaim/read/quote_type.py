"""Whether a content stands in the speaker's own words."""

from __future__ import annotations

from bisect import bisect_right

from counterclaim.model.reading import QuoteType
from counterclaim.model.span import Spans
from counterclaim.read.found import Found, Origin
from counterclaim.read.words import Words

_OUTSIDE_THE_MARKS = frozenset("that and but".split())


def quote_type(text: str, words: Words, found: Found) -> QuoteType:
    """Direct if all words are quoted, a leading "that" or "and" apart; mixed if some are."""
    if found.origin is Origin.TURN:
        return QuoteType.DIRECT
    quoted: list[bool] = []
    for position, index in enumerate(found.content):
        start, end = int(words.starts[index]), int(words.ends[index])
        word = text[start:end]
        if not word[0].isalnum() or (position < 2 and word.lower() in _OUTSIDE_THE_MARKS):
            continue
        quoted.append(_inside(words.quotes, start, end))
    if not any(quoted):
        return QuoteType.INDIRECT
    return QuoteType.DIRECT if all(quoted) else QuoteType.MIXED


def _inside(quotes: Spans, start: int, end: int) -> bool:
    place = bisect_right(quotes, start, key=lambda span: span[0]) - 1
    return place >= 0 and end <= quotes[place][1]
