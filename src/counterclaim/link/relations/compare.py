"""What rules see when two claims are laid side by side."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from counterclaim.link.questions.directions import points, words_of
from counterclaim.link.relations.content import alike, all_words, content_words
from counterclaim.link.relations.days import days_between, excluded
from counterclaim.link.relations.directions import Opposed, opposed
from counterclaim.link.relations.numbers import Counted, counted
from counterclaim.link.relations.sides import side_of
from counterclaim.link.relations.view import Side
from counterclaim.model.meaning import Certainty, Orientation, Polarity
from counterclaim.model.told import Told

AHEAD = frozenset({Orientation.FUTURE, Orientation.COMMITMENT})
COPIED = 0.9  # share of all words of both that copies have in common
LEAST_COPIED = 6  # words


@dataclass(frozen=True, slots=True)
class Compared:
    """Facts about a pair, the claim told first in front.

    `days` lie between them (None: not known).  `shared` is the share of the shorter claim's content
    words that the other has, `touching` that any of them stands in the other or right before it.
    `opposite` says that one affirms and one denies, `ahead` that the first looks ahead and the second
    does not, `past` that both speak of what was, `wanting` that one takes no stand (asks, orders,
    hopes), `unsure` that both hold something merely possible.  `near` is how near they are in meaning by
    their vectors (cosine), None where one is not known.  `ways` is above 0 where both point the same way
    once denials are counted in ("no withdrawal" and "a build-up"), below 0 where they point apart.
    """

    side: Side
    days: int | None
    shared: float
    touching: bool
    opposite: bool
    direction: Opposed | None
    numbers: Counted | None
    times: bool
    ahead: bool
    past: bool
    wanting: bool
    unsure: bool
    copied: bool
    near: float | None
    ways: int


def in_order(one: Told, other: Told) -> tuple[Told, Told]:
    """The claim told first in front; where days do not tell, by document and id."""
    days = days_between(one.day, other.day)
    if days:
        return (one, other) if days > 0 else (other, one)
    return (one, other) if (one.document, one.id) <= (other.document, other.id) else (other, one)


def compare(one: Told, other: Told) -> Compared:
    """Lay two claims side by side, given in the order in which they were told."""
    mine, theirs = one.meaning, other.meaning
    words = content_words(one.words), content_words(other.words)
    around = content_words(f"{one.before} {one.words}"), content_words(f"{other.before} {other.words}")
    return Compared(
        side=side_of(one, other),
        days=days_between(one.day, other.day),
        shared=alike(*words),
        touching=bool(words[0] & around[1] or words[1] & around[0]),
        opposite={mine.polarity, theirs.polarity} == {Polarity.AFFIRMS, Polarity.DENIES},
        direction=opposed(one.words, other.words),
        numbers=counted(mine.quantities, theirs.quantities),
        times=excluded(mine.due, theirs.due),
        ahead=mine.orientation in AHEAD and theirs.orientation not in AHEAD,
        past=mine.orientation is theirs.orientation is Orientation.PAST,
        wanting=_wants(one) or _wants(other),
        unsure=mine.certainty is theirs.certainty is Certainty.POSSIBLE,
        copied=_copied(one, other),
        near=_near(one.vector, other.vector),
        ways=_ways(one, other),
    )


def _wants(told: Told) -> bool:
    meaning = told.meaning
    return meaning.polarity is Polarity.NONE or meaning.orientation is Orientation.REQUEST


def _ways(one: Told, other: Told) -> int:
    mine, theirs = points(words_of(one.words)), points(words_of(other.words))
    shared = sum(way * theirs[axis] for axis, way in mine.items() if axis in theirs)
    return shared * _sign(one) * _sign(other)


def _sign(told: Told) -> int:
    return -1 if told.meaning.polarity is Polarity.DENIES else 1


def _near(one: bytes, other: bytes) -> float | None:
    if not one or len(one) != len(other):
        return None
    mine, theirs = (np.frombuffer(vector, dtype=np.int8).astype(np.int64) for vector in (one, other))
    length = math.sqrt(int(mine @ mine) * int(theirs @ theirs))
    return int(mine @ theirs) / length if length else None


def _copied(one: Told, other: Told) -> bool:
    """The same words, in two texts, of one origin or of one day."""
    if one.document == other.document:
        return False
    mine, theirs = set(all_words(one.words)), set(all_words(other.words))
    if min(len(mine), len(theirs)) < LEAST_COPIED:
        return False
    return len(mine & theirs) / len(mine | theirs) >= COPIED
