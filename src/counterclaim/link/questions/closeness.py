"""How near the claims of two groups are in what they answer: a sum over all pairs, from sums of vectors.

The vectors are whole numbers, so that sums are the same in any order, and what lies between two groups of any
size costs one product of their sums (average linkage, Sokal and Michener 1958, on inner products).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray


@dataclass(slots=True)
class Closeness:
    """Sums of the vectors of groups, and how many of their claims have one; groups go by their numbers."""

    sums: NDArray[np.int64]
    known: NDArray[np.int64]

    @classmethod
    def of(cls, vectors: Sequence[bytes]) -> Self:
        """Each claim a group of its own; a vector of another length than most have is none."""
        lengths = [len(vector) for vector in vectors if vector]
        length = max(set(lengths), key=lambda one: (lengths.count(one), one), default=0)
        sums = np.zeros((len(vectors), length), np.int64)
        known = np.zeros(len(vectors), np.int64)
        for place, vector in enumerate(vectors):
            if vector and len(vector) == length:
                sums[place], known[place] = np.frombuffer(vector, np.int8), 1
        return cls(sums, known)

    def join(self, stays: int, goes: int) -> None:
        """Add one group to another."""
        self.sums[stays] += self.sums[goes]
        self.known[stays] += self.known[goes]

    def between(self, one: int, other: int) -> tuple[int, int]:
        """The sum of the products of all pairs of two groups, and how many pairs.

        A product of 1 is VECTOR_ONE squared.
        """
        return int(self.sums[one] @ self.sums[other]), int(self.known[one] * self.known[other])
