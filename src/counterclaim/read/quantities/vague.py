"""Words for a number that nobody gave: "several", "a few", "some units"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.read.parse import Parse
from counterclaim.read.quantities.cardinals import SCALES
from counterclaim.read.quantities.words import Kind, Word, lower_at

_AFTER_A = {"few": 1, "handful": 2, "couple": 2, "number": 2}
_SCALES = frozenset(SCALES) | {"hundred", "dozen"}  # "several dozen" is a number after all
_OF_NUMBERS = frozenset("large small significant great considerable growing record".split())


@dataclass(frozen=True, slots=True)
class Vague:
    """A vague word at words[first:last]; what is counted follows."""

    first: int
    last: int
    word: str


def vague_words(words: list[Word], parse: Parse) -> Iterator[Vague]:
    """All vague words before a noun, in reading order."""
    for at, word in enumerate(words):
        if word.kind is not Kind.WORD:
            continue
        if at + 1 < len(words) and words[at + 1].kind is Kind.FIGURE:
            continue  # "some 7.5m tonnes" bounds a number
        if word.lower == "several" or (word.lower == "some" and _before_plural(parse, word)):
            end: int | None = at + 1
        else:
            end = _after_a(words, at + 1) if word.lower == "a" else None
        if end is not None and lower_at(words, end) not in _SCALES:
            yield Vague(at, end, " ".join(piece.lower for piece in words[at:end] if piece.lower != "of"))


def _after_a(words: list[Word], at: int) -> int | None:
    start = at + (lower_at(words, at) in _OF_NUMBERS)
    length = _AFTER_A.get(lower_at(words, start))
    if length is None or (length == 2 and lower_at(words, start + 1) != "of"):
        return None
    return start + length


def _before_plural(parse: Parse, word: Word) -> bool:
    """Whether "some" is the determiner of a plural, not of "some 200" or "some time"."""
    inside = parse.within((word.start, word.end))
    if not inside or parse.tokens[inside[0]].dep != "det":
        return False
    head = parse.tokens[parse.tokens[inside[0]].head]
    return head.tag in ("NNS", "NNPS")
