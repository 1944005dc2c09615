"""Checks of the file as a whole: its pages, references, index, and what stands beside the claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from counterclaim.errors import DamagedLedger
from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import shown
from counterclaim.ledger.reviews import review_id
from counterclaim.model.fault import Fault
from counterclaim.model.review import Review

_MOST = 100  # lines about damaged pages; more say nothing more


def file(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """What SQLite itself says of its pages and indexes."""
    counts["pages"] = connection.one("PRAGMA page_count")
    for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST})"):
        for wrong in line.splitlines():
            if wrong != "ok":
                yield Fault(kind="file", id=None, where=None, wrong=wrong)


def foreign_keys(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """References to rows that are not there."""
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        wrong = f"row {row} of {table} refers to a row of {parent} that is not there"
        yield Fault(kind="file", id=None, where=None, wrong=wrong)


def full_text(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """The index against the words of the claims; left out on a ledger that may not be written to."""
    if connection.read_only:  # SQLite asks for the check by an INSERT
        return
    counts["full-text index"] = 1
    try:
        connection.execute("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)")
    except DamagedLedger:
        wrong = "the full-text index does not hold the words of the claims"
        yield Fault(kind="full-text index", id=None, where=None, wrong=wrong)


_DERIVED = """
SELECT claims.id, addresses.address,
    claims.speaker IS NOT attributions.speaker OR claims.party IS NOT speakers.party,
    claims.listed IS NOT readings.listed,
    claims.standing IN (0, 1, 2) AND (claims.standing = 0) = (claims.ended IS NULL)
FROM claims
JOIN attributions ON attributions.row = claims.attribution
JOIN speakers ON speakers.row = attributions.speaker
JOIN readings ON readings.row = attributions.reading
JOIN documents ON documents.row = readings.document
JOIN captures ON captures.row = documents.capture
JOIN addresses ON addresses.row = captures.address
WHERE claims.speaker IS NOT attributions.speaker OR claims.party IS NOT speakers.party
    OR claims.listed IS NOT readings.listed
    OR NOT (claims.standing IN (0, 1, 2) AND (claims.standing = 0) = (claims.ended IS NULL))
"""


def derived(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """Columns of claims that repeat or follow from others."""
    for id, address, speaker, listed, standing in connection.execute(_DERIVED):
        found = (
            (speaker, "its speaker or party is not that of its attribution"),
            (listed, "it is listed otherwise than its reading"),
            (not standing, "its standing is none, or tells no document in which it ended"),
        )
        for is_wrong, wrong in found:
            if is_wrong:
                yield Fault(kind="claim", id=shown("c", id), where=address, wrong=wrong)


def reviews(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """Reviews against their ids; one whose document was forgotten has lost its words and only shows that."""
    found = connection.execute(
        'SELECT id, kind, target_kind, target, field, value, note, "by", "at",'
        " document IS NOT NULL AND EXISTS (SELECT 1 FROM tombstones, json_each(tombstones.documents)"
        "  WHERE json_each.value = 'd' || lower(hex(document))), value IS NOT NULL OR note IS NOT NULL"
        "  OR words IS NOT NULL FROM reviews ORDER BY row"
    )
    for id, kind, target_kind, target, field, value, note, by, at, is_forgotten, has_words in found:
        counts["reviews"] += 1
        wrong = None
        if is_forgotten:
            wrong = "its document is forgotten and it still holds words" if has_words else None
        else:
            try:
                made = Review(
                    kind=codes.REVIEW[kind], target_kind=codes.TARGET[target_kind], target=target,
                    by=by, at=at, field=field, value=value, note=note,
                )  # fmt: skip
                wrong = None if review_id(made) == id else "it does not say what it said when it was written"
            except (IndexError, TypeError) as error:
                wrong = f"it cannot be read ({error})"
        if wrong:
            yield Fault(kind="review", id=shown("v", id), where=target, wrong=wrong)


def tombstones(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """What is forgotten is not there."""
    for capture, documents, is_there in connection.execute(
        "SELECT capture, documents, EXISTS (SELECT 1 FROM captures WHERE captures.id = tombstones.capture)"
        " FROM tombstones ORDER BY row"
    ):
        counts["tombstones"] += 1
        id = shown("k", capture)
        if is_there:
            yield Fault(kind="tombstone", id=id, where=None, wrong="what is forgotten is there again")
        try:
            msgspec.json.decode(documents, type=list[str])
        except msgspec.MsgspecError as error:
            yield Fault(kind="tombstone", id=id, where=None, wrong=f"it cannot be read ({error})")
