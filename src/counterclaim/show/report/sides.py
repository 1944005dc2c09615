"""The sides of a question: who gives which answer, in exact words, the newest of each party first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.model.inquiry import Answered, QuestionPage
from counterclaim.model.question import Answer
from counterclaim.model.relation import ClaimName
from counterclaim.show.report.claim import ClaimView
from counterclaim.show.report.words import ANSWERS, SIGNS, answer_class, counted, days_words
from counterclaim.show.speaker import NOT_NAMED
from counterclaim.show.visible import one_line

MOST_OF_PARTY = 3  # claims of a party shown on a side; all stand in the table of answers
MOST_PARTIES = 10
_ORDER = (Answer.YES, Answer.NO, Answer.NUMBER, Answer.HEDGED, Answer.ASKS_FOR_EVIDENCE)
_NAMES = {
    Answer.YES: "Yes",
    Answer.NO: "No",
    Answer.NUMBER: "Numbers",
    Answer.HEDGED: "Hedged",
    Answer.ASKS_FOR_EVIDENCE: "Ask for evidence",
}


class OfParty(NamedTuple):
    """What one party says on a side; `more` counts claims that are not shown here."""

    name: str
    claims: list[ClaimView]
    more: int


class Side(NamedTuple):
    """One answer and those who give it; `css` is its class, `sign` stands beside its name."""

    name: str
    css: str
    sign: str
    tally: str
    days: str
    parties: list[OfParty]
    more: str


class Sides(NamedTuple):
    """Answers that stand against each other, and those that take no side."""

    against: list[Side]
    beside: list[Side]


def sides_of(page: QuestionPage, views: dict[ClaimName, ClaimView]) -> Sides:
    """The sides: the camps of the dispute where there is one, else an answer each."""
    left = dict.fromkeys(one.position.claim for one in page.answers)
    by_claim = {one.position.claim: one for one in page.answers}
    against: list[Side] = []
    for camp in page.dispute.camps if page.dispute else ():
        answers = [by_claim[name] for name in camp.claims if name in left]
        for one in answers:
            del left[one.position.claim]
        css = answer_class(camp.says)
        against.append(_side(camp.says.capitalize(), css, answers, views, camp.origins))
    beside: list[Side] = []
    for answer in _ORDER:
        answers = [by_claim[name] for name in left if by_claim[name].position.answer is answer]
        if answers:
            home = beside if against or answer in _ORDER[3:] else against
            home.append(_side(_NAMES[answer], ANSWERS[answer], answers, views))
    return Sides(against, beside)


def side_name(answered: Answered) -> str:
    """Whose answer it is: the party's, else the speaker's."""
    position, row = answered.position, answered.row
    return one_line(position.party or position.speaker or row.party or row.speaker or row.source) or NOT_NAMED


def _side(
    name: str,
    css: str,
    answers: Sequence[Answered],
    views: dict[ClaimName, ClaimView],
    origins: int | None = None,
) -> Side:
    parties = list(_parties(answers, views))
    days = [one.position.day for one in answers if one.position.day]
    if origins is None:
        origins = len({one.position.origin or one.position.claim[0] for one in answers})
    tally = f"{counted(len(answers), 'claim')} · {counted(origins, 'origin')}"
    left = sum(len(party.claims) + party.more for party in parties[MOST_PARTIES:])
    more = f"{counted(left, 'claim')} of {counted(len(parties) - MOST_PARTIES, 'other')}" if left else ""
    return Side(
        name=name,
        css=css,
        sign=SIGNS[css],
        tally=tally,
        days=days_words(min(days, default=None), max(days, default=None)),
        parties=parties[:MOST_PARTIES],
        more=more,
    )


def _parties(answers: Iterable[Answered], views: dict[ClaimName, ClaimView]) -> Iterable[OfParty]:
    """The parties in order of their first answer, each with its newest claims first."""
    held: dict[str, list[Answered]] = {}
    for one in answers:
        held.setdefault(side_name(one), []).append(one)
    for name, given in held.items():
        newest = sorted(given, key=lambda one: one.position.day or "", reverse=True)
        claims = [views[one.position.claim] for one in newest[:MOST_OF_PARTY]]
        yield OfParty(name, claims, max(0, len(given) - MOST_OF_PARTY))
