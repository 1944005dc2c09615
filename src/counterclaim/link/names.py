"""Names in a stretch of text, told by their capitals, and cut so that a state and its adjective are one."""

from __future__ import annotations

import re

STEM = 5  # letters by which names of one family are told: Russia, Russian
_NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z]\w*|\b[A-Z]{2,}\b(?!\$)")
_NO_NAMES = frozenset(
    """The This That These Those There They It He She We You In On At By For From With And But As Of To If
    When While Last More Over About Some Many President Prime Minister Mr Mrs Ms Dr General Colonel Federal
    Chancellor Secretary Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
    April May June July August September October November December Armed Forces Federation Republic
    Our Their His Her Its Now Today Yesterday Tomorrow Also According First Second No Not Yes So Then What
    Who Why How Where My Your All Any Each Every However Therefore Although Because Since Until After Before
    Only Even Just Here Let Such Another One Two Three""".split()
)


def raw_names(text: str) -> tuple[str, ...]:
    """The words of names as they stand, in order."""
    return tuple(name for name in _NAME.findall(text) if name not in _NO_NAMES)


def name_stem(name: str) -> str:
    """A name's first letters, small, without a possessive."""
    return name.casefold().replace("’", "'").removesuffix("'s")[:STEM]


def names(text: str) -> frozenset[str]:
    """The stems of all names."""
    return frozenset(map(name_stem, raw_names(text)))
