"""Claims and statements as comparing them across documents needs them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NoReturn

import msgspec
from msgspec.structs import replace

from counterclaim.errors import DamagedLedger
from counterclaim.ledger import blobs, codes
from counterclaim.ledger.claim_names import claim_rows_named, statement_rows_named
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import shown
from counterclaim.ledger.seals import MEANING
from counterclaim.ledger.speakers import speaker_of
from counterclaim.ledger.stored import document_row, meaning_of, roles_of, spans_of
from counterclaim.model.document import Field
from counterclaim.model.meaning import Speaker, SpeakerKind
from counterclaim.model.relation import ClaimName
from counterclaim.model.span import Spans
from counterclaim.model.told import VECTOR_SIZE, Told

BEFORE = 200  # code points of the text before a claim

_LISTED = "SELECT row FROM readings WHERE listed = 1 {} ORDER BY row"
_OF = "FROM readings JOIN {0} ON {0}.row BETWEEN first_{1} AND first_{1} + readings.{0} - 1"
_TOLD_ONCE = f"SELECT claims.row {_OF.format('claims', 'claim')} WHERE readings.row = ? AND folded = 0"
_STATED = f"SELECT statements.row {_OF.format('statements', 'statement')} WHERE readings.row = ?"


def _columns(table: str, field: str) -> str:
    meaning = ", ".join(f"{table}.{name}" for name in MEANING)
    own = ", ".join(f"{table}.{name}" for name in ("id", "start", "end", "spans"))
    return f"readings.document, {field}.field, {own}, {meaning}"


_CLAIMS = f"""
SELECT {_columns("claims", "attributions")}, attributions.speaker, attributions.source_start,
    attributions.source_end, attributions.spans, readings.row, claims.row - first_claim, readings.claims
