"""Which claims have a feature, in order of days: sorted arrays, few of them, the later ones smaller.

New claims make a block of their own; blocks of about one size become one, so that each claim is sorted
anew only as often as the number of all claims doubles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_DAY_BITS = 22  # day 1 of year 1 to year 9999


@dataclass(frozen=True, slots=True)
class Block:
    """`keys` are feature and day in one number, in order; beside them the claim and the worth."""

    keys: NDArray[np.int64]
    claims: NDArray[np.int32]
    worths: NDArray[np.uint8]

    @classmethod
    def of(cls, keys: NDArray[np.int64], claims: NDArray[np.int32], worths: NDArray[np.uint8]) -> Block:
        """Sorted; what is equal stays in the order given."""
        order = np.argsort(keys, kind="stable")
        return cls(keys[order], claims[order], worths[order])


def keys_of(features: NDArray[np.int32], days: NDArray[np.int32] | int) -> NDArray[np.int64]:
    """Feature and day in one number; days before and after all days are cut to these."""
    cut = np.clip(days, 0, (1 << _DAY_BITS) - 1)
    found: NDArray[np.int64] = (features.astype(np.int64) << _DAY_BITS) | cut
    return found


class Blocks:
    """All that was put in."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []

    def __iter__(self) -> Iterator[Block]:
        return iter(self._blocks)

    def add(self, block: Block) -> None:
        """Put a block in, and join what is of one size by now."""
        while self._blocks and len(self._blocks[-1].keys) <= 2 * len(block.keys):
            last = self._blocks.pop()
            block = Block.of(
                np.concatenate((last.keys, block.keys)),
                np.concatenate((last.claims, block.claims)),
                np.concatenate((last.worths, block.worths)),
            )
        self._blocks.append(block)
