"""A ledger stays whole whatever is judged at the desk: it verifies, is exported, and can forget all of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_client import open_desk
from desk_signing import SHOT, asked, contradiction_in, derived, judged, last_review, send
from fastapi.testclient import TestClient

from counterclaim.adding import forget
from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.question import Question
from counterclaim.model.relation import RelationKind

KINDS = (
    "accept", "reject", "note", "grade", "outcome", "correct", "relation", "text", "merge", "split", "undo",
    "second reader",
)  # fmt: skip


@pytest.fixture
def ada(own_ledger: Path) -> Iterator[TestClient]:
    """A desk at which Ada sits, whose background work is left undone."""
    with open_desk(own_ledger) as client:
        client.app.state.desk.jobs.say_closed()  # type: ignore[attr-defined]
        send(client, "/review/name", name="Ada")
        yield client


def judge(client: TestClient, ledger: Path, kind: str) -> None:
    """Send one form of this kind; it is kept."""
    relation = contradiction_in(ledger, SHOT)
    question, other = other_questions(ledger)
    claim = {"target_kind": "claim", "target": relation.one[1], "note": "as it stands"}
    forms: dict[str, tuple[str, dict[str, object]]] = {
        "accept": ("/review", {"kind": "accept", **claim}),
        "reject": ("/review", {"kind": "reject", **claim}),
        "note": ("/review", {"kind": "note", **claim}),
        "grade": ("/review", {"kind": "grade", **claim, "value": "2"}),
        "outcome": ("/review", {"kind": "outcome", **claim, "value": "void"}),
        "correct": (
            "/review/claim",
            {"claim": relation.one[1], "shown": "party polarity", "party": "", "polarity": "none"},
        ),
        "relation": ("/review/relation", {"kind": "correct", **judged(relation, RelationKind.AGREES)}),
        "text": ("/review/text", {"question": question.id, "text": "Is it a blockade?"}),
        "merge": ("/review/merge", {"question": question.id, "other": other.id}),
        "split": ("/review/split", {"question": question.id, "claims": [question.claims[0][1]]}),
    }
    if kind in ("undo", "second reader"):
        judge(client, ledger, "merge" if kind == "undo" else "accept")
        forms["undo"] = ("/review/undo", {"ids": last_review(ledger), "note": "too soon"})
        forms["second reader"] = (
            "/review",
            {"kind": "accept", "target_kind": "review", "target": last_review(ledger)},
        )
        if kind == "second reader":
            send(client, "/review/name", name="Ben")
    path, fields = forms[kind]
    assert send(client, path, **fields).status_code == 200


def other_questions(ledger: Path) -> tuple[Question, Question]:
    """The question of the blockade, and another one of which it is no part."""
    every = asked(ledger)
    return every[SHOT], next(one for text, one in every.items() if text != SHOT)


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_judged_verifies_and_is_exported_the_same_each_time(
    ada: TestClient, own_ledger: Path, tmp_path: Path, kind: str
) -> None:
    judge(ada, own_ledger, kind)
    derived(own_ledger)
    with open_ledger(own_ledger) as held:
        assert list(held.verify()) == []
        written = held.reviews()
        for name in ("one", "other"):
            held.export(tmp_path / name)
    one, other = (
        {path.name: path.read_bytes() for path in sorted((tmp_path / name).rglob("*")) if path.is_file()}
        for name in ("one", "other")
    )
    assert one == other
    assert all(review.id.encode() in one["reviews.jsonl"] for review in written)


def test_what_was_judged_is_forgotten_with_its_document(ada: TestClient, own_ledger: Path) -> None:
    for kind in KINDS:
        if kind != "second reader":
            judge(ada, own_ledger, kind)
    document = contradiction_in(own_ledger, SHOT).one[0]
    with open_ledger(own_ledger) as held:
        forget(held, document, "Ada")
        assert list(held.verify()) == []
        gone = [one.review for one in held.reviews() if one.document == document]
    assert gone
    assert not any(one.note or one.value for one in gone)
    derived(own_ledger)
    for path in (
        "/review?queue=contradictions",
        "/review?queue=carried",
        "/reviews",
        "/api/v1/reviews",
        "/docket",
    ):
        assert ada.get(path).status_code == 200
    assert ada.get("/reviews/corrections.zip").status_code == 200
    assert "as it stands" not in ada.get("/reviews").text
