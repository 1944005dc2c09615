"""Relations between two claims: what is compared, what is ruled out, and what a reader is told."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest

from counterclaim.errors import ModelError
from counterclaim.link.relations.compare import compare, in_order
from counterclaim.link.relations.days import days_between, excluded
from counterclaim.link.relations.directions import opposed
from counterclaim.link.relations.gates import GATES, facts_of
from counterclaim.link.relations.graph import Found
from counterclaim.link.relations.judge import WEIGHTS, Judge
from counterclaim.link.relations.numbers import Fit, counted
from counterclaim.link.relations.reason import contradiction_of, reason_of
from counterclaim.link.relations.view import (
    CLS,
    SEP,
    Between,
    Gap,
    Outlook,
    Part,
    Shown,
    Side,
    Stand,
    gap_of,
    view_of,
)
from counterclaim.model.meaning import Bound, Certainty, Meaning, Orientation, Polarity, Quantity
from counterclaim.model.relation import ContradictionKind, RelationKind
from counterclaim.model.told import Told


def claim(words: str, party: str | None = None, day: str | None = None, **meant: object) -> Told:
    fields = {"polarity": "affirms", "certainty": "certain", "orientation": "present"} | {
        name: value for name, value in meant.items() if isinstance(value, str)
    }
    quantities = meant.get("quantities", ())
    assert isinstance(quantities, tuple)
    meaning = Meaning(
        polarity=Polarity(fields["polarity"]),
        certainty=Certainty(fields["certainty"]),
        orientation=Orientation(fields["orientation"]),
        due=fields.get("due"),
        quantities=quantities,
    )
    name = f"{party} {day}"
    return Told(document=name, id=words[:8], words=words, meaning=meaning, party=party, published=day)


def number(
    value: int, bound: Bound = Bound.EXACTLY, unit: str = "soldiers", of: str | None = None
) -> Quantity:
    low = None if bound in {Bound.AT_MOST, Bound.LESS_THAN} else value
    high = None if bound in {Bound.AT_LEAST, Bound.MORE_THAN} else value
    return Quantity(value=value, low=low, high=high, bound=bound, unit=unit, of=of, span=(0, 1))


LEAVING = claim("the troops are being withdrawn from the border", "Orvessa", "2031-03-04")
STAYING = claim("no withdrawal has been seen", "Alliance", "2031-03-05", polarity="denies")


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge()


def test_the_claim_told_first_comes_first() -> None:
    assert in_order(STAYING, LEAVING) == (LEAVING, STAYING)
    undated = claim("nothing moves", "Alliance")
    assert in_order(undated, LEAVING) == in_order(LEAVING, undated)


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2031-03-04", "2031-03-06", 2),
        ("2031-03-04T10:00:00Z", "2031-03-04", 0),
        ("2031-03-04/..", "2031-03-03", -1),
        ("2031-03", "2031-03-04", None),
        (None, "2031-03-04", None),
    ],
)
def test_days_between(one: str | None, other: str, days: int | None) -> None:
    assert days_between(one, other) == days


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("2031-03-04", "2031-03-05", True),
        ("2031-03", "2031-03-05", False),
        ("2031", "2032-01", True),
        ("2031-12", "2031-12-31", False),
        ("2031-03-04/2031-03-06", "2031-03-06", False),
        ("2031-03-04/..", "2031-03-09", False),
        ("2031-02-30", "2031-03-09", False),
    ],
)
def test_due_times_exclude_each_other_only_where_both_have_ends(one: str, other: str, apart: bool) -> None:
    assert excluded(one, other) is apart


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (number(30_000), number(100_000), Fit.EXCLUDE),
        (number(30_000, Bound.AT_LEAST), number(100_000), Fit.MEET),
        (number(100_000, Bound.ABOUT), number(95_000), Fit.MEET),
        (number(30_000), number(100_000, unit="troops"), Fit.EXCLUDE),
        (number(30_000), number(100_000, unit="percent"), None),
        (number(30, of="tanks at the border"), number(90, of="houses in the town"), None),
    ],
)
def test_numbers_respect_bounds_units_and_what_is_counted(
    one: Quantity, other: Quantity, fit: Fit | None
) -> None:
    found = counted((one,), (other,))
    assert (found.fit if found else None) == fit


def test_a_vague_number_excludes_nothing() -> None:
    nothing = {"value": None, "low": None, "high": None, "of": None}
    vague = Quantity(**nothing, bound=Bound.VAGUE, unit="soldiers", span=(0, 1))
    assert counted((vague,), (number(9),)) is None


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("units are pulling back", "the build-up goes on", ("pulling back", "build-up")),
        ("prices rose again", "prices have fallen", ("rose", "fallen")),
        ("prices rose again", "prices rose in May", None),
        ("we see de-escalation", "more troops have come", ("de-escalation", "more troops")),
        ("they sabotage the accord", "we comply with it", ("sabotage", "comply")),
        ("prices rose and fell", "prices have fallen", None),
    ],
)
def test_opposite_directions(one: str, other: str, words: tuple[str, str] | None) -> None:
    found = opposed(one, other)
    assert ((found.one, found.other) if found else None) == words


def test_facts_of_a_pair() -> None:
    compared = compare(LEAVING, STAYING)
    assert (compared.side, compared.days, compared.opposite) == (Side.OTHER, 1, True)
    found = Found(np.zeros(5), np.zeros(3))
    assert len(facts_of(compared, found)) == len(GATES)


def test_what_kind_of_contradiction() -> None:
    assert contradiction_of(compare(LEAVING, STAYING)) is ContradictionKind.DENIAL
    few = claim("there are 30,000", "Orvessa", "2031-03-04", quantities=(number(30_000),))
    many = claim("there are 100,000", "Alliance", "2031-03-04", quantities=(number(100_000),))
    assert contradiction_of(compare(few, many)) is ContradictionKind.NUMBERS
    soon = claim("it ends on Friday", "Orvessa", "2031-03-04", due="2031-03-07")
    late = claim("it ends in May", "Alliance", "2031-03-04", due="2031-05")
    assert contradiction_of(compare(soon, late)) is ContradictionKind.TIMES


def test_the_reason_says_what_was_compared() -> None:
    reason = reason_of(LEAVING, STAYING, compare(LEAVING, STAYING), RelationKind.CONTRADICTS)
    assert reason == (
        "Orvessa: the troops are being withdrawn from the border / Alliance: no withdrawal has been seen; "
        "a day later, opposite polarity, both cannot be true."
    )


def test_a_view_holds_both_claims_and_marks_their_parts(judge: Judge) -> None:
    view = view_of(
        Shown("it rains", "A:", outlook=Outlook.PRESENT),
        Shown("it snows"),
        Between(Gap.DAYS, Side.OTHER, Stand.ALIKE),
        judge.tokenizer,
    )
    assert view.pieces[0] == CLS
    assert list(view.pieces).count(SEP) == 2
    assert view.features[0].tolist() == [0, Gap.DAYS, Side.OTHER, Stand.ALIKE, 0]
    assert Outlook.PRESENT in view.features[view.features[:, 0] == Part.CLAIM_ONE, 4]
    assert set(view.features[:, 0].tolist()) == {0, 1, 3, 6}


def test_gaps_of_days() -> None:
    assert [gap_of(days) for days in (None, 0, 3, 10, 45, 46)] == list(Gap)


def test_the_order_given_does_not_matter(judge: Judge) -> None:
    assert judge.relate(LEAVING, STAYING) == judge.relate(STAYING, LEAVING)


def test_a_plain_denial_by_another_side(judge: Judge) -> None:
    leaving = msgspec.structs.replace(LEAVING, vector=bytes([127, 0]))
    staying = msgspec.structs.replace(STAYING, vector=bytes([64, 110]))  # as near as the reader puts them
    relation = judge.relate(leaving, staying)
    assert (relation.kind, relation.contradiction) == (RelationKind.CONTRADICTS, ContradictionKind.DENIAL)
    assert relation.one == (LEAVING.document, LEAVING.id)
    assert 0 < relation.confidence <= 1


def test_claims_on_different_things_answer_different_questions(judge: Judge) -> None:
    school = claim("the mayor opened a new school", "Harbour town", "2031-03-05")
    assert judge.relate(LEAVING, school).kind is RelationKind.OTHER_QUESTION


def test_one_side_again(judge: Judge) -> None:
    again = claim("our troops are being withdrawn from the border", "Orvessa", "2031-03-06")
    assert judge.relate(LEAVING, again).kind is RelationKind.REPEATS


def test_the_same_words_in_two_texts_are_copies(judge: Judge) -> None:
    copy = claim('"The troops are being withdrawn from the border"', None, "2031-03-04")
    assert judge.relate(LEAVING, copy).kind is RelationKind.COPIES


def test_two_sides_never_shift_and_one_side_never_agrees_with_itself(judge: Judge) -> None:
    for other in (STAYING, claim("the troops will stay at the border", "Orvessa", "2031-04-04")):
        chances = judge.chances(LEAVING, other, compare(LEAVING, other))
        assert sum(chances.values()) == pytest.approx(1)
        ruled_out = RelationKind.SHIFTS if other.party != "Orvessa" else RelationKind.AGREES
        assert chances[ruled_out] == 0


def test_weights_that_are_missing_or_damaged_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"relations\.onnx"):
        Judge(tmp_path)
    (tmp_path / "relations.onnx").write_bytes(b"no graph")
    with pytest.raises(ModelError, match="damaged"):
        Judge(tmp_path)
    (tmp_path / "relations.onnx").write_bytes((WEIGHTS / "relations.onnx").read_bytes())
    with pytest.raises(ModelError, match=r"tokenizer\.json"):
        Judge(tmp_path)
    (tmp_path / "tokenizer.json").write_bytes((WEIGHTS / "tokenizer.json").read_bytes())
    with pytest.raises(ModelError, match=r"gates\.json"):
        Judge(tmp_path)
