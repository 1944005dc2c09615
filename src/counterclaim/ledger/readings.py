"""Readings: attributions, claims and statements as rows.

All rows of a reading are made first and written with one statement for each table, which is
what makes it fast.
"""

from __future__ import annotations

import msgspec

from counterclaim.errors import MalformedRecord
from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.days import first_day
from counterclaim.ledger.ids import own_bytes
from counterclaim.ledger.packed import pack
from counterclaim.ledger.rownumbers import RowNumbers
from counterclaim.ledger.seals import ATTRIBUTION, CLAIM, STATEMENT, SealedReading, seal
from counterclaim.ledger.speakers import keep_speaker
from counterclaim.model.document import Document, Field
from counterclaim.model.meaning import Meaning
from counterclaim.model.reading import Attribution, Claim, Reading, Statement
from counterclaim.model.span import Spans, words_at

SAID_IN_TEXT, ASKS_FOR_EVIDENCE, SAID_AS_PUBLISHED = 1, 2, 4
CONFIDENCE = 10_000  # readers give four digits

_FIELD = codes.codes(codes.FIELD)
_QUOTE_TYPE = codes.codes(codes.QUOTE_TYPE)
_POLARITY = codes.codes(codes.POLARITY)
_CERTAINTY = codes.codes(codes.CERTAINTY)
_ORIENTATION = codes.codes(codes.ORIENTATION)
_EVIDENCE = codes.codes(codes.EVIDENCE)


def _insert(table: str, *columns: str) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


_READING = _insert(
    "readings",
    "row",
    "id",
    "document",
    "reader",
    "seal",
    "added",
    "listed",
    "first_attribution",
    "attributions",
    "first_claim",
    "claims",
    "first_statement",
    "statements",
)
_ATTRIBUTIONS = _insert("attributions", *ATTRIBUTION, "row", "reading", "parent", "speaker")
_CLAIMS = _insert(
    "claims", *CLAIM, "row", "attribution", "speaker", "party", "day", "listed",
    "standing", "folded", "documents",
)  # fmt: skip
_STATEMENTS = _insert("statements", *STATEMENT, "row", "reading")


class _Rows(msgspec.Struct):
    """What one reading becomes."""

    sealed: SealedReading
    first_attribution: int
    first_claim: int
    attributions: list[tuple[object, ...]]
    claims: list[tuple[object, ...]]
    words: list[tuple[int, str, str]]


def keep_reading(
    connection: Connection, rows: RowNumbers, document: tuple[int, bytes], reading: Reading, added: str
) -> None:
    """Write a new reading, given its id, of the document in this row."""
    document_row, id = document
    row = rows.next("readings")
    made = _made(connection, rows, row, reading)
    statements = made.sealed.statements
    first = rows.next("statements", len(statements))
    ranges = (
        *(made.first_attribution, len(made.attributions)),
        *(made.first_claim, len(made.claims)),
        *(first, len(statements)),
    )
    connection.execute(
        _READING, (row, id, document_row, reading.reader, seal(made.sealed), added, 1, *ranges)
    )
    connection.executemany(_ATTRIBUTIONS, made.attributions)
    connection.executemany(_CLAIMS, made.claims)
    rows.index(made.words)
    connection.executemany(
        _STATEMENTS, [(*facts, first + place, row) for place, facts in enumerate(statements)]
    )


def _made(connection: Connection, rows: RowNumbers, row: int, reading: Reading) -> _Rows:
    document = reading.document
    places = {one.id: place for place, one in enumerate(reading.attributions)}
    first = rows.next("attributions", len(reading.attributions))
    claim_row = rows.next("claims", sum(len(one.claims) for one in reading.attributions))
    published_day = first_day(document.published)
    made = _Rows(SealedReading([], [], []), first, claim_row, [], [], [])
    sealed_attributions: list[tuple[object, ...]] = []
    sealed_claims: list[tuple[object, ...]] = []
    for place, one in enumerate(reading.attributions):
        text = text_of(document, one.field)
        parent = None if one.parent is None else places.get(one.parent)
        speaker, party, speaker_id = keep_speaker(connection, rows, one.speaker)
        facts = _attribution(document.name, text, one)
        sealed_attributions.append((*facts, parent, speaker_id))
        made.attributions.append(
            (*facts, first + place, row, None if parent is None else first + parent, speaker)
        )
        searched = searched_source(one.speaker.name, words(text, one.source))
        for claim in one.claims:
            said_day = first_day(claim.meaning.said) or published_day
            claim_facts = _claim(document, text, claim)
            sealed_claims.append((*claim_facts, place))
            made.claims.append((*claim_facts, claim_row, first + place, speaker, party, said_day, 1, 0, 0, 1))
            made.words.append((claim_row, claim_facts[4], searched))  # type: ignore[arg-type]
            claim_row += 1
    made.sealed.attributions = sealed_attributions
    made.sealed.claims = sealed_claims
    made.sealed.statements = [_statement(document, one) for one in reading.own_voice]
    return made


