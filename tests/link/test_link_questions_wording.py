"""Questions in readable words, made from the claims' own."""

from __future__ import annotations

import pytest
from link_questions_fakes import meaning, told

from counterclaim.link.questions.clause import Clause
from counterclaim.link.questions.wording import form_from, question_text
from counterclaim.model.meaning import Orientation
from counterclaim.model.question import QuestionForm


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("the north pier is being repaired", "Is the north pier being repaired?"),
        ("“The ferries have not stopped running,”", "Have the ferries stopped running?"),
        ("Dockers won't return to work before June.", "Will dockers return to work before June?"),
        ("the dam could burst within days", "Will the dam burst within days?"),
        ("we have not seen a withdrawal of pickets", "Is there a withdrawal of pickets?"),
        ("there are no cracks in the wall", "Are there any cracks in the wall?"),
        ("We believe that the valves are open, and nobody knows why", "Are the valves open?"),
        ("any plans to close the port", "Are there any plans to close the port?"),
        ("It seems that the pumps are now failing", "Are the pumps failing?"),
    ],
)
def test_a_claim_is_turned_into_what_it_answers(words: str, asked: str) -> None:
    assert question_text([told("a", words)]).casefold() == asked.casefold()


def test_those_who_speak_are_named() -> None:
    claim = told("a", "Of course, we are closing our pier", party="Harbour Board")
    assert question_text([claim]) == "Is Harbour Board closing Harbour Board’s pier?"
    claim = told("a", "we are ready to talk", party="United Isles Union")
    assert question_text([claim]) == "Is the United Isles Union ready to talk?"


def test_words_without_an_auxiliary_are_asked_whole() -> None:
    assert question_text([told("a", "Delta Rail refused a meeting")]) == (
        "Is it so that Delta Rail refused a meeting?"
    )


def test_whoever_knows_grammar_finds_other_verbs() -> None:
    def find(words: str) -> Clause | None:
        subject, verb, rest = words.partition(" refused ")
        return Clause(subject, verb.strip(), rest, base="refuse", past=True) if verb else None

    claim = told("a", "Delta Rail refused a meeting")
    assert question_text([claim], find=find) == "Did Delta Rail refuse a meeting?"


def test_the_claim_that_speaks_for_itself_is_asked() -> None:
    claims = [
        told("a", "they are doing this", day="2031-05-01"),
        told("b", "the tunnel is being closed", day="2031-05-02"),
        told(
            "c",
            "closing the tunnel would be an act without any precedent in all the years since the war",
            day="2031-05-03",
        ),
    ]
    assert question_text(claims) == "Is the tunnel being closed?"


def test_most_answers_are_numbers_of_one_thing() -> None:
    claims = [
        told("a", "500 workers are at the gate", meaning=meaning(count=500)),
        told("b", "some 700 workers stood there", meaning=meaning(count=700)),
        told("c", "a large crowd"),
    ]
    assert form_from(claims) is QuestionForm.HOW_MANY
    assert question_text(claims, QuestionForm.HOW_MANY).startswith("How many workers are there")
    assert form_from(claims[2:]) is QuestionForm.YES_OR_NO


def test_times_that_people_differ_on_are_asked_for() -> None:
    ahead = meaning(orientation=Orientation.FUTURE, due="2031-06-01/..")
    claims = [told("a", "the strike will end on Monday", meaning=ahead)]
    assert form_from(claims, times_differ=True) is QuestionForm.WHEN
    assert question_text(claims, QuestionForm.WHEN) == "Will the strike end on Monday, and when?"


@pytest.mark.parametrize("words", ["", "…", "“”", "No.", "we", "?!"])
def test_words_that_say_nothing_still_make_a_question(words: str) -> None:
    assert question_text([told("a", words)]).endswith("?")
