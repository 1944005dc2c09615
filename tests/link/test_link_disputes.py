"""Disputes: incompatible answers of different parties, ranked, without a verdict."""

from __future__ import annotations

from link_questions_fakes import name, quantity, relation

from counterclaim.link.disputes import disputes
from counterclaim.model.meaning import Bound, Quantity
from counterclaim.model.question import Answer, Position, Question, QuestionForm
from counterclaim.model.relation import RelationKind


def position(
    id_: str,
    answer: Answer,
    party: str | None,
    day: str | None = "2031-05-01",
    origin: str | None = None,
    number: Quantity | None = None,
) -> Position:
    return Position(
        claim=name(id_), answer=answer, party=party, speaker=party, day=day, origin=origin, number=number
    )


def question(*positions: Position, id_: str = "q1") -> Question:
    claims = tuple(one.claim for one in positions)
    return Question(
        id=id_, text="Is the dam safe?", form=QuestionForm.YES_OR_NO, claims=claims, positions=positions
    )


YES, NO = position("a", Answer.YES, "Operator"), position("b", Answer.NO, "Union")


def test_yes_and_no_of_two_parties_are_a_dispute() -> None:
    [dispute] = disputes([question(YES, NO)], [relation("a", "b", RelationKind.CONTRADICTS, 0.8)])
    assert [(camp.says, camp.parties, camp.origins) for camp in dispute.camps] == [
        ("yes", ("Operator",), 1),
        ("no", ("Union",), 1),
    ]
    assert (dispute.parties, dispute.contradictions, dispute.strength) == (2, 1, 0.8)


def test_a_party_that_changed_its_own_mind_disputes_nothing() -> None:
    changed = position("c", Answer.NO, "Operator", "2031-05-09")
    assert disputes([question(YES, changed)], [relation("a", "c", RelationKind.CONTRADICTS)]) == ()


def test_answers_in_words_are_no_dispute_unless_a_contradiction_was_judged() -> None:
    assert disputes([question(YES, NO)], [relation("a", "b", RelationKind.AGREES)]) == ()


def test_only_who_takes_part_in_a_contradiction_is_in_a_camp() -> None:
    same, aside = position("c", Answer.NO, "Council"), position("d", Answer.NO, "Mayor")
    relations = [relation("a", "b", RelationKind.CONTRADICTS), relation("b", "c", RelationKind.AGREES)]
    [dispute] = disputes([question(YES, NO, same, aside)], relations)
    assert [camp.parties for camp in dispute.camps] == [("Operator",), ("Union", "Council")]
    assert dispute.camps[1].faces == (name("b"), name("c"))


def test_hedging_and_asking_take_no_side() -> None:
    others = position("c", Answer.HEDGED, "Union"), position("d", Answer.ASKS_FOR_EVIDENCE, "Council")
    assert disputes([question(YES, *others)], []) == ()


def test_copies_of_one_origin_count_once() -> None:
    copies = [position(id_, Answer.NO, "Union", origin="wire") for id_ in "bcd"]
    against = [relation("a", id_, RelationKind.CONTRADICTS) for id_ in "bcd"]
    [dispute] = disputes([question(YES, *copies)], against)
    assert [camp.origins for camp in dispute.camps] == [1, 1]


def test_numbers_that_exclude_each_other_are_a_dispute_and_those_that_fit_are_none() -> None:
    def counts(value: int, bound: Bound, party: str, id_: str) -> Position:
        return position(id_, Answer.NUMBER, party, number=quantity(value, bound))

    low, more = counts(400, Bound.EXACTLY, "Operator", "a"), counts(300, Bound.MORE_THAN, "Union", "b")
    assert disputes([question(low, more)], []) == ()
    [dispute] = disputes([question(low, counts(900, Bound.ABOUT, "Council", "c"))], [])
    assert [camp.says for camp in dispute.camps] == ["400", "about 900"]


def test_more_parties_origins_and_later_words_rank_higher() -> None:
    old = question(
        position("a", Answer.YES, "Operator", "2031-01-01"),
        position("b", Answer.NO, "Union", "2031-01-02"),
        id_="old",
    )
    new = question(YES, NO, id_="new")
    wide = question(
        YES, NO, position("c", Answer.NO, "Council"), position("d", Answer.YES, "Mayor"), id_="wide"
    )
    against = [relation(one, other, RelationKind.CONTRADICTS) for one in "ad" for other in "bc"]
    found = disputes([old, new, wide], against)
    assert [dispute.question for dispute in found] == ["wide", "new", "old"]
    assert found == disputes([wide, old, new], against)


def test_days_that_are_not_known_to_the_day_are_no_trouble() -> None:
    vague = question(position("a", Answer.YES, "Operator", "2031"), position("b", Answer.NO, "Union", None))
    [dispute] = disputes([vague], [relation("a", "b", RelationKind.CONTRADICTS)], today="2031-05-01")
    assert dispute.last_day == "2031"
