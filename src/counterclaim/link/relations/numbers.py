"""Whether numbers of two claims can both be right: same thing counted, bounds that meet or do not."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.link.relations.content import content_words
from counterclaim.model.meaning import Bound, Quantity

ROUND = 0.1  # how far "about" reaches
_PEOPLE = frozenset(
    """people persons person soldiers troops servicemen servicewomen men women forces personnel militants
    fighters military civilians residents inhabitants citizens refugees""".split()
)


class Fit(StrEnum):
    """How two numbers of one thing stand to each other."""

    MEET = "meet"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True)
class Counted:
    """Two numbers of one thing; `more` says that the second is the higher one."""

    fit: Fit
    one: str
    other: str
    more: bool


def counted(one: tuple[Quantity, ...], other: tuple[Quantity, ...]) -> Counted | None:
    """The first pair of numbers of one unit and thing, one that excludes before others."""
    found = [pair for mine in one for theirs in other if (pair := _pair(mine, theirs))]
    return min(found, key=lambda pair: pair.fit is Fit.MEET, default=None)


def _pair(one: Quantity, other: Quantity) -> Counted | None:
    mine, theirs = _reach(one), _reach(other)
    if mine is None or theirs is None or not _same_thing(one, other):
        return None
    apart = mine[1] < theirs[0] or theirs[1] < mine[0]
    fit = Fit.EXCLUDE if apart else Fit.MEET
    return Counted(fit, _told(one), _told(other), theirs[0] > mine[1])


def _reach(quantity: Quantity) -> tuple[float, float] | None:
    if quantity.bound is Bound.VAGUE or (quantity.low is None and quantity.high is None):
        return None
    low = -math.inf if quantity.low is None else float(quantity.low)
    high = math.inf if quantity.high is None else float(quantity.high)
    if quantity.bound is Bound.ABOUT:
        low, high = low - ROUND * abs(low), high + ROUND * abs(high)
    return low, high


def _same_thing(one: Quantity, other: Quantity) -> bool:
    """One unit, and words that say of what which share one where both have any."""
    if _unit(one) != _unit(other):
        return False
    mine, theirs = content_words(one.of or ""), content_words(other.of or "")
    return not mine or not theirs or bool(mine & theirs)


def _unit(quantity: Quantity) -> str:
    unit = (quantity.unit or "").casefold()
    return "people" if unit in _PEOPLE else unit.removesuffix("s")


def _told(quantity: Quantity) -> str:
    value = quantity.value if quantity.value is not None else quantity.low or quantity.high
    bound = "" if quantity.bound in {Bound.EXACTLY, Bound.BETWEEN} else f"{quantity.bound} "
    return f"{bound}{value:,} {quantity.unit or ''}".strip()
