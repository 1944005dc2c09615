"""How many claims have a feature, and what it is worth therefore."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from counterclaim.link.pairs.packed import BITS

_STEEP = 0.8
_STEP = 1.1  # by how much claims grow until rarity is reckoned anew


class Rarity:
    """Counts of features over claims."""

    def __init__(self) -> None:
        self._counts = np.zeros(1 << BITS, np.int32)
        self._claims = 0
        self._of_count: NDArray[np.float32] = np.zeros(1, np.float32)

    def add(self, features: NDArray[np.int32], claims: int) -> None:
        """Count the features of so many claims more."""
        np.add.at(self._counts, features, 1)
        self._claims += claims

    def settle(self) -> bool:
        """Make good for all that was counted; whether what was weighed before is to be weighed anew."""
        if self._claims < len(self._of_count):
            return False
        room = int(self._claims * _STEP) + 1
        # A little below the logarithm of the share, so that one rare word does not outweigh all others.
        share = (1.0 + self._claims) / np.maximum(1, np.arange(room))
        self._of_count = np.power(np.log1p(share), _STEEP).astype(np.float32)
        return True

    def of(self, features: NDArray[np.int32]) -> NDArray[np.float32]:
        """What having each of the features tells."""
        return self._of_count[self._counts[features]]
