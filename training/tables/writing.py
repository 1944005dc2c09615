"""Names as a reader writes them, out of capitals and underscores."""

from __future__ import annotations

import re

_SMALL = frozenset(
    "of the and for in on to de del la von van der den al el bin ibn da di du des y e zu".split()
)
_CAPITALS = frozenset("UN EU US UK USA NATO UNICEF BP IBM".split())


def readable(name: str) -> str:
    """ "SERGEY_LAVROV_" to "Sergey Lavrov", "AL-SHABAAB" to "Al-Shabaab"."""
    words = name.replace("_", " ").split()
    return " ".join(_word(word, first=not index) for index, word in enumerate(words))


def _word(word: str, first: bool) -> str:
    if word in _CAPITALS or "." in word[:-1]:
        return word
    if word.lower() in _SMALL and not first:
        return word.lower()
    out = "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
    return re.sub(r"^(Mc|O'|D')([a-z])", lambda found: found[1] + found[2].upper(), out)
