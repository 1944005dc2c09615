"""Claims with the relations between them, judged or of the gold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from counterclaim.link.pairs import ranked_pairs
from counterclaim.link.questions.identity import age, name_of
from counterclaim.link.questions.links import Pair, ordered
from counterclaim.link.relations.compare import compare, in_order
from counterclaim.link.relations.judge import LEAST_CONTRADICTS, Judge, decide
from counterclaim.linking.compare import MOST
from counterclaim.model.relation import Relation, RelationKind
from counterclaim.model.told import Told
from evals.asked import ClaimName, Gold
from evals.pairs import Pair as GoldPair

Relate = Callable[[Told, Told], tuple[Relation, float]]  # and how likely they answer one question


@dataclass(frozen=True)
class Linked:
    """Claims in order of time with the relations between them.

    `same` is how likely pairs answer one question, where more is known of it than the relation;
    `stands_for` leads from a gold claim to the claim that takes its place.
    """

    claims: Mapping[ClaimName, Told]
    relations: Sequence[Relation]
    stands_for: Mapping[ClaimName, ClaimName]
    same: Mapping[Pair, float] = field(default_factory=dict)


def linked(claims: Iterable[Told], relate: Relate, stands_for: Mapping[ClaimName, ClaimName]) -> Linked:
    """Judge the pairs of claims that a ledger of these would hold to be worth it."""
    in_time = sorted(claims, key=age)
    relations: list[Relation] = []
    same: dict[Pair, float] = {}
    vectors = {name_of(claim): claim.vector for claim in in_time}
    for one, other, _ in ranked_pairs(in_time, vectors, most=MOST):
        relation, chance = relate(in_time[one], in_time[other])
        relations.append(relation)
        same[ordered(relation.one, relation.other)] = chance
    return Linked({name_of(claim): claim for claim in in_time}, relations, stands_for, same)


def judging(judge: Judge) -> Relate:
    """The judge's relation, and the chance of any but `other question`."""

    def relate(one: Told, other: Told) -> tuple[Relation, float]:
        first, second = in_order(one, other)
        compared = compare(first, second)
        found = judge.chances(first, second, compared)
        kind, chance = decide(found, compared, LEAST_CONTRADICTS)
        relation = Relation(
            one=name_of(first), other=name_of(second), kind=kind, confidence=chance, reason=""
        )
        return relation, 1 - found[RelationKind.OTHER_QUESTION]

    return relate


def by_gold(gold: Gold, pairs: Iterable[GoldPair]) -> Linked:
    """The gold's claims with the gold's relations, which alone tell what belongs together."""
    in_time = sorted((replace(claim, vector=b"") for claim in gold.claims.values()), key=age)
    relations = [
        Relation(
            one=name_of(pair.one), other=name_of(pair.other), kind=pair.relation, confidence=1.0, reason=""
        )
        for pair in pairs
    ]
    return Linked(
        {name_of(claim): claim for claim in in_time}, relations, {name: name for name in gold.claims}
    )
