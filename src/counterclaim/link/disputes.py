"""Disputes: questions that different parties answer in ways that cannot both be true, ranked.

The rank counts parties, texts of separate origin on the weaker side, how recent the last word is and how
sure the contradiction.  It says what to look at first, never who is right.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from counterclaim.link.questions.links import surest
from counterclaim.link.questions.numbers import can_both_be, ends, shown
from counterclaim.model.meaning import Quantity
from counterclaim.model.question import Answer, Camp, Dispute, Position, Question
from counterclaim.model.relation import ClaimName, Relation, RelationKind

HALF_LIFE = 30  # days after which the last word of a dispute counts half
BY_ANSWERS_ALONE = 0.5  # the strength of a dispute without any contradiction that was judged
DIGITS = 4
_MIDDLE = {len("2022"): "-07-01", len("2022-02"): "-15"}


def disputes(
    questions: Iterable[Question],
    relations: Iterable[Relation],
    today: str | None = None,
) -> tuple[Dispute, ...]:
    """Disputes, the first to look at first; recency counts from `today`, else from the last word of all."""
    contradictions = {
        pair: relation.confidence
        for pair, relation in surest(relations).items()
        if relation.kind is RelationKind.CONTRADICTS
    }
    beside: dict[ClaimName, dict[ClaimName, float]] = defaultdict(dict)
    for (one, other), confidence in contradictions.items():
        beside[one][other] = beside[other][one] = confidence
    found = [dispute for question in questions if (dispute := _dispute(question, beside))]
    last = today or max((dispute.last_day for dispute in found if dispute.last_day), default=None)
    ranked = [_ranked(dispute, last) for dispute in found]
    return tuple(sorted(ranked, key=lambda dispute: (-dispute.rank, dispute.question)))


def _dispute(question: Question, beside: Mapping[ClaimName, Mapping[ClaimName, float]]) -> Dispute | None:
    camps = _camps(question.positions)
    if not any(_of_two_parties(one, other) for one, other in combinations(camps, 2)):
        return None
    between = [
        confidence
        for one, other in combinations(camps, 2)
        for claim in one.claims
        for against, confidence in beside.get(claim, {}).items()
        if against in other.claims
    ]
    return Dispute(
        question=question.id,
        text=question.text,
        camps=camps,
        parties=len({party for camp in camps for party in camp.parties}),
        contradictions=len(between),
        strength=max(between, default=None),
        last_day=max((camp.last_day for camp in camps if camp.last_day), default=None),
        rank=0.0,
    )


def _camps(positions: Sequence[Position]) -> tuple[Camp, ...]:
    """Yes against no, or numbers that exclude each other; what is hedged or asked takes no side."""
    answers: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        if position.answer in (Answer.YES, Answer.NO):
            answers[position.answer].append(position)
    if answers:
        return tuple(_camp(says, answers[says]) for says in (Answer.YES, Answer.NO) if answers[says])
    return _number_camps(positions)


def _number_camps(positions: Sequence[Position]) -> tuple[Camp, ...]:
    """Numbers that can all be true together make one camp, the lowest first."""
    counted = [(position.number, position) for position in positions if position.number]
    camps: list[tuple[Quantity, list[Position]]] = []
    for quantity, position in sorted(counted, key=lambda pair: (ends(pair[0]), pair[1].claim)):
        fitting = next((held for first, held in camps if can_both_be(first, quantity)), None)
        if fitting is None:
            camps.append((quantity, [position]))
        else:
            fitting.append(position)
    in_time = {one.claim: place for place, one in enumerate(positions)}
    return tuple(
        _camp(shown(quantity), sorted(held, key=lambda one: in_time[one.claim])) for quantity, held in camps
    )


def _camp(says: str, positions: Sequence[Position]) -> Camp:
    days = [one.day for one in positions if one.day]
    return Camp(
        says=str(says),
        parties=tuple(dict.fromkeys(side for one in positions if (side := side_of(one)))),
        claims=tuple(one.claim for one in positions),
        origins=len({one.origin or one.claim[0] for one in positions}),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
    )


def side_of(position: Position) -> str | None:
    """Whose answer it is: the party's, or the speaker's where no party is known."""
    return position.party or position.speaker


def _of_two_parties(one: Camp, other: Camp) -> bool:
    """Whether somebody in one camp is not the only one in the other."""
    return bool(one.parties) and bool(other.parties) and len({*one.parties, *other.parties}) > 1


def _ranked(dispute: Dispute, today: str | None) -> Dispute:
    weaker = sorted((camp.origins for camp in dispute.camps), reverse=True)[1]
    strength = BY_ANSWERS_ALONE if dispute.strength is None else dispute.strength
    rank = (
        math.log2(dispute.parties)
        * math.log2(1 + weaker)
        * math.log2(2 + dispute.contradictions)
        * strength
        * 0.5 ** (_days(dispute.last_day, today) / HALF_LIFE)
    )
    return Dispute(
        question=dispute.question,
        text=dispute.text,
        camps=dispute.camps,
        parties=dispute.parties,
        contradictions=dispute.contradictions,
        strength=dispute.strength,
        last_day=dispute.last_day,
        rank=round(rank, DIGITS),
    )


def _days(day: str | None, today: str | None) -> int:
    """Days since a day; what is not known to the day counts from the middle of the year or month."""
    if day is None or today is None:
        return HALF_LIFE
    return max(0, (_date(today) - _date(day)).days)


def _date(day: str) -> date:
    return date.fromisoformat(day + _MIDDLE.get(len(day), ""))
