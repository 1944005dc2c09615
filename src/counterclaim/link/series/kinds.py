"""What sort of thing a number counts, and what is said to happen to it, by families of words."""

from __future__ import annotations

import re
from enum import StrEnum

from counterclaim.model.meaning import Quantity


class Kind(StrEnum):
    """Sorts of people that are never counted together; other things go by their own noun."""

    FORCES = "forces"
    DEAD = "dead"
    WOUNDED = "wounded"
    DISPLACED = "displaced"
    HELD = "held"
    PEOPLE = "people"


class Act(StrEnum):
    """What is said of the things counted."""

    GATHERED = "gathered"
    WITHDRAWN = "withdrawn"
    EXERCISE = "exercise"
    FIRED = "fired"
    PAID = "paid"
    DESTROYED = "destroyed"


def _family(stems: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(stems.split())})", re.IGNORECASE)


# The first that fits decides: soldiers who were killed are dead.
_KINDS = (
    (Kind.DEAD, _family(r"dead\b deaths?\b killed died dies\b dying fatalit bodies\b perished lives\b")),
    (Kind.WOUNDED, _family(r"wounded injur hurt\b hospitali[sz]")),
    (Kind.HELD, _family(r"prisoner hostage captive detain arrest inmate captured")),
    (
        Kind.DISPLACED,
        _family(
            r"refugee displaced evacuat fled\b flee asylum migrant homeless"
            r" civilians?\W+(?:\w+\W+)?entered"
        ),
    ),
    (
        Kind.FORCES,
        _family(
            r"troop soldier servicem servicew military\b militants? fighter armed\W+forces forces\b"
            r" personnel army"
        ),
    ),
)
_ACTS = (
    (
        Act.GATHERED,
        _family(
            r"gather mass(?:ed|es|ing)\b amass concentrat deploy station(?:ed|ing)\b build-?\s?up built\W+up"
            r" buildup border stand(?:s|ing)?\W+(?:at|near|on)"
        ),
    ),
    (
        Act.WITHDRAWN,
        _family(r"withdr pull(?:ed|ing)?\W+(?:out|back) return(?:ed|ing)?\W+to leave\b leaving left\b"),
    ),
    (Act.EXERCISE, _family(r"exercis drill manoeuv maneuv war\W+game training")),
    (
        Act.FIRED,
        _family(r"shell(?:ing|ed|s)?\b fired? bombard strikes?\b attacks?\b ceasefire violation missile"),
    ),
    (Act.PAID, _family(r"paid\b pay(?:s|ing|ment)? cost spen[dt] invest loan aid\b fund donat grant trade")),
    (Act.DESTROYED, _family(r"destroy damag shot\W+down downed burn collaps ruin")),
)
_FORCE_NOUN = _KINDS[-1][1]
_BARE = frozenset(("", "people", "persons", "men"))


def kind_of(quantity: Quantity, near: str, words: str) -> Kind | str:
    """The sort of what is counted, by its own words; of people without a noun by the words near or all."""
    own = quantity.of or ""
    if (quantity.unit or "").casefold() != Kind.PEOPLE:
        return noun_of(quantity)
    # What befell people stands beside their noun: "40 soldiers were killed".
    befallen = [kind for kind, family in _KINDS[:-1] if family.search(own) or family.search(near)]
    if befallen:
        return befallen[0]
    bare = own.casefold() in _BARE
    if _FORCE_NOUN.search(own) or (bare and _FORCE_NOUN.search(near if own else words)):
        return Kind.FORCES
    return Kind.PEOPLE


def noun_of(quantity: Quantity) -> str:
    """The class of a measure or the noun of a thing, as one word in small letters, without a plural."""
    return (quantity.unit or "things").casefold().removesuffix("s")


def acts_in(near: str) -> frozenset[Act]:
    """What is said to happen to the things counted."""
    return frozenset(act for act, family in _ACTS if family.search(near))
