"""What finding copies needs from storage, and what it learns of a document by itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import msgspec

from counterclaim.model.span import Span, Spans


class Credit(msgspec.Struct, frozen=True, kw_only=True):
    """Words in a text's head or tail, or its byline, that give it to a news agency.

    `agency` is the short name ("AP"), `reason` says what the words are ("AP dateline");
    `span` is where they stand in the stored text, None for a byline that was stated
    beside it.  `whole` is false where the agency only contributed.  A credit names where
    a text began; it does not make it a copy of any document.
    """

    agency: str
    reason: str
    whole: bool = True
    span: Span | None = None


class SketchedText(msgspec.Struct, frozen=True, kw_only=True):
    """All that is asked about one document to tell of what it is a copy.

    `left_out` are the spans that are no part of the article (its boilerplate marks).
    `publisher`, `published` (ISO 8601, any precision) and `byline` are as the document has them.
    """

    document: str
    text: str
    left_out: Spans = ()
    publisher: str | None = None
    published: str | None = None
    byline: str | None = None


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where one document's text began, as far as the ledger can tell.

    `origin` is the first document of the text, the document itself where it copies none;
    `copied` is the document that it is taken to copy, and `reason` why, both None then.
    `agency` is the news agency that the text is credited to, None where none is named.
    """

    document: str
    origin: str
    copied: str | None = None
    reason: str | None = None
    agency: str | None = None


class SketchStore(Protocol):
    """Where the sketches of the documents seen so far are kept.

    A sketch is opaque bytes, empty for a text too short to compare, about one byte for
    each byte of text at most.  There is no look-up by hash on purpose: reading 50,000
    sketches into memory takes less than an index over their hashes would add to the file.
    """

    def sketches(self) -> Iterable[tuple[str, bytes]]:
        """Every document's id and sketch, in any order."""
        ...

    def keep_sketch(self, document: str, sketch: bytes) -> None:
        """Keep a document's sketch; the same one again changes nothing."""
        ...

    def sketched_text(self, document: str) -> SketchedText:
        """The text of a document whose sketch is kept."""
        ...
