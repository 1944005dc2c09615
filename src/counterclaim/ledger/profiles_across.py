"""What a speaker or party has a part in across documents: findings, and pairs that cannot both be true."""

from __future__ import annotations

import json
from typing import Any, TypeVar

import msgspec

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.findings import decoded
from counterclaim.ledger.profiles import speakers_of, total_of
from counterclaim.ledger.query import parse
from counterclaim.ledger.related import related_of
from counterclaim.ledger.rows import claim_rows
from counterclaim.model.finding import FindingKind
from counterclaim.model.inquiry import Related
from counterclaim.model.listing import ClaimRow
from counterclaim.model.profile import Opposite, Voice
from counterclaim.model.relation import RelationKind

T = TypeVar("T", bound=msgspec.Struct)
_FINDING = codes.codes(codes.FINDING)
_CONTRADICTS = codes.codes(codes.RELATION)[RelationKind.CONTRADICTS]
_encode = msgspec.json.Encoder().encode

# A quotation mark inside a word is stored behind a backslash, so a field is never found inside of words.
# 36 ms for 15,000 questions in 43 MB (November 2026).
_HOLDING = "SELECT body FROM findings WHERE kind = ? AND instr(body, ?) ORDER BY place"
_COUNT = "SELECT count(*) FROM findings WHERE kind = ? AND instr(body, ?)"

_SAID = """
FROM claims {} JOIN answers ON answers.claim = claims.row
WHERE speaker IN (SELECT value FROM json_each(:speakers)) AND listed = 1 AND folded = 0
    AND (:expression IS NULL
        OR claims.row IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :expression))
"""
_QUESTIONS = f"""
SELECT question, count(*) OVER () {_SAID.format("CROSS")}
    AND disputed >= :disputed GROUP BY question ORDER BY max(day) DESC, question LIMIT :limit OFFSET :offset
"""
_QUESTION_COUNT = f"SELECT count(DISTINCT question) {_SAID.format('CROSS')}"
_BESIDE = f"""
SELECT claims.row, count(*) OVER () {_SAID.format("LEFT")}
    AND answers.claim IS NULL ORDER BY day DESC, claims.row LIMIT :limit OFFSET :offset
"""

# All contradictions are looked through, which costs less than to look up each claim of who speaks much.
_PAIRS = f"""
FROM relations INDEXED BY contradictions_by_sureness
CROSS JOIN claims AS one ON one.row = relations.one AND one.listed = 1 AND one.folded = 0
CROSS JOIN claims AS other ON other.row = relations.other AND other.listed = 1 AND other.folded = 0
WHERE relations.kind = {_CONTRADICTS} AND (
    one.speaker IN (SELECT value FROM json_each(:mine))
    OR other.speaker IN (SELECT value FROM json_each(:mine))
)
"""
_THEIRS = (
    "CASE WHEN one.speaker IN (SELECT value FROM json_each(:mine)) THEN other.speaker ELSE one.speaker END"
)
_OPPOSITES = f"""
SELECT speakers.name, speakers.key, sum(pairs) FROM (
    SELECT {_THEIRS} AS theirs, count(*) AS pairs {_PAIRS} GROUP BY theirs
) JOIN speakers ON speakers.row = theirs
GROUP BY coalesce(speakers.key, '') ORDER BY sum(pairs) DESC, speakers.key
"""
_PAGE = f"""
SELECT one.row, other.row, relations.kind, relations.confidence, same_question, contradiction, reason,
    count(*) OVER ()
{_PAIRS} AND (:against IS NULL OR {_THEIRS} IN (SELECT row FROM speakers WHERE key = :against))
ORDER BY max(one.day, other.day) DESC, relations.confidence DESC, relations.row LIMIT :limit OFFSET :offset
"""


def own_questions(
    connection: Connection, voice: Voice, words: str | None, disputed: bool, limit: int, offset: int
) -> tuple[list[str], int]:
    """Ids of one page of the questions that claims are at home in, the newest claim first, and how many.

    `words` are those that the claims have to hold, as a search has them; `disputed` leaves out claims
    that no side of a dispute holds.
    """
    asked = {**_said(connection, voice, words), "disputed": int(disputed), "limit": limit, "offset": offset}
    found = connection.execute(_QUESTIONS, asked).fetchall()
    return [id for id, _ in found], total_of(connection, _QUESTIONS, asked, found)


def count_own_questions(connection: Connection, voice: Voice) -> int:
    """How many questions there are that claims of the speaker or party are at home in."""
    return int(connection.one(_QUESTION_COUNT, _said(connection, voice, None)))


def claims_beside(
    connection: Connection, voice: Voice, words: str | None, limit: int, offset: int
) -> tuple[list[ClaimRow], int]:
    """One page of the claims that answer no question, newest day first, and how many there are."""
    asked = {**_said(connection, voice, words), "limit": limit, "offset": offset}
    found = connection.execute(_BESIDE, asked).fetchall()
    return claim_rows(connection, [row for row, _ in found]), total_of(connection, _BESIDE, asked, found)


def _said(connection: Connection, voice: Voice, words: str | None) -> dict[str, Any]:
    """The values of _SAID; words that say nothing narrow nothing."""
    return {
        "speakers": json.dumps(speakers_of(connection, voice)),
        "expression": None if words is None else parse(words).expression,
    }


def findings_of(connection: Connection, kind: FindingKind, type: type[T], voice: Voice) -> list[T]:
    """The findings of a kind that a claim of the speaker or party stands in, in their order."""
    decoder = msgspec.json.Decoder(type)
    found = connection.execute(_HOLDING, (_FINDING[kind], _field(voice)))
    return [decoded(connection, decoder, body) for (body,) in found]


def count_findings_of(connection: Connection, kind: FindingKind, voice: Voice) -> int:
    """How many there are."""
    return int(connection.one(_COUNT, (_FINDING[kind], _field(voice))))


def _field(voice: Voice) -> str:
    """How the speaker or party stands in the JSON of a finding."""
    if voice.key is not None:
        return f'"key":{_encode(voice.key).decode()}'
    return f'"party":{_encode(voice.party).decode()}'


def opposites(connection: Connection, voice: Voice) -> list[Opposite]:
    """Whose claims contradict those of the speaker or party, most pairs first; its own among them."""
    values = {"mine": json.dumps(speakers_of(connection, voice))}
    return [
        Opposite(name=name, key=key, pairs=pairs)
        for name, key, pairs in connection.execute(_OPPOSITES, values)
    ]


def pairs_against(
    connection: Connection, voice: Voice, against: str | None, limit: int, offset: int
) -> tuple[list[Related], int]:
    """One page of the pairs that cannot both be true, the newest first, and how many there are.

    `against` is the key of a speaker, None for whoever it is.
    """
    values: dict[str, Any] = {
        "mine": json.dumps(speakers_of(connection, voice)),
        "against": against,
        "limit": limit,
        "offset": offset,
    }
    found = connection.execute(_PAGE, values).fetchall()
    wanted = list(dict.fromkeys(row for pair in found for row in pair[:2]))
    rows = dict(zip(wanted, claim_rows(connection, wanted), strict=True))
    pairs = [related_of(rows[one], rows[other], facts) for one, other, *facts, _ in found]
    return pairs, total_of(connection, _PAGE, values, found)
