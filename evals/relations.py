"""Score relations between pairs of gold claims: `evals relations`.

Documents fall into folds, and a pair is judged with odds of facts and a threshold that were fitted to pairs
of which neither document is in the pair's two folds: the odds from those that written stories gave, the
threshold for the best F0.5 of contradicts.  `--as-shipped` takes both as they are shipped; they were fitted
on story-dev, where its figures therefore say too much.  `copies` are measured apart; the other figures
leave those pairs out.

Baselines, on the same pairs with thresholds chosen the same way: `cosine_` (cosine of content words),
`network_` (the cross-encoder alone, shown nothing but the words of both), `negation_` (a negating word in
one of the two only, and enough words shared).
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from counterclaim.link.relations.compare import Compared, compare, in_order
from counterclaim.link.relations.content import alike, all_words, content_words
from counterclaim.link.relations.gates import Chances, Odds, chances, load_odds
from counterclaim.link.relations.graph import Found
from counterclaim.link.relations.judge import (
    LEAST_CONTRADICTS,
    ODDS,
    WEIGHTS,
    WRITTEN_ODDS,
    Judge,
    decide,
)
from counterclaim.model.relation import RelationKind
from evals import report
from evals.bootstrap import Estimate
from evals.odds import LABELS, fit, table
from evals.options import positive
from evals.pairs import Pair, PairResampler, fold_of, read_pairs
from evals.ratios import Floats

FOLDS = 5
PENALTY = 10.0  # holds odds near those of written stories; 3 to 100 gave much the same
STEPS = np.arange(0.05, 1.0, 0.025)
SCORED = tuple(kind for kind in RelationKind if kind is not RelationKind.COPIES)
CONTRADICTS, OTHER = RelationKind.CONTRADICTS, RelationKind.OTHER_QUESTION
BINS = 8
_NEGATIONS = frozenset(
    """not no never none nothing nobody neither nor without cannot can't don't doesn't didn't won't
    isn't aren't wasn't weren't hasn't haven't hadn't denies denied deny false untrue refuses
    refused rejects rejected""".split()
)
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Judged:
    """One pair with what was found of it."""

    pair: Pair
    compared: Compared
    found: Found
    chances: Chances
    baselines: Mapping[str, float]


def judge_all(pairs: Sequence[Pair], judge: Judge) -> list[Judged]:
    """Judge every pair, and let the baselines score it."""
    found = []
    for pair in pairs:
        first, second = in_order(pair.one, pair.other)
        compared = compare(first, second)
        baselines = {
            "cosine": _cosine(first.words, second.words),
            "network": judge.alone(first, second),
            "negation": _negation(first.words, second.words),
        }
        of_words = judge.found(first, second, compared)
        chances_ = judge.chances(first, second, compared)
        found.append(Judged(pair, compared, of_words, chances_, baselines))
    return found


def refitted(found: Sequence[Judged], known: Odds) -> list[Judged]:
    """The same with chances by odds fitted to pairs that share no fold with each."""
    log_probabilities, facts = table([one.found for one in found], [one.compared for one in found])
    labels = np.array([LABELS[one.pair.relation] for one in found])
    folds = [_folds(one.pair) for one in found]
    odds = {
        fold: fit(log_probabilities[chosen], facts[chosen], labels[chosen], known, PENALTY)
        for fold in set(folds)
        if (chosen := np.array([not fold & other for other in folds])).any()
    }
    return [
        replace(one, chances=chances(odds.get(fold, known), one.found, one.compared))
        for one, fold in zip(found, folds, strict=True)
    ]


def _folds(pair: Pair) -> frozenset[int]:
    return frozenset(fold_of(told.document, FOLDS) for told in (pair.one, pair.other))


def _cosine(one: str, other: str) -> float:
    mine, theirs = content_words(one), content_words(other)
    return len(mine & theirs) / math.sqrt(len(mine) * len(theirs)) if mine and theirs else 0.0


def _negation(one: str, other: str) -> float:
    negated = [bool(_NEGATIONS.intersection(all_words(words))) for words in (one, other)]
    return alike(content_words(one), content_words(other)) if negated[0] != negated[1] else 0.0


def thresholds(pairs: Sequence[Pair], scores: Floats, wanted: Bools) -> Floats:
    """For each pair the threshold that is best on the pairs that share no fold with it."""
    folds = [_folds(pair) for pair in pairs]
    best = {
        fold: _best(scores[chosen], wanted[chosen])
        for fold in set(folds)
        if (chosen := np.array([not fold & other for other in folds])).any()
    }
    return np.array([best.get(fold, 0.5) for fold in folds])


def _best(scores: Floats, wanted: Bools) -> float:
    """The threshold with the highest F0.5, which weighs precision double; of equals the highest."""

    def f_half(least: float) -> float:
        called = scores >= least
        right = float((called & wanted).sum())
        both = 0.25 * float(wanted.sum()) + float(called.sum())
        return 1.25 * right / both if both else 0.0

    return float(max(STEPS, key=lambda least: (round(f_half(least), 9), least)))


def measure(found: Sequence[Judged], rounds: int, known: Odds | None = None) -> dict[str, Estimate]:
    """Estimates by metric name: the judge's, then those of the baselines.

    With odds to begin from, odds and threshold are fitted in folds; without, both are as shipped.
    """
    scored = [one for one in found if one.pair.relation is not RelationKind.COPIES]
    if known is not None:
        scored = refitted(scored, known)
    pairs = [one.pair for one in scored]
    gold = np.array([pair.relation for pair in pairs])
    wanted = gold == CONTRADICTS
    resampler = PairResampler(pairs, rounds)
    scores = np.array([one.chances[CONTRADICTS] for one in scored])
    least = np.full(len(scores), LEAST_CONTRADICTS) if known is None else thresholds(pairs, scores, wanted)
    decided = [decide(one.chances, one.compared, at) for one, at in zip(scored, least, strict=True)]
    kinds = np.array([kind for kind, _ in decided])
    metrics = _of_contradiction("", kinds == CONTRADICTS, scores, gold, resampler)
    metrics["macro_f1"] = resampler.estimate(lambda w: _macro(kinds, gold, w), len(gold))
    for kind in SCORED:
        metrics |= _of_kind(kind, kinds == kind, gold == kind, resampler)
    chances = np.array([chance for _, chance in decided])
    metrics["right"] = resampler.estimate(lambda w: _share(kinds == gold, w), len(gold))
    metrics["confidence"] = resampler.estimate(lambda w: float(np.average(chances, weights=w)), len(gold))
    metrics["calibration_error"] = resampler.estimate(lambda w: _error(chances, kinds == gold, w), len(gold))
    for name in scored[0].baselines:
        scores = np.array([one.baselines[name] for one in scored])
        called = scores >= thresholds(pairs, scores, wanted)
        metrics |= _of_contradiction(f"{name}_", called, scores, gold, resampler)
    copies = [one for one in found if one.pair.relation is RelationKind.COPIES]
    right = sum(one.compared.copied for one in copies)
    value = right / len(copies) if copies else float("nan")
    return metrics | {"copies_recall": Estimate(value, None, None, len(copies))}


def _of_contradiction(
    prefix: str, called: Bools, scores: Floats, gold: NDArray[np.str_], resampler: PairResampler
) -> dict[str, Estimate]:
    wanted, others = gold == CONTRADICTS, gold == OTHER
    figures: dict[str, tuple[Callable[[Floats], float], int]] = {
        "contradicts_precision": (lambda w: _share(wanted[called], w[called]), int(called.sum())),
        "contradicts_recall": (lambda w: _share(called[wanted], w[wanted]), int(wanted.sum())),
        "contradicts_average_precision": (lambda w: _average_precision(scores, wanted, w), int(wanted.sum())),
        "negatives_called_contradicts": (lambda w: _share(called[others], w[others]), int(others.sum())),
    }
    return {prefix + name: resampler.estimate(how, n) for name, (how, n) in figures.items()}


def _of_kind(
    kind: RelationKind, called: Bools, wanted: Bools, resampler: PairResampler
) -> dict[str, Estimate]:
    name = kind.value.replace(" ", "_")
    found = {f"{name}_f1": resampler.estimate(lambda w: _f1(called, wanted, w), int(wanted.sum()))}
    if kind is not CONTRADICTS:
        precision = resampler.estimate(lambda w: _share(wanted[called], w[called]), int(called.sum()))
        recall = resampler.estimate(lambda w: _share(called[wanted], w[wanted]), int(wanted.sum()))
        found |= {f"{name}_precision": precision, f"{name}_recall": recall}
    return found


def _share(right: Bools, weights: Floats) -> float:
    return float(weights[right].sum() / weights.sum()) if weights.sum() else float("nan")


def _f1(called: Bools, wanted: Bools, weights: Floats) -> float:
    both = weights[called].sum() + weights[wanted].sum()
    return float(2 * weights[called & wanted].sum() / both) if both else float("nan")


def _macro(kinds: NDArray[np.str_], gold: NDArray[np.str_], weights: Floats) -> float:
    return float(np.nanmean([_f1(kinds == kind, gold == kind, weights) for kind in SCORED]))


def _average_precision(scores: Floats, wanted: Bools, weights: Floats) -> float:
    """Mean precision at each contradiction, best scores first; of equal scores the wrong ones first."""
    order = np.lexsort((wanted, -scores))
    right = np.cumsum(np.where(wanted, weights, 0.0)[order])
    everything = np.cumsum(weights[order])
    precision = np.divide(right, everything, out=np.zeros_like(right), where=everything > 0)
    gained = np.where(wanted, weights, 0.0)[order]
    return float((precision * gained).sum() / gained.sum()) if gained.sum() else float("nan")


def _error(chances: Floats, right: Bools, weights: Floats) -> float:
    """Mean distance of confidence and share right, over bins of confidence."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    gaps = [abs(float((weights * (chances - right))[bins == one].sum())) for one in range(BINS)]
    return sum(gaps) / float(weights.sum())


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `evals relations` to the commands."""
    parser = commands.add_parser("relations", help="who contradicts, agrees, repeats, shifts?")
    parser.add_argument("--claims", type=Path, required=True, help="JSONL of documents with claims")
    parser.add_argument("--pairs", type=Path, required=True, help="JSONL of pairs with their relation")
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="JSONL of id and text")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder of other weights to try")
    parser.add_argument("--as-shipped", action="store_true", help="fit nothing in folds")
    parser.add_argument("--bootstrap", type=positive, default=1000, metavar="N", help="rounds (default 1000)")
    parser.add_argument("--json", action="store_true", help="print JSON with fractions")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    pairs = read_pairs(options.claims, options.pairs, options.texts)
    odds = ODDS if options.as_shipped else WRITTEN_ODDS
    judge = Judge(options.weights, odds)
    known = None if options.as_shipped else load_odds(options.weights / odds)
    metrics = measure(judge_all(pairs, judge), options.bootstrap, known)
    print(report.as_json(metrics) if options.json else report.as_table(metrics))
