"""What people sign of two claims outweighs the program, and taking it back undoes that."""

from __future__ import annotations

import re
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
    named,
    send,
)
from fastapi.testclient import TestClient
from msgspec.structs import replace

from counterclaim.errors import InputError
from counterclaim.ledger.ledger import open_ledger
from counterclaim.linking import derive
from counterclaim.model.relation import ClaimName, RelationKind
from counterclaim.model.review import RELATION, Review, ReviewKind, TargetKind


@pytest.fixture
def desk_of_ada(own_desk: TestClient) -> TestClient:
    own_desk.post("/review/name", data={"csrf": csrf_of(own_desk), "name": "Ada Weiss"})
    own_desk.app.state.desk.jobs.submit = lambda addition: None  # type: ignore[attr-defined]
    return own_desk


def test_what_is_disputed_waits_first_and_then_what_is_least_sure(own_ledger: Path) -> None:
    disputes = [{name for camp in one.camps for name in camp.claims} for one in disputed(own_ledger).values()]
    with open_ledger(own_ledger, read_only=True) as held:
        claims = held.claims_to_check(1000)
        pairs = held.contradictions_to_judge(1000)
        assert len(claims) == held.count_claims_to_check()
        assert len(pairs) == held.count_contradictions_to_judge()
        sure = [next(held.relations(named(*pair))).confidence for pair in pairs]
    in_dispute = [any(named(claim)[0] in one for one in disputes) for claim in claims]
    assert in_dispute == sorted(in_dispute, reverse=True)
    first = [claim.confidence for claim, is_in in zip(claims, in_dispute, strict=True) if is_in]
    assert first == sorted(first)
    of_one = [set(named(*pair)) <= set().union(*disputes) for pair in pairs]
    assert of_one == sorted(of_one, reverse=True)
    for is_in in (True, False):
        those = [one for one, at in zip(sure, of_one, strict=True) if at is is_in]
        assert those == sorted(those, reverse=True)


def test_a_rejected_contradiction_leaves_the_disputes_and_undo_brings_it_back(
    desk_of_ada: TestClient, own_ledger: Path
) -> None:
    before = disputed(own_ledger)
    relations = contradictions_in(own_ledger, SHOT)
    relation = relations[0]
    assert SHOT in before
    made = []
    for one in relations:
        send(desk_of_ada, "/review/relation", kind="reject", **judged(one))
        made.append(last_review(own_ledger))
    derived(own_ledger)
    assert SHOT not in disputed(own_ledger)
    assert home_of(own_ledger, relation.one) == home_of(own_ledger, relation.other)  # still one question
    page = desk_of_ada.get(f"/questions/{asked(own_ledger)[SHOT].id}").text
    assert "Contradict each other" not in page
    for id in made:
        send(desk_of_ada, "/review/undo", ids=id)
    derived(own_ledger)
    assert disputed(own_ledger) == before


def test_a_judged_contradiction_leaves_the_queue_and_undo_brings_it_back(
    desk_of_ada: TestClient, own_ledger: Path
) -> None:
    page = desk_of_ada.get("/review").text
    one, other = (re.findall(rf'name="{end}" value="(c\w+)"', page)[0] for end in ("one", "other"))
    page = send(
        desk_of_ada, "/review/relation", kind="accept", one=one, other=other, relation="contradicts"
    ).text
    assert "Accepted the relation contradicts" in page
    assert (f'name="one" value="{one}"' in page and f'name="other" value="{other}"' in page) is False
    send(desk_of_ada, "/review/undo", ids=last_review(own_ledger))
    page = desk_of_ada.get("/review").text
    assert f'name="one" value="{one}"' in page
    assert f'name="other" value="{other}"' in page


