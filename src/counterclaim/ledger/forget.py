"""Forgetting: what stood in a document is erased for good, and a tombstone says that it was.

Rows are deleted in one transaction, with the tombstone.  Then the file itself is scrubbed: the
full-text index is merged into one piece, which drops the words of deleted rows, the file is
written anew without its free pages, and the log is emptied.  Killed between the two, the same
call again finishes the work.
"""

from __future__ import annotations

import time
from contextlib import AbstractContextManager

import msgspec

from counterclaim.errors import BusyLedger, UnknownId
from counterclaim.ledger.connection import WAIT, Connection
from counterclaim.ledger.folds import keep_folds
from counterclaim.ledger.ids import blob_of, shown
from counterclaim.ledger.review_places import PLACE
from counterclaim.ledger.rownumbers import RowNumbers
from counterclaim.ledger.standing import chain, keep_standing
from counterclaim.model.review import Fate

# The rows to go, each by one parameter: the capture.
_DOCUMENTS = "SELECT row FROM documents WHERE capture = :capture"
_READINGS = f"SELECT row FROM readings WHERE document IN ({_DOCUMENTS})"
_ROWS = (
    "SELECT {0}.row FROM readings JOIN {0} ON {0}.row BETWEEN readings.first_{1}"
    f" AND readings.first_{{1}} + readings.{{0}} - 1 WHERE readings.document IN ({_DOCUMENTS})"
)
_ATTRIBUTIONS = _ROWS.format("attributions", "attribution")
_CLAIMS = _ROWS.format("claims", "claim")
_STATEMENTS = _ROWS.format("statements", "statement")

# Other documents of an origin that those to go are copies of: what they said alike is told by these.
_ORIGINS = "SELECT origin FROM documents WHERE capture = :capture"
_SIBLINGS = (
    f"SELECT row FROM documents WHERE capture <> :capture AND (row IN ({_ORIGINS}) OR origin IN ({_ORIGINS}))"
)

_ERASE = (
    "INSERT INTO claims_fts (claims_fts, rowid, words, source)"
    f" SELECT 'delete', row, words, source FROM claim_words WHERE row IN ({_CLAIMS})",
    "UPDATE reviews SET value = NULL, note = NULL, text_sha256 = NULL, spans = NULL, source_spans = NULL,"
    " words = NULL, speaker = NULL WHERE document IN (SELECT id FROM documents WHERE capture = :capture)",
    "INSERT INTO review_places (review, claim, how) SELECT DISTINCT review, NULL, :lost FROM review_places"
    f" WHERE claim IN ({_CLAIMS}) AND review NOT IN"
    f" (SELECT review FROM review_places WHERE claim IS NULL OR claim NOT IN ({_CLAIMS}))",
    f"DELETE FROM review_places WHERE claim IN ({_CLAIMS})",
    'DELETE FROM skipped WHERE "where" IN (SELECT name FROM captures WHERE row = :capture UNION'
    " SELECT url FROM captures WHERE row = :capture UNION"
    " SELECT address FROM addresses WHERE row = :address)",
    "DELETE FROM fetch_state WHERE url IN (SELECT url FROM captures WHERE row = :capture)",
    "DELETE FROM findings",  # they hold words of many documents, and are made anew
    f"DELETE FROM relations WHERE one IN ({_CLAIMS}) OR other IN ({_CLAIMS})",
    f"DELETE FROM comparables WHERE reading IN ({_READINGS})",
    f"DELETE FROM claims WHERE row IN ({_CLAIMS})",
    f"DELETE FROM attributions WHERE row IN ({_ATTRIBUTIONS})",
    f"DELETE FROM statements WHERE row IN ({_STATEMENTS})",
    f"DELETE FROM vectors WHERE reading IN ({_READINGS})",
    f"DELETE FROM readings WHERE row IN ({_READINGS})",
    f"DELETE FROM edges WHERE from_document IN ({_DOCUMENTS}) OR to_document IN ({_DOCUMENTS})",
    f"DELETE FROM sketches WHERE document IN ({_DOCUMENTS})",
    f"UPDATE documents SET copied = NULL, origin_reason = NULL WHERE copied IN ({_DOCUMENTS})",
    f"UPDATE documents SET origin = NULL WHERE origin IN ({_DOCUMENTS}) OR capture = :capture",
    "DELETE FROM documents WHERE capture = :capture",
    "DELETE FROM captures WHERE row = :capture",
)

