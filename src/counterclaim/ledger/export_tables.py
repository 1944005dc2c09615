"""What an export holds: for each file its rows, in the order of content ids, and how each column is told.

Rows are joined by content ids, enumerated values go by name, JSON stays JSON.  Row numbers and
whatever tells when this computer did something are left out, so that two ledgers that hold the
same give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum

import msgspec

from counterclaim.ledger import codes
from counterclaim.ledger.days import shown_day
from counterclaim.ledger.packed import plain

Convert = Callable[..., object]


class Column(msgspec.Struct, frozen=True):
    """One column: its name, the SQL for it, how it is told, and whether it is a time of this computer's."""

    name: str
    sql: str
    convert: Convert | None = None
    clock: bool = False


class Table(msgspec.Struct, frozen=True):
    """One file of an export."""

    name: str
    columns: tuple[Column, ...]
    source: str
    order: str


def _id(letter: str) -> Convert:
    return lambda id: None if id is None else letter + id.hex()


def _code(values: tuple[StrEnum, ...]) -> Convert:
    return lambda code: None if code is None else values[code].value


def _hex(data: bytes | None) -> str | None:
    return None if data is None else data.hex()


def _json(text: str | None) -> object:
    return None if text is None else json.loads(text)


def _meant(packed: str | None) -> object:
    return None if packed is None else plain(packed)


def _share(number: int | None) -> float | None:
    return None if number is None else number / 10_000


def _plain(table: str, *names: str) -> tuple[Column, ...]:
    return tuple(Column(name, f'{table}."{name}"') for name in names)


def _meaning(table: str) -> tuple[Column, ...]:
    """The columns that claims and statements have for what they mean."""
    return (
        Column("polarity", f"{table}.polarity", _code(codes.POLARITY)),
        Column("certainty", f"{table}.certainty", _code(codes.CERTAINTY)),
        Column("certainty_word", f"{table}.certainty_word"),
        Column("certainty_band", f"{table}.certainty_band"),
        Column("orientation", f"{table}.orientation", _code(codes.ORIENTATION)),
        Column("due", f"{table}.due"),
        Column("said", f"CASE WHEN {table}.flags & 4 THEN documents.published ELSE {table}.said END"),
        Column("said_in_text", f"{table}.flags & 1", bool),
        Column("asks_for_evidence", f"{table}.flags & 2", bool),
        Column("evidence_offered", f"{table}.evidence_offered", _code(codes.EVIDENCE)),
        Column("meaning", f"{table}.meaning", _meant),
    )


def _in(table: str) -> tuple[Column, ...]:
    """In which document and reading something stands."""
    return (
        Column("id", f"{table}.id", _id(table[0])),
        Column("document", "documents.id", _id("d")),
        Column("reading", "readings.id", _id("r")),
    )


_ADDED = "added"
_READ = "JOIN readings ON readings.row = {}.reading JOIN documents ON documents.row = readings.document"
_END = (
    " JOIN claims AS {0} ON {0}.row = relations.{0}"
    " JOIN attributions AS {0}_said ON {0}_said.row = {0}.attribution"
    " JOIN readings AS {0}_reading ON {0}_reading.row = {0}_said.reading"
    " JOIN documents AS {0}_document ON {0}_document.row = {0}_reading.document"
)

