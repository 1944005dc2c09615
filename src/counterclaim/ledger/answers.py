"""Which question each claim is at home in, and whether it is disputed: kept beside findings, for queues."""

from __future__ import annotations

import json
from collections.abc import Iterable

from counterclaim.ledger.claim_names import claim_rows_named
from counterclaim.ledger.connection import Connection
from counterclaim.model.question import Dispute, Question
from counterclaim.model.relation import ClaimName

_KEEP = """
INSERT OR IGNORE INTO answers (claim, question, disputed, confidence)
SELECT row, ?, 0, confidence FROM claims WHERE row = ?
"""


_NEAR = """
SELECT answers.question, count(*) AS pairs
FROM (
    SELECT other AS claim FROM json_each(:rows) AS mine CROSS JOIN relations ON one = mine.value AND kind <> 6
    UNION ALL
    SELECT one AS claim FROM json_each(:rows) AS mine CROSS JOIN relations ON other = mine.value AND kind <> 6
) AS near CROSS JOIN answers ON answers.claim = near.claim  -- 6: other question
WHERE answers.question <> :question
GROUP BY answers.question ORDER BY pairs DESC, answers.question LIMIT :most
"""


def keep_answers(connection: Connection, questions: Iterable[Question]) -> None:
    """Say of every claim which of these questions it is at home in; none is disputed yet."""
    homes = {claim: question.id for question in questions for claim in question.claims}
    rows = claim_rows_named(connection, homes, listed=True)
    connection.execute("DELETE FROM answers")
    connection.executemany(_KEEP, ((homes[name], row) for name, row in rows.items()))


def keep_disputed(connection: Connection, disputes: Iterable[Dispute]) -> None:
    """Say of every claim that a side of these disputes holds that it is disputed, and of no other."""
    names = {claim for dispute in disputes for camp in dispute.camps for claim in camp.claims}
    rows = claim_rows_named(connection, names, listed=True).values()
    connection.execute("UPDATE answers SET disputed = 0 WHERE disputed = 1")
    connection.executemany("UPDATE answers SET disputed = 1 WHERE claim = ?", ((row,) for row in rows))


def homes_of(connection: Connection, names: Iterable[ClaimName]) -> dict[ClaimName, str]:
    """The id of the question that each of these claims is at home in; those without one are left out."""
    found: dict[ClaimName, str] = {}
    for name, row in claim_rows_named(connection, names).items():
        question = connection.one("SELECT question FROM answers WHERE claim = ?", (row,))
        if question is not None:
            found[name] = question
    return found


def near_questions(connection: Connection, question: Question, most: int) -> list[tuple[str, int]]:
    """Ids of questions whose claims were found near claims of this one, and how many pairs."""
    rows = json.dumps(list(claim_rows_named(connection, question.claims, listed=True).values()))
    asked = {"rows": rows, "question": question.id, "most": most}
    return [(id, int(pairs)) for id, pairs in connection.execute(_NEAR, asked)]
