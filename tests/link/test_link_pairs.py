"""Pairs worth a judgement: what shares names, event words, numbers and days, within some weeks."""

from __future__ import annotations

import random

import numpy as np
from link_questions_fakes import told

from counterclaim.link.pairs import Index, candidate_pairs
from counterclaim.link.pairs import index as index_module
from counterclaim.link.pairs.features import features_of
from counterclaim.model.told import Told

NOISE = [
    told(f"n{number}", f"ward {chr(97 + number)}{chr(98 + number)}x treats fever {number}")
    for number in range(20)
]
OPEN = told("open", "the Norvik bridge is open to lorries")
SHUT = told("shut", "no lorry may cross the Norvik bridge", party="Union", day="2031-05-03")


def names_of(claims: list[Told]) -> set[frozenset[str]]:
    return {frozenset((claims[one].id, claims[other].id)) for one, other in candidate_pairs(claims)}


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
    claims = [SHUT, OPEN]
    assert list(candidate_pairs(claims)) == [(1, 0)]


def test_what_lies_months_apart_is_no_pair() -> None:
    late = told("late", SHUT.words, day="2031-09-03")
    assert frozenset(("open", "late")) not in names_of([*NOISE, OPEN, late])


def test_who_says_we_is_found_by_the_name_of_the_side() -> None:
    ours = told("ours", "we have no such plans", party="Takar")
    assert "ntakar" in features_of(ours)
    assert "ntakar" not in features_of(told("theirs", "they have no such plans", party="Takar"))


def test_an_index_tells_each_new_claim_its_neighbours_before_it() -> None:
    index = Index()
    assert index.add(OPEN) == ()
    for claim in NOISE:
        index.add(claim)
    assert [neighbour.place for neighbour in index.add(SHUT)] == [0]
    assert len(index) == len(NOISE) + 2


def test_a_word_that_very_many_have_leads_nowhere(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(index_module, "_MOST_WITH", 3)
    same = [told(f"s{number}", "the Norvik bridge") for number in range(8)]
    index = Index()
    found = [index.add(claim) for claim in same]
    assert [len(neighbours) for neighbours in found] == [0, 1, 2, 3, 0, 0, 0, 0]


def test_vectors_find_what_shares_no_word() -> None:
    one, other = told("one", "the crossing is passable"), told("two", "traffic flows over the river")
    claims = [*NOISE, one, other]
    chance = np.random.default_rng(3)
    vectors = {(claim.document, claim.id): chance.normal(size=16).astype(np.float32) for claim in claims}
    vectors[other.document, other.id] = vectors[one.document, one.id] + np.float32(0.01)
    pairs = {(claims[a].id, claims[b].id) for a, b in candidate_pairs(claims, vectors)}
    assert ("one", "two") in pairs
    assert ("one", "two") not in {(claims[a].id, claims[b].id) for a, b in candidate_pairs(claims)}


def test_with_a_limit_the_most_alike_are_handed_out() -> None:
    [(one, other)] = candidate_pairs([*NOISE, OPEN, SHUT], most=1)
    assert (one, other) == (len(NOISE), len(NOISE) + 1)