TABLES = (
    Table(
        "captures",
        (
            Column("id", "captures.id", _id("k")),
            Column("address", "addresses.address"),
            Column("media", "captures.media", _code(codes.MEDIA)),
            Column("sha256", "blobs.sha256", _hex),
            Column("bytes", "blobs.size"),
            *_plain("captures", "name", "label", "url", "publisher", "published", "title", "language"),
            *_plain("captures", "default_published", "retrieved"),
            Column(_ADDED, "captures.added", clock=True),
        ),
        "captures JOIN addresses ON addresses.row = captures.address JOIN blobs ON blobs.row = captures.blob",
        "captures.id",
    ),
    Table(
        "documents",
        (
            Column("id", "documents.id", _id("d")),
            Column("capture", "captures.id", _id("k")),
            *_plain("documents", "cleaner", "name", "label", "title"),
            Column("title_is_separate", "documents.title_is_separate", bool),
            Column("title_sha256", "documents.title_sha256", _hex),
            *_plain("documents", "language", "url", "publisher", "published", "byline", "not_read"),
            Column("marks", "documents.marks", _json),
            Column("links", "documents.links", _json),
            Column("headlines", "documents.headlines", _json),
            Column("newest", "documents.listed", bool),
            Column("origin", "coalesce(first.id, documents.id)", _id("d")),
            *_plain("documents", "origin_reason", "agency"),
            Column("sha256", "blobs.sha256", _hex),
            Column("text", "documents.text"),
            Column(_ADDED, "documents.added", clock=True),
        ),
        "documents JOIN captures ON captures.row = documents.capture JOIN blobs ON blobs.row = documents.text"
        " LEFT JOIN documents AS first ON first.row = documents.origin",
        "documents.id",
    ),
    Table(
        "readings",
        (
            Column("id", "readings.id", _id("r")),
            Column("document", "documents.id", _id("d")),
            *_plain("readings", "reader", "claims"),
            Column("newest", "readings.listed", bool),
            Column(_ADDED, "readings.added", clock=True),
        ),
        "readings JOIN documents ON documents.row = readings.document",
        "readings.id",
    ),
    Table(
        "speakers",
        (
            Column("id", "speakers.id", _id("p")),
            Column("name", "speakers.name"),
            Column("kind", "speakers.kind", _code(codes.SPEAKER_KIND)),
            Column("party", "parties.name"),
            *_plain("speakers", "key", "reason"),
        ),
        "speakers LEFT JOIN parties ON parties.row = speakers.party",
        "speakers.id",
    ),
    Table(
        "attributions",
        (
            *_in("attributions"),
            Column("field", "attributions.field", _code(codes.FIELD)),
            *_plain("attributions", "source_start", "source_end", "cue_start", "cue_end"),
            *_plain("attributions", "content_start", "content_end"),
            Column("spans", "attributions.spans", _json),
            *_plain("attributions", "source", "cue"),
            Column("quote_type", "attributions.quote_type", _code(codes.QUOTE_TYPE)),
            Column("parent", "holding.id", _id("a")),
            Column("confidence", "attributions.confidence", _share),
            Column("speaker", "speakers.id", _id("p")),
        ),
        f"attributions {_READ.format('attributions')} JOIN speakers ON speakers.row = attributions.speaker"
        " LEFT JOIN attributions AS holding ON holding.row = attributions.parent",
        "readings.id, attributions.id, attributions.row",
    ),
    Table(
        "claims",
        (
            *_in("claims"),
            Column("attribution", "attributions.id", _id("a")),
            *_plain("claims", "start", "end"),
            Column("spans", "claims.spans", _json),
            Column("words", "claims.words"),
            *_meaning("claims"),
            Column("confidence", "claims.confidence", _share),
            Column("speaker", "speakers.id", _id("p")),
            Column("day", "claims.day", shown_day),
            Column("newest", "claims.listed", bool),
            Column("standing", "claims.standing", _code(codes.STANDING)),
            Column("ended_in", "ending.id", _id("d")),
            Column("became", "later.id", _id("c")),
            Column("folded", "claims.folded", bool),
            Column("documents", "claims.documents"),
        ),
        f"claims JOIN attributions ON attributions.row = claims.attribution {_READ.format('attributions')}"
        " JOIN speakers ON speakers.row = attributions.speaker"
        " LEFT JOIN documents AS ending ON ending.row = claims.ended"
        " LEFT JOIN claims AS later ON later.row = claims.became",
        "readings.id, claims.id, attributions.id, claims.row",
    ),
    Table(
        "statements",
        (
            *_in("statements"),
            Column("field", "statements.field", _code(codes.FIELD)),
            *_plain("statements", "start", "end"),
            Column("spans", "statements.spans", _json),
            *_plain("statements", "words", "why"),
            *_meaning("statements"),
        ),
        f"statements {_READ.format('statements')}",
        "readings.id, statements.id, statements.row",
    ),
    Table(
        "edges",
        (
            Column("kind", "edges.kind", _code(codes.EDGE)),
            Column("from", "one.id", _id("d")),
            Column("to", "other.id", _id("d")),
            *_plain("edges", "weight", "reason", "maker"),
        ),
        "edges JOIN documents AS one ON one.row = edges.from_document"
        " JOIN documents AS other ON other.row = edges.to_document",
        "one.id, other.id, edges.kind, edges.maker",
    ),
    Table(
        "relations",
        (
            Column("kind", "relations.kind", _code(codes.RELATION)),
            Column("one_document", "one_document.id", _id("d")),
            Column("one", "one.id", _id("c")),
            Column("other_document", "other_document.id", _id("d")),
            Column("other", "other.id", _id("c")),
            Column("confidence", "relations.confidence", _share),
            Column("same_question", "relations.same_question", _share),
            Column("contradiction", "relations.contradiction", _code(codes.CONTRADICTION)),
            *_plain("relations", "reason"),
        ),
        f"relations{_END.format('one')}{_END.format('other')}",
        "one_document.id, one.id, other_document.id, other.id",
    ),
    Table(
        "findings",
        (
            Column("kind", "findings.kind", _code(codes.FINDING)),
            *_plain("findings", "place", "id"),
            Column("found", "findings.body", _json),
        ),
        "findings",
        "findings.kind, findings.place",
    ),
    Table(
        "reviews",
        (
            Column("id", "reviews.id", _id("v")),
            Column("kind", "reviews.kind", _code(codes.REVIEW)),
            Column("target_kind", "reviews.target_kind", _code(codes.TARGET)),
            *_plain("reviews", "target", "field", "value", "note", "by"),
            Column("document", "reviews.document", _id("d")),
            Column("text_sha256", "reviews.text_sha256", _hex),
            Column("text_field", "reviews.text_field", _code(codes.FIELD)),
            Column("spans", "reviews.spans", _json),
            Column("source_spans", "reviews.source_spans", _json),
            *_plain("reviews", "words", "speaker"),
            Column("fate", "review_places.how", _code(codes.PLACE)),
            Column("claim", "claims.id", _id("c")),
            Column("at", "reviews.at", clock=True),
        ),
        "reviews LEFT JOIN review_places ON review_places.review = reviews.row"
        " LEFT JOIN claims ON claims.row = review_places.claim",
        "reviews.id, claims.id",
    ),
    Table(
        "skipped",
        (*_plain("skipped", "where", "wrong", "remedy", "kind"), Column(_ADDED, "skipped.added", clock=True)),
        "skipped",
        'skipped."where", skipped.wrong',
    ),
    Table(
        "tombstones",
        (
            Column("capture", "tombstones.capture", _id("k")),
            Column("documents", "tombstones.documents", _json),
            Column("capture_sha256", "tombstones.capture_sha256", _hex),
            *_plain("tombstones", "claims", "by"),
            Column("at", "tombstones.at", clock=True),
        ),
        "tombstones",
        "tombstones.capture",
    ),
)
