"""Readings as data: plain records, JSON Lines and JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from counterclaim.model.document import Link, Mark
from counterclaim.model.reading import Attribution, Claim, Reading
from counterclaim.model.receipt import Receipt, SpanReceipt
from counterclaim.model.span import Spans

Record = dict[str, Any]

# A text that has a hash has none of these; what a record says about itself may.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def as_record(reading: Reading) -> Record:
    """A reading as a record of plain values, always the same keys in the same order.

    Spans are `[[start, end], ...]` in code points, end exclusive; they count in
    `text`, or in `title` where an attribution's `field` says so, so that a record
    proves itself.  `own_voice` is empty until the reader tells what an outlet
    states itself.
    """
    document = reading.document
    return {
        "id": _encodable(document.id),
        "title": _encodable(document.title),
        "publisher": _encodable(document.publisher),
        "published": _encodable(document.published),
        "language": _encodable(document.language),
        "sha256": document.sha256,
        "attributions": [_attribution(attribution) for attribution in reading.attributions],
        "own_voice": [],
        "not_read": _encodable(document.not_read),
        "url": _encodable(document.url),
        "byline": _encodable(document.byline),
        "title_sha256": document.title_sha256,
        "marks": [_mark(mark) for mark in document.marks],
        "links": [_link(link) for link in document.links],
        "cleaner": document.cleaner,
        "reader": reading.reader,
        "text": document.text,
    }


def to_jsonl(reading: Reading) -> bytes:
    """The record of a reading as one line of JSON in UTF-8, newline included."""
    return msgspec.json.encode(as_record(reading)) + b"\n"


def to_json(readings: Iterable[Reading]) -> bytes:
    """The records of readings as one indented JSON array in UTF-8."""
    records = [as_record(reading) for reading in readings]
    return msgspec.json.format(msgspec.json.encode(records), indent=2) + b"\n"


def _attribution(attribution: Attribution) -> Record:
    return {
        "id": attribution.id,
        "field": attribution.field.value,
        "source": _spans(attribution.source),
        "cue": _spans(attribution.cue),
        "content": _spans(attribution.content),
        "quote_type": attribution.quote_type.value,
        "parent": attribution.parent,
        "confidence": attribution.confidence,
        "receipt": _receipt(attribution.receipt),
        "claims": [_claim(claim) for claim in attribution.claims],
    }


def _claim(claim: Claim) -> Record:
    return {
        "id": claim.id,
        "content": _spans(claim.content),
        "confidence": claim.confidence,
        "receipt": _receipt(claim.receipt),
    }


def _receipt(receipt: Receipt) -> Record:
    return {
        "text_sha256": receipt.text_sha256,
        "field": receipt.field.value,
        "source": _selectors(receipt.source),
        "cue": _selectors(receipt.cue),
        "content": _selectors(receipt.content),
    }


def _selectors(entries: Sequence[SpanReceipt]) -> list[Record]:
    return [msgspec.to_builtins(entry) for entry in entries]


def _spans(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _mark(mark: Mark) -> Record:
    return {"start": mark.start, "end": mark.end, "kind": mark.kind.value}


def _link(link: Link) -> Record:
    return {"start": link.start, "end": link.end, "url": _encodable(link.url), "kind": link.kind.value}


def _encodable(words: str | None) -> str | None:
    return words and _LONE_SURROGATE.sub("\ufffd", words)
