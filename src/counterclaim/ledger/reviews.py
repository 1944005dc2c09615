"""Reviews: written once each, read back with where they stand and whether they are still in force."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from counterclaim.errors import InputError, UnknownId
from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.findings import finding
from counterclaim.ledger.ids import blob_of, hashed, shown
from counterclaim.ledger.lookup import with_whole_target
from counterclaim.ledger.review_places import PLACE
from counterclaim.ledger.reviewable import check
from counterclaim.ledger.rownumbers import RowNumbers
from counterclaim.ledger.source_words import check_source
from counterclaim.ledger.stored import document_row, spans_of
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import Question
from counterclaim.model.review import Fate, Review, ReviewKind, StoredReview, TargetKind

_KIND = codes.codes(codes.REVIEW)
_TARGET = codes.codes(codes.TARGET)

_RECEIPT = """
SELECT documents.id, CASE attributions.field WHEN 0 THEN blobs.sha256 ELSE documents.title_sha256 END,
    attributions.field, claims.start, claims.end, claims.spans,
    attributions.source_start, attributions.source_end, attributions.spans, claims.words,
    coalesce(speakers.key, speakers.name, attributions.source, '')
FROM claims
JOIN attributions ON attributions.row = claims.attribution
JOIN readings ON readings.row = attributions.reading
JOIN documents ON documents.row = readings.document
JOIN blobs ON blobs.row = documents.text
JOIN speakers ON speakers.row = attributions.speaker
WHERE claims.id = ?
ORDER BY claims.listed DESC, claims.row
"""

_INSERT = """
INSERT INTO reviews (row, id, kind, target_kind, target, field, value, note, "by", "at",
    document, text_sha256, text_field, spans, source_spans, words, speaker)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

COLUMNS = """
SELECT reviews.row, reviews.id, reviews.kind, target_kind, target, field, value, note, "by", "at", document,
    words
FROM reviews"""


class _Receipt(NamedTuple):
    """The columns of a review that say what it was made on."""

    document: bytes | None = None
    text_sha256: bytes | None = None
    text_field: int | None = None
    spans: str | None = None
    source_spans: str | None = None
    words: str | None = None
    speaker: str | None = None


def review_id(review: Review) -> bytes:
    """Of all that a person wrote."""
    return hashed(list(msgspec.structs.astuple(review)))


def review(connection: Connection, rows: RowNumbers, made: Review) -> str:
    """Keep what a person judged, and give its id; the very same again changes nothing.

    InputError where it does not say what its kind must, UnknownId where the ledger has no such target.
    """
    check(made)
    made = with_whole_target(connection, made)
    check(made)  # two beginnings may have named one claim
    id = review_id(made)
    if connection.one("SELECT 1 FROM reviews WHERE id = ?", (id,)) is not None:
        return shown("v", id)
    receipt = _receipt(connection, made)
    row = rows.next("reviews")
    connection.execute(
        _INSERT,
        (
            row, id, _KIND[made.kind], _TARGET[made.target_kind], made.target, made.field, made.value,
            made.note, made.by, made.at, *receipt,
        ),
    )  # fmt: skip
    if made.target_kind is TargetKind.CLAIM:
        _place(connection, row, made.target)
    return shown("v", id)


def _place(connection: Connection, row: int, claim: str) -> None:
    """Stand at the claims meant, those of the newest readings where one holds it."""
    found = connection.execute(
        "SELECT row, listed FROM claims WHERE id = ?", (blob_of(claim, "c"),)
    ).fetchall()
    listed = [one for one, is_listed in found if is_listed] or [one for one, _ in found]
    connection.executemany(
        "INSERT INTO review_places (review, claim, how) VALUES (?, ?, ?)",
        [(row, one, PLACE[Fate.SAME]) for one in listed],
    )


def _receipt(connection: Connection, made: Review) -> _Receipt:
    match made.target_kind:
        case TargetKind.CLAIM:
            receipt = _of_claim(connection, made.target)
            if made.field == "source" and made.value is not None:
                check_source(connection, made.target, made.value)
            return receipt
        case TargetKind.DOCUMENT:
            document_row(connection, made.target)  # raises UnknownId
            return _Receipt(document=blob_of(made.target, "d"))
        case TargetKind.REVIEW:
            return _of_review(connection, made)
        case TargetKind.QUESTION:
            return _of_question(connection, made.target)
    return _Receipt()


