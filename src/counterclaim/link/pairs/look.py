"""Looking for the claims that are like one claim."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from counterclaim.link.pairs.blocks import keys_of
from counterclaim.link.pairs.columns import Column
from counterclaim.link.pairs.held import Floats, Held
from counterclaim.link.pairs.packed import BITS, FINEST

Numbers = NDArray[np.int64]

WINDOW = 60  # days between two claims
VECTOR_WORTH = 0.2  # of the cosine of vectors, beside the likeness of features
_FADING = 100.0  # days, after which likeness counts a third
_LENT = 0.6  # of a claim's own features all that is lent counts
_MOST_WITH = 1000  # claims of the window that a feature leads to
_MOST_SEEN = 4000  # claims that are looked at for one, counted by feature, the weightiest features first


@dataclass(frozen=True, slots=True)
class Profile:
    """What is looked for: features with their amounts, a vector or none, around a day."""

    number: int
    day: int
    features: NDArray[np.int32]
    amounts: Floats
    vector: Floats | None


class Look:
    """Looks through what is held."""

    def __init__(self, held: Held) -> None:
        self._held = held
        self._amounts = np.zeros(1 << BITS, np.float32)  # of one profile, while it is compared
        self._sums: Column[np.float32] = Column(np.float32)  # per claim, while one finds its like
        self._last: Column[np.int64] = Column(np.int64)

    def near_vectors(self, numbers: range, most: int) -> list[Numbers]:
        """For each claim those of its window with the likest vectors."""
        found: list[Numbers] = []
        days = self._held.days.all
        for day, some in groupby(numbers, key=lambda number: int(days[number])):
            of_day = list(some)
            # One more, for its own is among them.
            found += self._held.vectors.nearest(of_day, day - WINDOW, day + WINDOW, most + 1)
        return found

    def profile(self, number: int) -> Profile:
        """What a claim looks for by itself."""
        held = self._held
        start, end = held.starts.all[number : number + 2].tolist()
        features = held.features.all[start:end]
        amounts = held.weights(start, end) * held.rarity.of(features) * held.scales.all[number]
        return Profile(number, int(held.days.all[number]), features, amounts, held.vectors.of(number))

    def with_lent(self, mine: Profile, others: Numbers, likeness: Floats) -> Profile:
        """With what others lend, the likest most."""
        sharp = np.square(likeness)
        shares = _LENT * sharp / max(float(sharp.sum()), 1e-9)
        lent = [self.profile(other) for other in others.tolist()]
        features, places = np.unique(
            np.concatenate((mine.features, *(one.features for one in lent))), return_inverse=True
        )
        amounts = [mine.amounts, *(one.amounts * share for one, share in zip(lent, shares, strict=True))]
        vector = mine.vector
        for one, share in zip(lent, shares, strict=True):
            if vector is not None and one.vector is not None:
                vector = vector + one.vector * share
        summed = np.bincount(places, np.concatenate(amounts), len(features)).astype(np.float32)
        return Profile(mine.number, mine.day, features, summed, vector)

    def sharing(self, mine: Profile, most: int) -> Numbers:
        """Claims that share most, as far as features lead that not too many have."""
        held = self._held
        found = [
            (
                block,
                np.searchsorted(block.keys, keys_of(mine.features, mine.day - WINDOW)),
                np.searchsorted(block.keys, keys_of(mine.features, mine.day + WINDOW + 1)),
            )
            for block in held.blocks
        ]
        many = np.sum([stop - begin for _, begin, stop in found], axis=0)
        leading = _leading(mine.amounts, many)
        claims, amounts = [], []
        for block, begin, stop in found:
            places, lengths = _ranges(begin[leading], stop[leading])
            claims.append(block.claims[places])
            amounts.append(np.repeat(mine.amounts[leading], lengths) * block.worths[places])
        return self._most_shared(mine.number, np.concatenate(claims), np.concatenate(amounts), most)

    def _most_shared(self, number: int, claims: NDArray[np.int32], amounts: Floats, most: int) -> Numbers:
        """The claims with the highest sums of amounts, each scaled as its claim is."""
        for column in (self._sums, self._last):
            column.lengthen(len(self._held))
        sums, last = self._sums.all, self._last.all
        np.add.at(sums, claims, amounts)
        turns = np.arange(len(claims))
        last[claims] = turns
        once = claims[last[claims] == turns]  # each claim once, without sorting
        once = once[once != number]
        likely = sums[once] * self._held.scales.all[once]
        sums[claims] = 0
        if len(once) > most:
            once = once[np.argpartition(-likely, most)[:most]]
        found: Numbers = once.astype(np.int64)
        return found

    def likest(self, mine: Profile, others: Numbers, most: int) -> tuple[Numbers, Floats]:
        """Those of the others in the window that are most like it, likest first, with their likeness."""
        days = self._held.days.all[others]
        apart = np.abs(days - mine.day)
        near = (apart <= WINDOW) & ((days == 0) == (mine.day == 0)) & (others != mine.number)
        others, apart = others[near], apart[near]
        likeness = self._likeness(mine, others) * np.exp(-apart / np.float32(_FADING))
        order = np.lexsort((others, -likeness))[:most]
        return others[order], likeness[order].astype(np.float32)

    def _likeness(self, mine: Profile, others: Numbers) -> Floats:
        held = self._held
        starts = held.starts.all
        self._amounts[mine.features] = mine.amounts
        places, lengths = _ranges(starts[others], starts[others + 1])
        shared = self._amounts[held.features.all[places]] * held.worths.all[places]
        self._amounts[mine.features] = 0
        sums = np.concatenate(([0.0], np.cumsum(shared, dtype=np.float64)))
        ends = np.concatenate(([0], np.cumsum(lengths)))
        found: Floats = (np.diff(sums[ends]) * held.scales.all[others] / FINEST).astype(np.float32)
        if mine.vector is not None:
            found = found + np.float32(VECTOR_WORTH) * held.vectors.cosines(mine.vector, others)
        return found


def _leading(amounts: Floats, many: Numbers) -> Numbers:
    """Which features lead to others: those that not too many have, the weightiest until enough is seen."""
    order = np.lexsort((np.arange(len(amounts)), -amounts))
    order = order[many[order] <= _MOST_WITH]
    seen_before = np.cumsum(many[order]) - many[order]
    found: Numbers = order[seen_before <= _MOST_SEEN]
    return found


def _ranges(begin: Numbers, stop: Numbers) -> tuple[Numbers, Numbers]:
    """All whole numbers of several ranges one after the other, and how many each has."""
    lengths = stop - begin
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    places: Numbers = np.arange(total) + np.repeat(begin - ends + lengths, lengths)
    return places, lengths
