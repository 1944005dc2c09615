"""The stored texts of a document: the text itself, and a title that is a text of its own."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from counterclaim.model.document import Document, Field
from counterclaim.model.span import Spans


@dataclass(frozen=True, slots=True)
class StoredText:
    """One stored text of a document, and what of it is read."""

    text: str
    sha256: str
    field: Field
    left_out: Spans
    headings: Spans


def stored_texts(document: Document) -> list[StoredText]:
    """The title where it is separate, then the text."""
    marks = tuple((mark.start, mark.end) for mark in document.marks)
    texts = [StoredText(document.text, document.sha256, Field.TEXT, marks, document.headlines)]
    if document.title_is_separate and document.title and document.title_sha256:
        texts.insert(0, StoredText(document.title, document.title_sha256, Field.TITLE, (), ()))
    return texts


def as_document(document: Document, text: StoredText) -> Document:
    """The document whose text is the stored text, so that offsets of the title count in the title."""
    if text.field is Field.TEXT:
        return document
    return replace(document, text=text.text, sha256=text.sha256, title=None, marks=(), links=(), headlines=())
