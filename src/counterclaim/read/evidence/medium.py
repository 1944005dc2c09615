"""Nouns that name a piece of evidence, as they stand in a text."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.model.meaning import EvidenceKind
from counterclaim.read.evidence.kinds import (
    CONTAINERS,
    NOUNS,
    OF_BODIES,
    OUTLETS,
    OVERHEAD,
    PLURAL_ONLY,
)
from counterclaim.read.evidence.scene import child
from counterclaim.read.evidence.words import singular
from counterclaim.read.parse import Parse

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PART_OF_NAME = frozenset({"compound", "amod", "poss"})
_ENDS_BASE = frozenset({"IN", "VBN", "VBG", "VBD", "WDT", "WP", ",", "TO"})
_SEEN_FROM_ABOVE = frozenset({EvidenceKind.PICTURE, EvidenceKind.VIDEO, EvidenceKind.DATA})

Medium = tuple[int, EvidenceKind]


def heads(parse: Parse, indices: Iterable[int]) -> list[int]:
    """Tokens of a phrase that hang on nothing inside it, and those joined to them by "and"."""
    inside = set(indices)
    found = [
        one for one in sorted(inside) if parse.tokens[one].head not in inside or parse.tokens[one].head == one
    ]
    for one in found:
        joined = (other for other in parse.children[one] if parse.tokens[other].dep == "conj")
        found += [other for other in joined if other in inside and other not in found]
    return found


def media_in(parse: Parse, indices: tuple[int, ...]) -> list[Medium]:
    """The evidence that a whole phrase names: by its heads, last word, or the noun before its "of"."""
    found = [medium for head in heads(parse, indices) if (medium := medium_of(parse, head))]
    if found:
        return found
    last = parse.tokens[indices[-1]]
    if (
        last.tag in {"NNS", "NNPS"}
        and last.text.islower()
        and (medium := medium_of(parse, indices[-1], alone=True))
    ):
        return [medium]
    base = next((at for at, one in enumerate(indices) if at and parse.tokens[one].tag in _ENDS_BASE), 0)
    medium = medium_of(parse, indices[base - 1], alone=True) if base else None
    return [medium] if medium else []


def medium_of(parse: Parse, index: int, alone: bool = False) -> Medium | None:
    """The evidence that a noun names, perhaps through its "of": ("results of a poll" -> poll, data).

    `alone` takes the noun for a whole phrase, whatever it hangs on.
    """
    token = parse.tokens[index]
    if token.tag not in _NOUN_TAGS:
        return None
    word = singular(token.lower)
    if word in CONTAINERS:
        inner = _behind_of(parse, index)
        if inner is not None and (found := medium_of(parse, inner)):
            return found
    kind = NOUNS.get(word)
    if (
        kind is None
        or not (alone or token.dep not in _PART_OF_NAME)
        or not _names_evidence(parse, index, word)
    ):
        return None
    return index, _refined(parse, index, kind)


def _behind_of(parse: Parse, index: int) -> int | None:
    for one in parse.children[index]:
        if parse.tokens[one].lower == "of":
            return child(parse, one, "pobj")
    return None


def _names_evidence(parse: Parse, index: int, word: str) -> bool:
    """Whether the noun is in the number it needs, and no part of a name."""
    token = parse.tokens[index]
    if word in PLURAL_ONLY and token.lower == word:
        return False
    if word in OF_BODIES and token.text[0].isupper() and token.tag == "NNP":
        return False
    before = [parse.tokens[one].dep for one in parse.children[index] if one < index]
    if token.lower == "record" and before == ["poss"]:
        return False  # "his record" tells of deeds, "his police record" is a paper
    if word == "release" and (what := _behind_of(parse, index)) is not None:
        return medium_of(parse, what) is not None  # "the release of the hostages" is an act
    return word != "report" or not _of_outlet(parse, index)


def _of_outlet(parse: Parse, index: int) -> bool:
    """ "One report", "a report in the Gazette", "media reports": somebody else's reporting, no document."""
    for one in parse.children[index]:
        token = parse.tokens[one]
        if token.lower == "one" or (token.lower in OUTLETS and one < index):
            return True
        if token.lower == "in" and one > index and (where := child(parse, one, "pobj")) is not None:
            return parse.tokens[where].pos == "PROPN"
    return parse.tokens[index].lower == "reports" and not _is_dated(parse, index)


def _is_dated(parse: Parse, index: int) -> bool:
    """Whether plural reports have an owner or an article, so that they are papers and no hearsay."""
    return any(parse.tokens[one].dep in {"poss", "det"} for one in parse.children[index])


def _refined(parse: Parse, index: int, kind: EvidenceKind) -> EvidenceKind:
    """The kind, seen with the modifiers of its noun."""
    modifiers = {parse.tokens[one].lower for one in parse.children[index] if one < index}
    if kind in _SEEN_FROM_ABOVE and modifiers & OVERHEAD:
        return EvidenceKind.SATELLITE if modifiers & {"satellite", "orbital"} else kind
    return kind
