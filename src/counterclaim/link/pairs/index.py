"""Claims by their features and days, so that each finds those that it may have to do with.

A feature leads to claims of the same weeks only, and where very many of them have it, it leads nowhere and
counts in the comparison alone.  So what a claim costs does not grow with the ledger.  A claim looks twice:
the few that are most like it lend it their features, so that it finds what is told in other words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from counterclaim.link.pairs.held import Held
from counterclaim.link.pairs.look import Look, Numbers
from counterclaim.link.pairs.packed import unpack
from counterclaim.model.relation import ClaimName

MOST = 60  # neighbours of a claim, unless it is said otherwise
LEAST = 0.08  # likeness, unless it is said otherwise
_LENDING = 4  # claims that lend their features
_COMPARED = 3  # claims that are compared for each one that may be a neighbour
_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A claim by its number in the index, and how like it is (0 to about 2)."""

    number: int
    likeness: float


class Index:
    """All claims so far, numbered from 0 as they were added.

    What a feature is worth depends on how many of the claims so far have it.
    """

    def __init__(self) -> None:
        self._held = Held()
        self._look = Look(self._held)
        self._names: list[ClaimName] = []

    def __len__(self) -> int:
        return len(self._names)

    def name(self, number: int) -> ClaimName:
        """Document and id of a claim."""
        return self._names[number]

    def add(self, document: str, packed: bytes) -> range:
        """Take in what `pack` made of a document; the numbers of its claims.

        MalformedRecord where it is something else, or of another version.
        """
        claims, first = unpack(packed), len(self)
        self._held.add(claims)
        self._names += [(document, claim) for claim in claims.ids]
        return range(first, len(self))

    def neighbours(
        self, numbers: range, most: int = MOST, least: float = LEAST
    ) -> list[tuple[Neighbour, ...]]:
        """For each claim those told up to 60 days before or after it that are most like it, likest first.

        A claim without a day has only such for neighbours.
        """
        if not numbers or not most:
            return [() for _ in numbers]
        self._held.settle()
        near = self._look.near_vectors(numbers, max(most, _LENDING))
        return [
            self._neighbours(number, by_vector, most, least)
            for number, by_vector in zip(numbers, near, strict=True)
        ]

    def _neighbours(self, number: int, by_vector: Numbers, most: int, least: float) -> tuple[Neighbour, ...]:
        look, wide = self._look, _COMPARED * max(most, _LENDING)
        mine = look.profile(number)
        found = np.union1d(look.sharing(mine, wide), by_vector)
        others, likeness = look.likest(mine, found, _LENDING)
        if len(others):
            lent = look.with_lent(mine, others, likeness)
            found = np.union1d(found, look.sharing(lent, wide))
            others, likeness = look.likest(lent, found, most)
        rounded = np.round(likeness.astype(np.float64), _DIGITS)
        return tuple(
            Neighbour(other, like)
            for other, like in zip(others.tolist(), rounded.tolist(), strict=True)
            if like >= least
        )
