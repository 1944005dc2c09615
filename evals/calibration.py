"""Does a confidence of 0.8 mean that 80% are right?

Expected calibration error over equal-count bins (Naeini, Cooper & Hauskrecht, AAAI
2015, with bins of equal count as Nguyen & O'Connor, EMNLP 2015), the area under the
ROC curve (does it rank?), and the Brier score beside that of always giving the base rate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evals.bootstrap import Estimate, Resampler
from evals.matching import HITS, Marked, pair
from evals.ratios import Floats
from evals.scores import HEADLINE

BINS = 10


@dataclass(frozen=True)
class Bin:
    """One tenth of the predictions, by rising confidence."""

    confidence: float
    right: float
    n: int


def outcomes(gold: Sequence[Marked], predicted: Sequence[Marked], confidences: Sequence[float]) -> Floats:
    """[predicted, 2]: each prediction's confidence, and 1 if it is a hit of who said what."""
    is_hit = HITS[HEADLINE]
    right = {j for i, j in pair(gold, predicted) if is_hit(gold[i], predicted[j])}
    rows = [(confidence, float(j in right)) for j, confidence in enumerate(confidences)]
    return np.array(rows, dtype=np.float64).reshape(-1, 2)


def joined(documents: Sequence[Floats]) -> Floats:
    """The outcomes of several documents in one array."""
    return np.concatenate(documents)


def reliability(items: Floats) -> list[Bin]:
    """Mean confidence and share of hits in bins of equal count (the first ones may hold one more).

    Where equal confidences fall on both sides of a border, their hits are shared out
    evenly, so that the order of documents cannot move the result.
    """
    levels, group, sizes = np.unique(items[:, 0], return_inverse=True, return_counts=True)
    hits = np.bincount(group, weights=items[:, 1]) / sizes
    rising = np.repeat(np.stack([levels, hits], axis=1), sizes, axis=0)
    parts = [part for part in np.array_split(rising, BINS) if len(part)]
    return [Bin(float(part[:, 0].mean()), float(part[:, 1].mean()), len(part)) for part in parts]


def expected_calibration_error(items: Floats) -> float:
    """Mean distance of confidence and share of hits over the bins, by their size."""
    if not len(items):
        return float("nan")
    return sum(bin_.n * abs(bin_.confidence - bin_.right) for bin_ in reliability(items)) / len(items)


def auroc(items: Floats) -> float:
    """Chance that a hit has more confidence than a miss (ties half); NaN without both."""
    confidence, hit = items[:, 0], items[:, 1] > 0
    hits = int(hit.sum())
    misses = len(items) - hits
    if not hits or not misses:
        return float("nan")
    _, group, sizes = np.unique(confidence, return_inverse=True, return_counts=True)
    mean_rank = np.cumsum(sizes) - (sizes - 1) / 2  # of equal confidences, from 1
    return float((mean_rank[group][hit].sum() - hits * (hits + 1) / 2) / (hits * misses))


def brier(items: Floats) -> float:
    """Mean squared distance of confidence and outcome."""
    return float(np.mean((items[:, 0] - items[:, 1]) ** 2)) if len(items) else float("nan")


def base_rate_brier(items: Floats) -> float:
    """Brier score of giving every prediction the share of hits."""
    if not len(items):
        return float("nan")
    rate = float(items[:, 1].mean())
    return rate * (1 - rate)


def measure(documents: Sequence[Floats], resampler: Resampler) -> dict[str, Estimate]:
    """Estimates by metric name over the outcomes of all documents."""
    return {
        "confidence_ece": resampler.of_items(documents, expected_calibration_error),
        "confidence_auroc": resampler.of_items(documents, auroc),
        "confidence_brier": resampler.of_items(documents, brier),
        "confidence_base_rate_brier": resampler.of_items(documents, base_rate_brier),
    }
