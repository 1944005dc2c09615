"""Sketches: a sample by which every half copy is found, the same on every machine."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.link.shingles import shingles, words
from counterclaim.link.sketch import from_bytes, sketch, to_bytes


def numbered(count: int, name: str = "word") -> list[str]:
    """Words of which none comes twice, so that no shingle does."""
    return [f"{name}{number}" for number in range(count)]


def test_the_sketch_of_a_text_never_changes():
    text = words(
        "The ministry said on Monday that the troops had left the border and would not be back soon."
    )
    assert to_bytes(sketch(text)).hex() == "7760542586c1572e"


def test_a_sketch_survives_being_stored():
    hashes = sketch(words(" ".join(numbered(300))))
    assert np.array_equal(from_bytes(to_bytes(hashes)), hashes)


def test_stored_bytes_that_are_cut_off_are_refused():
    with pytest.raises(ValueError, match="buffer size"):
        from_bytes(b"\x00\x01\x02")


def test_a_text_of_seven_words_has_an_empty_sketch():
    assert to_bytes(sketch(words("The ministry said that they had left."))) == b""


def test_a_sketch_takes_about_29_percent_of_the_shingles():
    assert 0.25 < sketch(words(" ".join(numbered(4000)))).size / 3993 < 0.32


@given(st.integers(40, 300), st.integers(0, 10**6), st.data())
def test_half_copies_share_a_hash(length, seed, data):
    """The promise of the module, for words changed, put in and left out at any places."""
    chance = random.Random(seed)
    longer = numbered(400)
    start = data.draw(st.integers(0, 400 - length))
    shorter = longer[start : start + length]
    for _ in range(data.draw(st.integers(0, length // 15))):
        place = chance.randrange(len(shorter))
        put = chance.choice([[], ["new"], [shorter[place], "new"]])
        shorter[place : place + 1] = [f"{word}{chance.random()}" if word == "new" else word for word in put]
    left, right = words(" ".join(shorter)), words(" ".join(longer))
    own, others = set(shingles(left)), set(shingles(right))
    if len(left) >= 40 and 2 * len(own & others) >= len(own):
        assert np.intersect1d(sketch(left), sketch(right)).size > 0
