"""What people sign of questions, and what a newer reading makes of it."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from desk_client import csrf_of
from desk_signing import (
    CLOSURE,
    SHOT,
    asked,
    contradiction_in,
    contradictions_in,
    derived,
    disputed,
    home_of,
    judged,
    last_review,
    send,
)
from fastapi.testclient import TestClient
from msgspec.structs import replace

from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.relation import ClaimName, Relation
from counterclaim.model.review import ReviewKind

PATIENCE = 60.0  # seconds


@pytest.fixture
def desk_of_ada(own_desk: TestClient) -> TestClient:
    own_desk.post("/review/name", data={"csrf": csrf_of(own_desk), "name": "Ada Weiss"})
    own_desk.app.state.desk.jobs.submit = lambda addition: None  # type: ignore[attr-defined]
    return own_desk


def test_a_question_is_put_better_and_is_called_so(desk_of_ada: TestClient, own_ledger: Path) -> None:
    question = asked(own_ledger)[SHOT]
    page = send(desk_of_ada, "/review/text", question=question.id, text="Was  a shot fired?").text
    assert "Corrected the question to Was a shot fired?" in page
    derived(own_ledger)
    assert asked(own_ledger)["Was a shot fired?"].claims == question.claims


def test_merged_questions_are_one_with_all_their_claims(desk_of_ada: TestClient, own_ledger: Path) -> None:
    one, other = asked(own_ledger)[SHOT], asked(own_ledger)[CLOSURE]
    address = f"http://127.0.0.1:8765/questions/{other.id}"
    send(desk_of_ada, "/review/merge", question=one.id, elsewhere=address)
    derived(own_ledger)
    home = home_of(own_ledger, one.claims[0])
    assert home is not None
    assert {*one.claims, *other.claims} <= {*home.claims}
    send(desk_of_ada, "/review/undo", ids=last_review(own_ledger))
    derived(own_ledger)
    assert home_of(own_ledger, other.claims[0]) == other


def test_a_question_does_not_merge_with_itself_or_with_nothing(
    desk_of_ada: TestClient, own_ledger: Path
) -> None:
    id = asked(own_ledger)[SHOT].id
    for other in (id, "", "the other one"):
        assert send(desk_of_ada, "/review/merge", question=id, elsewhere=other).status_code == 422


def test_claims_that_are_taken_out_answer_another_question(desk_of_ada: TestClient, own_ledger: Path) -> None:
    question = asked(own_ledger)[CLOSURE]
    out, stay = question.claims[:2], question.claims[2:]
    page = send(desk_of_ada, "/review/split", question=question.id, claims=[id for _, id in out]).text
    assert "and 1 more" in page
    derived(own_ledger)
    for claim in out:
        assert not set(stay) & set(getattr(home_of(own_ledger, claim), "claims", ()))
    (ids,) = re.findall(r'name="ids" value="(v[0-9a-f ]+v[0-9a-f]+)"', page)
    send(desk_of_ada, "/review/undo", ids=ids)
    derived(own_ledger)
    assert home_of(own_ledger, out[0]) == question


@pytest.mark.parametrize("which", ["none", "all"])
def test_a_split_leaves_and_takes_something(desk_of_ada: TestClient, own_ledger: Path, which: str) -> None:
    question = asked(own_ledger)[CLOSURE]
    claims = [id for _, id in (*question.claims, *question.guests)] if which == "all" else []
    assert send(desk_of_ada, "/review/split", question=question.id, claims=claims).status_code == 422


def test_questions_near_by_are_offered_to_merge_with(desk_of_ada: TestClient, own_ledger: Path) -> None:
    question = asked(own_ledger)[SHOT]
    page = desk_of_ada.get("/review", params={"question": question.id}).text
    near = re.findall(r'name="other" value="(q[0-9a-f]{16})"', page)
    assert near
    assert question.id not in near


def test_questions_are_made_anew_in_the_background(own_desk: TestClient, own_ledger: Path) -> None:
    own_desk.post("/review/name", data={"csrf": csrf_of(own_desk), "name": "Ada Weiss"})
    for relation in contradictions_in(own_ledger, SHOT):
        for kind in ("accept", "reject"):  # asked twice, done as often as it takes
            page = send(own_desk, "/review/relation", kind=kind, **judged(relation))
    assert "are being made anew" in page.text
    until = time.monotonic() + PATIENCE
    while own_desk.get("/review/making").json()["running"] and time.monotonic() < until:
        time.sleep(0.1)
    assert SHOT not in disputed(own_ledger)
    assert "made anew" not in own_desk.get("/review").text


def test_an_acceptance_of_a_claim_makes_nothing_anew(desk_of_ada: TestClient, own_ledger: Path) -> None:
    claim = contradiction_in(own_ledger, SHOT).one[1]
    send(desk_of_ada, "/review", kind="accept", target_kind="claim", target=claim)
    with open_ledger(own_ledger, read_only=True) as held:
        assert held.has_derived()
    send(desk_of_ada, "/review/text", question=asked(own_ledger)[SHOT].id, text="Is it?")
    with open_ledger(own_ledger, read_only=True) as held:
        assert not held.has_derived()
    assert "Make them anew" in desk_of_ada.get("/review").text


def test_only_what_bears_on_questions_makes_them_anew_when_it_is_taken_back(
    desk_of_ada: TestClient, own_ledger: Path
) -> None:
    claim, question = contradiction_in(own_ledger, SHOT).one[1], asked(own_ledger)[SHOT].id
    send(desk_of_ada, "/review", kind="accept", target_kind="claim", target=claim)
    send(desk_of_ada, "/review/undo", ids=last_review(own_ledger))
    with open_ledger(own_ledger, read_only=True) as held:
        assert held.has_derived()
    send(desk_of_ada, "/review/text", question=question, text="Is it?")
    derived(own_ledger)
    send(desk_of_ada, "/review/undo", ids=last_review(own_ledger))
    with open_ledger(own_ledger, read_only=True) as held:
        assert not held.has_derived()


def test_what_a_newer_reading_carries_over_is_confirmed_or_taken_back(
    desk_of_ada: TestClient, own_ledger: Path
) -> None:
    relation = long_contradiction(own_ledger)
    send(desk_of_ada, "/review", kind="accept", target_kind="claim", target=relation.one[1], note="sure")
    send(desk_of_ada, "/review/relation", kind="reject", **judged(relation))
    with open_ledger(own_ledger) as held:
        now = read_otherwise(held, relation.one)
        assert [one.claims for one in held.carried_to_confirm()] == [(now,), (now,)]
        assert [{one.one[1], one.other[1]} for one in held.signed_relations()] == [{now, relation.other[1]}]
    page = desk_of_ada.get("/review?queue=carried").text
    assert "Does this judgement still hold?" in page
    (id,) = re.findall(r'name="id" value="(v[0-9a-f]+)"', page)
    page = send(desk_of_ada, "/review/confirm", id=id, back="/review?queue=carried").text
    with open_ledger(own_ledger, read_only=True) as held:
        made = held.reviews()[-1]
    assert (made.review.kind, made.review.target, made.review.note) == (ReviewKind.ACCEPT, now, "sure")
    (id,) = re.findall(r'name="id" value="(v[0-9a-f]+)"', page)
    send(desk_of_ada, "/review/undo", ids=id)
    assert "No judgement was carried over" in desk_of_ada.get("/review?queue=carried").text


def long_contradiction(path: Path) -> Relation:
    """A contradiction whose first claim has so many words that one more or less leaves it nearly the same."""
    with open_ledger(path, read_only=True) as held:
        pairs = held.contradictions_to_judge(100)
        one, other = next(pair for pair in pairs if len(pair[0].words.split()) > 15)
        (relation,) = held.relations(((one.document, one.id), (other.document, other.id)))
    first = (one.document, one.id)
    return relation if relation.one == first else replace(relation, one=first, other=relation.one)


def read_otherwise(held: Ledger, name: ClaimName) -> str:
    """Have a newer reader begin a claim a word later, and give its id then."""
    reading = held.reading(name[0])
    now = "c" + "1" * 16
    attributions = []
    for one in reading.attributions:
        claims = []
        for claim in one.claims:
            (start, end), *others = claim.content
            cut = replace(claim, id=now, content=((start + 1, end), *others))
            claims.append(cut if claim.id == name[1] else claim)
        attributions.append(replace(one, claims=tuple(claims)))
    newer = replace(reading, reader="newer/1", attributions=tuple(attributions))
    capture = next(one for one in held.stored_captures() if one.name == reading.document.name)
    held.put(capture, reading.document, newer, "2031-03-10T10:00:00Z")
    return now
