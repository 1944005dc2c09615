"""Shifts: the same speaker or side came back to a question, and what became of the answer.

Each answer is held against the last one that its side gave before; both stay, with their receipts.
A side that several speak for is held together by its party, so what one minister says shifts what
another said; `same_speaker` tells the two apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.link.disputes import side_of
from counterclaim.link.questions.links import Pair, ordered
from counterclaim.link.questions.numbers import can_both_be
from counterclaim.model.question import Answer, Position, Question, Shift, ShiftKind
from counterclaim.model.relation import Relation, RelationKind

_FIRM = frozenset((Answer.YES, Answer.NO, Answer.NUMBER))
_APART = frozenset((RelationKind.SHIFTS, RelationKind.CONTRADICTS, RelationKind.LATER_FACT))


def shifts(
    questions: Iterable[Question], relations: Iterable[Relation] | None = None, *, repeats: bool = False
) -> tuple[Shift, ...]:
    """Changed answers in order of questions and time; with `repeats`, unchanged ones as well.

    With `relations` two answers in words are held against each other only where these tell the claims apart:
    that both answer one question otherwise was then judged of the two, and not only of the group.
    """
    apart = None
    if relations is not None:
        apart = {ordered(one.one, one.other) for one in relations if one.kind in _APART}
    return tuple(
        shift
        for question in questions
        for shift in _of_question(question, apart)
        if repeats or shift.kind is not ShiftKind.REPEAT
    )


def _of_question(question: Question, apart: set[Pair] | None) -> Iterator[Shift]:
    of_side: dict[str, list[Position]] = defaultdict(list)
    for position in question.positions:
        if side := side_of(position):
            of_side[side].append(position)
    for side, given in of_side.items():
        for before, after in _steps(given, apart):
            yield Shift(
                question=question.id,
                side=side,
                before=before,
                after=after,
                kind=kind_of(before, after),
                same_speaker=before.key is not None and before.key == after.key,
            )


def _steps(given: Sequence[Position], apart: set[Pair] | None) -> Iterator[tuple[Position, Position]]:
    """Each answer with the one before it.

    A firm answer is held against the last firm one, since who hedges between no and yes has still turned
    round.  Answers on days that are not known have no order, and those of one document are not held
    against each other.
    """
    dated = [position for position in given if position.day]
    for place, after in enumerate(dated):
        earlier = [
            one
            for one in dated[:place]
            if one.claim[0] != after.claim[0] and (apart is None or _is_apart(one, after, apart))
        ]
        firm = [one for one in earlier if one.answer in _FIRM] if after.answer in _FIRM else []
        if earlier:
            yield _last(firm or earlier, after), after


def _is_apart(one: Position, other: Position, apart: set[Pair]) -> bool:
    return bool(one.number and other.number) or ordered(one.claim, other.claim) in apart


def _last(earlier: Sequence[Position], after: Position) -> Position:
    """The last of earlier answers, the speaker's own if there is one of that day."""
    of_last_day = [one for one in earlier if one.day == earlier[-1].day]
    own = [one for one in of_last_day if one.key is not None and one.key == after.key]
    return (own or of_last_day)[-1]


def kind_of(before: Position, after: Position) -> ShiftKind:
    """How the later answer stands to the earlier."""
    if before.number and after.number:
        return ShiftKind.REPEAT if can_both_be(before.number, after.number) else ShiftKind.SHIFT
    if before.answer is after.answer:
        return ShiftKind.REPEAT
    if {before.answer, after.answer} == {Answer.YES, Answer.NO}:
        return ShiftKind.REVERSAL
    if before.answer in _FIRM and after.answer not in _FIRM:
        return ShiftKind.SHIFT
    return ShiftKind.CLARIFICATION
