"""Judge how one claim stands to another: the network, gated by rules."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from counterclaim.link.relations.compare import Compared, compare, in_order
from counterclaim.link.relations.gates import Chances, Gates, Label
from counterclaim.link.relations.graph import Graph
from counterclaim.link.relations.reason import contradiction_of, reason_of
from counterclaim.link.relations.view import Gap, Shown, Side, View, gap_of, view_of
from counterclaim.model.relation import Relation, RelationKind
from counterclaim.model.told import Told

VERSION = "1"
WEIGHTS = Path(__file__).parent.parent / "weights"
# Chosen on story-dev, November 2026; `evals relations` chooses it anew in each fold of documents.
LEAST_CONTRADICTS = 0.5
DIGITS = 3


class Judge:
    """Network and rules, loaded once; one pair at a time, so that a relation depends on nothing else."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        """Load from a folder; ModelError if a file is missing or damaged."""
        self._graph = Graph(folder)
        self._gates = Gates(folder)
        self.tokenizer = self._graph.tokenizer

    def relate(self, one: Told, other: Told) -> Relation:
        """How the later of two claims stands to the earlier; the order given does not matter."""
        first, second = in_order(one, other)
        compared = compare(first, second)
        kind, chance = decide(self.chances(first, second, compared), compared, LEAST_CONTRADICTS)
        return Relation(
            one=(first.document, first.id),
            other=(second.document, second.id),
            kind=kind,
            confidence=round(chance, DIGITS),
            reason=reason_of(first, second, compared, kind),
            contradiction=contradiction_of(compared) if kind is RelationKind.CONTRADICTS else None,
        )

    def chances(self, first: Told, second: Told, compared: Compared) -> Chances:
        """How likely each relation is, for claims in the order in which they were told."""
        found = self._graph.judge(seen(first, second, compared, self.tokenizer))
        return self._gates.chances(found, compared)

    def alone(self, first: Told, second: Told) -> float:
        """How likely the network by itself takes two claims for a contradiction, without names and rules."""
        words = Shown(first.words), Shown(second.words)
        view = view_of(*words, Gap.UNKNOWN, Side.UNKNOWN, self.tokenizer)
        return float(np.exp(self._graph.judge(view).relation[Label.CONTRADICTS]))


def seen(first: Told, second: Told, compared: Compared, tokenizer: Tokenizer) -> View:
    """What the network sees of a pair."""
    gap = gap_of(None if compared.days is None else abs(compared.days))
    return view_of(_shown(first), _shown(second), gap, compared.side, tokenizer)


def decide(found: Chances, compared: Compared, least: float) -> tuple[RelationKind, float]:
    """The likeliest relation and its chance; what falls short of a contradiction is not called one."""
    if compared.copied:
        return RelationKind.COPIES, 1.0
    kinds = [kind for kind in RelationKind if kind is not RelationKind.CONTRADICTS or found[kind] >= least]
    kind = max(kinds, key=lambda one: found[one])
    return kind, found[kind]


def _shown(told: Told) -> Shown:
    names = dict.fromkeys(name for name in (told.speaker, told.party) if name)
    return Shown(told.words, ", ".join(names) + ":" if names else "", told.before)
