"""Receipts: the only ground for showing words as somebody's.

Each span is given twice, by position and by its words, as the W3C Web
Annotation Data Model has it (TextPositionSelector, TextQuoteSelector;
https://www.w3.org/TR/annotation-model/#selectors).
"""

from __future__ import annotations

import hashlib

import msgspec

from counterclaim.errors import NotText
from counterclaim.model.document import Field
from counterclaim.model.span import Span, Spans

CONTEXT = 32  # code points of prefix and suffix, as public annotation clients give


class TextPositionSelector(msgspec.Struct, frozen=True, tag_field="type", tag="TextPositionSelector"):
    """Where the words stand: code point offsets, end exclusive."""

    start: int
    end: int


class TextQuoteSelector(msgspec.Struct, frozen=True, tag_field="type", tag="TextQuoteSelector"):
    """What the words are, and what stands right before and after them."""

    exact: str
    prefix: str
    suffix: str


class SpanReceipt(msgspec.Struct, frozen=True):
    """Both selectors of one span."""

    position: TextPositionSelector
    quote: TextQuoteSelector


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """Proof of one attribution or claim: a hash and one entry per span."""

    text_sha256: str
    source: tuple[SpanReceipt, ...]
    cue: tuple[SpanReceipt, ...]
    content: tuple[SpanReceipt, ...]
    field: Field = Field.TEXT


def text_sha256(text: str, name: str = "text") -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal; NotText on lone surrogates."""
    try:
        return hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise NotText(
            name,
            f"lone surrogate U+{ord(text[error.start]):04X} at offset {error.start}",
            "Save the text as valid UTF-8 and try again",
        ) from error


def span_receipt(text: str, span: Span) -> SpanReceipt:
    """Selectors for one span of a text; ValueError if it does not lie within."""
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError(f"span {span} does not lie in a text of {len(text)} code points")
    return SpanReceipt(
        position=TextPositionSelector(start, end),
        quote=TextQuoteSelector(
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        ),
    )


def make_receipt(
    text: str, sha256: str, source: Spans, cue: Spans, content: Spans, field: Field = Field.TEXT
) -> Receipt:
    """Receipt of spans in a text whose hash is known."""
    return Receipt(
        text_sha256=sha256,
        source=tuple(span_receipt(text, span) for span in source),
        cue=tuple(span_receipt(text, span) for span in cue),
        content=tuple(span_receipt(text, span) for span in content),
        field=field,
    )


def holds(receipt: Receipt, text: str) -> bool:
    """Whether every word of the receipt stands at its place in the text."""
    if text_sha256(text) != receipt.text_sha256:
        return False
    for entry in (*receipt.source, *receipt.cue, *receipt.content):
        start, end = entry.position.start, entry.position.end
        if text[start:end] != entry.quote.exact or not entry.quote.exact:
            return False
        if not text[:start].endswith(entry.quote.prefix) or not text[end:].startswith(entry.quote.suffix):
            return False
    return True
