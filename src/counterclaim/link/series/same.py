"""Whether two numbers are of the same thing: sort, whose, where and what happens, none of them at odds."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.link.series.kinds import Act
from counterclaim.link.series.thing import Thing
from counterclaim.model.meaning import Quantity

FARTHEST = 8.0  # times that one count of a thing may be the other
ENOUGH, ENOUGH_OF_ANY = 2.0, 3.0  # support for sorts that tell much, and for all others
_OWNER, _PLACE, _ACT, _BESIDE, _AROUND, _WORD = 1.5, 1.5, 1.0, 0.5, 0.5, 0.5
LEAST_WORDS = 2  # words that sorts which tell little need to share
_MOST_WORDS = 4  # words that count


@dataclass(slots=True)
class Known:
    """What the points of a series say together of what is counted."""

    kind: str
    owners: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    acts: set[Act] = field(default_factory=set)
    words: set[str] = field(default_factory=set)

    def learn(self, thing: Thing) -> None:
        """Take in what one point more says."""
        self.owners |= thing.owners
        self.places |= thing.places
        self.beside |= thing.beside
        self.around |= thing.around
        self.acts |= thing.acts
        self.words |= thing.words


def support(known: Known, thing: Thing) -> float:
    """How much speaks for one thing being counted; 0 where something speaks against it."""
    if known.kind != thing.kind:
        return 0.0
    owners, places, acts = known.owners & thing.owners, known.places & thing.places, known.acts & thing.acts
    at_odds = (
        (known.owners and thing.owners and not owners)
        or (known.places and thing.places and not places)
        or (known.acts and thing.acts and not acts)
    )
    if at_odds or not (thing.is_specific or _of_one_subject(known, thing)):
        return 0.0
    beside = (known.beside & thing.beside) - owners - places
    named = known.owners | known.places | thing.owners | thing.places
    around = ((known.around & thing.beside) | (thing.around & known.beside)) & named
    words = min(len(known.words & thing.words), _MOST_WORDS)
    found = (
        _OWNER * bool(owners)
        + _PLACE * bool(places)
        + _ACT * bool(acts)
        + _BESIDE * bool(beside)
        + _AROUND * bool(around)
        + _WORD * words
    )
    if thing.is_specific:
        return found if found >= ENOUGH else 0.0
    return found if found >= ENOUGH_OF_ANY and words >= LEAST_WORDS else 0.0


def _of_one_subject(known: Known, thing: Thing) -> bool:
    """Whether both name somebody, and neither anybody besides whom the other leaves out."""
    return bool(known.beside & thing.beside) and (
        known.beside <= thing.beside or thing.beside <= known.beside
    )


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two counts are of one size, so that they may be of one thing."""
    mine, theirs = _middle(one), _middle(other)
    if mine == theirs:
        return True
    if mine <= 0 or theirs <= 0:
        return False
    return max(mine, theirs) / min(mine, theirs) <= FARTHEST


def _middle(quantity: Quantity) -> float:
    if quantity.value is not None:
        return float(quantity.value)
    ends = [float(end) for end in (quantity.low, quantity.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0
