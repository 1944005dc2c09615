"""Groups of claims that answer the same question."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from link_questions_fakes import name, relation, told

from counterclaim.link.questions.build import questions
from counterclaim.link.questions.groups import Group, group
from counterclaim.link.questions.identity import question_id, redirects
from counterclaim.link.questions.links import ordered
from counterclaim.model.question import HumanEdge
from counterclaim.model.relation import ClaimName, RelationKind

SURE, WEAK, STRONG = 0.8, 0.6, 0.99


def grouped(claims: str, pairs: dict[str, float], *human: HumanEdge) -> list[str]:
    """Groups as words: `ab` is a group of the claims a and b, `ab+c` has c for a guest."""
    chances = {ordered(name(pair[0]), name(pair[1])): chance for pair, chance in pairs.items()}
    return [shown(found) for found in group([name(claim) for claim in claims], chances, human)]


def shown(found: Group) -> str:
    claims = "".join(id_ for _, id_ in found.claims)
    return "+".join([claims, *("".join(id_ for _, id_ in found.guests),)]).rstrip("+")


def signed(pair: str, *, same: bool, at: str = "2031-06-01T10:00:00Z") -> HumanEdge:
    return HumanEdge(one=name(pair[0]), other=name(pair[1]), same=same, by="ann", at=at)


def near(claims: str, angles: Sequence[float], pairs: dict[str, float]) -> list[str]:
    """The same for claims whose vectors point so many degrees round."""
    chances = {ordered(name(pair[0]), name(pair[1])): chance for pair, chance in pairs.items()}
    vectors = {
        name(claim): bytes(
            round(127 * part) % 256 for part in (math.cos(math.radians(angle)), math.sin(math.radians(angle)))
        )
        for claim, angle in zip(claims, angles, strict=True)
    }
    return [shown(found) for found in group([name(claim) for claim in claims], chances, (), None, vectors)]


TWO = {"ab": SURE, "bc": SURE, "ac": SURE, "xy": SURE, "yz": SURE, "xz": SURE}


def test_claims_held_together_are_a_group_and_a_claim_alone_is_none() -> None:
    assert grouped("abcd", {"ab": SURE, "bc": SURE}) == ["abc"]


def test_one_weak_edge_never_joins_two_groups() -> None:
    assert grouped("abcxyz", TWO | {"cx": WEAK}) == ["abc", "xyz"]
    assert grouped("abcxyz", TWO | {"cx": SURE}) == ["abc", "xyz"]


def test_two_edges_or_a_strong_one_do() -> None:
    assert grouped("abcxyz", TWO | {"cx": WEAK, "bz": WEAK}) == ["abcxyz"]
    assert grouped("abcxyz", TWO | {"cx": STRONG}) == ["abcxyz"]


def test_what_answers_other_questions_is_held_apart() -> None:
    assert grouped("abcx", {"ab": SURE, "bc": SURE, "cx": WEAK, "ax": 0.1, "bx": 0.1}) == ["abc"]


def test_claims_that_are_near_are_a_group_even_where_the_judge_doubts() -> None:
    pairs = {"ab": 0.3, "bc": 0.3, "cx": 0.3}
    assert near("abcx", [0, 5, 10, 90], pairs) == ["abc"]


def test_claims_far_from_each_other_are_none_even_where_the_judge_is_sure() -> None:
    assert near("abx", [0, 5, 120], {"ab": SURE, "ax": SURE, "bx": SURE}) == ["ab"]


def test_large_groups_do_not_swallow_what_is_between_them() -> None:
    between = {"ab": 0.5, "bc": 0.5, "xy": 0.5, "yz": 0.5, "cm": 0.5, "mx": 0.5, "cx": 0.5}
    found = near("abcmxyz", [0, 5, 10, 55, 100, 105, 110], between)
    assert not [group for group in found if set("ax") <= set(group)]


def test_a_claim_may_answer_two_questions() -> None:
    drawn = {"cx": WEAK, "cy": WEAK, "ax": 0.1, "by": 0.1, "az": 0.1, "bz": 0.1}
    assert grouped("abcxyz", TWO | drawn) == ["abc", "xyz+c"]


def test_people_put_claims_together_whatever_a_machine_holds() -> None:
    assert grouped("ab", {}, signed("ab", same=True)) == ["ab"]
    assert grouped("ab", {"ab": 0.02}, signed("ab", same=True)) == ["ab"]
    assert grouped("abcxyz", TWO, signed("ax", same=True)) == ["abcxyz"]


def test_people_hold_claims_apart_however_sure_a_machine_is() -> None:
    assert grouped("ab", {"ab": STRONG}, signed("ab", same=False)) == []
    assert grouped("abc", {"ab": STRONG, "bc": SURE, "ac": SURE}, signed("ac", same=False)) == ["ab"]


def test_the_newest_word_on_a_pair_counts() -> None:
    early, late = "2031-06-01T10:00:00Z", "2031-06-02T10:00:00Z"
    first, second = signed("ab", same=True, at=early), signed("ba", same=False, at=late)
    assert grouped("ab", {}, first, second) == grouped("ab", {}, second, first) == []


def test_an_older_word_that_newer_ones_leave_no_room_for_is_passed_over() -> None:
    words = (
        signed("ab", same=True, at="2031-06-03T10:00:00Z"),
        signed("ac", same=False, at="2031-06-02T10:00:00Z"),
        signed("bc", same=True, at="2031-06-01T10:00:00Z"),
    )
    assert {tuple(grouped("abc", {}, *order)) for order in permutations(words)} == {("ab",)}


CLAIMS = [told(id_, day=f"2031-05-{day:02}") for day, id_ in enumerate("abcdefgh", 1)]
KINDS = st.sampled_from([RelationKind.AGREES, RelationKind.CONTRADICTS, RelationKind.OTHER_QUESTION])
RELATIONS = st.lists(
    st.builds(
        relation,
        st.sampled_from("abcdefgh"),
        st.sampled_from("abcdefgh"),
        KINDS,
        st.sampled_from([0.3, 0.55, 0.7, 0.9, 1.0]),
    ),
    max_size=20,
)


@given(RELATIONS, st.randoms(use_true_random=False))
def test_questions_do_not_depend_on_the_order_of_anything(relations, random) -> None:
    claims, shuffled = list(CLAIMS), list(relations)
    random.shuffle(claims)
    random.shuffle(shuffled)
    assert questions(claims, shuffled) == questions(CLAIMS, relations)


@given(RELATIONS)
def test_new_documents_never_reshuffle_questions_they_are_not_related_to(relations) -> None:
    before = questions(CLAIMS, relations)
    new = [told("n1", day="2031-04-01"), told("n2", day="2031-06-01")]
    after = questions([*CLAIMS, *new], [*relations, relation("n1", "n2")])
    assert set(before) <= set(after)
    assert len(after) == len(before) + 1


def test_a_question_is_known_by_its_oldest_claim_and_older_ids_lead_to_it() -> None:
    claims = [told("late", day="2031-05-09"), told("early", day="2031-05-02"), told("old", day="2031-04-01")]
    [first] = questions(claims[:2], [relation("late", "early")])
    assert first.id == question_id(name("early"))
    [joined] = questions(claims, [relation("late", "early"), relation("old", "early")])
    assert joined.id == question_id(name("old"))
    assert redirects([joined])[first.id] == joined.id


@pytest.mark.parametrize("day", [None, "", "unknown"])
def test_claims_of_no_known_day_come_last(day: str | None) -> None:
    [question] = questions([told("a", day=day), told("b")], [relation("a", "b")])
    assert question.claims == (name("b"), name("a"))


def test_ids_are_names_of_one_claim_only() -> None:
    names: list[ClaimName] = [("d", "1"), ("d", "2"), ("d1", ""), ("", "d1")]
    assert len({question_id(one) for one in names}) == len(names)
