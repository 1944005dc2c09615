"""What people sign through the forms of a desk, and what then follows in its ledger."""

from __future__ import annotations

from pathlib import Path

from desk_client import csrf_of
from fastapi.testclient import TestClient
from httpx2 import Response

from counterclaim.ledger.ledger import open_ledger
from counterclaim.linking import derive
from counterclaim.model.finding import FindingKind
from counterclaim.model.listing import ClaimRow
from counterclaim.model.question import Dispute, Question
from counterclaim.model.relation import ClaimName, Relation, RelationKind

SHOT = "Was a shot fired at the grain ship Marigold Anne on Thursday night?"
CLOSURE = "Has Aurel Dastane no plan to close the strait?"


def send(client: TestClient, path: str, **fields: object) -> Response:
    """Send a form of the queue."""
    return client.post(path, data={"csrf": csrf_of(client), **fields})


def derived(path: Path) -> None:
    """Do what the desk does in the background."""
    with open_ledger(path) as held:
        derive(held)


def disputed(path: Path) -> dict[str, Dispute]:
    """The disputes by their text."""
    with open_ledger(path, read_only=True) as held:
        return {one.text: one for one in held.findings(FindingKind.DISPUTE, Dispute)}


def asked(path: Path) -> dict[str, Question]:
    """The questions by their text."""
    with open_ledger(path, read_only=True) as held:
        return {one.text: one for one in held.findings(FindingKind.QUESTION, Question)}


def home_of(path: Path, claim: ClaimName) -> Question | None:
    """The question that a claim is at home in."""
    with open_ledger(path, read_only=True) as held:
        every = held.findings(FindingKind.QUESTION, Question)  # two of them may read alike
        return next((one for one in every if claim in one.claims), None)


def contradictions_in(path: Path, text: str) -> list[Relation]:
    """The contradictions between the claims of a question, the surest first."""
    with open_ledger(path, read_only=True) as held:
        question = next(one for one in held.findings(FindingKind.QUESTION, Question) if one.text == text)
        found = [one for one in held.relations(question.claims) if one.kind is RelationKind.CONTRADICTS]
    return sorted(found, key=lambda one: -one.confidence)


def contradiction_in(path: Path, text: str) -> Relation:
    """The surest of them."""
    return contradictions_in(path, text)[0]


def judged(relation: Relation, how: RelationKind | None = None) -> dict[str, str]:
    """What the form of two claims sends."""
    return {"one": relation.one[1], "other": relation.other[1], "relation": how or relation.kind}


def last_review(path: Path) -> str:
    """The id of what was judged last."""
    with open_ledger(path, read_only=True) as held:
        return held.reviews()[-1].id


def named(*rows: ClaimRow) -> list[ClaimName]:
    """What claims are called in relations."""
    return [(row.document, row.id) for row in rows]
