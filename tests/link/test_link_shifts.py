"""Shifts: a speaker or side came back to a question."""

from __future__ import annotations

import pytest
from link_questions_fakes import name, quantity, relation

from counterclaim.link.shifts import shifts
from counterclaim.model.question import Answer, Position, Question, QuestionForm, ShiftKind
from counterclaim.model.relation import RelationKind


def position(
    id_: str,
    answer: Answer,
    day: str | None,
    *,
    party: str = "Union",
    key: str = "moen",
    count: int | None = None,
) -> Position:
    number = None if count is None else quantity(count)
    return Position(claim=name(id_), answer=answer, party=party, speaker=key, key=key, day=day, number=number)


def question(*positions: Position) -> Question:
    return Question(
        id="q1",
        text="Will the strike end?",
        form=QuestionForm.YES_OR_NO,
        claims=tuple(one.claim for one in positions),
        positions=positions,
    )


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (Answer.NO, Answer.YES, ShiftKind.REVERSAL),
        (Answer.NO, Answer.HEDGED, ShiftKind.SHIFT),
        (Answer.HEDGED, Answer.YES, ShiftKind.CLARIFICATION),
        (Answer.NO, Answer.NO, ShiftKind.REPEAT),
    ],
)
def test_a_changed_answer_is_of_a_kind(before: Answer, after: Answer, kind: ShiftKind) -> None:
    given = question(position("a", before, "2031-05-01"), position("b", after, "2031-05-03"))
    [shift] = shifts([given], repeats=True)
    assert (shift.before.claim, shift.after.claim, shift.kind) == (name("a"), name("b"), kind)
    assert bool(shifts([given])) is (kind is not ShiftKind.REPEAT)


def test_numbers_shift_when_they_exclude_each_other() -> None:
    counts = [
        position("a", Answer.NUMBER, "2031-05-01", count=400),
        position("b", Answer.NUMBER, "2031-05-02", count=400),
        position("c", Answer.NUMBER, "2031-05-03", count=900),
    ]
    assert [shift.kind for shift in shifts([question(*counts)], repeats=True)] == [
        ShiftKind.REPEAT,
        ShiftKind.SHIFT,
    ]


def test_other_parties_answers_are_no_shift() -> None:
    other = position("b", Answer.YES, "2031-05-02", party="Operator", key="lund")
    assert shifts([question(position("a", Answer.NO, "2031-05-01"), other)]) == ()


def test_two_speakers_of_one_side_shift_it_together() -> None:
    other = position("b", Answer.YES, "2031-05-02", key="lund")
    [shift] = shifts([question(position("a", Answer.NO, "2031-05-01"), other)])
    assert (shift.side, shift.same_speaker) == ("Union", False)


def test_hedging_in_between_hides_no_reversal() -> None:
    answers = [
        position("a", Answer.NO, "2031-05-01"),
        position("b", Answer.HEDGED, "2031-05-02"),
        position("c", Answer.YES, "2031-05-03"),
    ]
    found = [(shift.before.claim, shift.kind) for shift in shifts([question(*answers)])]
    assert found == [(name("a"), ShiftKind.SHIFT), (name("a"), ShiftKind.REVERSAL)]


def test_answers_of_no_known_day_have_no_order() -> None:
    assert shifts([question(position("a", Answer.NO, None), position("b", Answer.YES, "2031-05-02"))]) == ()


def test_only_claims_that_were_told_apart_shift_where_relations_are_given() -> None:
    given = question(position("a", Answer.NO, "2031-05-01"), position("b", Answer.YES, "2031-05-02"))
    assert len(shifts([given], [relation("a", "b", RelationKind.SHIFTS)])) == 1
    assert shifts([given], [relation("a", "b", RelationKind.REPEATS)]) == ()
