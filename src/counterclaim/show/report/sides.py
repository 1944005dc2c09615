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
from counterclaim.show.visible import one_line, shortened

MOST_OF_PARTY = 3  # claims of a party shown on a side; all stand in the table of answers
MOST_PARTIES = 10
LONGEST_NAME = 70  # code points; a name that was read too far is no heading
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


class _Shown(NamedTuple):
    """The claims, how many of a party to show, and those that say best what their party says."""

    views: dict[ClaimName, ClaimView]
    most: int
    faces: frozenset[ClaimName]


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


def sides_of(
    page: QuestionPage,
    views: dict[ClaimName, ClaimView],
    most: int = MOST_OF_PARTY,
    most_beside: int = MOST_OF_PARTY,
) -> Sides:
    """The sides: the camps of the dispute where there is one, else an answer each.

    `most` is how many claims of a party are shown, `most_beside` how many where it takes no side.
    """
    camps = page.dispute.camps if page.dispute else ()
    shown = _Shown(views, most, frozenset(name for camp in camps for name in camp.faces))
    left = dict.fromkeys(one.position.claim for one in page.answers)
    by_claim = {one.position.claim: one for one in page.answers}
    against: list[Side] = []
    for camp in camps:
        answers = [by_claim[name] for name in camp.claims if name in left]
        for one in answers:
            del left[one.position.claim]
        css = answer_class(camp.says)
        against.append(_side(camp.says.capitalize(), css, answers, shown, camp.origins))
    beside: list[Side] = []
    for answer in _ORDER:
        answers = [by_claim[name] for name in left if by_claim[name].position.answer is answer]
        if answers:
            home = beside if against or answer in _ORDER[3:] else against
            some = shown if home is against else shown._replace(most=most_beside)
            home.append(_side(_NAMES[answer], ANSWERS[answer], answers, some))
    return Sides(against, beside)


def side_name(answered: Answered) -> str:
    """Whose answer it is: the party's, else the speaker's, else the words of the text in quotation marks."""
    source = one_line(answered.row.source)
    position, row = answered.position, answered.row
    known = one_line(position.party or position.speaker or row.party or row.speaker or "")
    return known or (f"“{source}”" if source else NOT_NAMED)


def party_name(answered: Answered) -> str:
    """The same as it stands over the words of a side."""
    return _heading(side_name(answered))


def is_resolved(answered: Answered) -> bool:
    """Whether it is known whose answer it is: a person's, a body's or a state's."""
    return bool(answered.position.party or answered.position.speaker)


def _side(
    name: str,
    css: str,
    answers: Sequence[Answered],
    shown: _Shown,
    origins: int | None = None,
) -> Side:
    parties = list(_parties(answers, shown))
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


def _parties(answers: Iterable[Answered], shown: _Shown) -> Iterable[OfParty]:
    """The parties in order of their first answer, each with what says it best, then its newest claims.

    Those that are not resolved come last.
    """
    held: dict[str, list[Answered]] = {}
    for one in sorted(answers, key=lambda one: not is_resolved(one)):
        held.setdefault(side_name(one), []).append(one)
    for name, given in held.items():
        newest = sorted(given, key=lambda one: one.position.day or "", reverse=True)
        newest.sort(key=lambda one: one.position.claim not in shown.faces)
        claims = _of_different_words([shown.views[one.position.claim] for one in newest], shown.most)
        yield OfParty(_heading(name), claims, len(given) - len(claims))


def _heading(name: str) -> str:
    return shortened(name, LONGEST_NAME)


def _of_different_words(claims: Iterable[ClaimView], most: int) -> list[ClaimView]:
    """The first claims whose words are not in each other: a clause of a shown sentence adds nothing."""
    kept: list[ClaimView] = []
    for claim in claims:
        words = claim.words.casefold()
        if len(kept) < most and not any(
            words in one.words.casefold() or one.words.casefold() in words for one in kept
        ):
            kept.append(claim)
    return kept
