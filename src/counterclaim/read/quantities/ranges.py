"""What amounts say alone or two together: "between 3 and 4 million", "10-15 percent", "1hr 4 mins"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.model.meaning import Bound
from counterclaim.read.quantities.amounts import Amount
from counterclaim.read.quantities.cardinals import HYPHENS, Form
from counterclaim.read.quantities.units import CURRENCIES
from counterclaim.read.quantities.words import Kind, Word, lower_at

_DASHES = HYPHENS | frozenset("–—")
_CHANGES = frozenset(
    """
    rise rises rose risen rising fall falls fell fallen falling increase increases increased increasing
    decrease decreased grow grows grew grown growing drop drops dropped dropping go goes went going gone
    move moved moving climb climbed jump jumped raise raised raising cut cutting reduce reduced reducing
    shrink shrank shrunk slip slipped slipping plunge plunged down up surge surged soar soared slide slid
    lower lowered

    """.split()
)
_RANGES = frozenset("range ranges ranged ranging anywhere vary varies varied varying somewhere".split())
_FAR_BACK = 7  # words in which the verb of a change may stand before "from"
_MOST_APART = 10  # times: beyond that "or" and dashes part two numbers
_MOST_TO_SHARE_A_SCALE = 1000
_INTO_SMALLER = {
    ("hours", "minutes"): 60,
    ("minutes", "seconds"): 60,
    ("feet", "inches"): 12,
    ("pounds", "ounces"): 16,
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What words[first:last] measure; `bound` is None where the words around must tell it."""

    first: int
    last: int
    value: float | None
    low: float | None
    high: float | None
    bound: Bound | None
    unit: str | None
    form: Form
    hyphened: bool = False
    dashed: bool = False


def measured(words: list[Word], found: Sequence[Amount]) -> list[Measured]:
    """Ranges and single amounts in reading order."""
    units = _shared_units(words, found)
    everything: list[Measured] = []
    at = 0
    while at < len(found):
        pair = None
        if at + 1 < len(found):
            pair = _compound(words, found[at], found[at + 1]) or _range(words, found[at], found[at + 1])
        everything.append(pair or _single(found[at], units[at]))
        at += 2 if pair else 1
    return everything


def _single(amount: Amount, unit: str | None) -> Measured:
    number = amount.number
    bound = Bound.ABOUT if number.form is Form.MANY else None
    return Measured(
        amount.first,
        amount.last,
        number.value,
        number.low,
        number.high,
        bound,
        unit,
        number.form,
        amount.hyphened,
    )


def _shared_units(words: list[Word], found: Sequence[Amount]) -> list[str | None]:
    """The unit of every amount, that of the next in a list where it has none ("11 and 8 percent")."""
    units = [amount.unit for amount in found]
    for at in range(len(found) - 2, -1, -1):
        gap = tuple(word.lower for word in words[found[at].last : found[at + 1].first])
        plain = found[at].number.form is Form.PLAIN and words[found[at].first].kind is not Kind.YEAR
        if units[at] is None and plain and gap in _IN_LISTS:
            sign = found[at + 1].first < found[at + 1].number.first
            units[at] = None if sign else units[at + 1]
    return units


_IN_LISTS = frozenset({(",",), ("and",), ("or",), (",", "and"), (",", "or"), ("to",), ("&",), ("-",), ("–",)})


def _compound(words: list[Word], large: Amount, small: Amount) -> Measured | None:
    """One length of time or space in two units."""
    gap = tuple(word.lower for word in words[large.last : small.first])
    unit = small.unit
    if large.unit == "feet" and unit is None and gap in ((), ("-",)):
        unit = "inches"
    times = _INTO_SMALLER.get((large.unit or "", unit or ""))
    if times is None or gap not in ((), ("-",), ("and",), (",",)):
        return None
    if large.number.value is None or small.number.value is None or small.number.value >= times:
        return None
    value = large.number.value * times + small.number.value
    return Measured(large.first, small.last, value, None, None, None, unit, Form.PLAIN)


def _range(words: list[Word], low: Amount, high: Amount) -> Measured | None:
    if not _can_pair(low, high):
        return None
    gap = tuple(word.lower for word in words[low.last : high.first])
    link = gap[1:] if gap[:1] and gap[0] in HYPHENS and len(gap) > 1 else gap
    if len(link) != 1:
        return None
    least, most = _ends(low, high)
    if not least < most or not _links(words, low, link[0], most / least if least else 1):
        return None
    opens = lower_at(words, low.first - 1) in ("between", "from")
    return Measured(
        low.first - opens,
        high.last,
        None,
        least,
        most,
        Bound.BETWEEN,
        high.unit or low.unit,
        Form.PLAIN,
        high.hyphened,
        dashed=link[0] in _DASHES,
    )


def _can_pair(low: Amount, high: Amount) -> bool:
    plain = (Form.PLAIN, Form.ARTICLE)
    if low.number.form not in plain or high.number.form is not Form.PLAIN:
        return False
    if low.unit is None or low.unit == high.unit:
        return low.number.form is Form.PLAIN or low.unit is not None
    return high.unit is None and (low.number.form is Form.ARTICLE or low.unit in CURRENCIES)


def _ends(low: Amount, high: Amount) -> tuple[float, float]:
    """Both values, the lower one with the scale of the higher where only that has it ("3 to 4 million")."""
    least, most = low.number.value or 0.0, high.number.value or 0.0
    if low.number.scale == 1.0 < high.number.scale and least < _MOST_TO_SHARE_A_SCALE:
        least *= high.number.scale
    return least, most


def _links(words: list[Word], low: Amount, link: str, times: float) -> bool:
    """Whether the word between two ascending amounts makes a range of them."""
    before = {word.lower for word in words[max(0, low.first - 3) : low.first]}
    if low.number.form is Form.ARTICLE and link != "or":
        return False
    if link == "and":
        return "between" in before
    if link == "to":
        return "from" not in before or _is_range_from(words, low)
    return (link in _DASHES or link == "or") and times <= _MOST_APART


def _is_range_from(words: list[Word], low: Amount) -> bool:
    """Whether "from" opens a range rather than a change, as two amounts with units of their own do mostly."""
    near = {word.lower for word in words[max(0, low.first - _FAR_BACK) : low.first]}
    return not near.isdisjoint(_RANGES) or (low.unit is None and near.isdisjoint(_CHANGES))
