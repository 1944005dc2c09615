"""What a number without a noun counts: the killed or arrested, an age, a crowd, what came before."""

from __future__ import annotations

from counterclaim.model.meaning import Quantity
from counterclaim.read.quantities.befallen import befallen
from counterclaim.read.quantities.cardinals import Form
from counterclaim.read.quantities.ranges import Measured
from counterclaim.read.quantities.stretch import Stretch
from counterclaim.read.quantities.units import CURRENCIES, DOLLARS, PEOPLE, SPANS_OF_TIME, YEARS
from counterclaim.read.quantities.words import Kind, lower_at

_PASSAGE = 2000  # characters before and after a claim in which the currency is looked for
_YOUNGEST, _OLDEST = 13, 110
_COPULAS = frozenset("is are was were am turned turns turn 's 're 'm ’s ’re ’m".split())
_PARENTS = frozenset("mother father parent".split())
_CROWDS = frozenset("population crowd toll attendance turnout membership workforce".split())
_NEAR_CROWD = 6  # words
_NEAR_MONEY = 4
_SPENDING = frozenset(
    """
    spend spends spent spending cost costs pay pays paid paying raise raised raising donate donated
    donations worth earn earned payments funding aid owe owed owes debt fees invest invested save saved lose
    lost

    """.split()
)


def unit_without_noun(stretch: Stretch, item: Measured, last: Quantity | None) -> str | None:
    """The unit that the words around tell, else that of the quantity before; None where neither does.

    `last` is the quantity before it in the claim; money and time are not carried over.
    """
    if befallen(stretch.parse, stretch.place(item.first, item.last)) or _is_of_people(stretch, item):
        return PEOPLE
    if _is_age(stretch, item):
        return YEARS
    if last is not None and _carries_over(stretch, item, last):
        return last.unit
    if item.form is Form.MANY:
        return _currency(stretch) if _is_of_money(stretch, item) else PEOPLE
    return None


def _carries_over(stretch: Stretch, item: Measured, last: Quantity) -> bool:
    """Whether a number in the same sentence as the one before may count the same."""
    if last.unit in CURRENCIES or last.unit in SPANS_OF_TIME:
        return False
    token, before = stretch.token(item.first), stretch.parse.within(last.span)
    if token is None or not before:
        return False
    return stretch.parse.tokens[before[0]].sentence == token.sentence


def _is_of_people(stretch: Stretch, item: Measured) -> bool:
    """Whether a number is that of a crowd ("a population of 300,000") or of known persons ("the two")."""
    words, before = stretch.words, lower_at(stretch.words, item.first - 1)
    if before in ("the", "all") and words[item.first].kind is Kind.WORD:
        return True
    if before == "of" and lower_at(words, item.first - 2) in _PARENTS:
        return True
    return any(word.lower in _CROWDS for word in words[max(0, item.first - _NEAR_CROWD) : item.first])


def _is_age(stretch: Stretch, item: Measured) -> bool:
    """Whether a number tells an age: "when you're 45"."""
    token = stretch.token(item.first)
    if token is None or item.value is None or not _YOUNGEST <= item.value <= _OLDEST:
        return False
    tokens, at = stretch.parse.tokens, stretch.parse.within((token.start, token.end))[0]
    if at < 2 or (at + 1 < len(tokens) and tokens[at + 1].pos not in ("PUNCT", "SCONJ", "CCONJ")):
        return False
    subject = tokens[at - 2]
    return tokens[at - 1].lower in _COPULAS and subject.tag in ("PRP", "NNP") and subject.lower != "it"


def _is_of_money(stretch: Stretch, item: Measured) -> bool:
    """Whether words beside "millions" speak of money."""
    words = stretch.words
    near = words[max(0, item.first - _NEAR_MONEY) : item.first] + words[item.last : item.last + _NEAR_MONEY]
    return any(word.lower in _SPENDING for word in near)


def _currency(stretch: Stretch) -> str | None:
    """Dollars, where theirs is the only sign of a currency in the passage."""
    start, end = stretch.span
    near = stretch.parse.text[max(0, start - _PASSAGE) : end + _PASSAGE]
    return DOLLARS if "$" in near and "£" not in near and "€" not in near else None
