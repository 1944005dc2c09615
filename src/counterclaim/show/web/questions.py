"""The list of questions, with what each side answers at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.model.inquiry import QuestionRow, Stand
from counterclaim.model.profile import QuestionList
from counterclaim.show.chart.counts import short_words
from counterclaim.show.report.shifted import AnswerView
from counterclaim.show.report.words import ANSWERS, SIGNS, counted, day_words, days_words
from counterclaim.show.visible import one_line
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.receipts import PATHS
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell

_MOST_STANDS = 8


class StandView(NamedTuple):
    """Who answers, when last; `changed` says that it was another answer before."""

    side: str
    day: str
    changed: bool


class SideView(NamedTuple):
    """One answer, and whose last answer it is."""

    answer: AnswerView
    stands: list[StandView]


class QuestionView(NamedTuple):
    """A question at a glance."""

    text: str
    path: str
    disputed: bool
    facts: list[str]
    sides: list[SideView]
    more: int


class Wanted(NamedTuple):
    """What the list is narrowed to, as it was asked for."""

    party: str = ""
    about: str = ""
    disputed: bool = False


def questions_page(shell: Shell, found: QuestionList, wanted: Wanted, paging: Paging) -> str:
    """What is asked in the texts, those questions first that most sides answer."""
    views = question_views(found.rows, found.disputed)
    return html("questions", shell, "questions", questions=views, wanted=wanted, paging=paging)


def question_views(rows: Sequence[QuestionRow], disputed: frozenset[str]) -> list[QuestionView]:
    """The views of questions, of which these are in dispute."""
    return [_view(one, one.id in disputed) for one in rows]


def _view(row: QuestionRow, disputed: bool) -> QuestionView:
    named = [one for one in row.stands if one.party]
    return QuestionView(
        text=one_line(row.text),
        path=PATHS[row.id],
        disputed=disputed,
        facts=[
            counted(row.answers, "answer"),
            counted(row.parties, "party", "parties"),
            counted(row.origins, "origin"),
            days_words(row.first_day, row.last_day) or "no day",
        ],
        sides=_sides(named[:_MOST_STANDS]),
        more=max(0, len(named) - _MOST_STANDS),
    )


def _sides(stands: Sequence[Stand]) -> list[SideView]:
    """Those with the same answer together, the answer first that stands first."""
    sides: dict[AnswerView, list[StandView]] = {}
    for one in stands:
        day = day_words(one.day) if one.day else ""
        sides.setdefault(_answer(one), []).append(StandView(one_line(one.party or ""), day, one.changed))
    return [SideView(answer, views) for answer, views in sides.items()]


def _answer(stand: Stand) -> AnswerView:
    css = ANSWERS[stand.answer]
    number = short_words(stand.number) if stand.number is not None and css == "number" else ""
    return AnswerView(css, SIGNS[css], one_line(number) or stand.answer.value)
