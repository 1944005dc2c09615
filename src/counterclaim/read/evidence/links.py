"""The page's link or embedded medium that belongs to words naming evidence."""

from __future__ import annotations

import re

from counterclaim.model.document import Document, Link, LinkKind
from counterclaim.model.meaning import EvidenceKind
from counterclaim.model.span import Spans, overlaps

_MEDIA = {
    EvidenceKind.VIDEO: frozenset({LinkKind.VIDEO, LinkKind.EMBED}),
    EvidenceKind.PICTURE: frozenset({LinkKind.IMAGE, LinkKind.EMBED}),
    EvidenceKind.SATELLITE: frozenset({LinkKind.IMAGE, LinkKind.EMBED}),
    EvidenceKind.ANOTHER_SOURCE: frozenset({LinkKind.EMBED}),
}
_FILES = {
    EvidenceKind.VIDEO: re.compile(r"\.(?:mp4|webm|mov|m3u8)(?:[?#]|$)", re.IGNORECASE),
    EvidenceKind.PICTURE: re.compile(r"\.(?:jpe?g|png|webp|gif)(?:[?#]|$)", re.IGNORECASE),
    EvidenceKind.SATELLITE: re.compile(r"\.(?:jpe?g|png|webp|tiff?)(?:[?#]|$)", re.IGNORECASE),
    EvidenceKind.DOCUMENT: re.compile(r"\.(?:pdf|docx?|odt)(?:[?#]|$)", re.IGNORECASE),
    EvidenceKind.DATA: re.compile(r"\.(?:csv|xlsx?|ods|json|pdf)(?:[?#]|$)", re.IGNORECASE),
}


def link_of(document: Document, kind: EvidenceKind, words: Spans) -> str | None:
    """Address of the link at the words, else of the nearest fitting medium of their paragraph, else None.

    A medium that stands right behind the paragraph, with nothing but blanks between, belongs to it.
    """
    if not document.links or not words or kind is EvidenceKind.WITNESSED:
        return None
    at_words = [link for link in document.links for span in words if overlaps((link.start, link.end), span)]
    if at_words:
        fitting = [link for link in at_words if link.kind is LinkKind.LINK or _fits(link, kind)]
        return fitting[0].url if fitting else None
    start, end = _paragraph(document.text, words[0][0])
    near = [link for link in document.links if start <= link.start <= end and _fits(link, kind)]
    return min(near, key=lambda link: abs(link.start - words[0][0])).url if near else None


def _fits(link: Link, kind: EvidenceKind) -> bool:
    """Whether a medium or file is of the kind of the evidence."""
    if link.kind is LinkKind.LINK:
        return kind in _FILES and _FILES[kind].search(link.url) is not None
    return link.kind in _MEDIA.get(kind, frozenset())


def _paragraph(text: str, offset: int) -> tuple[int, int]:
    """The line at an offset, with the blanks behind it."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    if end < 0:
        return start, len(text)
    while end < len(text) and text[end].isspace():
        end += 1
    return start, end
