"""The words of a claim that say what it is about, cut to what their forms share."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w[\w'’-]*")
_EMPTY = frozenset(
    """a an the and or but nor so yet if then than that this these those there here it its he she
    they we i you his her their our your my him them us me who whom whose which what when where
    why how is are was were be been being am do does did done has have had having will would shall
    should may might can could must not no never none nothing nobody neither of to in on at by for
    from with without into onto over under about after before between among against during until
    since as also only just even still already yet very more most much many some any all each
    every both other another such own same too again now today tomorrow yesterday said says say
    told tells there's it's don't doesn't didn't won't isn't aren't wasn't weren't can't couldn't
    one two""".split()
)
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "als", "al", "ies", "ed", "es", "s", "y", "e")
LEAST = 4  # letters that stay of a word


def all_words(text: str) -> tuple[str, ...]:
    """The words in small letters."""
    return tuple(_WORD.findall(text.casefold()))


def content_words(text: str) -> frozenset[str]:
    """Words with a meaning of their own, without endings."""
    return frozenset(_stem(word) for word in all_words(text) if word not in _EMPTY and len(word) > 1)


def _stem(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word[: -len(ending)]
    return word


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the shorter claim's words that the other has."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
