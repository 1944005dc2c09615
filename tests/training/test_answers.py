"""Stories as claims that answer questions: what the teacher of vectors learns from."""

from __future__ import annotations

import random

import numpy as np
import pytest

from training.answers import Story, alike, average_precision, batches, split, stories_of
from training.relations import CONTRADICTS, OTHER, SAME, SHIFTS, Pair, Told

OPEN, SHUT, CLOSING, PAID, FELL = map(
    Told,
    (
        "The bridge is open.",
        "The bridge is shut.",
        "The bridge will be shut.",
        "The city paid for it.",
        "The wall fell.",
    ),
)
PAIRS = [
    Pair(OPEN, SHUT, "bridge", CONTRADICTS),
    Pair(OPEN, PAID, "bridge", OTHER),
    Pair(SHUT, CLOSING, "bridge", SHIFTS),
    Pair(FELL, OPEN, "wall", OTHER),
]


def named(name: str, size: int) -> Story:
    """A story of so many claims, each of which answers its own question."""
    return Story(name, tuple(Told(f"{name} {number}") for number in range(size)), tuple(range(size)))


def test_claims_that_a_chain_of_relations_joins_answer_one_question() -> None:
    bridge, wall = stories_of(PAIRS)
    assert bridge == Story("bridge", (OPEN, SHUT, PAID, CLOSING), (0, 0, 1, 0))
    assert wall == Story("wall", (FELL, OPEN), (0, 1))


def test_a_later_pair_may_join_two_chains() -> None:
    pairs = [
        Pair(OPEN, SHUT, "bridge", SAME),
        Pair(PAID, FELL, "bridge", SAME),
        Pair(FELL, SHUT, "bridge", SAME),
    ]
    assert stories_of(pairs)[0].questions == (0, 0, 0, 0)


def test_questions_of_two_stories_are_never_the_same() -> None:
    same, of_one_story = alike(stories_of(PAIRS))
    assert np.flatnonzero(same[0]).tolist() == [0, 1, 3]  # OPEN of the bridge
    assert np.flatnonzero(same[5]).tolist() == [5]  # OPEN of the wall
    assert np.flatnonzero(of_one_story[5]).tolist() == [4, 5]


def test_stories_are_held_out_whole_and_each_in_one_part() -> None:
    stories = [named(str(number), 2) for number in range(40)]
    parts = [split(stories, part, 4) for part in range(4)]
    assert sorted(story.name for _, held_out in parts for story in held_out) == sorted(map(str, range(40)))
    assert all(len(learned) + len(held_out) == 40 for learned, held_out in parts)
    assert all(story not in learned for learned, held_out in parts for story in held_out)


def test_batches_are_of_whole_stories_and_the_rest_is_left_out() -> None:
    stories = [named(str(number), 3) for number in range(8)]
    found = list(batches(stories, 8, random.Random(1)))
    assert [len(batch) for batch in found] == [3, 3]
    assert len({story.name for batch in found for story in batch}) == 6
    assert found == list(batches(stories, 8, random.Random(1)))
    assert found != list(batches(stories, 8, random.Random(2)))


def test_precision_is_averaged_over_the_pairs_that_answer_one_question() -> None:
    cosines = np.array([0.9, 0.1, 0.5, 0.3], np.float32)
    assert average_precision(cosines, np.array([True, False, True, False])) == 1
    assert average_precision(cosines, np.array([True, False, False, True])) == pytest.approx((1 + 2 / 3) / 2)
