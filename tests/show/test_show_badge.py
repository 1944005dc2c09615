"""Badges: only what is uncommon has one, and each says what it says in words."""

from __future__ import annotations

import pytest
from test_show_builders import attribution, document
from test_show_meanings import PLAIN, meaning, quantity

from counterclaim.model.meaning import (
    Bound,
    Certainty,
    Evidence,
    EvidenceKind,
    Orientation,
    Polarity,
    Speaker,
    SpeakerKind,
    Time,
)
from counterclaim.show.badge import MOST, attribution_badges, claim_badges

TEXT = "On Tuesday and on 4 March 2031 boats lay by the bank, a film shows."
TUESDAY, MARCH, FILM = (3, 10), (18, 30), (54, 60)


def texts(meant) -> list[str]:
    return [badge.text for badge in claim_badges(meant, TEXT)]


def kinds(meant) -> list[str]:
    return [badge.kind for badge in claim_badges(meant, TEXT)]


@pytest.mark.parametrize(
    ("fields", "badges"),
    [
        ({}, []),
        ({"orientation": Orientation.PAST}, []),
        ({"certainty_word": "certainly"}, []),
        ({"polarity": Polarity.DENIES}, ["denies"]),
        ({"polarity": Polarity.DENIES, "orientation": Orientation.COMMITMENT}, ["denies", "commitment"]),
        ({"polarity": Polarity.NONE, "certainty": Certainty.UNKNOWN}, ["neither affirms nor denies"]),
        (
            {
                "polarity": Polarity.NONE,
                "certainty": Certainty.UNKNOWN,
                "orientation": Orientation.REQUEST,
                "asks_for_evidence": True,
            },
            ["request", "asks for evidence"],
        ),
        ({"orientation": Orientation.OPINION}, ["opinion"]),
        ({"orientation": Orientation.FUTURE, "due": "2031-03-04/.."}, ["forecast, due from 4 Mar 2031 on"]),
        ({"due": "2031"}, ["due 2031"]),
        ({"certainty": Certainty.PROBABLE, "certainty_word": "very likely"}, ["probable (“very likely”)"]),
        ({"certainty": Certainty.POSSIBLE}, ["possible"]),
        ({"certainty": Certainty.UNKNOWN}, ["certainty unknown"]),
        ({"evidence_offered": EvidenceKind.DATA}, ["evidence: data"]),
    ],
)
def test_a_claim_has_badges_for_what_is_uncommon(fields, badges) -> None:
    assert texts(meaning(**fields)) == badges


def test_evidence_has_who_supplied_it_and_its_address_on_the_web() -> None:
    film = Evidence(
        kind=EvidenceKind.VIDEO, spans=(FILM,), supplied_by="Lorvan", url="https://ministry.example/film"
    )
    (badge,) = claim_badges(meaning(evidence_offered=EvidenceKind.VIDEO, evidence=(film,)), TEXT)
    assert badge == ("evidence", "evidence: video, supplied by Lorvan", "https://ministry.example/film")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://x.example/", "https://x\n.example"]
)
def test_evidence_elsewhere_has_no_address(url: str) -> None:
    film = Evidence(kind=EvidenceKind.VIDEO, spans=(FILM,), url=url)
    assert [badge.href for badge in claim_badges(meaning(evidence=(film,)), TEXT)] == [""]


def test_a_time_has_a_badge_where_its_words_do_not_tell_the_date() -> None:
    tuesday, march = Time(span=TUESDAY, edtf="2031-03-04"), Time(span=MARCH, edtf="2031-03-04")
    assert texts(meaning(times=(tuesday, march))) == ["“Tuesday”: 4 Mar 2031"]


def test_a_time_that_is_named_as_due_is_not_named_twice() -> None:
    tuesday = Time(span=TUESDAY, edtf="2031-03-04")
    assert texts(meaning(orientation=Orientation.FUTURE, due="2031-03-04", times=(tuesday,))) == [
        "forecast, due 4 Mar 2031"
    ]


def test_a_time_of_several_readings_has_them_all() -> None:
    tuesday = Time(span=TUESDAY, edtf="2031-03-04", alternatives=("2031-03-11",))
    assert texts(meaning(times=(tuesday,))) == ["“Tuesday”: 4 Mar 2031 or 11 Mar 2031"]


def test_a_time_that_cannot_be_told_says_why() -> None:
    meant = meaning(
        times=(Time(span=TUESDAY, edtf=None, reason="no publication date"), Time(span=MARCH, edtf=None))
    )
    assert texts(meant) == ["“Tuesday”: no publication date", "“4 March 2031”: not dated"]
    assert kinds(meant) == ["open", "open"]


def test_vague_numbers_have_no_badge_and_equal_ones_have_one() -> None:
    vague = quantity(Bound.VAGUE, word="some", unit="boats")
    two = quantity(Bound.EXACTLY, value=2, unit="boats")
    assert texts(meaning(quantities=(vague, two, two))) == ["2 boats"]


def test_of_many_numbers_the_first_are_shown_and_the_rest_counted() -> None:
    numbers = tuple(quantity(Bound.ABOUT, value=value, unit="boats") for value in range(1, MOST + 3))
    assert texts(meaning(quantities=numbers))[-2:] == [f"about {MOST} boats", "2 more numbers"]


@pytest.mark.parametrize(
    ("speaker", "badges"),
    [
        (Speaker(name="Oda Brill"), []),
        (Speaker(), ["speaker not resolved"]),
        (Speaker(reason="two people fit"), ["speaker not resolved: two people fit"]),
        (Speaker(kind=SpeakerKind.ANONYMOUS), ["anonymous"]),
        (Speaker(name="an aide", kind=SpeakerKind.ANONYMOUS), ["anonymous"]),
    ],
)
def test_what_is_not_known_of_a_speaker_is_said(speaker, badges) -> None:
    row = attribution(document(TEXT), "1", (), (), ((0, 9),), speaker=speaker)
    assert [badge.text for badge in attribution_badges(row)] == badges


def test_a_day_of_saying_has_a_badge_only_where_the_text_states_it() -> None:
    def badges(**said):
        name, meant = Speaker(name="Oda Brill"), meaning(**said)
        row = attribution(document(TEXT), "1", (), (), ((0, 9),), speaker=name, meanings=(meant,))
        return [badge.text for badge in attribution_badges(row)]

    assert badges(said="2031-03-04") == []
    assert badges(said="2031-03-04", said_in_text=True) == ["said 4 Mar 2031"]


def test_a_plain_claim_has_none() -> None:
    assert claim_badges(PLAIN, TEXT) == []
