"""Numbers as answers: which of a claim's numbers answers, and whether two can both be true."""

from __future__ import annotations

import math

from counterclaim.link.questions.wording import stems
from counterclaim.model.meaning import Bound, Quantity
from counterclaim.model.told import Told

NEAR = 0.1  # share by which a number that is about the same may differ


def number_in(claim: Told, question: str) -> Quantity | None:
    """The number of what the question names, of equals the first; None where all are vague."""
    asked = stems(question)
    counted = [quantity for quantity in claim.meaning.quantities if quantity.bound is not Bound.VAGUE]
    return max(
        counted,
        key=lambda quantity: len(asked & stems(f"{quantity.of or ''} {quantity.unit or ''}")),
        default=None,
    )


def ends(quantity: Quantity) -> tuple[float, float]:
    """The least and the most that a quantity leaves room for."""
    low = quantity.low if quantity.low is not None else quantity.value
    high = quantity.high if quantity.high is not None else quantity.value
    if quantity.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        high = None
    if quantity.bound in (Bound.AT_MOST, Bound.LESS_THAN):
        low = None
    around = NEAR if quantity.bound is Bound.ABOUT else 0.0
    least = -math.inf if low is None else low - around * abs(low)
    most = math.inf if high is None else high + around * abs(high)
    return least, most


def can_both_be(one: Quantity, other: Quantity) -> bool:
    """Whether some number is within both."""
    (low, high), (other_low, other_high) = ends(one), ends(other)
    return low <= other_high and other_low <= high


def shown(quantity: Quantity) -> str:
    """A quantity with its bound, as lists show it."""
    if quantity.value is None:
        known = [f"{end:,}" for end in (quantity.low, quantity.high) if end is not None]
        return " to ".join(known)
    plain = quantity.bound in (Bound.EXACTLY, Bound.BETWEEN)
    return f"{quantity.value:,}" if plain else f"{quantity.bound} {quantity.value:,}"
