"""Which forecasts are one: due in the same window and told in nearly the same words.

A commitment is its side's own, so two sides that promise the same make two; a forecast is one
whoever tells it.  Within one origin, which holds one text and its versions, and within one side fewer
words need to be shared, for they are cut and put in other words there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.link.relations.content import alike, content_words
from counterclaim.model.docket import Window
from counterclaim.model.meaning import Orientation
from counterclaim.model.told import Told

NEAR_EQUAL = 0.75  # share of all words of both, for any two texts
HELD = 0.7  # share of the shorter one's words, within one origin or side
LEAST_SHARED = 3  # words, for that
LEAST_SHARED_UNKNOWN = 5  # where it is not known whose one of them is
_MOST_WITH_WORD = 400  # claims of one window that a word may lead to; what is so common tells nothing


@dataclass(frozen=True, slots=True, eq=False)
class Ahead:
    """A claim that looks ahead, with what folding compares."""

    told: Told
    window: Window | None
    words: frozenset[str]

    @property
    def origin(self) -> str:
        """Where its text began."""
        return self.told.origin or self.told.document

    @property
    def side(self) -> str | None:
        """Whose forecast it is: the party, else the speaker; None where the text does not tell."""
        side = self.told.party or self.told.key
        return side.casefold() if side else None


def ahead_of(told: Told, window: Window | None) -> Ahead:
    """A claim made ready for folding."""
    return Ahead(told, window, content_words(told.words))


def folded(claims: Sequence[Ahead]) -> list[list[Ahead]]:
    """Groups of claims that tell one forecast, each held by its first; claims are given in order of time.

    Every claim is compared with the firsts of groups alone, so that no chain of small
    changes joins what differs.
    """
    groups: list[list[Ahead]] = []
    of_word: dict[tuple[Window | None, str], list[int]] = defaultdict(list)
    for claim in claims:
        places = {
            place
            for word in claim.words
            if len(held := of_word[claim.window, word]) <= _MOST_WITH_WORD
            for place in held
        }
        same = next((place for place in sorted(places) if is_same(groups[place][0], claim)), None)
        if same is not None:
            groups[same].append(claim)
            continue
        for word in claim.words:
            of_word[claim.window, word].append(len(groups))
        groups.append([claim])
    return groups


def is_same(one: Ahead, other: Ahead) -> bool:
    """Whether two claims of one window tell one forecast."""
    shared, everything = one.words & other.words, one.words | other.words
    near_equal = bool(everything) and len(shared) / len(everything) >= NEAR_EQUAL
    held = alike(one.words, other.words) >= HELD
    if one.origin == other.origin or (one.side == other.side and one.side is not None):
        return near_equal or (held and len(shared) >= LEAST_SHARED)
    if one.side is None or other.side is None:
        return near_equal or (held and len(shared) >= LEAST_SHARED_UNKNOWN)
    orientations = {one.told.meaning.orientation, other.told.meaning.orientation}
    return near_equal and orientations == {Orientation.FUTURE}
