"""What claims are found by."""

from __future__ import annotations

import msgspec
from link_questions_fakes import told

from counterclaim.link.pairs.families import families, states
from counterclaim.link.pairs.features import features_of


def test_words_said_for_one_another_are_of_one_family() -> None:
    assert families(["withdrawal"]) & families(["retreating"])
    assert not families(["withdrawal"]) & families(["vaccine"])
    assert families(["norvik"]) == frozenset()


def test_a_state_its_people_and_the_seat_of_its_government_are_one() -> None:
    assert states(["French"]) == states(["Paris"]) == states(["France’s"]) == frozenset(["france"])
    assert states(["Parisian", "Norvik"]) == frozenset(["france"])


def test_who_says_we_is_found_by_the_name_of_the_side() -> None:
    ours = features_of(told("ours", "we have no such plans", party="Takar"))
    theirs = features_of(told("theirs", "they have no such plans", party="Takar"))
    assert ours["ntakar"] > theirs["ntakar"]


def test_who_and_what_are_one_feature_more() -> None:
    found = features_of(told("one", "Paris withdraws its soldiers", party="Takar"))
    assert {"xfrance withdr", "xtakar withdr", "xfrance soldier"} <= found.keys()


def test_what_stands_before_a_claim_counts_less_than_its_own_words() -> None:
    claim = msgspec.structs.replace(told("one", "it is open"), before="The Norvik bridge? ")
    found = features_of(claim)
    assert found["wbridg"] < found["wopen"]
