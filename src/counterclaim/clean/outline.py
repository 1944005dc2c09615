"""What is read of a text and what is not: headline, subheadings, leftovers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.clean.boilerplate import leftover_marks
from counterclaim.clean.headlines import begins_with_headline, repeated_headlines, section_start, subheadings
from counterclaim.clean.lines import Line, split_lines
from counterclaim.model.document import Mark, MarkKind
from counterclaim.model.span import Span


@dataclass(frozen=True, slots=True)
class Outline:
    """The spans of a text that the reader must know about.

    `headline` is that of the text's own headline, without a section name.
    `marks` and `headlines`, the headline among them, are in order; marks do
    not overlap one another, and no headline overlaps a mark.
    """

    headline: Span | None
    marks: tuple[Mark, ...]
    headlines: tuple[Span, ...]


def outline(
    text: str, *, title: str | None = None, headline_end: int | None = None, headings: Iterable[Span] = ()
) -> Outline:
    """Find headline, subheadings and leftovers of a text.

    `title` is a title kept apart from the text: lines that say it again are
    marked, the first too.  `headline_end` is where the first line ends if it is
    known to be the headline; `headings` are spans known to be subheadings.
    """
    lines = split_lines(text)
    leftovers = leftover_marks(lines if headline_end is None else lines[1:])
    kept = _without(lines, leftovers)
    headline: Line | None = None
    if title is None and (headline_end is not None or begins_with_headline(kept)):
        headline = kept[0]
    section = None if headline is None else _section(headline, kept[1:])
    span = None if headline is None else _headline_span(headline, section)
    said = title if span is None else text[slice(*span)]
    repeated = (
        [] if said is None else repeated_headlines([line for line in kept if line is not headline], said)
    )
    marks = sorted([*leftovers, *repeated, *([section] if section else [])], key=lambda mark: mark.start)
    body = [line for line in _without(kept, repeated) if line is not headline]
    below = _headings(body, headings)
    return Outline(span, tuple(marks), tuple(below if span is None else [span, *below]))


def _without(lines: list[Line], marks: list[Mark]) -> list[Line]:
    """The lines that no mark covers from end to end."""
    marked = {(mark.start, mark.end) for mark in marks}
    return [line for line in lines if (line.start, line.end) not in marked]


def _section(headline: Line, rest: list[Line]) -> Mark | None:
    cut = section_start(headline.text, [line.text for line in rest])
    return None if cut is None else Mark(headline.start + cut, headline.end, MarkKind.SECTION_NAME)


def _headline_span(headline: Line, section: Mark | None) -> Span:
    if section is None:
        return (headline.start, headline.end)
    kept = headline.text[: section.start - headline.start].rstrip()
    return (headline.start, headline.start + len(kept))


def _headings(body: list[Line], known: Iterable[Span]) -> list[Span]:
    """Subheadings by their looks, and lines known to be some."""
    inside = [
        (line.start, line.end)
        for line in body
        # a heading that is a sentence is the article's lead
        if not line.stopped and any(start <= line.start and line.end <= end for start, end in known)
    ]
    return sorted({*subheadings(body), *inside})
