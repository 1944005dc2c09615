"""Judge how one claim stands to another: the network, gated by rules."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from counterclaim.link.relations.compare import Compared, compare, in_order
from counterclaim.link.relations.gates import Chances, Label, chances, load_odds
from counterclaim.link.relations.graph import Found, Graph
from counterclaim.link.relations.reason import contradiction_of, reason_of
from counterclaim.link.relations.view import Between, Shown, View, gap_of, outlook_of, stand_of, view_of
from counterclaim.model.relation import Relation, RelationKind
from counterclaim.model.told import Told

VERSION = "2"
WEIGHTS = Path(__file__).parent.parent / "weights"
ODDS = "gates.json"
WRITTEN_ODDS = "gates-written.json"
"""Odds fitted on written stories alone, to be measured with, or fitted further, on other data."""
# `evals relations` chooses it anew in each fold of documents.
LEAST_CONTRADICTS = 0.5
# Of pairs that are found by looking for what is near, many more answer different questions than of the pairs
# that people label, which the odds were fitted to: by so much the odds of that are higher.
OTHERS_AT_WORK = 2.0
DIGITS = 3


class Judge:
    """Network and rules, loaded once; one pair at a time, so that a relation depends on nothing else."""

    def __init__(self, folder: Path = WEIGHTS, odds: str = ODDS) -> None:
        """Load from a folder, with odds of this name; ModelError if a file is missing or damaged."""
        self._graph = Graph(folder)
        self._odds = load_odds(folder / odds)
        self.tokenizer = self._graph.tokenizer

    def relate(self, one: Told, other: Told) -> Relation:
        """How the later of two claims stands to the earlier; the order given does not matter."""
        first, second = in_order(one, other)
        compared = compare(first, second)
        found = at_work(self.chances(first, second, compared))
        kind, chance = decide(found, compared, LEAST_CONTRADICTS)
        same = 1.0 if kind is RelationKind.COPIES else 1 - found[RelationKind.OTHER_QUESTION]
        return Relation(
            one=(first.document, first.id),
            other=(second.document, second.id),
            kind=kind,
            confidence=round(chance, DIGITS),
            reason=reason_of(first, second, compared, kind),
            same_question=round(same, DIGITS),
            contradiction=contradiction_of(compared) if kind is RelationKind.CONTRADICTS else None,
        )

    def chances(self, first: Told, second: Told, compared: Compared) -> Chances:
        """How likely each relation is, for claims in the order in which they were told."""
        return chances(self._odds, self.found(first, second, compared), compared)

    def found(self, first: Told, second: Told, compared: Compared) -> Found:
        """What the network finds of claims in the order in which they were told."""
        return self._graph.judge(seen(first, second, compared, self.tokenizer))

    def alone(self, first: Told, second: Told) -> float:
        """How likely the network by itself takes two claims for a contradiction, without names and rules."""
        words = Shown(first.words), Shown(second.words)
        view = view_of(*words, Between(), self.tokenizer)
        return float(np.exp(self._graph.judge(view).relation[Label.CONTRADICTS]))


def seen(first: Told, second: Told, compared: Compared, tokenizer: Tokenizer) -> View:
    """What the network sees of a pair."""
    between = Between(
        gap_of(None if compared.days is None else abs(compared.days)),
        compared.side,
        stand_of(first.meaning.polarity, second.meaning.polarity),
    )
    return view_of(_shown(first), _shown(second), between, tokenizer)


def decide(found: Chances, compared: Compared, least: float) -> tuple[RelationKind, float]:
    """The likeliest relation and its chance; what falls short of a contradiction is not called one."""
    if compared.copied:
        return RelationKind.COPIES, 1.0
    kinds = [kind for kind in RelationKind if kind is not RelationKind.CONTRADICTS or found[kind] >= least]
    kind = max(kinds, key=lambda one: found[one])
    return kind, found[kind]


def at_work(found: Chances) -> Chances:
    """The chances for a pair that was found by looking for what is near."""
    others = (OTHERS_AT_WORK - 1) * found[RelationKind.OTHER_QUESTION]
    weighed = {kind: chance / (1 + others) for kind, chance in found.items()}
    return weighed | {
        RelationKind.OTHER_QUESTION: 1
        - sum(chance for kind, chance in weighed.items() if kind is not RelationKind.OTHER_QUESTION)
    }


def _shown(told: Told) -> Shown:
    # Names are not shown: invented ones, with which the network has learned, mislead it on real ones.
    # Whether one side says both it is told apart from them.
    return Shown(told.words, before=told.before, outlook=outlook_of(told.meaning.orientation))
