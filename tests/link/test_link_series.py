"""Number series: one quantity as different parties count it."""

from __future__ import annotations

import random

import msgspec
import pytest
from link_questions_fakes import meaning, told

from counterclaim.link.series import about, series
from counterclaim.link.series.kinds import Kind, kind_of
from counterclaim.model.meaning import Bound, Quantity, SpeakerKind
from counterclaim.model.told import Told


def counting(
    id_: str,
    words: str,
    value: float,
    of: str | None,
    *,
    unit: str = "people",
    bound: Bound = Bound.EXACTLY,
    day: str = "2031-05-01",
    party: str | None = "Ministry",
) -> Told:
    quantity = Quantity(value=value, low=value, high=value, bound=bound, unit=unit, of=of, span=(0, 0))
    plain = msgspec.structs.replace(meaning(), quantities=(quantity,))
    return told(id_, words, day=day, party=party, meaning=plain)


TROOPS = [
    counting("a", "Takar has massed 40,000 Takari soldiers on the border", 40_000, "Takari soldiers"),
    counting(
        "b",
        "more than 50,000 Takari soldiers are gathered on the border",
        50_000,
        "Takari soldiers",
        bound=Bound.MORE_THAN,
        day="2031-05-03",
        party="Union",
    ),
]


def test_one_thing_counted_by_two_parties_is_a_series_with_bounds_kept() -> None:
    [one] = series(TROOPS)
    assert [(point.party, point.quantity.value, point.quantity.bound) for point in one.points] == [
        ("Ministry", 40_000, Bound.EXACTLY),
        ("Union", 50_000, Bound.MORE_THAN),
    ]
    assert one.parties == ("Ministry", "Union")
    assert one.owners == ("takar",)


@pytest.mark.parametrize(
    ("words", "value", "of"),
    [
        ("45,000 Lorian soldiers are gathered on the border", 45_000, "Lorian soldiers"),  # whose
        ("45,000 Takari soldiers take part in the exercise", 45_000, "Takari soldiers"),  # what happens
        ("45,000 Takari soldiers were killed on the border", 45_000, "Takari soldiers"),  # what sort
        ("1,200 Takari soldiers are gathered on the border", 1_200, "Takari soldiers"),  # of another size
        ("45,000 Takari trees stand on the border", 45_000, "Takari trees"),
    ],
)
def test_another_thing_makes_no_point(words: str, value: float, of: str) -> None:
    unit = "trees" if "trees" in of else "people"
    [one] = series([*TROOPS, counting("c", words, value, of, unit=unit, day="2031-05-04")])
    assert len(one.points) == 2


def test_series_do_not_depend_on_the_order_in_which_claims_come() -> None:
    claims = [*TROOPS, counting("c", "60,000 soldiers are massed on the border", 60_000, "soldiers")]
    found = series(claims, least=1)
    random.Random(1).shuffle(claims)
    assert series(claims, least=1) == found


def test_an_outlets_own_voice_is_a_point_of_no_party() -> None:
    own = counting(
        "own",
        "Takar has massed 45,000 Takari soldiers",
        45_000,
        "Takari soldiers",
        party=None,
        day="2031-05-02",
    )
    own = msgspec.structs.replace(own, kind=SpeakerKind.OUTLET, speaker=None, key=None)
    [one] = series([*TROOPS, own])
    assert [point.own_voice for point in one.points] == [False, True, False]
    assert one.parties == ("Ministry", "Union")


def test_copies_of_one_origin_are_one_point() -> None:
    wire = [msgspec.structs.replace(TROOPS[0], origin="wire", document=name) for name in ("x", "y")]
    [one] = series([*wire, TROOPS[1]])
    assert [len(point.claims) for point in one.points] == [2, 1]


def test_numbers_of_one_claim_are_of_two_things() -> None:
    both = counting("c", "30,000 Takari soldiers and then 35,000 Takari soldiers", 30_000, "Takari soldiers")
    more = msgspec.structs.replace(both.meaning.quantities[0], value=35_000)
    twice = msgspec.structs.replace(both.meaning, quantities=(*both.meaning.quantities, more))
    assert series([msgspec.structs.replace(both, meaning=twice)]) == ()


def test_what_is_vague_or_a_stretch_of_time_or_a_few_things_is_no_count() -> None:
    claims = [
        counting("a", "some soldiers are on the border", 5, "soldiers", bound=Bound.VAGUE),
        counting("b", "we have waited for 8 years", 8, None, unit="years"),
        counting("c", "we have three demands", 3, "demands", unit="demands"),
    ]
    assert series(claims, least=1) == ()


def test_series_are_found_by_words() -> None:
    found = series(TROOPS)
    assert about(found, "Takari soldier") == found
    assert about(found, "bridges") == ()


@pytest.mark.parametrize(
    ("of", "near", "kind"),
    [
        ("soldiers", "soldiers are on the border", Kind.FORCES),
        ("soldiers", "soldiers were killed", Kind.DEAD),
        ("people", "the number of troops is 150 thousand people", Kind.FORCES),
        ("residents", "residents saw the soldiers", Kind.PEOPLE),
        ("civilians", "civilians fled across the river", Kind.DISPLACED),
    ],
)
def test_people_are_of_sorts_that_are_never_counted_together(of: str, near: str, kind: Kind) -> None:
    quantity = Quantity(value=20, low=20, high=20, bound=Bound.EXACTLY, unit="people", of=of, span=(0, 0))
    assert kind_of(quantity, near, near) is kind
