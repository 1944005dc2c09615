"""Fit the confidence on PolNeAR dev: python -m training.calibrate --shared ../shared.

Prints cross-fitted figures (folds of documents) and writes the weights fitted
on all of dev beside the network's.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt

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


def cross_fit(data: list[tuple[Floats, Floats]]) -> Floats:
    """Confidence and hit of each attribution, its document being left out of the fit."""
    rows = []
    for fold in range(FOLDS):
        train = [pair for index, pair in enumerate(data) if index % FOLDS != fold]
        weights = fit(np.concatenate([x for x, _ in train]), np.concatenate([y for _, y in train]))
        for x, y in data[fold::FOLDS]:
            rows.append(np.stack([1 / (1 + np.exp(-x @ weights)), y], axis=1))
    return np.concatenate(rows)


def named(weights: Floats) -> dict[str, float]:
    """Weights by the names of their features."""
    return {name: round(float(weight), 4) for name, weight in zip(NAMES, weights, strict=True)}


def fit_all(data: list[tuple[Floats, Floats]]) -> Floats:
    """One fit on all documents."""
    return fit(np.concatenate([x for x, _ in data]), np.concatenate([y for _, y in data]))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=Path("src/counterclaim/read/weights"))
    args = parser.parse_args()
    path = args.weights / "calibration.json"
    if not path.is_file():
        nothing = dict.fromkeys(NAMES, 0.0)
        path.write_text(json.dumps({"of_any": nothing, "of_chosen": nothing, "of_turns": OF_TURNS}))
    reader = Reader(args.weights)
    articles = list(polnear(args.shared / "corpora" / "polnear", "dev"))
    read = [reader.find(article.text) for article in articles]
    any_reading, chosen_reading = [], []
    for article, (words, found) in zip(articles, read, strict=True):
        items = [(item, quote_type(article.text, words, item)) for item in found if not is_nested(item)]
        any_reading.append(hits(article, words, items))
    of_any = fit_all(any_reading)
    calibration = Calibration(tuple(of_any), tuple(of_any), OF_TURNS)
    for article, (words, found) in zip(articles, read, strict=True):
        chosen = choose(article.text, words, found, calibration)
        items = [(item.found, item.quote_type) for item in chosen if item.parent is None]
        chosen_reading.append(hits(article, words, items))
    report(cross_fit(chosen_reading), len(articles))
    of_chosen = fit_all(chosen_reading)
    record = {"of_any": named(of_any), "of_chosen": named(of_chosen), "of_turns": OF_TURNS}
    path.write_text(json.dumps(record, indent=2) + "\n")


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
