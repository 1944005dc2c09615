"""What claims answer to a question."""

from __future__ import annotations

import pytest
from link_questions_fakes import meaning, name, relation, told

from counterclaim.link.questions.build import Means, questions
from counterclaim.link.questions.identity import question_id
from counterclaim.link.questions.positions import positions, pulls
from counterclaim.model.meaning import Bound, Certainty, Meaning, SpeakerKind
from counterclaim.model.question import Answer
from counterclaim.model.relation import RelationKind
from counterclaim.model.told import Told

PICKETS = "Are the pickets being withdrawn from the harbour?"


def answer(words: str, meant: Meaning | None = None, question: str = PICKETS) -> Answer:
    [position] = positions([told("a", words, meaning=meant or meaning())], question)
    return position.answer


@pytest.mark.parametrize(
    ("words", "meant", "answered"),
    [
        ("our people are leaving the harbour", meaning(), Answer.YES),
        ("we have not seen a withdrawal", meaning(denies=True), Answer.NO),
        ("they reinforce their pickets every night", meaning(), Answer.NO),
        ("the pickets may leave", meaning(certainty=Certainty.POSSIBLE), Answer.HEDGED),
        ("it is too early to speak of a withdrawal", meaning(), Answer.HEDGED),
        ("show us that they left", meaning(asks=True), Answer.ASKS_FOR_EVIDENCE),
    ],
)
def test_an_answer_is_relative_to_the_question(words: str, meant: Meaning, answered: Answer) -> None:
    assert answer(words, meant) is answered


def test_the_same_words_answer_the_opposite_question_the_other_way() -> None:
    assert (
        answer("our people are leaving the harbour", question="Are more pickets being deployed?") is Answer.NO
    )


def test_who_refuses_to_comply_does_not_comply() -> None:
    asked = "Is Delta Rail complying with the ruling?"
    assert answer("Delta Rail refused to comply with the ruling", question=asked) is Answer.NO


def test_how_many_is_answered_by_a_number() -> None:
    asked = "How many workers are there at the gate?"
    counted, vague = meaning(count=500), meaning(count=500, bound=Bound.VAGUE)
    assert answer("500 workers", counted, asked) is Answer.NUMBER
    assert answer("many workers", vague, asked) is Answer.HEDGED


CLAIMS = [told("a", "the pickets are leaving"), told("b", "words that say little", party="Union")]


@pytest.mark.parametrize(
    ("kind", "answered"), [(RelationKind.AGREES, Answer.YES), (RelationKind.CONTRADICTS, Answer.NO)]
)
def test_a_claim_that_says_little_is_told_by_those_it_was_compared_with(
    kind: RelationKind, answered: Answer
) -> None:
    found = positions(CLAIMS, PICKETS, pulls([relation("a", "b", kind)]))
    assert [position.answer for position in found] == [Answer.YES, answered]


def test_a_position_says_whose_it_is_and_of_what_day() -> None:
    claim: Told = told("a", party="Union", speaker="Ida Moen", origin="wire")
    [position] = positions([claim], PICKETS)
    assert (position.claim, position.party, position.speaker) == (name("a"), "Union", "Ida Moen")
    assert (position.day, position.origin) == ("2031-05-01", "wire")


def test_whoever_speaks_in_words_such_as_everyone_is_no_side() -> None:
    everyone = told("a", party=None, speaker="everyone", kind=SpeakerKind.GROUP)
    [position] = positions([everyone], PICKETS)
    assert (position.party, position.speaker) == (None, None)


def test_positions_follow_the_text_that_a_person_gave_the_question() -> None:
    claims = [told("a", "the pickets are leaving"), told("b", "the pickets left", day="2031-05-02")]
    texts = {question_id(name("a")): "Are more pickets being deployed?"}
    [question] = questions(claims, [relation("a", "b")], means=Means(texts=texts))
    assert question.text == "Are more pickets being deployed?"
    assert {position.answer for position in question.positions} == {Answer.NO}


def test_the_text_of_a_question_joined_to_an_older_one_is_kept() -> None:
    claims = [told("old", day="2031-04-01"), told("a", day="2031-05-01"), told("b", day="2031-05-02")]
    texts = {question_id(name("a")): "Is the old bridge safe?"}
    joined = [relation("a", "b"), relation("old", "a"), relation("old", "b")]
    [question] = questions(claims, joined, means=Means(texts=texts))
    assert (question.id, question.text) == (question_id(name("old")), "Is the old bridge safe?")


def test_answers_do_not_depend_on_the_order_of_relations() -> None:
    claims = [told(id_, "words that say little", day="2031-05-01") for id_ in "abcd"]
    ring = [
        relation("a", "b", RelationKind.CONTRADICTS),
        relation("b", "c", RelationKind.CONTRADICTS),
        relation("c", "d", RelationKind.AGREES),
        relation("d", "a", RelationKind.CONTRADICTS),
    ]
    assert positions(claims, PICKETS, pulls(ring)) == positions(claims, PICKETS, pulls(ring[::-1]))