FROM json_each(?) AS asked
CROSS JOIN claims ON claims.row = asked.value
CROSS JOIN attributions ON attributions.row = claims.attribution
CROSS JOIN readings ON readings.row = attributions.reading
ORDER BY claims.row
"""
_STATEMENTS = f"""
SELECT {_columns("statements", "statements")}
FROM json_each(?) AS asked
CROSS JOIN statements ON statements.row = asked.value
CROSS JOIN readings ON readings.row = statements.reading
ORDER BY statements.row
"""
_SOURCE = """
SELECT documents.id, coalesce(first.id, documents.id), documents.title, documents.published, documents.text
FROM documents LEFT JOIN documents AS first ON first.row = documents.origin WHERE documents.row = ?
"""
_MEANS = 6 + len(MEANING)  # where the columns of a meaning end


class _Source(msgspec.Struct, frozen=True):
    """What is asked of a document."""

    document: str
    origin: str
    title: str | None
    published: str | None
    text: str

    def text_of(self, field: Field) -> str:
        """What spans of this field count in."""
        return self.text if field is Field.TEXT else self.title or ""


class _Teller:
    """Makes records of rows; it keeps the last document and all speakers, since rows come by documents."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._speakers: dict[int, Speaker] = {}
        self._row: int | None = None
        self._source: _Source | None = None
        self._reading: int | None = None
        self._vectors = b""

    def claims(self, rows: Sequence[int]) -> Iterator[Told]:
        """The claims of the rows, in the order of rows."""
        for facts in self._connection.execute(_CLAIMS, (json.dumps(rows),)).fetchall():
            *told, speaker, start, end, spans, reading, place, claims = facts
            made = self._told(told, "c", self._speaker(speaker), self._spans(start, end, spans))
            yield replace(made, vector=self._vector(reading, place, claims))

    def statements(self, rows: Sequence[int]) -> Iterator[Told]:
        """The statements of the rows, in the order of rows."""
        outlet = Speaker(kind=SpeakerKind.OUTLET)
        for facts in self._connection.execute(_STATEMENTS, (json.dumps(rows),)).fetchall():
            yield self._told(facts, "s", outlet, ())

    def _told(self, facts: Sequence[Any], letter: str, speaker: Speaker, source: Spans) -> Told:
        row, field, id, start, end, spans = facts[:6]
        try:
            document = self._document(row)
            text = document.text_of(codes.FIELD[field])
            content = spans_of(start, end, spans)
            return Told(
                document=document.document,
                id=shown(letter, id),
                words=" … ".join(text[left:right] for left, right in content),
                meaning=meaning_of(document.published, facts[6:_MEANS]),
                before=text[max(0, start - BEFORE) : start],
                speaker=speaker.name or (" ".join(text[left:right] for left, right in source) or None),
                key=speaker.key,
                kind=speaker.kind,
                party=speaker.party,
                published=document.published,
                title=document.title,
                origin=document.origin,
            )
        except (ValueError, TypeError, msgspec.MsgspecError) as error:
            self._damaged(row, error)

    def _spans(self, start: int | None, end: int | None, spans: str | None) -> Spans:
        several = roles_of(spans).get("source")
        return several or (() if start is None or end is None else ((start, end),))

    def _vector(self, reading: int, place: int, claims: int) -> bytes:
        if reading != self._reading:
            body = self._connection.one("SELECT body FROM vectors WHERE reading = ?", (reading,))
            self._reading, self._vectors = reading, body or b""
        if len(self._vectors) != VECTOR_SIZE * claims:  # of an earlier reader, or none
            return b""
        return self._vectors[VECTOR_SIZE * place : VECTOR_SIZE * (place + 1)]

    def _speaker(self, row: int) -> Speaker:
        if row not in self._speakers:
            self._speakers[row] = speaker_of(self._connection, row)
        return self._speakers[row]

    def _document(self, row: int) -> _Source:
        if self._source is None or row != self._row:
            id, first, title, published, text = self._connection.execute(_SOURCE, (row,)).fetchone()
            words = blobs.read(self._connection, text).decode("utf-8")
            self._source = _Source(shown("d", id), shown("d", first), title, published, words)
            self._row = row
        return self._source

    def _damaged(self, row: int, error: Exception) -> NoReturn:
        raise DamagedLedger(
            str(self._connection.path),
            f"a claim of the document in row {row} cannot be rebuilt ({error})",
            "Run `counterclaim verify` to see what is damaged, and restore the file from a copy",
        ) from error


def told(connection: Connection, document: str | None = None) -> Iterator[Told]:
    """Every claim of the newest readings, or of that of one document; of copies the first alone.

    They come in the order of adding.  UnknownId where there is no such document.
    """
    teller = _Teller(connection)
    for row in _listed(connection, document):
        rows = [claim for (claim,) in connection.execute(_TOLD_ONCE, (row,))]
        if rows:
            yield from teller.claims(rows)


def own_voice(connection: Connection) -> Iterator[Told]:
    """What the outlets state themselves, in all newest readings, in the order of adding."""
    teller = _Teller(connection)
    for row in _listed(connection, None):
        rows = [statement for (statement,) in connection.execute(_STATED, (row,))]
        if rows:
            yield from teller.statements(rows)


def told_of(connection: Connection, names: Iterable[ClaimName]) -> dict[ClaimName, Told]:
    """The claims and statements of these names, in the order asked for; unknown ones are left out.

    One that its document's newest reading holds no longer is given as it was read last.
    """
    asked = list(dict.fromkeys(names))
    teller = _Teller(connection)
    claims = sorted(claim_rows_named(connection, asked).values())
    statements = sorted(statement_rows_named(connection, asked).values())
    made = {(one.document, one.id): one for one in teller.claims(claims)}
    made.update({(one.document, one.id): one for one in teller.statements(statements)})
    return {name: made[name] for name in asked if name in made}


def _listed(connection: Connection, document: str | None) -> list[int]:
    """Rows of the listed readings in the order of adding."""
    of, values = "", ()
    if document is not None:
        of, values = "AND document = ?", (document_row(connection, document),)  # type: ignore[assignment]
    return [row for (row,) in connection.execute(_LISTED.format(of), values)]
