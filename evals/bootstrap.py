"""Intervals by drawing documents with replacement.

The document is what is drawn (Efron's bootstrap over clusters), because attributions
of one article share its style and its speakers and are no independent draws.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from evals.ratios import Floats

LEVEL = (2.5, 97.5)  # percentiles of a 95% interval


@dataclass(frozen=True)
class Estimate:
    """A figure, its 95% interval (None without rounds), and the number of items under it."""

    value: float
    low: float | None
    high: float | None
    n: int


class Resampler:
    """Draws of as many documents as there are, the same for every figure of one run."""

    def __init__(self, documents: int, rounds: int = 1000, seed: int = 20220216) -> None:
        generator = np.random.default_rng(seed)
        self._drawn = generator.integers(documents, size=(rounds, documents))
        self._times = np.zeros((rounds, documents))  # how often each document was drawn
        for times, drawn in zip(self._times, self._drawn, strict=True):
            times += np.bincount(drawn, minlength=documents)

    def of_counts(self, counts: Floats, statistic: Callable[[Floats], Floats], n: int) -> Estimate:
        """Estimate from counts that add up: [documents, k], and a function of sums [..., k]."""
        return self._estimate(float(statistic(counts.sum(axis=0))), statistic(self._times @ counts), n)

    def of_items(self, items: Sequence[Floats], statistic: Callable[[Floats], float]) -> Estimate:
        """Estimate from items that must be seen together: an array [items, k] for each document."""
        everything = np.concatenate(items)
        samples = [statistic(np.concatenate([items[i] for i in drawn])) for drawn in self._drawn]
        return self._estimate(statistic(everything), np.array(samples, dtype=np.float64), len(everything))

    def _estimate(self, value: float, samples: Floats, n: int) -> Estimate:
        known = samples[~np.isnan(samples)]
        if not known.size:
            return Estimate(value, None, None, n)
        low, high = np.percentile(known, LEVEL)
        return Estimate(value, float(low), float(high), n)
