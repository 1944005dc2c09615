"""Pictures, videos and posts embedded in an article, each at its place in the text.

The extraction of the text drops them, so they are sought in the page's own
tree, in the order of the page, and tied to the pieces of text around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

from counterclaim.clean.addresses import base_address
from counterclaim.clean.embeds import Medium, caption_of, medium_of
from counterclaim.clean.page import Element
from counterclaim.model.document import Link
from counterclaim.model.span import Span

_KEY = 16  # letters and digits that pieces of text are looked up by
_LONG = 25  # letters and digits from which a piece of text that is not in the article is another matter

_SILENT = {"script", "style", "noscript", "template"}


@dataclass(slots=True)
class _Place:
    """A medium between the piece of the article before it and the one behind it."""

    medium: Medium
    before: Span | None
    strangers_before: int
    behind: Span | None = None
    strangers_behind: int = 0
    caption: Span | None = None


def embedded_media(tree: Element, text: str, pieces: list[Span], page: str | None) -> list[Link]:
    """Media of the article as links, in the order of the text.

    `pieces` are the spans of `text` that were each written from one piece of
    the page.  A medium stands where its caption is, if the text has it, else at
    the end of the paragraph before it (start == end).  What stands outside the
    article, in menus, lists of other articles or advertisements, is left out.
    """
    base = base_address(tree, page)
    found: dict[str, Link] = {}
    for place in _places(tree, _Pieces(text, pieces), base):
        if place.caption is None and not _belongs(place):
            continue
        at = place.caption or _beside(text, place)
        found.setdefault(place.medium.url, Link(*at, place.medium.url, place.medium.kind))
    return list(found.values())


def _belongs(place: _Place) -> bool:
    """Whether a medium is part of the article: inside it, or right at its edge and no mere thumbnail."""
    if place.before is not None and place.behind is not None:
        return True
    if place.before is None:
        return place.behind is not None and place.medium.framed and not place.strangers_behind
    return place.medium.framed and not place.strangers_before


def _beside(text: str, place: _Place) -> Span:
    """An empty span: the end of the paragraph before, or the start of the text behind a medium that leads."""
    if place.before is None:
        at = place.behind[0] if place.behind is not None else 0
    else:
        end = text.find("\n", place.before[1])
        at = len(text) if end < 0 else end
    return (at, at)


class _Pieces:
    """The pieces of the text, found by their words, each once and in order."""

    def __init__(self, text: str, pieces: list[Span]) -> None:
        self._text = text
        self._by_key: dict[str, list[tuple[str, Span]]] = {}
        for start, end in reversed(pieces):
            words = _letters(text[start:end])
            if len(words) >= _KEY:
                self._by_key.setdefault(words[:_KEY], []).append((words, (start, end)))

    def take(self, words: str, *, whole: bool) -> Span | None:
        """The next piece that the words begin, or that begins with them, if there is one.

        `whole` takes a piece only if it is a paragraph and says all that the words say.
        """
        waiting = self._by_key.get(words[:_KEY])
        if not waiting or len(words) < _KEY:
            return None
        piece, span = waiting[-1]
        if whole and not (piece == words and self._is_paragraph(span)):
            return None
        if not (piece.startswith(words) or words.startswith(piece)):
            return None
        waiting.pop()
        return span

    def _is_paragraph(self, span: Span) -> bool:
        before, behind = self._text[span[0] - 1 : span[0]], self._text[span[1] : span[1] + 1]
        return before in {"", "\n"} and behind in {"", "\n"}


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _places(tree: Element, pieces: _Pieces, base: str | None) -> list[_Place]:
    """Every medium of the page with what stands around it."""
    places: list[_Place] = []
    captions: dict[Element, _Place] = {}
    before: Span | None = None
    strangers = 0
    waiting: list[_Place] = []
    for element, words in _walk(tree):
        if words is None:
            medium = medium_of(element, base)
            if medium is not None:
                place = _Place(medium, before, strangers)
                places.append(place)
                waiting.append(place)
                if (caption := caption_of(element)) is not None:
                    captions.setdefault(caption, place)
            continue
        key = _letters(words)
        # a caption often begins as the first paragraph does, or as a link in it
        span = pieces.take(key, whole=_in_caption(element))
        if span is not None:
            for place in waiting:
                place.behind = span
            waiting.clear()
            before, strangers = span, 0
            _note_caption(element, captions, span)
        elif len(key) >= _LONG:
            strangers += 1
            for place in waiting:
                place.strangers_behind += 1
    return places


def _in_caption(element: Element) -> bool:
    return element.tag == "figcaption" or next(element.iterancestors("figcaption"), None) is not None


def _note_caption(element: Element, captions: dict[Element, _Place], span: Span) -> None:
    """Give the piece to the medium whose caption it stands in, if it stands in one."""
    if not captions:
        return
    for holder in (element, *element.iterancestors()):
        place = captions.get(holder)
        if place is not None:
            place.caption = span if place.caption is None else (place.caption[0], span[1])
            return


def _walk(tree: Element) -> Iterator[tuple[Element, str | None]]:
    """Elements as they open (None) and pieces of text with the element they stand in, in order."""
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            yield element, None
            if element.text and element.tag not in _SILENT:
                yield element, element.text
        elif element.tail and (parent := element.getparent()) is not None:
            yield parent, element.tail
