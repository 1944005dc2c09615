"""How strongly two claims are held together, or apart, as answers to one question.

Weights are whole numbers, so that their sums are the same in any order.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counterclaim.model.question import HumanEdge
from counterclaim.model.relation import ClaimName, Relation, RelationKind
from counterclaim.model.told import VECTOR_ONE

Pair = tuple[ClaimName, ClaimName]

SCALE = 1000
FINER = 1000  # by which means of weights are finer than these
LEAST, MOST = 0.02, 0.98  # no judgement of a machine is taken for surer than this
APART = -(10**12)  # what a person held apart no sum of machine weights brings together


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure a relation must be.

    `joining` is the probability of one question at which a pair starts to be held together, `strong` the
    one at which a single edge may join two groups.

    Of two claims with vectors the log odds of one question rise by `steep` with their closeness, from even
    odds at `even`, and by `judged` times those that the judge gives.  Of claims without vectors, the judge
    alone tells: `doubt` is what a pair judged to answer other questions counts beside one judged to answer
    the same, which is the rarer find; `unseen` is what speaks against a pair not judged, in log odds.
    """

    joining: float = 0.5
    strong: float = 0.97
    doubt: float = 0.2
    steep: float = 10.0
    even: float = 0.58
    judged: float = 1.0
    unseen: float = 0.1


def ordered(one: ClaimName, other: ClaimName) -> Pair:
    """The pair in the order of names."""
    return (one, other) if one <= other else (other, one)


def surest(relations: Iterable[Relation]) -> dict[Pair, Relation]:
    """One relation for each pair, the surest; ties go by kind, so that order does not matter."""
    chosen: dict[Pair, Relation] = {}
    for relation in relations:
        if relation.one == relation.other:
            continue
        pair = ordered(relation.one, relation.other)
        known = chosen.get(pair)
        if known is None or _rank(relation) > _rank(known):
            chosen[pair] = relation
    return chosen


def _rank(relation: Relation) -> tuple[float, str, ClaimName]:
    return relation.confidence, relation.kind, relation.one


def chance(relation: Relation) -> float:
    """How likely two claims answer one question, by the relation between them."""
    if relation.same_question is not None:
        return relation.same_question
    other = relation.kind is RelationKind.OTHER_QUESTION
    return 1 - relation.confidence if other else relation.confidence


def chances(relations: Iterable[Relation], same: Mapping[Pair, float] | None = None) -> dict[Pair, float]:
    """How likely the two claims of each pair answer one question.

    `same` says so of pairs of which more is known than their likeliest relation, and is believed first.
    """
    return {pair: chance(relation) for pair, relation in surest(relations).items()} | dict(same or {})


class Weighing:
    """Log odds of one question over those at which a pair starts to be held together, in whole numbers."""

    def __init__(self, sureness: Sureness) -> None:
        self._sureness = sureness
        self._joining = _log_odds(sureness.joining)
        self._rise = round(FINER * SCALE * sureness.steep / VECTOR_ONE**2)
        self._start = round(FINER * SCALE * (sureness.steep * sureness.even + self._joining))
        self.strong = round(SCALE * (_log_odds(sureness.strong) - self._joining))
        self.unseen = round(SCALE * sureness.unseen)

    def near(self, product: int, pairs: int) -> int:
        """What the closeness of so many pairs weighs, in a finer scale."""
        return self._rise * product - self._start * pairs

    def judged(self, probability: float, seen: bool) -> int:
        """What a judgement weighs, where the closeness of the two is seen as well, and where it is not."""
        if seen:
            return round(SCALE * self._sureness.judged * _log_odds(probability))
        over = _log_odds(probability) - self._joining
        return round(SCALE * (over if over > 0 else self._sureness.doubt * over))


def _log_odds(probability: float) -> float:
    held = min(max(probability, LEAST), MOST)
    return math.log(held / (1 - held))


def newest_words(edges: Iterable[HumanEdge]) -> list[tuple[Pair, bool]]:
    """What people hold of each pair now, the newest word first."""
    newest: Mapping[Pair, HumanEdge] = {
        ordered(edge.one, edge.other): edge for edge in sorted(edges, key=_signed) if edge.one != edge.other
    }
    by_age = sorted(newest.items(), key=lambda item: _signed(item[1]), reverse=True)
    return [(pair, edge.same) for pair, edge in by_age]


def _signed(edge: HumanEdge) -> tuple[str, str, bool, Pair]:
    return edge.at, edge.by, not edge.same, ordered(edge.one, edge.other)
