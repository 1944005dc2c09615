"""Questions by their ids: which are disputed, which are not, and which claims of a document answer."""

from __future__ import annotations

import msgspec

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.findings import decoded, findings
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

# A look through all of them, because claims may answer questions that they are not at home in:
# a tenth of a second for 14,700 questions (43 MB of JSON) of 100,000 claims.
_NAMING = "SELECT body FROM findings WHERE kind = ? AND instr(body, ?) ORDER BY place"


def disputed_ids(connection: Connection) -> list[str]:
    """Ids of the disputed questions, in order of rank."""
    return [id for (id,) in connection.execute(_DISPUTED, (_DISPUTE, _QUESTION))]


def other_ids(connection: Connection, limit: int, offset: int) -> list[str]:
    """Ids of questions that are not disputed, a page of them in the order kept."""
    asked = (_QUESTION, _DISPUTE, limit, offset)
    return [id for (id,) in connection.execute(_OTHERS, asked)]


def questions_of(connection: Connection, ids: list[str]) -> list[Question]:
    """The questions of these whole ids, in the order asked for."""
    return [one for id in ids for one in findings(connection, FindingKind.QUESTION, Question, 1, id=id)]


def questions_answered(connection: Connection, document: str) -> list[Question]:
    """The questions with an answer of a claim of this document, in their order."""
    decoder = msgspec.json.Decoder(Question)
    found = connection.execute(_NAMING, (_QUESTION, f'"{document}"'))
    questions = [decoded(connection, decoder, body) for (body,) in found]
    return [one for one in questions if any(position.claim[0] == document for position in one.positions)]
