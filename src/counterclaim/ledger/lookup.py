"""Ids by their beginnings, as lists show them."""

from __future__ import annotations

import re

from msgspec.structs import replace

from counterclaim.errors import UnknownId
from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import shown
from counterclaim.ledger.reviewable import judges_relation, relation_in
from counterclaim.model.finding import FindingKind
from counterclaim.model.review import JOINING, Review, TargetKind

SHORTEST = 3  # hexadecimal digits of an id that are enough where they are the only such
_DIGITS = 16
_PREFIX = re.compile(rf"[a-z][0-9a-f]{{{SHORTEST},{_DIGITS}}}")
_TABLES = {"c": ("claims", "claim"), "d": ("documents", "document"), "v": ("reviews", "review")}
_LISTS = {"c": "`counterclaim claims`", "d": "`counterclaim documents`", "v": "`counterclaim reviews`"}
_LETTERS = {TargetKind.CLAIM: "c", TargetKind.DOCUMENT: "d", TargetKind.REVIEW: "v"}

# The letter of an id, what it stands for, and where ids are listed.
_FINDINGS = {
    FindingKind.QUESTION: ("q", "question", "`counterclaim questions`"),
    FindingKind.DISPUTE: ("q", "dispute", "`counterclaim disputes`"),
    FindingKind.SHIFT: ("q", "shift", "`counterclaim shifts`"),
    FindingKind.SERIES: ("n", "number series", "`counterclaim numbers`"),
    FindingKind.FORECAST: ("f", "forecast", "`counterclaim forecasts`"),
}
_FINDING = codes.codes(codes.FINDING)


def whole_id(connection: Connection, id: str, letter: str) -> str:
    """The id of the one thing of a letter (c, d, v) that begins so; UnknownId for none or several.

    A document that was forgotten is known by its whole id only.
    """
    table, noun = _TABLES[letter]
    remedy = f"Take the id from {_LISTS[letter]}"
    _check(id, letter, noun, remedy)
    bounds = tuple(bytes.fromhex(id[1:].ljust(_DIGITS, fill)) for fill in "0f")
    found = connection.execute(f"SELECT DISTINCT id FROM {table} WHERE id BETWEEN ? AND ? LIMIT 3", bounds)
    ids = [shown(letter, one) for (one,) in found]
    if not ids and len(id) > _DIGITS and letter == "d":
        return id
    return _only(id, ids, noun, remedy)


def whole_finding_id(connection: Connection, id: str, kind: FindingKind) -> str:
    """The id of the one question, series or forecast that begins so; UnknownId for none or several.

    Disputes and shifts go by the id of their question.
    """
    letter, noun, list_ = _FINDINGS[kind]
    remedy = f"Take the id from {list_}"
    _check(id, letter, noun, remedy)
    found = connection.execute(
        "SELECT DISTINCT id FROM findings WHERE kind = ? AND id >= ? AND id < ? || 'g' LIMIT 3",
        (_FINDING[kind], id, id),
    )
    return _only(id, [one for (one,) in found], noun, remedy)


def _check(id: str, letter: str, noun: str, remedy: str) -> None:
    if not _PREFIX.fullmatch(id) or id[0] != letter:
        wrong = f"this is no id of a {noun}: {letter} and {SHORTEST} to {_DIGITS} hexadecimal digits"
        raise UnknownId(id, wrong, remedy)


def _only(id: str, ids: list[str], noun: str, remedy: str) -> str:
    if len(ids) > 1:
        raise UnknownId(id, f"several {noun}s begin so, as {ids[0]} and {ids[1]}", "Give more of its digits")
    if not ids:
        raise UnknownId(id, f"no {noun} of the ledger has this id", remedy)
    return ids[0]


def with_whole_target(connection: Connection, made: Review) -> Review:
    """The review with the whole ids of what it is about, and of the claims that it names beside that."""
    if made.target_kind is TargetKind.QUESTION:
        return replace(made, target=whole_finding_id(connection, made.target, FindingKind.QUESTION))
    letter = _LETTERS.get(made.target_kind)
    if letter is None:
        return made
    made = replace(made, target=whole_id(connection, made.target, letter))
    if judges_relation(made):
        other, kind = relation_in(made.value)
        return replace(made, value=f"{whole_id(connection, other, letter)} {kind}")
    if made.target_kind is TargetKind.CLAIM and made.kind in JOINING:
        others = [whole_id(connection, id, letter) for id in (made.value or "").split()]
        return replace(made, value=" ".join(others))
    return made
