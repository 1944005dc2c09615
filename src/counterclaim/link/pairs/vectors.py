"""Claim vectors in order of days, for the nearest of some weeks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from counterclaim.errors import MalformedRecord
from counterclaim.link.pairs.columns import Column

Floats = NDArray[np.float32]
ONE = 127  # what stands for 1 in a packed vector
_MOST_ROWS = 10_000  # that are looked at for one document, those of the nearest days
_AT_ONCE = 64  # claims


class Vectors:
    """Unit vectors of claims; a claim without one has zeros, which are like nothing."""

    def __init__(self) -> None:
        self._rows: Column[np.float32] | None = None
        self._before = 0  # claims without vectors before the first with one
        self._order: NDArray[np.int64] = np.zeros(0, np.int64)
        self._days: NDArray[np.int32] = np.zeros(0, np.int32)

    def add(self, claims: int, vectors: NDArray[np.int8] | None) -> None:
        """Take in those of the next claims; MalformedRecord where they have another length."""
        if self._rows is None and vectors is None:
            self._before += claims
            return
        if self._rows is None and vectors is not None:
            self._rows = Column(np.float32, vectors.shape[1])
            self._rows.extend(np.zeros((self._before, vectors.shape[1]), np.float32))
        if self._rows is not None:
            width = self._rows.all.shape[1]
            if vectors is not None and vectors.shape[1] != width:
                raise MalformedRecord("what claims are compared by", "vectors of two lengths", "Link anew")
            rows = np.zeros((claims, width), np.int8) if vectors is None else vectors
            self._rows.extend(rows.astype(np.float32) / np.float32(ONE))

    def settle(self, days: NDArray[np.int32]) -> None:
        """Sort in what was added."""
        if self._rows is not None:
            order = np.concatenate((self._order, np.arange(len(self._order), len(days))))
            self._order = order[np.argsort(days[order], kind="stable")]
            self._days = days[self._order]

    def of(self, number: int) -> Floats | None:
        """The vector of a claim; None where no claim has one."""
        return None if self._rows is None else self._rows.all[number]

    def cosines(self, vector: Floats, others: NDArray[np.int64]) -> Floats:
        """Of a vector with those of claims."""
        if self._rows is None:
            return np.zeros(len(others), np.float32)
        found: Floats = self._rows.all[others] @ vector
        return found

    def nearest(self, numbers: Sequence[int], first: int, last: int, most: int) -> list[NDArray[np.int64]]:
        """For each of some claims those of the days from first to last with the highest cosines."""
        if self._rows is None:
            return [np.zeros(0, np.int64) for _ in numbers]
        start, end = np.searchsorted(self._days, (first, last + 1))
        if (over := int(end - start) - _MOST_ROWS) > 0:
            middle = int(np.searchsorted(self._days, (first + last) // 2))
            start = min(max(start, middle - _MOST_ROWS // 2), start + over)
            end = start + _MOST_ROWS
        near = self._order[start:end]
        if len(near) <= most:
            return [near for _ in numbers]
        rows, found = self._rows.all[near], list[NDArray[np.int64]]()
        for at in range(0, len(numbers), _AT_ONCE):
            cosines = self._rows.all[np.array(numbers[at : at + _AT_ONCE])] @ rows.T
            found += [near[np.argpartition(of_one, -most)[-most:]] for of_one in cosines]
        return found
