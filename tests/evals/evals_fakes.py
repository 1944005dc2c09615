"""Readers that see what they are told to, in place of the real one."""

from __future__ import annotations

from counterclaim.model.document import Document, Field
from counterclaim.model.reading import Attribution, Claim, QuoteType, Reading
from counterclaim.model.receipt import make_receipt, text_sha256
from counterclaim.model.span import Spans
from evals.predictions import TextReader


def attribution(
    text: str,
    id: str,
    content: Spans,
    *,
    source: Spans = (),
    parent: str | None = None,
    field: Field = Field.TEXT,
) -> Attribution:
    """An attribution with one claim, its whole content."""
    receipt = make_receipt(text, text_sha256(text), source, (), content, field)
    return Attribution(
        id=id,
        source=source,
        cue=(),
        content=content,
        quote_type=QuoteType.INDIRECT,
        parent=parent,
        confidence=0.75,
        receipt=receipt,
        claims=(Claim(id=f"{id}-1", content=content, confidence=0.5, receipt=receipt),),
        field=field,
    )


def reading(text: str, id: str, *attributions: Attribution) -> Reading:
    """A reading of a plain text."""
    document = Document(id=id, name=id, text=text, sha256=text_sha256(text), language="en", cleaner="fake")
    return Reading(document=document, attributions=attributions, reader="fake")


def read_first_word(text: str, *, id: str, title: str | None = None, published: str | None = None) -> Reading:
    """Says that the first four characters are the source of all that follows."""
    return reading(text, id, attribution(text, "1", ((5, len(text)),), source=((0, 4),)))


def make_first_word_reader() -> TextReader:
    """As a worker process is told how to make its reader."""
    return read_first_word
