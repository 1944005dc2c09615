"""Ids by their beginnings, as lists show them."""

from __future__ import annotations

import re

from msgspec.structs import replace

from counterclaim.errors import UnknownId
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import shown
from counterclaim.model.review import Review, TargetKind

SHORTEST = 3  # hexadecimal digits of an id that are enough where they are the only such
_DIGITS = 16
_PREFIX = re.compile(rf"[a-z][0-9a-f]{{{SHORTEST},{_DIGITS}}}")
_TABLES = {"c": ("claims", "claim"), "d": ("documents", "document"), "v": ("reviews", "review")}
_LISTS = {"c": "`counterclaim claims`", "d": "`counterclaim documents`", "v": "`counterclaim reviews`"}
_LETTERS = {TargetKind.CLAIM: "c", TargetKind.DOCUMENT: "d", TargetKind.REVIEW: "v"}


def whole_id(connection: Connection, id: str, letter: str) -> str:
    """The id of the one thing of a letter (c, d, v) that begins so; UnknownId for none or several.

    A document that was forgotten is known by its whole id only.
    """
    table, noun = _TABLES[letter]
    remedy = f"Take the id from {_LISTS[letter]}"
    if not _PREFIX.fullmatch(id) or id[0] != letter:
        wrong = f"this is no id of a {noun}: {letter} and {SHORTEST} to {_DIGITS} hexadecimal digits"
        raise UnknownId(id, wrong, remedy)
    bounds = tuple(bytes.fromhex(id[1:].ljust(_DIGITS, fill)) for fill in "0f")
    found = connection.execute(f"SELECT DISTINCT id FROM {table} WHERE id BETWEEN ? AND ? LIMIT 3", bounds)
    ids = [shown(letter, one) for (one,) in found]
    if len(ids) > 1:
        raise UnknownId(id, f"several {noun}s begin so, as {ids[0]} and {ids[1]}", "Give more of its digits")
    if not ids and len(id) > _DIGITS and letter == "d":
        return id
    if not ids:
        raise UnknownId(id, f"no {noun} of the ledger has this id", remedy)
    return ids[0]


def with_whole_target(connection: Connection, made: Review) -> Review:
    """The review with the whole id of what it is about, where that goes by one."""
    letter = _LETTERS.get(made.target_kind)
    return made if letter is None else replace(made, target=whole_id(connection, made.target, letter))
