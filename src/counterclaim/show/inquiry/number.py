"""Numbers with their bounds as told: ">= 100,000", "150,000 to 190,000"; never a middle of them."""

from __future__ import annotations

from counterclaim.model.meaning import Bound, Quantity
from counterclaim.show.number import number_words, plain_number
from counterclaim.show.visible import one_line

_LEADS = {
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: ">= ",
    Bound.MORE_THAN: "> ",
    Bound.AT_MOST: "<= ",
    Bound.LESS_THAN: "< ",
}
_OPEN = (Bound.AT_LEAST, Bound.MORE_THAN)


def bounded(quantity: Quantity) -> str:
    """The number and its bound without what is counted; of a vague one its word."""
    low, value, high = map(plain_number, (quantity.low, quantity.value, quantity.high))
    if value is not None and quantity.bound not in (Bound.BETWEEN, Bound.VAGUE):
        return _LEADS.get(quantity.bound, "") + number_words(value)
    if low is not None and high is not None and low != high:
        about = "about " if quantity.bound is Bound.ABOUT else ""
        return f"{about}{number_words(low)} to {number_words(high)}"
    if low is not None:
        lead = ">= " if high is None and quantity.bound not in _OPEN else ""
        return (lead or _LEADS.get(quantity.bound, "")) + number_words(low)
    if high is not None:
        return _LEADS.get(quantity.bound, "<= ") + number_words(high)
    return one_line(quantity.word or "") or "not told"
