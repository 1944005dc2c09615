"""A stretch of a long text that is shown by itself: what stands in it, and its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from counterclaim.model.document import Link, LinkKind, Mark
from counterclaim.model.reading import Statement
from counterclaim.model.span import Span, Spans, overlaps
from counterclaim.show.nesting import Placed
from counterclaim.show.row import Row, rows


class Standing(NamedTuple):
    """What stands in a text, or in a stretch of it; statements come with their numbers."""

    placed: Sequence[Placed]
    statements: Sequence[tuple[int, Statement]]
    marks: Sequence[Mark]
    links: Sequence[Link]

    def within(self, window: Span) -> Standing:
        """What of it has words in the window; no sign of it is to stand before the window or behind."""
        start, end = window
        return Standing(
            placed=[_seen(one, window) for one in self.placed if _has_words(one, window)],
            statements=[
                (number, replace(one, content=_clipped(one.content, window)))
                for number, one in self.statements
                if any(overlaps(span, window) for span in one.content)
            ],
            marks=[
                replace(mark, start=max(start, mark.start))
                for mark in self.marks
                if overlaps((mark.start, mark.end), window)
            ],
            links=[link for link in self.links if _is_in(link, start, end)],
        )


def rows_in(
    text: str, window: Span, contents: Iterable[Span], headlines: Iterable[Span], notes: Iterable[int]
) -> list[Row]:
    """The rows of the window, cut at its ends; all places count in the whole text, as in `rows`."""
    start, end = window
    found = rows(
        text[start:end],
        _moved(_clipped(contents, window), start),
        _moved(_clipped(headlines, window), start),
        [note - start for note in notes if start <= note < end],
    )
    return [
        row._replace(start=row.start + start, visible_end=row.visible_end + start, end=row.end + start)
        for row in found
    ]


def _has_words(one: Placed, window: Span) -> bool:
    whole = one.attribution
    return any(overlaps(span, window) for span in (*whole.source, *whole.cue, *whole.content))


def _seen(one: Placed, window: Span) -> Placed:
    """The attribution without words that begin behind the window; what began before may go on in it."""
    start, end = window
    whole = one.attribution
    claims = tuple(
        replace(claim, content=tuple(span for span in claim.content if start <= span[0] < end))
        for claim in whole.claims
    )
    seen = replace(
        whole,
        source=_begun(whole.source, end),
        cue=_begun(whole.cue, end),
        content=_begun(whole.content, end),
        claims=claims,
    )
    return replace(one, attribution=seen)


def _is_in(link: Link, start: int, end: int) -> bool:
    """Whether a link has words in the window; a medium is where it begins."""
    if link.kind is LinkKind.LINK:
        return link.start < end and start < link.end
    return start <= link.start < end


def _begun(spans: Spans, end: int) -> Spans:
    return tuple(span for span in spans if span[0] < end)


def _clipped(spans: Iterable[Span], window: Span) -> Spans:
    start, end = window
    return tuple(
        (max(left, start), min(right, end)) for left, right in spans if overlaps((left, right), window)
    )


def _moved(spans: Spans, start: int) -> Spans:
    return tuple((left - start, right - start) for left, right in spans)
