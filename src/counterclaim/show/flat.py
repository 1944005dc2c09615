"""Records of a ledger as flat rows of plain values, for JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

import msgspec

from counterclaim.model.listing import Change, ClaimRow, SearchHit, Version
from counterclaim.model.review import Review, StoredReview

Flat = dict[str, object]
_BESIDE_REVIEW = ("document", "words", "fate", "claims", "in_force")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def flat(record: msgspec.Struct) -> Flat:
    """The record's fields in order; of claims inside it the fields themselves, of versions the counts."""
    if isinstance(record, SearchHit):
        return {**flat(record.claim), "marks": [list(span) for span in record.marks]}
    if isinstance(record, Change):
        before = record.before
        return {
            "change": record.kind.value,
            "at": record.at,
            **flat(record.claim),
            "before": before.id if before else None,
            "before_words": before.words if before else None,
        }
    if isinstance(record, StoredReview):
        stored: Flat = msgspec.to_builtins(record)
        review = msgspec.to_builtins(record.review)
        return {"id": record.id, **review, **{key: stored[key] for key in _BESIDE_REVIEW}}
    if isinstance(record, Version):
        fields: Flat = msgspec.to_builtins(record)
        counts = {
            "new": _ids(record.new),
            "gone": _ids(record.gone),
            "changed": None
            if record.changed is None
            else [[before.id, after.id] for before, after in record.changed],
        }
        return {**fields, **counts}
    plain: Flat = msgspec.to_builtins(record)
    return plain


def columns(kind: type[msgspec.Struct]) -> list[str]:
    """The keys of a flat record of this kind, in order."""
    if kind is SearchHit:
        return [*columns(ClaimRow), "marks"]
    if kind is Change:
        return ["change", "at", *columns(ClaimRow), "before", "before_words"]
    if kind is StoredReview:
        return ["id", *columns(Review), *_BESIDE_REVIEW]
    return [field.name for field in msgspec.structs.fields(kind)]


def _ids(rows: Iterable[ClaimRow] | None) -> list[str] | None:
    return None if rows is None else [row.id for row in rows]


def jsonl_line(record: msgspec.Struct) -> bytes:
    """One line of JSON in UTF-8, newline included."""
    return msgspec.json.encode(flat(record)) + b"\n"


def csv_line(values: Iterable[object]) -> bytes:
    """One line of CSV in UTF-8 as RFC 4180 has it, in which no cell acts as a formula in a spreadsheet.

    A cell that begins like a formula gets an apostrophe before it, as spreadsheets take for text;
    JSON Lines has the exact words.
    """
    page = io.StringIO()
    csv.writer(page, lineterminator="\r\n").writerow([_cell(value) for value in values])
    return page.getvalue().encode("utf-8")


def csv_row(record: Mapping[str, object]) -> bytes:
    """The values of a flat record as one line of CSV."""
    return csv_line(record.values())


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return msgspec.json.encode(value).decode("utf-8")
