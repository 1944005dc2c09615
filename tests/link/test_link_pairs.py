"""Pairs worth a judgement: what shares names, event words, numbers and days, within some weeks."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest
from link_questions_fakes import told

from counterclaim.link.pairs import Index, candidate_pairs, pack, ranked_pairs
from counterclaim.link.pairs import look as look_module
from counterclaim.link.pairs import vectors as vectors_module
from counterclaim.model.told import Told

NOISE = [
    told(f"n{number}", f"ward {chr(97 + number)}{chr(98 + number)}x treats fever {number}")
    for number in range(20)
]
OPEN = told("open", "the Norvik bridge is open to lorries")
SHUT = told("shut", "no lorry may cross the Norvik bridge", party="Union", day="2031-05-03")


def names_of(claims: list[Told]) -> set[frozenset[str]]:
    return {frozenset((claims[one].id, claims[other].id)) for one, other in candidate_pairs(claims)}


def index_of(claims: list[Told]) -> Index:
    index = Index()
    for claim in claims:
        index.add(claim.document, pack([claim]))
    return index


def test_claims_on_one_thing_are_a_pair_and_others_are_none() -> None:
    found = names_of([*NOISE, OPEN, SHUT])
    assert frozenset(("open", "shut")) in found
    assert not [pair for pair in found if len(pair & {"open", "shut"}) == 1]


def test_pairs_do_not_depend_on_the_order_in_which_claims_come() -> None:
    claims = [*NOISE, OPEN, SHUT]
    found = names_of(claims)
    random.Random(2).shuffle(claims)
    assert names_of(claims) == found


def test_the_claim_told_first_stands_in_front() -> None:
    assert list(candidate_pairs([SHUT, OPEN])) == [(1, 0)]


def test_no_claims_make_no_pairs() -> None:
    assert list(candidate_pairs([])) == []


def test_each_pair_comes_once_with_the_better_of_its_ranks() -> None:
    claims = [*NOISE, OPEN, SHUT]
    ranked = list(ranked_pairs(claims))
    assert len({pair[:2] for pair in ranked}) == len(ranked)
    assert (len(NOISE), len(NOISE) + 1, 0) in ranked


def test_what_lies_months_apart_is_no_pair() -> None:
    late = told("late", SHUT.words, day="2031-09-03")
    assert frozenset(("open", "late")) not in names_of([*NOISE, OPEN, late])


def test_without_a_day_a_claim_is_compared_with_its_like() -> None:
    undated = [told(f"u{number}", SHUT.words, day="") for number in range(2)]
    assert frozenset(("u0", "u1")) in names_of([*NOISE, OPEN, *undated])
    assert frozenset(("u0", "open")) not in names_of([*NOISE, OPEN, *undated])


@pytest.mark.parametrize("order", [(OPEN, SHUT), (SHUT, OPEN)])
def test_an_index_finds_claims_told_before_and_after(order: tuple[Told, Told]) -> None:
    index = index_of([order[0], *NOISE])
    numbers = index.add(order[1].document, pack([order[1]]))
    [[first, *_]] = index.neighbours(numbers)
    assert index.name(first.number) == (order[0].document, order[0].id)


def test_neighbours_come_likest_first_and_no_claim_is_its_own() -> None:
    index = index_of([*NOISE, OPEN, SHUT])
    for number, near in enumerate(index.neighbours(range(len(index)))):
        assert all(one.likeness >= other.likeness for one, other in pairwise(near))
        assert number not in [neighbour.number for neighbour in near]


def test_no_more_neighbours_than_wanted_and_none_less_like_than_wanted() -> None:
    index = index_of([*NOISE, OPEN, SHUT])
    everyone = range(len(index))
    assert {len(near) for near in index.neighbours(everyone, most=1)} == {1}
    assert not any(index.neighbours(everyone, least=5.0))


def test_claims_of_one_document_are_compared_too() -> None:
    index = Index()
    numbers = index.add("d", pack([OPEN, SHUT]))
    assert [[near.number for near in found] for found in index.neighbours(numbers)] == [[1], [0]]


def test_an_index_filled_by_and_by_finds_what_one_filled_at_once_does() -> None:
    claims = [*NOISE, OPEN, SHUT]
    slowly = Index()
    for claim in claims:
        slowly.neighbours(slowly.add(claim.document, pack([claim])))
    [[found]] = slowly.neighbours(range(20, 21), most=1)
    [[at_once]] = index_of(claims).neighbours(range(20, 21), most=1)
    assert found.number == at_once.number == 21
    assert found.likeness == pytest.approx(at_once.likeness, rel=0.2)


def test_a_word_that_very_many_have_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look_module, "_MOST_WITH", 3)
    same = [told(f"s{number}", "the Norvik bridge") for number in range(8)]
    assert not any(index_of(same).neighbours(range(8)))
    assert all(index_of(same[:3]).neighbours(range(3)))


def test_what_a_likest_claim_says_leads_on_to_others() -> None:
    told_again = told("again", "no lorry may cross the Norvik bridge, the viaduct")
    other_words = told("other", "the viaduct sags")
    claims = [*NOISE, OPEN, told_again, other_words]
    assert frozenset(("open", "other")) in names_of(claims)
    assert frozenset(("open", "other")) not in names_of([*NOISE, OPEN, other_words])


def test_vectors_find_what_shares_no_word() -> None:
    one, other = told("one", "the crossing is passable"), told("two", "traffic flows over the river")
    claims = [*NOISE, one, other]
    chance = np.random.default_rng(3)
    rows = {claim.id: chance.normal(size=64) for claim in claims}
    rows["two"] = rows["one"] + 0.01
    vectors = {
        (claim.document, claim.id): (row / np.linalg.norm(row) * 127).astype(np.int8).tobytes()
        for claim in claims
        for row in [rows[claim.id]]
    }
    pairs = {(claims[a].id, claims[b].id) for a, b in candidate_pairs(claims, vectors, most=1)}
    assert ("one", "two") in pairs
    del vectors[one.document, one.id]  # a claim may be without one
    assert list(candidate_pairs(claims, vectors))
    assert ("one", "two") not in {(claims[a].id, claims[b].id) for a, b in candidate_pairs(claims)}


def test_where_very_many_have_vectors_those_of_the_nearest_days_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(vectors_module, "_MOST_ROWS", 3)
    claims = [
        told(f"c{day}", f"{letter}x {letter}z", day=f"2031-05-1{day}", party=None)
        for day, letter in enumerate("qwertyuiop")
    ]
    index = Index()
    for claim in claims:
        index.add(claim.document, pack([claim], [bytes([127])]))
    [near] = index.neighbours(range(5, 6))
    assert {neighbour.number for neighbour in near} == {4, 6}


def test_a_claim_that_could_mean_anything_is_compared_with_nothing() -> None:
    vague = [told("vague", "they are"), told("vaguer", "it"), told("same", "they are")]
    vectors = {(claim.document, claim.id): bytes([127]) for claim in vague}
    assert list(candidate_pairs([*NOISE, *vague], vectors)) == list(candidate_pairs(NOISE))