def text_of(document: Document, field: Field) -> str:
    """The stored text that spans of this field count in."""
    if field is Field.TEXT:
        return document.text
    return document.title or ""


def searched_source(name: str | None, source: str | None) -> str:
    """What the index holds of a speaker; the view `claim_words` says the same in SQL."""
    return source or "" if name is None or name in (source or "") else f"{name} / {source or ''}"


def words(text: str, spans: Spans) -> str | None:
    """The words at the spans, None where there are none."""
    if len(spans) == 1:
        return text[spans[0][0] : spans[0][1]]
    return words_at(text, spans) if spans else None


def _ends(spans: Spans) -> tuple[int | None, int | None]:
    return spans[0] if spans else (None, None)


def _attribution(where: str, text: str, one: Attribution) -> tuple[object, ...]:
    """The columns of ATTRIBUTION."""
    return (
        own_bytes(one.id, "a", where), _FIELD[one.field],
        *_ends(one.source), *_ends(one.cue), *_ends(one.content), _several_roles(one),
        words(text, one.source), words(text, one.cue), _QUOTE_TYPE[one.quote_type],
        _ten_thousandths(one.confidence),
    )  # fmt: skip


def _several_roles(one: Attribution) -> str | None:
    """All spans of the roles that have more than one, as JSON."""
    if len(one.source) < 2 and len(one.cue) < 2 and len(one.content) < 2:
        return None
    roles = {"source": one.source, "cue": one.cue, "content": one.content}
    return msgspec.json.encode({role: spans for role, spans in roles.items() if len(spans) > 1}).decode()


def _claim(document: Document, text: str, claim: Claim) -> tuple[object, ...]:
    """The columns of CLAIM."""
    start, end = _placed(document, claim.content)
    return (
        own_bytes(claim.id, "c", document.name), start, end, _several(claim.content),
        words(text, claim.content), _ten_thousandths(claim.confidence), *_meaning(document, claim.meaning),
    )  # fmt: skip


def _statement(document: Document, one: Statement) -> tuple[object, ...]:
    """The columns of STATEMENT."""
    start, end = _placed(document, one.content)
    return (
        own_bytes(one.id, "s", document.name), _FIELD[one.field], start, end, _several(one.content),
        words(text_of(document, one.field), one.content), " ".join(one.why), *_meaning(document, one.meaning),
    )  # fmt: skip


def _placed(document: Document, spans: Spans) -> tuple[int, int]:
    if not spans:
        raise MalformedRecord(
            document.name, "its reading holds a claim without words", "Read it with a reader of this version"
        )
    return spans[0]


def _several(spans: Spans) -> str | None:
    return msgspec.json.encode(spans).decode() if len(spans) > 1 else None


def _meaning(document: Document, meaning: Meaning) -> tuple[object, ...]:
    """The columns of MEANING."""
    as_published = meaning.said is not None and meaning.said == document.published
    flags = (
        SAID_IN_TEXT * meaning.said_in_text
        + ASKS_FOR_EVIDENCE * meaning.asks_for_evidence
        + SAID_AS_PUBLISHED * as_published
    )
    return (
        _POLARITY[meaning.polarity], _CERTAINTY[meaning.certainty], _ORIENTATION[meaning.orientation],
        meaning.certainty_word, meaning.certainty_band, meaning.due, None if as_published else meaning.said,
        flags, _EVIDENCE[meaning.evidence_offered], pack(meaning),
    )  # fmt: skip


def _ten_thousandths(confidence: float) -> int:
    return round(confidence * CONFIDENCE)
