"""Readings as data: plain records, JSON Lines and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from counterclaim.model.document import Link, Mark
from counterclaim.model.reading import Attribution, Claim, Reading, Statement
from counterclaim.model.receipt import Receipt, SpanReceipt
from counterclaim.show.meaning_record import Record, encodable, meaning_record, spans_record, speaker_record


def as_record(reading: Reading) -> Record:
    """A reading as a record of plain values, always the same keys in the same order.

    Spans are `[[start, end], ...]` in code points, end exclusive; they count in
    `text`, or in `title` where the `field` of an attribution or statement says so,
    so that a record proves itself.
    """
    document = reading.document
    return {
        "id": encodable(document.id),
        "title": encodable(document.title),
        "publisher": encodable(document.publisher),
        "published": encodable(document.published),
        "language": encodable(document.language),
        "sha256": document.sha256,
        "attributions": [_attribution(attribution) for attribution in reading.attributions],
        "own_voice": [_statement(statement) for statement in reading.own_voice],
        "not_read": encodable(document.not_read),
        "url": encodable(document.url),
        "byline": encodable(document.byline),
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
        "source": spans_record(attribution.source),
        "cue": spans_record(attribution.cue),
        "content": spans_record(attribution.content),
        **speaker_record(attribution.speaker),
        "quote_type": attribution.quote_type.value,
        "parent": attribution.parent,
        "confidence": attribution.confidence,
        "receipt": _receipt(attribution.receipt),
        "claims": [_claim(claim) for claim in attribution.claims],
    }


def _claim(claim: Claim) -> Record:
    return {
        "id": claim.id,
        "content": spans_record(claim.content),
        **meaning_record(claim.meaning),
        "confidence": claim.confidence,
        "receipt": _receipt(claim.receipt),
    }


def _statement(statement: Statement) -> Record:
    return {
        "id": statement.id,
        "field": statement.field.value,
        "content": spans_record(statement.content),
        "why": list(statement.why),
        **meaning_record(statement.meaning),
        "receipt": _receipt(statement.receipt),
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


def _mark(mark: Mark) -> Record:
    return {"start": mark.start, "end": mark.end, "kind": mark.kind.value}


def _link(link: Link) -> Record:
    return {"start": link.start, "end": link.end, "url": encodable(link.url), "kind": link.kind.value}
