"""Lists of claims: by speaker, party, words and days, newest day first.

Every list walks an index that is in its order already and stops at the page asked for, so the
first page costs about the same however much the ledger holds.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable
from itertools import islice

import msgspec

from counterclaim.ledger import codes
from counterclaim.ledger.asked_days import day_from, day_until
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.names import parties_named, speakers_named
from counterclaim.ledger.query import parse
from counterclaim.ledger.rows import claim_rows
from counterclaim.model.listing import ClaimRow
from counterclaim.model.meaning import Polarity

FEW = 5_000  # claims that hold some words: to look at each is cheaper than to walk through a list

Key = tuple[int, int]  # what lists are ordered by: the day, newest first, and the row
Condition = tuple[str, tuple[object, ...]]

_POLARITY = codes.codes(codes.POLARITY)
_HOLDING = "SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?"


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims a list is to hold; what is None does not matter.

    `since` and `until` are days or parts of them ("2022-02"), both included; `confidence` is the least.
    """

    by: str | None = None
    party: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None
    polarity: Polarity | None = None
    confidence: float | None = None
    copies: bool = False


def claims(connection: Connection, wanted: Filter, limit: int | None = 50, offset: int = 0) -> list[ClaimRow]:
    """One page of the claims wanted, newest day first, then in the order of adding and of the text."""
    last = -1 if limit is None else offset + limit
    pages = _pages(connection, wanted, last)
    page = islice(heapq.merge(*pages), offset, None if limit is None else last)
    return claim_rows(connection, [row for _, row in page])


def claims_after(
    connection: Connection, wanted: Filter, limit: int, after: Key | None = None
) -> tuple[list[ClaimRow], Key | None]:
    """The claims of the same list that come after a place in it, and the place of the last if more follow.

    Claims that are added meanwhile move nothing: those that belong before the place are not told.
    """
    found = list(islice(heapq.merge(*_pages(connection, wanted, limit + 1, after)), limit + 1))
    rows = claim_rows(connection, [row for _, row in found[:limit]])
    return rows, found[limit - 1] if len(found) > limit else None


def _pages(
    connection: Connection, wanted: Filter, last: int, after: Key | None = None
) -> Iterable[Iterable[Key]]:
    """Lists in order that hold all that is wanted together, each up to the last one asked for."""
    conditions = _days(wanted)
    if wanted.polarity is not None:
        conditions.append(("polarity = ?", (_POLARITY[wanted.polarity],)))
    if wanted.confidence is not None:
        conditions.append(("confidence >= ?", (round(10_000 * wanted.confidence),)))
    starts: list[Condition] = [("", ())]
    index = "claims_by_day"
    if wanted.by is not None:
        index, starts = "claims_by_speaker", _each("speaker", speakers_named(connection, wanted.by))
    if wanted.party is not None:
        parties = parties_named(connection, wanted.party)
        if wanted.by is None:
            index, starts = "claims_by_party", _each("party", parties)
        else:
            conditions.append(("party IN (SELECT value FROM json_each(?))", (json.dumps(parties),)))
    table = f"claims INDEXED BY {index}"
    if wanted.about is not None:
        expression = parse(wanted.about).expression
        if expression is None:
            return []
        conditions.append((f"row IN ({_HOLDING})", (expression,)))
        if wanted.by is None and _are_few(connection, expression):
            # The words narrow most: look at each claim that holds them, by whichever speaker of the party.
            table = "claims NOT INDEXED"
    folds = (0, 1) if wanted.copies else (0,)
    return [
        _page(connection, table, [start, ("folded = ?", (fold,)), behind, *conditions], last)
        for start in starts
        for fold in folds
        for behind in _behind(after)
    ]


def _behind(after: Key | None) -> list[Condition]:
    """What comes after a place in a list; what has no day comes last."""
    if after is None:
        return [("", ())]
    day, row = -after[0], after[1]
    if not day:
        return [("day IS NULL AND row > ?", (row,))]
    return [("day <= ? AND (day < ? OR row > ?)", (day, day, row)), ("day IS NULL", ())]


def _days(wanted: Filter) -> list[Condition]:
    days: list[Condition] = []
    if wanted.since is not None:
        days.append(("day >= ?", (day_from(wanted.since, "since"),)))
    if wanted.until is not None:
        days.append(("day <= ?", (day_until(wanted.until, "until"),)))
    return days


def _each(column: str, rows: Iterable[int]) -> list[Condition]:
    return [(f"{column} = ?", (row,)) for row in rows]


def _are_few(connection: Connection, expression: str) -> bool:
    found = connection.one(f"SELECT count(*) FROM ({_HOLDING} LIMIT ?)", (expression, FEW + 1))
    return int(found) <= FEW


def _page(connection: Connection, table: str, conditions: list[Condition], last: int) -> Iterable[Key]:
    asked = [condition for condition in conditions if condition[0]]
    where = " AND ".join(("listed = 1", *(sql for sql, _ in asked)))
    values = [value for _, given in asked for value in given]
    order = "ORDER BY day DESC, row LIMIT ?"
    found = connection.execute(f"SELECT day, row FROM {table} WHERE {where} {order}", (*values, last))
    return [(-(day or 0), row) for day, row in found]
