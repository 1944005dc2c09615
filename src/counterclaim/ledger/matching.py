"""Which claims of a text are in a later one: the same words, or nearly the same by the same speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.ledger.tokens import tokens

NEARLY = 0.8  # Jaccard of the words, as DESIGN.md sets it


class Spoken(NamedTuple):
    """A claim as it is compared: its row, its words, and the speaker's key, name or source words."""

    row: int
    words: str
    who: str


class Fate(NamedTuple):
    """The row of an earlier claim, and of the later one that it became, if any; `same` is of the words."""

    earlier: int
    later: int | None
    same: bool


def folded(words: str) -> str:
    """Words as they are compared: white space does not count."""
    return " ".join(words.split())


def likeness(left: str, right: str) -> float:
    """Jaccard of the words of two claims, letter case aside."""
    one, other = frozenset(tokens(left)), frozenset(tokens(right))
    return len(one & other) / len(one | other) if one or other else 0.0


def fates(earlier: Sequence[Spoken], later: Sequence[Spoken]) -> list[Fate]:
    """What became of each earlier claim."""
    same: dict[str, list[Spoken]] = defaultdict(list)
    by_speaker: dict[str, list[Spoken]] = defaultdict(list)
    for claim in later:
        same[folded(claim.words)].append(claim)
        by_speaker[claim.who].append(claim)
    return [_fate(claim, same[folded(claim.words)], by_speaker[claim.who]) for claim in earlier]


def _fate(claim: Spoken, same: Sequence[Spoken], of_speaker: Iterable[Spoken]) -> Fate:
    if same:
        kept = next((other for other in same if other.who == claim.who), same[0])
        return Fate(claim.row, kept.row, True)
    found = nearest(claim.words, of_speaker)
    return Fate(claim.row, None if found is None else found.row, False)


def nearest(words: str, candidates: Iterable[Spoken]) -> Spoken | None:
    """The candidate whose words are most alike, the first of several; None where none is alike enough."""
    best, at_best = None, NEARLY
    for candidate in candidates:
        alike = likeness(words, candidate.words)
        if alike > at_best or (best is None and alike >= at_best):
            best, at_best = candidate, alike
    return best
