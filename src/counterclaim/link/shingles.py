"""The words of a text, and its shingles: each run of eight words, whatever their case and punctuation.

Copies are told by shingles because eight words in a row hardly come about twice by chance
(Broder 1997, "On the resemblance and containment of documents").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.model.span import Span, Spans

LENGTH = 8

_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]+")
_MARKS = re.compile(r"[“”„«»\"]|``|''")
_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "``": "''", "''": "''"}

Word = tuple[str, int]
"""A word in lower case, and the offset at which it begins."""

Shingle = tuple[str, ...]


def words(text: str, left_out: Spans = ()) -> list[Word]:
    """The words of a text in order, without those that begin in a span left out."""
    found = [(match[0].lower(), match.start()) for match in _WORD.finditer(text)]
    if not left_out:
        return found
    out = _within((start for _, start in found), tuple(sorted(left_out)))
    return [word for word, is_out in zip(found, out, strict=True) if not is_out]


def shingles(text_words: Sequence[Word]) -> list[Shingle]:
    """The shingle that begins at each word, in order; none for fewer than eight words."""
    bare = [word for word, _ in text_words]
    return list(zip(*(bare[start:] for start in range(LENGTH)), strict=False))


def quoted(text: str) -> list[Span]:
    """The stretches between quotation marks, in order; one left open ends with its line."""
    return [span for line in _LINE.finditer(text) for span in _quoted_in(line)]


def unquoted_shingles(text: str, text_words: Sequence[Word]) -> set[Shingle]:
    """The shingles of a text that have no word inside quotation marks."""
    marked = _within((start for _, start in text_words), tuple(quoted(text)))
    spoken = [0]
    for mark in marked:
        spoken.append(spoken[-1] + mark)
    return {
        shingle
        for number, shingle in enumerate(shingles(text_words))
        if spoken[number + LENGTH] == spoken[number]
    }


def _quoted_in(line: re.Match[str]) -> Iterator[Span]:
    start, closing = -1, ""
    for mark in _MARKS.finditer(line[0]):
        if not closing:
            start, closing = line.start() + mark.end(), _CLOSING.get(mark[0], "")
        elif mark[0] in closing:
            yield start, line.start() + mark.start()
            closing = ""
    if closing:
        yield start, line.end()


def _within(places: Iterable[int], spans: Spans) -> list[bool]:
    """Whether each place lies in one of the spans; both in rising order, as no span overlaps another."""
    ends = [end for _, end in spans]
    found = []
    for place in places:
        number = bisect_right(ends, place)
        found.append(number < len(spans) and spans[number][0] <= place)
    return found
