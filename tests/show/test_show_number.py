"""Numbers and quantities in words."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_show_meanings import quantity

from counterclaim.model.meaning import Bound
from counterclaim.show.number import LONGEST_NOUN, number_words, plain_number, quantity_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0"),
        (7, "7"),
        (12000, "12,000"),
        (-1500, "-1,500"),
        (4000000, "4,000,000"),
        (57_000_000_000, "57 billion"),
        (1_234_000_000, "1.234 billion"),
        (1_234_567_890, "1,234,567,890"),
        (2_500_000_000_000, "2.5 trillion"),
        (0.2, "0.2"),
        (93.87, "93.87"),
        (1234567.5, "1,234,567.5"),
        (3.0, "3"),
        (10**30, "1e+30"),
    ],
)
def test_digits_stand_in_groups_of_three(number: float, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (quantity(Bound.EXACTLY, value=12, low=12, high=12, unit="ships", of="ships"), "12 ships"),
        (
            quantity(Bound.MORE_THAN, value=100000, low=100000, unit="people", of="soldiers"),
            "more than 100,000 soldiers",
        ),
        (quantity(Bound.ABOUT, value=30000, unit="people"), "about 30,000 people"),
        (quantity(Bound.AT_LEAST, low=10, unit="drills"), "at least 10 drills"),
        (quantity(Bound.AT_MOST, value=5, high=5, unit="km"), "at most 5 km"),
        (quantity(Bound.LESS_THAN, high=4000000, unit="people"), "less than 4,000,000 people"),
        (quantity(Bound.BETWEEN, low=10, high=15, unit="percent"), "10–15%"),
        (quantity(Bound.BETWEEN, low=100, high=200, unit="people", of="guests"), "100–200 guests"),
        (quantity(Bound.ABOUT, low=10000, high=99999, unit="people"), "10,000–99,999 people"),
        (quantity(Bound.EXACTLY, value=12, unit="percent", of="the votes"), "12% (the votes)"),
        (
            quantity(Bound.EXACTLY, value=3, unit="demands", of="key demands of Lorvan"),
            "3 key demands of Lorvan",
        ),
        (quantity(Bound.EXACTLY, value=500, unit="US dollars", of="the fine"), "500 US dollars (the fine)"),
        (quantity(Bound.EXACTLY, value=6), "6"),
        (quantity(Bound.VAGUE, word="several", unit="ships"), "several ships"),
        (quantity(Bound.VAGUE, unit="ships"), ""),
        (quantity(Bound.EXACTLY, value=10**400, unit="ships"), ""),
        (quantity(Bound.ABOUT, value=math.nan, word="dozens", unit="ships"), "dozens ships"),
    ],
)
def test_a_quantity_has_its_bound_and_what_it_counts(found, words: str) -> None:
    assert quantity_words(found) == words


def test_what_is_counted_is_cut_where_it_is_long() -> None:
    found = quantity(Bound.EXACTLY, value=2, of="boats that lay " * 20)
    words = quantity_words(found)
    assert words.startswith("2 boats that lay")
    assert words.endswith("…")
    assert len(words) <= LONGEST_NOUN + 2


@given(st.one_of(st.none(), st.integers(), st.floats()))
def test_a_plain_number_can_be_written_anywhere(number) -> None:
    plain = plain_number(number)
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain
    if plain is not None:
        assert number_words(plain)
