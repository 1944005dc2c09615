"""All claims of an index as arrays: features with worth, one claim after the other, days, vectors."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from counterclaim.link.pairs.blocks import Block, Blocks, keys_of
from counterclaim.link.pairs.columns import Column
from counterclaim.link.pairs.packed import FINEST, Packed
from counterclaim.link.pairs.rarity import Rarity
from counterclaim.link.pairs.vectors import Vectors

TYPICAL = 9.0  # length of a claim's weights: two of these with the same features come to 1
EVENED = 0.8  # how far longer and shorter claims are made equal

Floats = NDArray[np.float32]


class Held:
    """What was taken in; `settle` makes it findable."""

    def __init__(self) -> None:
        self.rarity = Rarity()
        self.blocks = Blocks()
        self.vectors = Vectors()
        self.days: Column[np.int32] = Column(np.int32)
        self.starts: Column[np.int64] = Column(np.int64)  # of the entries of a claim, and where the last end
        self.starts.extend(np.zeros(1, np.int64))
        self.features: Column[np.int32] = Column(np.int32)
        self.worths: Column[np.uint8] = Column(np.uint8)
        self.scales: Column[np.float32] = Column(np.float32)  # a claim with much to it counts less

    def __len__(self) -> int:
        return len(self.days)

    def add(self, packed: Packed) -> None:
        """Take in the claims of a document, or nothing if its vectors do not fit."""
        self.vectors.add(len(packed.counts), packed.vectors)
        self.days.extend(packed.days)
        self.starts.extend(self.starts.all[-1] + np.cumsum(packed.counts, dtype=np.int64))
        self.features.extend(packed.features)
        self.worths.extend(packed.worths)
        self.rarity.add(packed.features, len(packed.counts))

    def settle(self) -> None:
        """Sort in what was added, and weigh it."""
        new = len(self.scales)
        if new == len(self):
            return
        start = int(self.starts.all[new])
        features, worths = self.features.all[start:], self.worths.all[start:]
        counts = np.diff(self.starts.all[new:])
        claims = np.repeat(np.arange(new, len(self), dtype=np.int32), counts)
        keys = keys_of(features, np.repeat(self.days.all[new:], counts))
        self.blocks.add(Block.of(keys, claims, worths))
        self.vectors.settle(self.days.all)
        if self.rarity.settle():
            self.scales, new = Column(np.float32), 0
        self.scales.extend(self._scales(new))

    def weights(self, start: int, end: int) -> Floats:
        """What the entries from start to end weigh, before they are scaled."""
        found: Floats = self.rarity.of(self.features.all[start:end]) * (
            self.worths.all[start:end].astype(np.float32) / np.float32(FINEST)
        )
        return found

    def _scales(self, first: int) -> Floats:
        """Of the claims from the first on."""
        starts = self.starts.all[first:]
        squares = np.square(self.weights(int(starts[0]), int(starts[-1])), dtype=np.float64)
        sums = np.diff(np.concatenate(([0.0], np.cumsum(squares)))[starts - starts[0]])
        lengths = np.sqrt(np.maximum(sums, 1e-9))
        return np.where(sums > 0, (lengths / TYPICAL) ** (1 - EVENED) / lengths, 0).astype(np.float32)
