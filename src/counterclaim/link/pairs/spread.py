"""How many claims have a feature, and what it is worth therefore."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from counterclaim.link.pairs.features import Features


class Spread:
    """Counts of features over claims."""

    def __init__(self, counted: Iterable[Features] = ()) -> None:
        self.claims = 0
        self._with: Counter[str] = Counter()
        for features in counted:
            self.add(features)

    def add(self, features: Features) -> None:
        """Count one claim more."""
        self.claims += 1
        self._with.update(features.keys())

    def weighed(self, features: Features) -> Features:
        """Features by worth and rarity, scaled so that two claims with the same ones come to 1."""
        found = {name: worth * self._rarity(name) for name, worth in features.items()}
        length = math.sqrt(math.fsum(amount * amount for amount in found.values()))
        return {name: amount / length for name, amount in found.items()} if length else {}

    def _rarity(self, name: str) -> float:
        # A little below the logarithm of the share, so that one rare word does not outweigh all others.
        return math.pow(math.log(1 + (1 + self.claims) / max(1, self._with[name])), 0.8)
