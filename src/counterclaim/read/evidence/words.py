"""English word forms for tables of words: the grammar has no lemmas."""

from __future__ import annotations

from functools import lru_cache

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")


def verbs(text: str) -> frozenset[str]:
    """All forms of regular verbs given by their base; "run+ran+running" adds irregular forms to a base."""
    found: set[str] = set()
    for entry in text.split():
        base, *irregular = entry.split("+")
        found.update(irregular)
        found.update(_regular(base))
    return frozenset(found)


def _regular(base: str) -> tuple[str, ...]:
    """Base, third person, past and gerund of a verb that doubles no letter."""
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + "es" if base.endswith(_HISSING) else base + "s"
    return base, third, base + "ed", base + "ing"


@lru_cache(maxsize=4096)
def singular(noun: str) -> str:
    """The singular of a lower-case noun whose plural is regular; other words as they are."""
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith("es") and noun[:-2].endswith(_HISSING):
        return noun[:-2]
    return noun[:-1]
