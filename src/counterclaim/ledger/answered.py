"""Questions that the claims of one document answer."""

from __future__ import annotations

import msgspec

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.findings import decoded
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import Question

_KIND = codes.codes(codes.FINDING)

# A look through all of them, because claims may answer questions that they are not at home in:
# a tenth of a second for 14,700 questions (43 MB of JSON) of 100,000 claims.
_NAMING = "SELECT body FROM findings WHERE kind = ? AND instr(body, ?) ORDER BY place"


def questions_answered(connection: Connection, document: str) -> list[Question]:
    """The questions with an answer of a claim of this document, in their order."""
    decoder = msgspec.json.Decoder(Question)
    found = connection.execute(_NAMING, (_KIND[FindingKind.QUESTION], f'"{document}"'))
    questions = [decoded(connection, decoder, body) for (body,) in found]
    return [one for one in questions if any(position.claim[0] == document for position in one.positions)]
