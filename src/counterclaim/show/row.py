"""A text cut into rows: the stretches that a page sets beside their own cards."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from counterclaim.model.span import Span

LONG = 600  # code points after which a paragraph may break, about the height of four cards
LONGEST = 1500  # after so many it breaks even inside what somebody says
WRAP = 90  # no line of a text wrapped by hand is longer
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+")


class Row(NamedTuple):
    """A stretch from `start` to `end`, of which the words end at `visible_end`.

    `continues` says that it goes on with the paragraph of the row before.
    """

    start: int
    visible_end: int
    end: int
    continues: bool
    headline: bool


def rows(
    text: str, contents: Sequence[Span], headlines: Sequence[Span] = (), notes: Sequence[int] = ()
) -> list[Row]:
    """The whole text as rows that touch: one a paragraph, or more where a long one holds many cards.

    `contents` are the spans of what is said, `headlines` those of headings, both
    by their start, `notes` the offsets inside contents that the margin says
    something about.  A paragraph breaks at ends of sentences only.
    """
    said, headings = _merged(contents), _merged(headlines)
    coming = sorted([*(left for left, _ in said), *notes])
    found: list[Row] = []
    start = 0
    for end in _paragraph_ends(text):
        cuts = [start, *_cuts(text, (start, end), said, coming), end]
        for index, (left, right) in enumerate(pairwise(cuts)):
            visible_end = left + len(text[left:right].rstrip())
            headline = _holder((left, visible_end), headings) is not None
            found.append(Row(left, visible_end, right, index > 0, headline))
        start = end
    return found


def _paragraph_ends(text: str) -> Iterator[int]:
    """Where each paragraph ends, blank lines after it included."""
    block: list[Span] = []
    blank = False
    for match in _LINE.finditer(text):
        if not match[0].strip():
            blank = True
            continue
        if blank and block:
            yield from _ends(text, block, match.start())
            block = []
        blank = False
        block.append(match.span())
    if text:
        yield from _ends(text, block, len(text))


def _ends(text: str, lines: list[Span], end: int) -> Iterator[int]:
    """Ends of the paragraphs in lines that no blank line parts: one, if wrapped by hand."""
    open_lines = sum(not _ENDED.search(text[max(start, stop - 8) : stop]) for start, stop in lines[:-1])
    wrapped = all(stop - start <= WRAP for start, stop in lines) and 2 * open_lines > len(lines) - 1
    if not wrapped:
        yield from (stop for _, stop in lines[:-1])
    yield end


def _cuts(text: str, paragraph: Span, said: Sequence[Span], coming: Sequence[int]) -> Iterator[int]:
    """Where a long paragraph breaks, as long as something for the margin is still to come."""
    left, end = paragraph
    last = bisect_left(coming, end) - 1
    if end - left <= LONG or last < 0:
        return
    for match in _SENTENCE_END.finditer(text, left, end):
        cut = match.end()
        if coming[last] < cut:
            return
        inside = _holder((cut - 1, cut + 1), said) is not None
        if cut - left >= (LONGEST if inside else LONG):
            yield cut
            left = cut


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order of their start, those that overlap made one."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _holder(span: Span, holders: Sequence[Span]) -> Span | None:
    """The one of the holders, which do not overlap, in which the span lies."""
    index = bisect_right(holders, span[0], key=lambda holder: holder[0]) - 1
    if index >= 0 and span[1] <= holders[index][1]:
        return holders[index]
    return None
