"""Words for people who were there, by how near they stand to what they tell."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from counterclaim.read.evidence.words import singular
from counterclaim.read.parse import Parse

_GROUPS = {
    "witness": "witness eyewitness onlooker bystander passer-by passerby survivor victim",
    "local": "resident neighbor neighbour villager homeowner tenant homemaker shopkeeper inhabitant islander",
    "medic": "doctor nurse surgeon paramedic medic physician midwife",
    "press": "reporter journalist correspondent photographer cameraman",
    "affected": """customer passenger driver motorist worker evacuee refugee hostage commuter
        shopper patient tourist pedestrian detainee employee family friend mother father wife husband widow
        son daughter sister brother cousin""",
}

GROUPS = MappingProxyType({noun: group for group, text in _GROUPS.items() for noun in text.split()})
"""Singular noun to its group."""

_UNNAMED = frozenset("man woman person people boy girl".split())
_SOME = frozenset("one another some several many a numerous".split())
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAMES = frozenset({"appos", "compound", "nmod"})


def group_of(parse: Parse, index: int) -> str | None:
    """The group that a noun names; None for other words."""
    token = parse.tokens[index]
    return GROUPS.get(singular(token.lower)) if token.tag in _NOUN_TAGS else None


def group_in(parse: Parse, indices: tuple[int, ...], heads: Iterable[int]) -> tuple[int, str] | None:
    """The first noun of a phrase that says of its heads that they were there, and its group."""
    roots = set(heads)
    for one in indices:
        token = parse.tokens[one]
        if one not in roots and not _belongs(parse, one, roots):
            continue
        if group := group_of(parse, one):
            return one, group
        if token.lower in _UNNAMED and _is_unnamed(parse, indices, one):
            return one, "unnamed"
    return None


def _belongs(parse: Parse, index: int, roots: set[int]) -> bool:
    """Whether a noun stands beside a root ("resident Ada Bell"), or is what the root is one of."""
    token = parse.tokens[index]
    above = parse.tokens[token.head]
    one_of = token.dep == "pobj" and above.lower == "of" and above.head in roots
    return (token.dep in _NAMES and token.head in roots) or (
        one_of and parse.tokens[above.head].lower in _SOME | {"most", "two", "three"}
    )


def _is_unnamed(parse: Parse, indices: tuple[int, ...], one: int) -> bool:
    """ "one man", "some people", bare "people"."""
    first = parse.tokens[indices[0]].lower
    return first in _SOME if indices[0] != one else len(indices) == 1
