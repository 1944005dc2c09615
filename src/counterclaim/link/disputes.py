"""Disputes: questions that different parties answer in ways that cannot both be true, ranked.

Answers in words are a dispute where a contradiction was judged between them, numbers where they exclude
each other.

The rank counts parties that keep to one side, texts of separate origin on the weaker side, how recent the
last word is and how sure the contradiction.  It says what to look at first, never who is right.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from counterclaim.link.questions.links import Pair, ordered, surest
from counterclaim.link.questions.numbers import can_both_be, ends, shown
from counterclaim.model.meaning import Quantity
from counterclaim.model.question import Answer, Camp, Dispute, Position, Question
from counterclaim.model.relation import ClaimName, Relation, RelationKind

HALF_LIFE = 30  # days after which the last word of a dispute counts half
BY_NUMBERS_ALONE = 0.5  # the strength of a dispute of numbers without any contradiction that was judged
ON_ONE_SIDE = 0.25
DIGITS = 4
_SAME = frozenset((RelationKind.AGREES, RelationKind.REPEATS, RelationKind.COPIES))
_MIDDLE = {len("2022"): "-07-01", len("2022-02"): "-15"}


def disputes(
    questions: Iterable[Question],
    relations: Iterable[Relation],
    today: str | None = None,
    compatible: Collection[Pair] = (),
) -> tuple[Dispute, ...]:
    """Disputes, the first to look at first; recency counts from `today`, else from the last word of all.

    Answers of claims that a person calls `compatible` do not exclude each other, whatever their numbers.
    """
    ties = _Ties(surest(relations).values(), compatible)
    found = [dispute for question in questions if (dispute := _dispute(question, ties))]
    last = today or max((one.last_day for one, _ in found if one.last_day), default=None)
    ranked = [_ranked(dispute, apart, last) for dispute, apart in found]
    return tuple(sorted(ranked, key=lambda dispute: (-dispute.rank, dispute.question)))


class _Ties:
    """Which claims contradict each other and how surely, and which say the same."""

    def __init__(self, relations: Iterable[Relation], compatible: Collection[Pair]) -> None:
        self._compatible = compatible
        self.against: dict[ClaimName, dict[ClaimName, float]] = defaultdict(dict)
        self.along: dict[ClaimName, set[ClaimName]] = defaultdict(set)
        for relation in relations:
            one, other = relation.one, relation.other
            if relation.kind is RelationKind.CONTRADICTS:
                self.against[one][other] = self.against[other][one] = relation.confidence
            elif relation.kind in _SAME:
                self.along[one].add(other)
                self.along[other].add(one)

    def between(self, claims: Sequence[ClaimName], others: Sequence[ClaimName]) -> dict[ClaimName, float]:
        """The claims that contradict one of the others, each with its surest contradiction."""
        there = set(others)
        found = {}
        for claim in claims:
            sure = [how for against, how in self.against.get(claim, {}).items() if against in there]
            if sure:
                found[claim] = max(sure)
        return found

    def can_all_be(self, sides: Sequence[Sequence[ClaimName]]) -> bool:
        """Whether a person said so of every two claims of different sides."""
        return all(
            ordered(claim, other) in self._compatible
            for one, others in combinations(sides, 2)
            for claim in one
            for other in others
        )


def _dispute(question: Question, ties: _Ties) -> tuple[Dispute, float] | None:
    """The dispute about a question, and how many parties keep apart in it."""
    sides = _sides(question.positions)
    names = [[one.claim for one in positions] for _, positions in sides]
    against = [
        ties.between(mine, [name for other in names if other is not mine for name in other]) for mine in names
    ]
    if any(against):  # those who take no part in any contradiction answer, and dispute nothing
        sides = [
            (says, [one for one in positions if _takes_part(one.claim, found, ties)])
            for (says, positions), found in zip(sides, against, strict=True)
        ]
    elif not any(one.number for one in question.positions) or ties.can_all_be(names):
        return None
    every = (_camp(says, positions, found) for (says, positions), found in zip(sides, against, strict=True))
    camps = tuple(camp for camp in every if camp.parties)
    if not any(_of_two_parties(one, other) for one, other in combinations(camps, 2)):
        return None
    dispute = Dispute(
        question=question.id,
        text=question.text,
        camps=camps,
        parties=len({party for camp in camps for party in camp.parties}),
        contradictions=sum(
            other in theirs
            for one, others in combinations(names, 2)
            for claim in one
            for theirs in [set(others)]
            for other in ties.against.get(claim, ())
        ),
        strength=max((how for found in against for how in found.values()), default=None),
        last_day=max((camp.last_day for camp in camps if camp.last_day), default=None),
        rank=0.0,
    )
    return dispute, _apart([positions for _, positions in sides])


def _takes_part(claim: ClaimName, against: Mapping[ClaimName, float], ties: _Ties) -> bool:
    """Whether a claim contradicts the other side, or says the same as one that does."""
    return claim in against or not ties.along.get(claim, frozenset()).isdisjoint(against)


def _sides(positions: Sequence[Position]) -> list[tuple[str, list[Position]]]:
    """Yes against no, or numbers that exclude each other; what is hedged or asked takes no side."""
    answers: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        if position.answer in (Answer.YES, Answer.NO):
            answers[position.answer].append(position)
    if answers:
        return [(says.value, answers[says]) for says in (Answer.YES, Answer.NO) if answers[says]]
    return _sides_by_number(positions)


def _sides_by_number(positions: Sequence[Position]) -> list[tuple[str, list[Position]]]:
    """Numbers that can all be true together make one side, the lowest first."""
    counted = [(position.number, position) for position in positions if position.number]
    sides: list[tuple[Quantity, list[Position]]] = []
    for quantity, position in sorted(counted, key=lambda pair: (ends(pair[0]), pair[1].claim)):
        fitting = next((held for first, held in sides if can_both_be(first, quantity)), None)
        if fitting is None:
            sides.append((quantity, [position]))
        else:
            fitting.append(position)
    in_time = {one.claim: place for place, one in enumerate(positions)}
    return [(shown(quantity), sorted(held, key=lambda one: in_time[one.claim])) for quantity, held in sides]


def _camp(says: str, positions: Sequence[Position], against: Mapping[ClaimName, float]) -> Camp:
    days = [one.day for one in positions if one.day]
    faces: dict[str, Position] = {}
    for position in positions:  # in order of time, so that of equals the newest stays
        if side := side_of(position):
            known = faces.get(side)
            sure = against.get(position.claim, 0.0)
            if known is None or sure >= against.get(known.claim, 0.0):
                faces[side] = position
    return Camp(
        says=says,
        parties=tuple(faces),
        claims=tuple(one.claim for one in positions),
        origins=len({one.origin or one.claim[0] for one in positions}),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        faces=tuple(
            one.claim
            for one in sorted(faces.values(), key=lambda one: (-against.get(one.claim, 0.0), one.claim))
        ),
    )


def side_of(position: Position) -> str | None:
    """Whose answer it is: the party's, or the speaker's where no party is known."""
    return position.party or position.speaker


def _of_two_parties(one: Camp, other: Camp) -> bool:
    """Whether somebody in one camp is not the only one in the other."""
    return bool(one.parties) and bool(other.parties) and len({*one.parties, *other.parties}) > 1


def _ranked(dispute: Dispute, apart: float, today: str | None) -> Dispute:
    weaker = sorted((camp.origins for camp in dispute.camps), reverse=True)[1]
    strength = BY_NUMBERS_ALONE if dispute.strength is None else dispute.strength
    rank = (
        math.log2(1 + apart)
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


def _apart(sides: Sequence[Sequence[Position]]) -> float:
    """How many parties give mostly one answer; where only one answer has such they count little."""
    answers: dict[str, Counter[int]] = defaultdict(Counter)
    for place, positions in enumerate(sides):
        for position in positions:
            if side := side_of(position):
                answers[side][place] += 1
    mostly = {party: _most(given) for party, given in answers.items()}
    alone = [place for place in mostly.values() if place is not None]
    return len(alone) if len(set(alone)) > 1 else ON_ONE_SIDE * len(alone)


def _most(given: Counter[int]) -> int | None:
    """The answer given more often than any other."""
    (place, count), *others = given.most_common(2)
    return None if others and others[0][1] == count else place


def _days(day: str | None, today: str | None) -> int:
    """Days since a day; what is not known to the day counts from the middle of the year or month."""
    if day is None or today is None:
        return HALF_LIFE
    return max(0, (_date(today) - _date(day)).days)


def _date(day: str) -> date:
    return date.fromisoformat(day + _MIDDLE.get(len(day), ""))
