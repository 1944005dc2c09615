"""What networks of relations are shown: our own pairs, inference, soft labels, in batches of like length."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence

from tokenizers import Tokenizer

from counterclaim.link.relations.view import View
from training.relations import (
    OTHER,
    Pair,
    apart,
    by_group,
    held_out,
    own_pairs,
    shown,
    thinned,
    unrelated,
    with_meanings,
)
from training.soft_pairs import Soft

UNRELATED = 0.15  # claims of different stories, for each own pair
APART, MOST_APART = 0.3, 16  # share of claims of one story that are not joined, and how many of a story
SOFT_PARTS = 2  # soft pairs fall into so many parts, of which each epoch has the next
Seen = tuple[View, Pair | Soft]
Batches = list[list[Seen]]


class Course:
    """Our own pairs, some held out, and how they and others make up epochs."""

    def __init__(self, args: argparse.Namespace, tokenizer: Tokenizer) -> None:
        everything = with_meanings(own_pairs(args.shared / "gold"), args.meanings) if args.own else []
        self._args, self._tokenizer, self._near = args, tokenizer, by_group(everything)
        self.own = [pair for pair in everything if not held_out(pair, args.part, args.parts)]
        self.held_out = self.seen(pair for pair in everything if held_out(pair, args.part, args.parts))

    def seen(self, pairs: Iterable[Pair], rng: random.Random | None = None) -> list[Seen]:
        """Pairs with their views, which vary if there is an rng."""
        return [(shown(pair, self._tokenizer, rng, self._near), pair) for pair in pairs]

    def epochs(self, inference: Sequence[Pair], soft: Sequence[Seen], rng: random.Random) -> list[Batches]:
        """Batches of all epochs: our own each time, those of inference once, a part of the soft ones."""
        epochs = []
        for number, count in enumerate(self._args.inference):
            rows = self.seen([*of_own(self.own, rng), *inference[:count]], rng)
            inference = inference[count:]
            rows += soft[number % SOFT_PARTS :: SOFT_PARTS]
            epochs.append(list(batches(rows, self._args.pieces, rng)))
        return epochs


def of_own(own: Sequence[Pair], rng: random.Random) -> Iterator[Pair]:
    """What one epoch sees of our own pairs: all that are joined, and some of what answers other questions."""
    apart_by_story = [pair for pair in own if pair.relation == OTHER and pair.group.startswith("story:")]
    left_out = set(map(id, apart_by_story))
    joined = [pair for pair in own if id(pair) not in left_out]
    yield from joined
    yield from thinned(apart_by_story, APART, MOST_APART, rng)
    yield from thinned(apart(joined), APART, MOST_APART, rng)
    yield from unrelated(joined, int(UNRELATED * len(joined)), rng)


def batches(rows: Sequence[Seen], pieces: int, rng: random.Random | None) -> Iterator[list[Seen]]:
    """Rows of like length put together, at most so many pieces with padding; shuffled if there is an rng."""
    jitter = rng.random if rng else lambda: 0.0
    order = sorted(rows, key=lambda row: len(row[0].pieces) + 12 * jitter())
    groups: list[list[Seen]] = [[]]
    longest = 0
    for row in order:
        longest = max(longest, len(row[0].pieces))
        if groups[-1] and longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
            longest = len(row[0].pieces)
        groups[-1].append(row)
    if rng:
        rng.shuffle(groups)
    yield from groups