def _of_claim(connection: Connection, id: str) -> _Receipt:
    found = connection.execute(_RECEIPT, (blob_of(id, "c"),)).fetchone()
    if found is None:
        raise UnknownId(id, "no claim of the ledger has this id", "Take the id from `counterclaim claims`")
    document, sha256, field, start, end, spans, source_start, source_end, roles, words, speaker = found
    source = (msgspec.json.decode(roles) if roles else {}).get("source")
    if source is None:
        source = [] if source_start is None else [[source_start, source_end]]
    return _Receipt(
        document, sha256, field, msgspec.json.encode(spans_of(start, end, spans)).decode(),
        msgspec.json.encode(source).decode(), words, speaker,
    )  # fmt: skip


def _of_review(connection: Connection, made: Review) -> _Receipt:
    """An undo belongs to the document of what it undoes, so that its note is forgotten with it.

    InputError where a person confirms a judgement of their own.
    """
    found = connection.execute(
        'SELECT document, "by" FROM reviews WHERE id = ?', (blob_of(made.target, "v"),)
    ).fetchone()
    if found is None:
        raise UnknownId(
            made.target, "no review of the ledger has this id", "Take the id from the list of reviews"
        )
    document, by = found
    if made.kind is ReviewKind.ACCEPT and same_person(made.by, by):
        raise InputError("review", f"{by} wrote it", "Have a second reader confirm it")
    return _Receipt(document=document)


def same_person(one: str, other: str) -> bool:
    """Whether two names that reviews are signed with stand for one person."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _of_question(connection: Connection, id: str) -> _Receipt:
    """What is written of a question belongs to the document of its oldest claim, which gives it its id."""
    question = finding(connection, FindingKind.QUESTION, Question, id)
    return _Receipt(document=blob_of(question.claims[0][0], "d"))


def stored(connection: Connection, found: Sequence[Any]) -> list[StoredReview]:
    """The reviews of these rows of COLUMNS, each with where it stands and whether it is in force."""
    standing, undone = _standing(connection, [row[0] for row in found]), undone_ids(connection)
    return [_stored(row, standing.get(row[0], []), shown("v", row[1]) not in undone) for row in found]


def written(connection: Connection, field: str | None = None) -> list[tuple[Any, bool]]:
    """The columns of each review, its row first, in the order of writing, and whether it is in force.

    Those of one field only, where one is given.
    """
    where = "" if field is None else " WHERE field = :field"
    found = connection.execute(f"{COLUMNS}{where} ORDER BY reviews.row", {"field": field}).fetchall()
    undone = undone_ids(connection)
    return [(row, shown("v", row[1]) not in undone) for row in found]


def _standing(connection: Connection, reviews: Sequence[int]) -> dict[int, list[tuple[Fate, str | None]]]:
    places: dict[int, list[tuple[Fate, str | None]]] = {}
    for row, how, claim in connection.execute(
        "SELECT review, how, claims.id FROM json_each(?) AS asked"
        " CROSS JOIN review_places ON review = asked.value LEFT JOIN claims ON claims.row = claim"
        " ORDER BY review, claim",
        (json.dumps(reviews),),
    ):
        told = (codes.PLACE[how], None if claim is None else shown("c", claim))
        places.setdefault(row, []).append(told)
    return places


def undone_ids(connection: Connection) -> frozenset[str]:
    """The ids of all reviews that are taken back: an undo of an undo brings back what was undone.

    A review is written after what it undoes, so the newest are settled first.
    """
    undone: set[str] = set()
    for id, target in connection.execute(
        "SELECT id, target FROM reviews WHERE kind = ? ORDER BY row DESC", (_KIND[ReviewKind.UNDO],)
    ):
        if shown("v", id) not in undone:
            undone.add(target)
    return frozenset(undone)


def _stored(row: Any, places: list[tuple[Fate, str | None]], in_force: bool) -> StoredReview:
    _, id, kind, target_kind, target, field, value, note, by, at, document, words = row
    return StoredReview(
        id=shown("v", id),
        review=Review(
            kind=codes.REVIEW[kind], target_kind=codes.TARGET[target_kind], target=target, by=by, at=at,
            field=field, value=value, note=note,
        ),
        document=None if document is None else shown("d", document),
        words=words,
        fate=places[0][0] if places else None,
        claims=tuple(dict.fromkeys(claim for _, claim in places if claim is not None)),
        in_force=in_force,
    )  # fmt: skip
