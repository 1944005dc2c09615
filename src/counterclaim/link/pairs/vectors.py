"""Claim vectors by stretch of time, for the nearest of them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
_ROOM = 64  # rows at first; doubled when full


class Vectors:
    """Unit vectors with the numbers of their claims."""

    def __init__(self) -> None:
        self._rows: dict[int | None, Vector] = {}
        self._places: dict[int | None, list[int]] = {}

    def add(self, stretch: int | None, place: int, vector: Vector) -> None:
        """Keep the vector of a claim."""
        places = self._places.setdefault(stretch, [])
        rows = self._rows.get(stretch)
        if rows is None or len(places) == len(rows):
            grown = np.zeros((max(_ROOM, 2 * len(places)), len(vector)), dtype=np.float32)
            grown[: len(places)] = rows if rows is not None else 0
            self._rows[stretch] = rows = grown
        rows[len(places)] = vector
        places.append(place)

    def nearest(self, stretches: Iterable[int | None], vector: Vector, most: int) -> dict[int, float]:
        """The claims with the highest cosines, so many of each stretch of time."""
        found: dict[int, float] = {}
        for stretch in stretches:
            if places := self._places.get(stretch):
                cosines = np.round(self._rows[stretch][: len(places)] @ vector, 6)
                for row in np.argsort(-cosines, kind="stable")[:most]:
                    found[places[row]] = float(cosines[row])
        return found


def centre_of(vectors: Iterable[Vector]) -> Vector | None:
    """The mean of vectors, which is what any two have in common."""
    rows = list(vectors)
    return np.round(np.mean(np.stack(rows), axis=0, dtype=np.float64), 6).astype(np.float32) if rows else None


def unit(vector: Vector, centre: Vector | None) -> Vector:
    """A vector seen from the centre, of length 1."""
    row = vector.astype(np.float32) - (0 if centre is None else centre)
    length = float(np.linalg.norm(row))
    return (row / length if length else row).astype(np.float32)
