"""A whole reading, rebuilt from its rows: receipts are made anew from the spans and the stored text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NoReturn

import msgspec

from counterclaim.errors import DamagedLedger, UnknownId
from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.documents import document_of
from counterclaim.ledger.ids import blob_of, shown
from counterclaim.ledger.packed import unpack
from counterclaim.ledger.readings import (
    ASKS_FOR_EVIDENCE,
    CONFIDENCE,
    SAID_AS_PUBLISHED,
    SAID_IN_TEXT,
    text_of,
)
from counterclaim.ledger.seals import ATTRIBUTION, CLAIM, MEANING, STATEMENT
from counterclaim.ledger.speakers import speaker_of
from counterclaim.model.document import Document, Field
from counterclaim.model.meaning import Meaning, Speaker
from counterclaim.model.reading import Attribution, Claim, Reading, Statement
from counterclaim.model.receipt import Receipt, make_receipt
from counterclaim.model.span import Spans

_SPANS = msgspec.json.Decoder(Spans)
_ROLES = msgspec.json.Decoder(dict[str, Spans])


def rows_of(columns: str, table: str, named: str) -> str:
    """The query for all rows of a table that belong to the reading in a given row."""
    return (
        f"SELECT {columns} FROM readings JOIN {table} ON {table}.row BETWEEN readings.first_{named}"
        f" AND readings.first_{named} + readings.{table} - 1 WHERE readings.row = ? ORDER BY {table}.row"
    )


def _of(table: str, columns: Sequence[str]) -> str:
    return ", ".join(f"{table}.{column}" for column in columns)


_ATTRIBUTIONS = rows_of(
    _of("attributions", ("row", "parent", "speaker", *ATTRIBUTION)), "attributions", "attribution"
)
CLAIMS = rows_of(_of("claims", ("attribution", *CLAIM)), "claims", "claim")
STATEMENTS = rows_of(_of("statements", STATEMENT), "statements", "statement")


def reading(connection: Connection, id: str) -> Reading:
    """The newest reading of the document of this id; UnknownId where there is none."""
    document = document_row(connection, id)
    row = connection.one("SELECT max(row) FROM readings WHERE document = ?", (document,))
    if row is None:
        raise UnknownId(id, "this document was not read", "Add it again")
    return reading_of(connection, row)


def document_row(connection: Connection, id: str) -> int:
    """The row of a document; UnknownId where the ledger has none of that id."""
    blob = blob_of(id, "d")
    row = None if blob is None else connection.one("SELECT row FROM documents WHERE id = ?", (blob,))
    if row is None:
        raise UnknownId(id, "no document of the ledger has this id", "Take the id from a list of documents")
    return int(row)


def reading_of(connection: Connection, row: int) -> Reading:
    """The reading in a row; DamagedLedger where its rows make none."""
    try:
        return _reading(connection, row)
    except (ValueError, TypeError, IndexError, KeyError, msgspec.MsgspecError) as error:
        _damaged(connection, row, error)


def _reading(connection: Connection, row: int) -> Reading:
    document_row, reader = connection.execute(
        "SELECT document, reader FROM readings WHERE row = ?", (row,)
    ).fetchone()
    document = document_of(connection, document_row)
    claims: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for attribution, *facts in connection.execute(CLAIMS, (row,)):
        claims[attribution].append(tuple(facts))
    found = connection.execute(_ATTRIBUTIONS, (row,)).fetchall()
    ids = {own: shown("a", facts[0]) for own, _, _, *facts in found}
    speakers: dict[int, Speaker] = {}
    attributions = []
    for own, parent, speaker, *facts in found:
        if speaker not in speakers:
            speakers[speaker] = speaker_of(connection, speaker)
        parent_id = None if parent is None else ids[parent]
        attributions.append(_attribution(document, facts, claims[own], parent_id, speakers[speaker]))
    statements = [_statement(document, facts) for facts in connection.execute(STATEMENTS, (row,))]
    return Reading(
        document=document, attributions=tuple(attributions), reader=reader, own_voice=tuple(statements)
    )


def _attribution(
    document: Document, facts: list[Any], claims: list[tuple[Any, ...]], parent: str | None, speaker: Speaker
) -> Attribution:
    id, field_code, *ends, spans, _, _, quote_type, confidence = facts
    field = codes.FIELD[field_code]
    roles = roles_of(spans)
    source = roles.get("source") or _one(ends[0], ends[1])
    cue = roles.get("cue") or _one(ends[2], ends[3])
    content = roles.get("content") or _one(ends[4], ends[5])
    return Attribution(
        id=shown("a", id), source=source, cue=cue, content=content,
        quote_type=codes.QUOTE_TYPE[quote_type], parent=parent, confidence=confidence / CONFIDENCE,
        receipt=_receipt(document, field, source, cue, content), speaker=speaker, field=field,
        claims=tuple(_claim(document, field, source, cue, claim) for claim in claims),
    )  # fmt: skip


def _claim(document: Document, field: Field, source: Spans, cue: Spans, facts: tuple[Any, ...]) -> Claim:
    id, start, end, spans, _, confidence, *meaning = facts
    content = spans_of(start, end, spans)
    return Claim(
        id=shown("c", id), content=content, confidence=confidence / CONFIDENCE,
        receipt=_receipt(document, field, source, cue, content),
        meaning=meaning_of(document.published, meaning),
    )  # fmt: skip


def _statement(document: Document, facts: tuple[Any, ...]) -> Statement:
    id, field_code, start, end, spans, _, why, *meaning = facts
    field, content = codes.FIELD[field_code], spans_of(start, end, spans)
    return Statement(
        id=shown("s", id), content=content, receipt=_receipt(document, field, (), (), content),
        meaning=meaning_of(document.published, meaning), why=tuple(why.split()), field=field,
    )  # fmt: skip


def _receipt(document: Document, field: Field, source: Spans, cue: Spans, content: Spans) -> Receipt:
    sha256 = document.sha256 if field is Field.TEXT else document.title_sha256 or ""
    return make_receipt(text_of(document, field), sha256, source, cue, content, field)


def spans_of(start: int, end: int, spans: str | None) -> Spans:
    """The spans that a row of claims or statements tells."""
    return ((start, end),) if spans is None else _SPANS.decode(spans)


def roles_of(spans: str | None) -> dict[str, Spans]:
    """The spans of the roles that have several, as a row of attributions tells them."""
    return {} if spans is None else _ROLES.decode(spans)


def _one(start: int | None, end: int | None) -> Spans:
    return () if start is None or end is None else ((start, end),)


def meaning_of(published: str | None, facts: Sequence[Any]) -> Meaning:
    """The meaning that the columns of MEANING tell, in a document of this day."""
    told = dict(zip(MEANING, facts, strict=True))
    more, flags = unpack(told["meaning"]), told["flags"]
    return Meaning(
        polarity=codes.POLARITY[told["polarity"]], certainty=codes.CERTAINTY[told["certainty"]],
        orientation=codes.ORIENTATION[told["orientation"]], certainty_word=told["certainty_word"],
        certainty_band=told["certainty_band"], due=told["due"],
        said=published if flags & SAID_AS_PUBLISHED else told["said"],
        said_in_text=bool(flags & SAID_IN_TEXT), asks_for_evidence=bool(flags & ASKS_FOR_EVIDENCE),
        evidence_offered=codes.EVIDENCE[told["evidence_offered"]], quantities=more.quantities,
        times=more.times, places=more.places, evidence=more.evidence,
    )  # fmt: skip


def _damaged(connection: Connection, row: int, error: Exception) -> NoReturn:
    raise DamagedLedger(
        str(connection.path),
        f"the reading in row {row} cannot be rebuilt ({error})",
        "Run `counterclaim verify` to see what is damaged, and restore the file from a copy",
    ) from error
