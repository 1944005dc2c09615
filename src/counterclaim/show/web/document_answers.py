"""The questions that claims of a document answer, as a list that leads to the words of each answer."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from counterclaim.model.opened import Opened
from counterclaim.model.question import Position
from counterclaim.show.report.shifted import AnswerView, answer_view
from counterclaim.show.speaker import NOT_NAMED
from counterclaim.show.visible import one_line, shortened

MOST_QUESTIONS, MOST_CLAIMS = 40, 6
LONGEST = 200  # code points of the text of a question


class AnswerHere(NamedTuple):
    """One claim's answer, and whose it is."""

    claim: str
    side: str
    answer: AnswerView


class QuestionHere(NamedTuple):
    """A question and the answers of this document; `more` counts those left out."""

    href: str
    text: str
    answers: list[AnswerHere]
    more: int


class QuestionsHere(NamedTuple):
    """The questions of what is shown; `total` counts them all."""

    total: int
    shown: list[QuestionHere]


def answers_here(opened: Opened, claims: Collection[str]) -> QuestionsHere:
    """The questions that these claims of a document answer, as disputes and lists order them."""
    found = []
    for question in opened.questions:
        here = [one for one in question.positions if _is_here(one, opened, claims)]
        if here:
            answers = [AnswerHere(one.claim[1], _side(one), answer_view(one)) for one in here[:MOST_CLAIMS]]
            text = shortened(one_line(question.text), LONGEST)
            more = max(0, len(here) - MOST_CLAIMS)
            found.append(QuestionHere(f"questions/{question.id}", text, answers, more))
    return QuestionsHere(len(found), found[:MOST_QUESTIONS])


def _is_here(position: Position, opened: Opened, claims: Collection[str]) -> bool:
    document, claim = position.claim
    return document == opened.family.row.id and claim in claims


def _side(position: Position) -> str:
    return one_line(position.party or position.speaker or "") or NOT_NAMED
