"""Fit the confidence on PolNeAR dev: python -m training.calibrate --shared ../shared.

Prints cross-fitted figures (folds of documents) and writes the weights fitted
on all of dev beside the network's.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from counterclaim.clean import clean
from counterclaim.model.document import Capture, Media
from counterclaim.model.reading import QuoteType
from counterclaim.read.choose import choose, is_nested
from counterclaim.read.confidence import NAMES, Calibration, features
from counterclaim.read.found import Found, spans_of
from counterclaim.read.quote_type import quote_type
from counterclaim.read.reader import Reader
from counterclaim.read.words import Words
from evals.calibration import auroc, brier, expected_calibration_error
from evals.matching import HITS, mark, pair
from evals.records import AttributionRecord
from evals.tokens import TokenizedText
from training.corpus import Article, polnear

FOLDS = 10
RIDGE = 1.0  # on standardised features
STEPS = 50
OF_TURNS = 0.9  # labelled turns: story-dev has the right speaker words in about nine of ten

Floats = npt.NDArray[np.float64]
Item = tuple[Found, QuoteType]


def hits(article: Article, words: Words, items: list[Item]) -> tuple[Floats, Floats]:
    """Features and hits of attributions of one article, as [N, features] and [N]."""
    tokenized = TokenizedText(article.text, article.id)
    gold = mark(
        (
            AttributionRecord(source=tuple(a.source), cue=tuple(a.cue), content=tuple(a.content))
            for a in article.attributions
        ),
        article.text,
        tokenized,
    )
    predicted = mark(
        (
            AttributionRecord(
                source=spans_of(item.source, words),
                cue=spans_of(item.cue, words),
                content=spans_of(item.content, words),
            )
            for item, _ in items
        ),
        article.text,
        tokenized,
    )
    hit = HITS["who_said_what"]
    right = {j for i, j in pair(gold, predicted) if hit(gold[i], predicted[j])}
    x = np.array([features(item, kind) for item, kind in items], dtype=np.float64).reshape(-1, len(NAMES))
    return x, np.array([float(index in right) for index in range(len(items))])


def fit(x: Floats, y: Floats) -> Floats:
    """Ridge logistic regression by Newton's method; weights for the features as they are."""
    mean, scale = x.mean(axis=0), x.std(axis=0)
    scale[scale == 0] = 1.0
    mean[0], scale[0] = 0.0, 1.0
    z = (x - mean) / scale
    penalty = np.full(z.shape[1], RIDGE)
    penalty[0] = 0.0
    weights = np.zeros(z.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-z @ weights))
        gradient = z.T @ (y - p) - penalty * weights
        weights += np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + np.diag(penalty), gradient)
    weights = weights / scale
    weights[0] -= float(weights[1:] @ mean[1:])
    return weights


@dataclass(frozen=True)
class Sample:
    """One article as the network read it, before anything was chosen."""

    article: Article
    words: Words
    found: list[Found]


def of_any_reading(sample: Sample) -> tuple[Floats, Floats]:
    """All that the network takes for outermost, quotations without a cue apart: PolNeAR has none."""
    text, words = sample.article.text, sample.words
    items = [(i, quote_type(text, words, i)) for i in sample.found if i.cue and not is_nested(i)]
    return hits(sample.article, words, items)


def of_chosen_readings(sample: Sample, calibration: Calibration) -> tuple[Floats, Floats]:
    """All outermost attributions that would be shown."""
    chosen = choose(sample.article.text, sample.words, sample.found, calibration)
    items = [(item.found, item.quote_type) for item in chosen if item.parent is None]
    return hits(sample.article, sample.words, items)


def calibrate(samples: list[Sample]) -> Calibration:
    """Fit both regressions on some articles."""
    of_any = tuple(fit_all([of_any_reading(sample) for sample in samples]).tolist())
    choosing = Calibration(of_any, of_any, OF_TURNS)
    of_chosen = tuple(fit_all([of_chosen_readings(sample, choosing) for sample in samples]).tolist())
    return Calibration(of_any, of_chosen, OF_TURNS)


def cross_fit(samples: list[Sample]) -> Floats:
    """Confidence and hit of each shown attribution, its article being left out of both fits."""
    rows = []
    for fold in range(FOLDS):
        calibration = calibrate([sample for i, sample in enumerate(samples) if i % FOLDS != fold])
        for sample in samples[fold::FOLDS]:
            x, y = of_chosen_readings(sample, calibration)
            rows.append(np.stack([1 / (1 + np.exp(-x @ np.array(calibration.of_chosen))), y], axis=1))
    return np.concatenate(rows)


def named(weights: tuple[float, ...]) -> dict[str, float]:
    """Weights by the names of their features."""
    return {name: round(weight, 4) for name, weight in zip(NAMES, weights, strict=True)}


def fit_all(data: list[tuple[Floats, Floats]]) -> Floats:
    """One fit on all documents."""
    return fit(np.concatenate([x for x, _ in data]), np.concatenate([y for _, y in data]))


def samples_of(shared: Path, weights: Path) -> list[Sample]:
    """PolNeAR dev as the network reads it."""
    reader = Reader(weights)
    samples = []
    for article in polnear(shared / "corpora" / "polnear", "dev"):
        document = clean(_capture(article))
        left_out = tuple((mark.start, mark.end) for mark in document.marks)
        samples.append(Sample(article, *reader.find(document.text, left_out, document.headlines)))
    return samples


def write(calibration: Calibration, path: Path) -> None:
    """Write the weights by name."""
    record = {
        "of_any": named(calibration.of_any),
        "of_chosen": named(calibration.of_chosen),
        "of_turns": calibration.of_turns,
    }
    path.write_text(json.dumps(record, indent=2) + "\n")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=Path("src/counterclaim/read/weights"))
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")
    args = parser.parse_args()
    path = args.weights / "calibration.json"
    if not args.dry_run:  # whatever lies there belongs to other weights
        nothing = (0.0,) * len(NAMES)
        write(Calibration(nothing, nothing, OF_TURNS), path)
    samples = samples_of(args.shared, args.weights)
    report(cross_fit(samples), len(samples))
    if not args.dry_run:
        write(calibrate(samples), path)


def _capture(article: Article) -> Capture:
    return Capture(name=article.id, data=article.text.encode(), media=Media.RECORD, id=article.id)


def report(items: Floats, articles: int) -> None:
    """Print how well calibrated the cross-fitted confidences are."""
    base = float(items[:, 1].mean())
    print(
        f"cross-fitted, {len(items)} outermost attributions of {articles} articles: "
        f"ECE {expected_calibration_error(items):.3f}, AUROC {auroc(items):.3f}, "
        f"Brier {brier(items):.3f} (base rate's {base * (1 - base):.3f})"
    )


if __name__ == "__main__":
    main()
