"""Checks of readings: every receipt against the stored text, every id, every seal."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec

from counterclaim.errors import DamagedLedger
from counterclaim.ledger import codes
from counterclaim.ledger.blobs import read
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import reading_id, shown, spans_id
from counterclaim.ledger.readings import words
from counterclaim.ledger.seals import ATTRIBUTION, SealedReading, seal
from counterclaim.ledger.stored import CLAIMS, STATEMENTS, rows_of, spans_of
from counterclaim.ledger.verify_contents import row_by_row
from counterclaim.model.document import Field
from counterclaim.model.fault import Fault
from counterclaim.model.span import Spans

_READING = (
    "id, document, reader, seal, claims, (SELECT addresses.address FROM addresses"
    " JOIN captures ON captures.address = addresses.row JOIN documents ON documents.capture = captures.row"
    " WHERE documents.row = document)"
)
_ATTRIBUTIONS = rows_of(
    "attributions.row, attributions.parent,"
    " (SELECT speakers.id FROM speakers WHERE speakers.row = attributions.speaker),"
    f" {', '.join(f'attributions.{column}' for column in ATTRIBUTION)}",
    "attributions",
    "attribution",
)

_NOT_READABLE = (
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    AttributeError,
    msgspec.MsgspecError,
    DamagedLedger,
)
_ROLES = msgspec.json.Decoder(dict[str, Spans])


def readings(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """Every reading, with the receipt of each attribution, claim and statement in it."""
    for row, found in row_by_row(connection, "readings", _READING):
        counts["readings"] += 1
        if found is None:
            yield Fault(kind="reading", id=f"row {row}", where=None, wrong="it cannot be read")
            continue
        id, document, reader, sealed, claims, address = found
        name = shown("r", id)
        try:
            checked = _Checked(connection, row, document, address)
            yield from checked.faults()
            counts.update(checked.counts)
            wrong = _wrong_reading(connection, checked, (id, document, reader, sealed, claims))
        except DamagedLedger as error:
            wrong = f"it cannot be checked: {error.wrong}"
        except _NOT_READABLE as error:
            wrong = f"it cannot be read ({error})"
        if wrong:
            yield Fault(kind="reading", id=name, where=address, wrong=wrong)


def _wrong_reading(connection: Connection, checked: _Checked, found: tuple[Any, ...]) -> str | None:
    id, document, reader, sealed, claims = found
    document_id = connection.one("SELECT id FROM documents WHERE row = ?", (document,))
    if document_id is None or reading_id(document_id, reader) != id:
        return "it does not have its id: its document or reader were changed"
    if claims != checked.counts["claims"]:
        return f"it had {claims} claims and has {checked.counts['claims']}"
    if seal(checked.sealed) != sealed:
        return "its seal is broken: something in it was changed, or is missing"
    return None


class _Checked:
    """The rows of one reading and the texts that they are checked against."""

    def __init__(self, connection: Connection, row: int, document: int, address: str | None) -> None:
        self.address = address
        self.counts: Counter[str] = Counter()
        text, title, title_sha256 = connection.execute(
            "SELECT text, title, title_sha256 FROM documents WHERE row = ?", (document,)
        ).fetchone()
        body = read(connection, text)
        self.texts = {
            Field.TEXT: (body.decode(), hashlib.sha256(body).hexdigest()),
            Field.TITLE: (title or "", "" if title_sha256 is None else title_sha256.hex()),
        }
        self.attributions = connection.execute(_ATTRIBUTIONS, (row,)).fetchall()
        self.claims = connection.execute(CLAIMS, (row,)).fetchall()
        self.statements = connection.execute(STATEMENTS, (row,)).fetchall()

    @property
    def sealed(self) -> SealedReading:
        """The rows as they were hashed when they were written."""
        places = {row: place for place, (row, *_) in enumerate(self.attributions)}
        return SealedReading(
            [
                (*facts, None if parent is None else places[parent], speaker)
                for _, parent, speaker, *facts in self.attributions
            ],
            [(*facts, places[attribution]) for attribution, *facts in self.claims],
            self.statements,
        )

    def faults(self) -> Iterator[Fault]:
        """What does not stand in the text, and what does not have its id."""
        claims = defaultdict(list)
        for attribution, *facts in self.claims:
            claims[attribution].append(facts)
        for row, _, _, *facts in self.attributions:
            yield from self._attribution(facts, claims[row])
        for facts in self.statements:
            id, field, start, end, spans, said = facts[:6]
            self.counts["statements"] += 1
            wrong = self._wrong(id, codes.FIELD[field], spans_of(start, end, spans), (), said)
            yield from self._named("statement", shown("s", id), wrong)

    def _attribution(self, facts: list[Any], claims: list[list[Any]]) -> Iterator[Fault]:
        id, field_code, *ends, spans, source_words, cue_words, _, _ = facts
        self.counts["attributions"] += 1
        name = shown("a", id)
        try:
            field = codes.FIELD[field_code]
            roles = {} if spans is None else _ROLES.decode(spans)
            source, cue, content = (
                roles.get(role) or (() if ends[at] is None else ((ends[at], ends[at + 1]),))
                for role, at in (("source", 0), ("cue", 2), ("content", 4))
            )
            text = self.texts[field][0]
            if words(text, source) != source_words:
                yield from self._named(
                    "attribution", name, "the words of its source do not stand at their place"
                )
            if words(text, cue) != cue_words:
                yield from self._named(
                    "attribution", name, "the words of its cue do not stand at their place"
                )
            yield from self._named("attribution", name, self._wrong(id, field, content, source, None))
        except _NOT_READABLE as error:
            yield from self._named("attribution", name, f"it cannot be read ({error})")
            return
        for claim in claims:
            claim_id, start, end, several, said = claim[:5]
            self.counts["claims"] += 1
            wrong = self._wrong(claim_id, field, spans_of(start, end, several), source, said)
            yield from self._named("claim", shown("c", claim_id), wrong)

    def _wrong(self, id: bytes, field: Field, content: Spans, source: Spans, said: str | None) -> str | None:
        """What is wrong with a receipt; `said` are the words that must stand there, None not to ask."""
        text, sha256 = self.texts[field]
        for start, end in content:
            if not 0 <= start < end <= len(text):
                return f"its span {start} to {end} does not lie in the text"
        if said is not None and words(text, content) != said:
            return "its words do not stand at their place in the text"
        if spans_id(sha256, field, content, source) != id:
            return "it does not have its id: its spans or its text were changed"
        return None

    def _named(self, kind: str, id: str, wrong: str | None) -> Iterator[Fault]:
        if wrong:
            yield Fault(kind=kind, id=id, where=self.address, wrong=wrong)
