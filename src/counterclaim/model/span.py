"""Places in a text.

A span is a pair of Unicode code point offsets, from 0, end exclusive.  What a
role covers is a tuple of spans in reading order, which may have gaps.
"""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
Spans = tuple[Span, ...]


def words_at(text: str, spans: Iterable[Span], joint: str = " […] ") -> str:
    """The exact words at the spans, pieces joined by a visible gap."""
    return joint.join(text[start:end] for start, end in spans)


def overlaps(left: Span, right: Span) -> bool:
    """Whether two spans share at least one code point."""
    return left[0] < right[1] and right[0] < left[1]
