"""B-cubed precision, recall and F1 of groups that may overlap (Amigó et al. 2009).

For two claims that share groups, precision is the lesser of the numbers of groups they share in the answer
and in the gold over the number in the answer, recall the same over the number in the gold; each claim has
the mean over all claims it shares a group with, itself included.  A claim that is in no group of the
answer is taken for a group of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np

from evals.ratios import Floats, harmonic_mean

Item = TypeVar("Item")
PRECISION, RECALL = 0, 1


def memberships(groups: Iterable[Iterable[Item]]) -> dict[Item, frozenset[int]]:
    """The numbers of the groups that each item is in."""
    found: dict[Item, set[int]] = {}
    for number, group in enumerate(groups):
        for item in group:
            found.setdefault(item, set()).add(number)
    return {item: frozenset(numbers) for item, numbers in found.items()}


def of_each(
    items: Sequence[Item], gold: Mapping[Item, frozenset[int]], answer: Mapping[Item, frozenset[int]]
) -> Floats:
    """Precision and recall of each item, [items, 2]; groups count among these items only."""
    found = np.zeros((len(items), 2))
    for place, item in enumerate(items):
        precision: list[float] = []
        recall: list[float] = []
        for other in items:
            wanted = len(gold[item] & gold[other])
            given = int(item == other) if item not in answer else len(answer[item] & answer.get(other, _NONE))
            if given:
                precision.append(min(given, wanted) / given)
            if wanted:
                recall.append(min(given, wanted) / wanted)
        found[place] = np.mean(precision), np.mean(recall)
    return found


_NONE: frozenset[int] = frozenset()


def f1(rows: Floats, weights: Floats) -> Floats:
    """F1 of the weighted means of precision and recall."""
    means = np.average(rows, axis=0, weights=weights)
    return harmonic_mean(means[PRECISION], means[RECALL])
