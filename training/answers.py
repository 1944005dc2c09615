"""Stories as claims that answer questions, to learn which claims answer the same one.

Claims of one story that a chain of relations joins answer one question; the others answer others.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.relations import Pair, Told, grouped, in_part, joined

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Story:
    """The claims of a story, and for each the number of its question within the story."""

    name: str
    claims: tuple[Told, ...]
    questions: tuple[int, ...]


def stories_of(pairs: Sequence[Pair]) -> list[Story]:
    """All stories of pairs, each claim once."""
    found = []
    for name, of_story in grouped(pairs).items():
        claims, known_by = joined(of_story)
        numbers = {known: number for number, known in enumerate(dict.fromkeys(known_by.values()))}
        found.append(Story(name, tuple(claims.values()), tuple(numbers[known_by[text]] for text in claims)))
    return found


def split(stories: Sequence[Story], part: int, parts: int) -> tuple[list[Story], list[Story]]:
    """The stories to learn from, and those of one of so many parts, which are held out."""
    held_out = [story for story in stories if in_part(story.name, part, parts)]
    return [story for story in stories if not in_part(story.name, part, parts)], held_out


def batches(stories: Sequence[Story], least: int, rng: random.Random) -> Iterator[list[Story]]:
    """Whole stories in random order, together at least so many claims; what is left over waits an epoch."""
    batch: list[Story] = []
    for story in rng.sample(stories, len(stories)):
        batch.append(story)
        if sum(len(one.claims) for one in batch) >= least:
            yield batch
            batch = []


def alike(batch: Sequence[Story]) -> tuple[Bools, Bools]:
    """Which claims of a batch answer one question, and which are of one story, both (N, N)."""
    story = np.repeat(np.arange(len(batch)), [len(one.claims) for one in batch])
    question = np.array([number for one in batch for number in one.questions])
    of_one_story: Bools = story[:, None] == story
    return of_one_story & (question[:, None] == question), of_one_story


def average_precision(cosines: npt.NDArray[np.float32], same: Bools) -> float:
    """How far pairs that answer one question come first when pairs are ordered by cosine, 1 if all do."""
    right = same[np.argsort(-cosines, kind="stable")]
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    return float(precision[right].mean())