# What nothing refers to any more.
_SWEEP = (
    "DELETE FROM addresses WHERE row = :address AND row NOT IN (SELECT address FROM captures)",
    "DELETE FROM blobs WHERE row NOT IN (SELECT blob FROM captures UNION SELECT text FROM documents)",
    "DELETE FROM speaker_words WHERE speaker NOT IN (SELECT speaker FROM attributions)",
    "DELETE FROM speakers WHERE row NOT IN (SELECT speaker FROM attributions)",
    "DELETE FROM parties WHERE row NOT IN (SELECT party FROM speakers WHERE party IS NOT NULL)",
)


def forget(
    connection: Connection,
    transaction: AbstractContextManager[RowNumbers],
    document: str,
    by: str,
    at: str,
) -> None:
    """Erase a document, its capture, all that was made from it and all words about it; or UnknownId.

    The other texts of its address stay, and so does a copy elsewhere.  All findings go, as any of them
    may hold words of it: they are to be made anew.
    """
    # Rows that stand together have no index by their parent, so that asking for children of each
    # row that goes would read the whole table each time; children go first here in any case.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with transaction as rows:
            capture = _capture(connection, document)
            if capture is not None:
                _erase(connection, rows, capture, by, at)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    _scrub(connection)


def _capture(connection: Connection, document: str) -> int | None:
    """The capture of a document; None where it is forgotten already."""
    found = connection.one("SELECT capture FROM documents WHERE id = ?", (blob_of(document, "d"),))
    if found is not None:
        return int(found)
    if connection.one(
        "SELECT 1 FROM tombstones, json_each(tombstones.documents) WHERE json_each.value = ?", (document,)
    ):
        return None
    raise UnknownId(document, "no document of the ledger has this id", "Take the id from a list of documents")


def _erase(connection: Connection, rows: RowNumbers, capture: int, by: str, at: str) -> None:
    address = connection.one("SELECT address FROM captures WHERE row = ?", (capture,))
    values = {"capture": capture, "address": address, "lost": PLACE[Fate.NO_LONGER_READ]}
    _bury(connection, rows, values, by, at)
    orphans = [
        row
        for (row,) in connection.execute(
            f"SELECT row FROM documents WHERE origin IN ({_DOCUMENTS}) AND capture <> :capture"
            " ORDER BY coalesce(published, '9'), row",
            values,
        )
    ]
    siblings = [row for (row,) in connection.execute(_SIBLINGS, values)]
    for statement in _ERASE:
        connection.execute(statement, values)
    for statement in _SWEEP:
        connection.execute(statement, values)
    if orphans:  # the earliest copy stands for them from now on
        connection.executemany(
            "UPDATE documents SET origin = ? WHERE row = ?", [(orphans[0], row) for row in orphans[1:]]
        )
    left = [version.row for version in chain(connection, address)]
    keep_standing(connection, address)
    keep_folds(connection, [*left, *orphans, *siblings])
    rows.forget()


def _bury(connection: Connection, rows: RowNumbers, values: dict[str, int], by: str, at: str) -> None:
    id, sha256 = connection.execute(
        "SELECT captures.id, blobs.sha256 FROM captures JOIN blobs ON blobs.row = captures.blob"
        " WHERE captures.row = :capture",
        values,
    ).fetchone()
    documents = connection.execute("SELECT id FROM documents WHERE capture = :capture ORDER BY id", values)
    named = msgspec.json.encode([shown("d", one) for (one,) in documents]).decode()
    claims = connection.one(f"SELECT count(*) FROM ({_CLAIMS})", values)
    connection.execute(
        'INSERT INTO tombstones (row, capture, documents, capture_sha256, claims, "by", "at")'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (rows.next("tombstones"), id, named, sha256, claims, by, at),
    )


def _scrub(connection: Connection) -> None:
    """Leave no trace in free pages, in the index or in the log."""
    connection.execute("INSERT INTO claims_fts (claims_fts) VALUES ('optimize')")
    connection.execute("VACUUM")
    until = time.monotonic() + WAIT
    while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        if time.monotonic() > until:
            raise BusyLedger(
                str(connection.path),
                "the document is erased, but another process reads an older state, so the log still holds it",
                "Run the same again once the other process has ended",
            )
        time.sleep(0.05)
