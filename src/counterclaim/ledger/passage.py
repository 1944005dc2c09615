"""The stretch of a stored text around a claim, cut between words."""

from __future__ import annotations

from counterclaim.model.listing import Context
from counterclaim.model.span import Span, Spans

AROUND = 280  # code points before and after; about two sentences of news
_WORD = 70  # code points; what is longer without a space is cut all the same


def passage(text: str, source: Spans, cue: Spans, content: Spans) -> Context:
    """The text from before the first of the spans to after the last, with the spans counted in it."""
    every = (*source, *cue, *content)
    start = _start(text, max(0, min(span[0] for span in every) - AROUND))
    end = _end(text, min(len(text), max(span[1] for span in every) + AROUND))
    return Context(
        text=text[start:end],
        start=start,
        source=_moved(source, start),
        cue=_moved(cue, start),
        content=_moved(content, start),
        cut_before=start > 0,
        cut_after=end < len(text),
    )


def _start(text: str, at: int) -> int:
    """The place, moved past what is left of a word that would be cut."""
    if at == 0 or text[at - 1].isspace():
        return at
    places = range(at, min(at + _WORD, len(text)))
    gap = next((place for place in places if text[place].isspace()), None)
    return at if gap is None else gap + 1


def _end(text: str, at: int) -> int:
    """The place, moved back before a word that would be cut."""
    if at == len(text) or text[at].isspace():
        return at
    places = range(at, max(at - _WORD, 0), -1)
    gap = next((place for place in places if text[place - 1].isspace()), None)
    return at if gap is None else gap - 1


def _moved(spans: Spans, start: int) -> tuple[Span, ...]:
    return tuple((span[0] - start, span[1] - start) for span in spans)