def test_an_accepted_contradiction_is_sure_and_says_who_signed_it(
    desk_of_ada: TestClient, own_ledger: Path
) -> None:
    relation = contradiction_in(own_ledger, SHOT)
    send(desk_of_ada, "/review/relation", kind="accept", **judged(relation))
    derived(own_ledger)
    assert disputed(own_ledger)[SHOT].strength == 1.0
    assert "Ada Weiss" in desk_of_ada.get(f"/questions/{asked(own_ledger)[SHOT].id}").text


def test_a_corrected_relation_outweighs_what_was_judged(desk_of_ada: TestClient, own_ledger: Path) -> None:
    relations = contradictions_in(own_ledger, SHOT)
    relation = relations[0]
    for one in relations:
        send(desk_of_ada, "/review/relation", kind="correct", **judged(one, RelationKind.LATER_FACT))
    derived(own_ledger)
    assert SHOT not in disputed(own_ledger)
    assert home_of(own_ledger, relation.one) == home_of(own_ledger, relation.other)
    send(desk_of_ada, "/review/relation", kind="correct", **judged(relation, RelationKind.OTHER_QUESTION))
    derived(own_ledger)
    assert relation.other not in getattr(home_of(own_ledger, relation.one), "claims", ())


def test_two_claims_that_nobody_compared_can_be_related(desk_of_ada: TestClient, own_ledger: Path) -> None:
    one, other = (asked(own_ledger)[text].claims[0] for text in (SHOT, CLOSURE))
    with open_ledger(own_ledger, read_only=True) as held:
        assert list(held.relations((one, other))) == []
    page = desk_of_ada.get("/review", params={"claim": one[1], "other": other[1]}).text
    assert "nobody compared these two claims" in page
    fields = {"one": one[1], "other": other[1], "relation": "contradicts"}
    send(desk_of_ada, "/review/relation", kind="correct", **fields)
    derived(own_ledger)
    home = home_of(own_ledger, one)
    assert home is not None
    assert other in home.claims


def test_numbers_that_a_person_calls_compatible_are_no_dispute(
    desk_of_ada: TestClient, own_ledger: Path
) -> None:
    ships = next(one for text, one in asked(own_ledger).items() if "fourteen ships" in text)
    send(desk_of_ada, "/review/text", question=ships.id, text="How many ships are in the strait?")
    derived(own_ledger)
    counted = next(one for one in disputed(own_ledger).values() if one.camps[0].says.isdecimal())
    camps = [camp.claims for camp in counted.camps]
    with open_ledger(own_ledger) as held:
        for place, mine in enumerate(camps):
            for theirs in camps[place + 1 :]:
                for one in mine:
                    for other in theirs:
                        held.review(reject(one, other))
        derive(held)
    assert counted.text not in disputed(own_ledger)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"value": "contradicts"}, "its value is"),
        ({"value": "c0123456789abcdef argues with"}, "its value is"),
        ({"value": None}, "its value is"),
        ({"field": "polarity"}, "with field"),
        ({"kind": ReviewKind.NOTE, "note": "hm"}, "with field"),
    ],
)
def test_a_judgement_of_a_relation_says_of_what_and_which(
    own_ledger: Path, change: dict[str, str | None], wrong: str
) -> None:
    relation = contradiction_in(own_ledger, SHOT)
    with open_ledger(own_ledger) as held, pytest.raises(InputError, match=wrong):
        held.review(replace(reject(relation.one, relation.other), **change))


def test_a_claim_is_not_related_to_itself(own_ledger: Path) -> None:
    one = contradiction_in(own_ledger, SHOT).one
    with open_ledger(own_ledger) as held, pytest.raises(InputError, match="to itself"):
        held.review(reject(one, (one[0], one[1][:9])))


def reject(one: ClaimName, other: ClaimName) -> Review:
    return Review(
        kind=ReviewKind.REJECT, target_kind=TargetKind.CLAIM, target=one[1], by="Ada",
        at="2031-03-10T10:00:00Z", field=RELATION, value=f"{other[1]} contradicts",
    )  # fmt: skip
