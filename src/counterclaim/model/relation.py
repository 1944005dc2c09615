"""Relations: how one claim stands to another, and what was compared to tell."""

from __future__ import annotations

from enum import StrEnum

import msgspec

ClaimName = tuple[str, str]
"""A claim by its document and its own id."""


class RelationKind(StrEnum):
    """How two claims stand to each other.

    `contradicts`: both cannot be true of the same time and scope.  `agrees`: another side, the same
    answer.  `repeats`: the same side again.  `shifts`: the same side, a changed answer.  `copies`:
    the same words from one origin.  `later fact`: a later event explains the difference.
    """

    CONTRADICTS = "contradicts"
    AGREES = "agrees"
    REPEATS = "repeats"
    SHIFTS = "shifts"
    COPIES = "copies"
    LATER_FACT = "later fact"
    OTHER_QUESTION = "other question"


class ContradictionKind(StrEnum):
    """In what two claims that contradict each other differ."""

    DENIAL = "denial"
    OPPOSITE_DIRECTION = "opposite direction"
    NUMBERS = "numbers"
    TIMES = "times"
    FRAMING = "framing"


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """How the claim `other` stands to the claim `one`, the one told first.

    `confidence` is the measured probability that `kind` is right, `reason` a sentence made of what
    was compared.  `contradiction` is None unless `kind` is contradicts.  `same_question` is how likely
    both answer one question, whatever they answer; None where only the kind is known.  `by` is who signed
    it, None where the program judged.
    """

    one: ClaimName
    other: ClaimName
    kind: RelationKind
    confidence: float
    reason: str
    contradiction: ContradictionKind | None = None
    same_question: float | None = None
    by: str | None = None


class SignedRelation(msgspec.Struct, frozen=True, kw_only=True):
    """What a person signed of two claims: that they stand to each other so, or do not (`holds`).

    `at` is the instant it was signed (ISO 8601, UTC).
    """

    one: ClaimName
    other: ClaimName
    kind: RelationKind
    holds: bool
    by: str
    at: str
