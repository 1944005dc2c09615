"""Pairs of real claims that nobody labelled, in JSON lines: as found, and as the teacher judges them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from counterclaim.link.relations.view import View
from training.relations import UNSCORED

Floats = npt.NDArray[np.float64]


class RealPair(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line: two claims as they are shown, and the teacher's log-probabilities once it judged them.

    `rank` is how many others one of the claims finds before the other; `words_only` says that the
    view has nothing but the words.
    """

    one: str
    other: str
    documents: tuple[str, str]
    rank: int
    words_only: bool
    pieces: tuple[int, ...]
    features: tuple[tuple[int, ...], ...]
    relation: tuple[float, ...] = ()
    inference: tuple[float, ...] = ()

    @property
    def view(self) -> View:
        """What a network sees of the pair."""
        return View(np.array(self.pieces, dtype=np.int64), np.array(self.features, dtype=np.int64))


@dataclass(frozen=True, slots=True, eq=False)
class Soft:
    """The chances of each relation and inference, in place of the labels that such a pair has not."""

    relations: Floats
    inferences: Floats
    relation: int = UNSCORED
    inference: int = UNSCORED


def read_real(path: Path, most: int | None = None) -> list[RealPair]:
    """The pairs of a file in its order, at most so many."""
    with path.open("rb") as lines:
        return [msgspec.json.decode(line, type=RealPair) for line in islice(lines, most)]


def write_real(pairs: Iterable[RealPair], path: Path) -> int:
    """Write pairs as they come, and count them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with path.open("wb") as out:
        for pair in pairs:
            out.write(msgspec.json.encode(pair) + b"\n")
            count += 1
    return count


def read_soft(path: Path) -> list[tuple[View, Soft]]:
    """The pairs that the teacher judged, each as seen and with the chances."""
    return [(pair.view, Soft(np.exp(pair.relation), np.exp(pair.inference))) for pair in read_real(path)]
