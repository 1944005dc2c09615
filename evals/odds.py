"""Fit odds of facts to labelled pairs, drawn towards odds that are known: softmax regression by Adam."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from counterclaim.link.relations.compare import Compared
from counterclaim.link.relations.gates import Label, Odds, facts_of
from counterclaim.link.relations.graph import Found
from counterclaim.model.relation import RelationKind
from evals.ratios import Floats

LABELS = {
    RelationKind.OTHER_QUESTION: Label.OTHER,
    RelationKind.AGREES: Label.SAME,
    RelationKind.REPEATS: Label.SAME,
    RelationKind.COPIES: Label.SAME,
    RelationKind.CONTRADICTS: Label.CONTRADICTS,
    RelationKind.SHIFTS: Label.SHIFTS,
    RelationKind.LATER_FACT: Label.LATER,
}
ROUNDS, RATE = 2000, 0.04
Ints = NDArray[np.int64]


def table(found: Sequence[Found], compared: Sequence[Compared]) -> tuple[Floats, Floats]:
    """Log-probabilities of the labels (N, labels), and facts (N, facts)."""
    facts = [facts_of(one, judged) for one, judged in zip(compared, found, strict=True)]
    return np.array([judged.relation for judged in found]), np.array(facts)


def fit(found: Floats, facts: Floats, labels: Ints, known: Odds, penalty: float) -> Odds:
    """Odds that make the labels likely; the penalty holds them near those that are known."""
    start = np.concatenate([[known.network], known.of_facts.ravel()])
    odds, first, second = start.copy(), np.zeros_like(start), np.zeros_like(start)
    held = np.concatenate([[0.0], np.full(len(start) - 1, penalty)])
    wanted = np.eye(len(Label))[labels]
    for step in range(1, ROUNDS + 1):
        off = _shares(found, facts, Odds(odds[0], odds[1:].reshape(-1, len(Label)))) - wanted
        gradient = np.concatenate([[(off * found).sum()], (facts.T @ off).ravel()]) + held * (odds - start)
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        rate = RATE * (1 - step / (ROUNDS + 1))
        odds -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return Odds(float(odds[0]), odds[1:].reshape(-1, len(Label)))


def likelihood(found: Floats, facts: Floats, labels: Ints, odds: Odds) -> tuple[float, float]:
    """Share right, and mean log-likelihood."""
    shares = _shares(found, facts, odds)
    right = float((shares.argmax(1) == labels).mean())
    return right, float(np.log(shares[np.arange(len(labels)), labels]).mean())


def nothing(facts: int) -> Odds:
    """The network as it is."""
    return Odds(1.0, np.zeros((facts, len(Label))))


def _shares(found: Floats, facts: Floats, odds: Odds) -> Floats:
    logits = odds.network * found + facts @ odds.of_facts
    raised = np.exp(logits - logits.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True), dtype=np.float64)
