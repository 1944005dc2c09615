"""What lists go by and content does not hold: made anew, compared, and left as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.folds import keep_folds
from counterclaim.ledger.ids import shown
from counterclaim.ledger.standing import keep_standing
from counterclaim.model.fault import Fault

_STRAYS = (
    ("attributions", "attribution"),
    ("claims", "claim"),
    ("statements", "statement"),
)
_RANGES = "SELECT first_{1}, readings.{0} FROM readings WHERE readings.{0} > 0 ORDER BY first_{1}"
_NOT_NEWEST = """
SELECT captures.id, addresses.address FROM captures JOIN addresses ON addresses.row = captures.address
WHERE (SELECT count(*) FROM documents WHERE capture = captures.row AND listed = 1) <> 1
OR (SELECT CASE count(*) WHEN 1 THEN max(readings.row) ELSE -1 END
    FROM readings JOIN documents ON documents.row = document
    WHERE capture = captures.row AND readings.listed = 1)
<> (SELECT coalesce(max(readings.row), -1) FROM readings JOIN documents ON documents.row = document
    WHERE capture = captures.row)
"""
_STANDING = "SELECT row, id, standing, ended, became, folded, documents FROM claims ORDER BY row"


def strays(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """Rows that belong to no reading, or to two: nobody read them anywhere."""
    for table, named in _STRAYS:
        last = 0
        for first, count in connection.execute(_RANGES.format(table, named)).fetchall():
            if first <= last:
                wrong = f"two readings hold row {first} of {table}"
                yield Fault(kind=named, id=None, where=None, wrong=wrong)
            yield from _between(connection, table, named, last, first)
            last = max(last, first + count - 1)
        yield from _between(connection, table, named, last, None)


def _between(connection: Connection, table: str, named: str, last: int, first: int | None) -> Iterator[Fault]:
    """A fault for each row behind `last` and before `first`."""
    end, values = ("", (last,)) if first is None else (" AND row < ?", (last, first))
    for row, id in connection.execute(f"SELECT row, id FROM {table} WHERE row > ?{end}", values).fetchall():
        name = shown(named[0], id) if isinstance(id, bytes) else f"row {row}"
        yield Fault(
            kind=named, id=name, where=None, wrong="it belongs to no reading: nobody read it anywhere"
        )


def newest(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """Captures of which lists would show none, several, or an older reading."""
    for id, address in connection.execute(_NOT_NEWEST).fetchall():
        wrong = "lists do not show its newest reading"
        yield Fault(kind="capture", id=shown("k", id), where=address, wrong=wrong)


def standing(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """What is said of claims beside other versions and copies, against what the texts say.

    Made anew in a transaction that is taken back; left out where the file may not be written to.
    """
    if connection.read_only:
        return
    counts["standings"] = connection.one("SELECT count(*) FROM claims")
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = connection.execute(_STANDING).fetchall()
        for (address,) in connection.execute("SELECT row FROM addresses ORDER BY row").fetchall():
            keep_standing(connection, address)
        keep_folds(connection, [row for (row,) in connection.execute("SELECT row FROM documents")])
        after = connection.execute(_STANDING).fetchall()
    finally:
        connection.execute("ROLLBACK")
    for was, now in zip(before, after, strict=True):
        if was != now:
            wrong = "what is said of it beside other versions and copies is not what they say"
            yield Fault(kind="claim", id=shown("c", was[1]), where=None, wrong=wrong)
