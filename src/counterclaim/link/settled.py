"""How claims stand to each other once people have had their say: what they signed outweighs the program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from counterclaim.link.questions.links import Pair, chance, ordered
from counterclaim.model.relation import Relation, RelationKind, SignedRelation


@dataclass(frozen=True, slots=True)
class Settled:
    """Relations in force, and what is left of those that were rejected.

    `same` tells of such two claims how likely they answer one question, `compatible` are pairs that a
    person says do not contradict each other.
    """

    relations: tuple[Relation, ...]
    same: dict[Pair, float]
    compatible: frozenset[Pair]


def settled(relations: Iterable[Relation], signed: Iterable[SignedRelation]) -> Settled:
    """Relations of which one word of a person each stands above those of the program.

    What was signed to hold takes the place of what was judged.  What was rejected goes where the program
    says the same; the two claims may still answer one question, as likely as before.
    """
    words = {ordered(one.one, one.other): one for one in signed}
    compatible = frozenset(pair for pair, word in words.items() if _denies_contradiction(word))
    kept: list[Relation] = []
    same: dict[Pair, float] = {}
    for relation in relations:
        pair = ordered(relation.one, relation.other)
        word = words.get(pair)
        if word is None:
            kept.append(relation)
        elif word.holds:
            del words[pair]
            kept.append(_as_signed(word, relation))
        elif word.kind is relation.kind:
            same[pair] = chance(relation)
        else:
            kept.append(relation)
    kept += [_as_signed(word, None) for word in words.values() if word.holds]
    return Settled(tuple(kept), same, compatible)


def _denies_contradiction(word: SignedRelation) -> bool:
    return word.holds != (word.kind is RelationKind.CONTRADICTS)


def _as_signed(word: SignedRelation, judged: Relation | None) -> Relation:
    reason = f"{word.by} compared the two and signed it"
    if judged is None:
        judged = Relation(one=word.one, other=word.other, kind=word.kind, confidence=1.0, reason=reason)
    agrees = judged.kind is word.kind
    return replace(
        judged,
        kind=word.kind,
        confidence=1.0,
        reason=judged.reason if agrees else reason,
        contradiction=judged.contradiction if agrees else None,
        same_question=float(word.kind is not RelationKind.OTHER_QUESTION),
        by=word.by,
    )
