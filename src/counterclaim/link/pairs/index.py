"""Claims by their features and days, so that each new one finds those that it may have to do with.

A feature leads to claims of the same weeks only, and where very many of them have it, it leads nowhere and
counts in the comparison alone.  So what adding a claim costs does not grow with the ledger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest

from counterclaim.link.pairs.features import Features, features_of
from counterclaim.link.pairs.spread import Spread
from counterclaim.link.pairs.vectors import Vector, Vectors, unit
from counterclaim.link.relations.days import day_of
from counterclaim.model.told import Told

WINDOW = 60  # days between two claims
MOST = 60  # neighbours of a claim among those before it, unless it is said otherwise
LEAST = 0.04  # likeness
VECTOR_WORTH = 0.67  # of the cosine of vectors, beside that of features
_STRETCH = 30  # days that lie in one list
_MOST_WITH = 200  # claims of one stretch that a feature leads to
_MOST_SEEN = 1500  # claims that are looked at for one, counted by feature, the rarest features first
_COMPARED = 2  # claims that are compared for each one that may be a neighbour
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A claim by the number it was added as, and how like it is (0 to about 1.5)."""

    place: int
    likeness: float


class Index:
    """All claims so far; the first added has the number 0.

    With a `spread` counted beforehand over all claims the neighbours depend on the claims alone; without
    one rarity is that among the claims so far.  `centre` is the mean of all vectors, which says nothing.
    """

    def __init__(self, spread: Spread | None = None, centre: Vector | None = None, most: int = MOST) -> None:
        self._most = most
        self._centre = centre
        self._counts = spread is None
        self._spread = spread or Spread()
        self._claims: list[Features] = []
        self._days: list[int | None] = []
        self._vectors = Vectors()
        self._of_place: dict[int, Vector] = {}
        self._with: dict[tuple[str, int | None], list[int]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._claims)

    def add(self, claim: Told, vector: Vector | None = None) -> tuple[Neighbour, ...]:
        """Take in a claim; those before it that may have to do with it, the likeliest first."""
        features = features_of(claim)
        if self._counts:
            self._spread.add(features)
        weighed = self._spread.weighed(features)
        day = day_of(claim.day)
        ordinal = day.toordinal() if day else None
        row = None if vector is None else unit(vector, self._centre)
        found = self._neighbours(weighed, ordinal, row)
        self._keep(weighed, ordinal, row)
        return found

    def _keep(self, weighed: Features, ordinal: int | None, row: Vector | None) -> None:
        place, stretch = len(self._claims), _stretch(ordinal)
        self._claims.append(weighed)
        self._days.append(ordinal)
        for name in weighed:
            with_it = self._with[name, stretch]
            if len(with_it) <= _MOST_WITH:  # one more tells that they are too many
                with_it.append(place)
        if row is not None:
            self._vectors.add(stretch, place, row)
            self._of_place[place] = row

    def _neighbours(
        self, weighed: Features, ordinal: int | None, row: Vector | None
    ) -> tuple[Neighbour, ...]:
        stretches = _around(_stretch(ordinal))
        places = self._sharing(weighed, stretches)
        if row is not None:
            places |= self._vectors.nearest(stretches, row, self._most).keys()
        likely = (
            Neighbour(place, self._likeness(weighed, row, place))
            for place in sorted(places)
            if self._is_near(ordinal, place)
        )
        enough = [one for one in likely if one.likeness >= LEAST]
        return tuple(nlargest(self._most, enough, key=lambda one: (one.likeness, one.place)))

    def _sharing(self, weighed: Features, stretches: Iterable[int | None]) -> set[int]:
        """Claims that share most, as far as features lead that not too many have."""
        shared: dict[int, float] = defaultdict(float)
        seen, stretches = 0, tuple(stretches)
        for name in sorted(weighed, key=lambda one: (-weighed[one], one)):
            for stretch in stretches:
                held = self._with.get((name, stretch))
                if held and len(held) <= _MOST_WITH:
                    seen += len(held)
                    for place in held:
                        shared[place] += weighed[name] * self._claims[place][name]
            if seen > _MOST_SEEN:
                break
        best = nlargest(_COMPARED * self._most, shared, key=lambda place: (shared[place], place))
        return set(best)

    def _is_near(self, ordinal: int | None, place: int) -> bool:
        other = self._days[place]
        return ordinal is None or other is None or abs(ordinal - other) <= WINDOW

    def _likeness(self, weighed: Features, row: Vector | None, place: int) -> float:
        other = self._claims[place]
        few, many = (weighed, other) if len(weighed) <= len(other) else (other, weighed)
        like = sum(amount * many[name] for name, amount in few.items() if name in many)
        if row is not None and (theirs := self._of_place.get(place)) is not None:
            like += VECTOR_WORTH * float(row @ theirs)
        return round(like, _DIGITS)


def _stretch(ordinal: int | None) -> int | None:
    return None if ordinal is None else ordinal // _STRETCH


def _around(stretch: int | None) -> tuple[int | None, ...]:
    """The stretches that a window reaches; what has no day is compared with its like."""
    if stretch is None:
        return (None,)
    reach = -(-WINDOW // _STRETCH)
    return tuple(range(stretch - reach, stretch + reach + 1))
