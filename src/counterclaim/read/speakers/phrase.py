"""Noun phrases as a reader would list them: no article, no relative clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.read.parse import Parse
from counterclaim.read.speakers.lexicon import DETERMINERS, INDEFINITES, POSSESSIVES, QUANTIFIERS

LONGEST = 12  # words of a name made from a phrase

_LEFT_POS = frozenset("NOUN PROPN ADJ NUM DET PART ADV PRON".split())
_STOPS = frozenset(", ; : ( ) -- – — who which that whose when where while as".split())
_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "people", "police": "police",
              "spokesmen": "spokesman", "spokeswomen": "spokeswoman", "congressmen": "congressman",
              "wives": "wife", "media": "media", "data": "data", "allies": "ally", "countries": "country",
              "news": "news", "gop": "gop", "congress": "congress"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """Token indices of a noun phrase; `opener` is its article or quantifier in small letters, or empty."""

    head: int
    first: int
    last: int
    opener: str
    name: str
    words: tuple[str, ...]


def singular(word: str) -> str:
    """The singular of a regular noun in small letters, good enough to look it up."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def phrase_at(parse: Parse, head: int) -> Phrase:
    """The phrase around a noun: what stands before it, and prepositions behind it."""
    first = head
    while first > 0 and head - first < LONGEST and _belongs_left(parse, first - 1):
        first -= 1
    return phrase_of(parse, first, _end(parse, head, head + LONGEST), head)


def phrase_of(parse: Parse, first: int, last: int, head: int) -> Phrase:
    """A phrase of tokens `first` to `last`, exclusive, cut at its first clause."""
    last = min(last, _end(parse, head, last))
    opener = parse.tokens[first].lower if first < head else ""
    start = _without_opener(parse, first, head)
    words = tuple(token.lower for token in parse.tokens[start:last] if token.pos in ("NOUN", "PROPN", "ADJ"))
    known = opener in DETERMINERS | INDEFINITES | QUANTIFIERS | POSSESSIVES
    return Phrase(head, first, last, opener if known else "", listed(parse, start, last), words)


def listed(parse: Parse, first: int, last: int) -> str:
    """The words as they stand, on one line, a common noun at the beginning in small letters."""
    tokens = parse.tokens
    text = " ".join(parse.text[tokens[first].start : tokens[last - 1].end].split())
    small = tokens[first].tag not in ("NNP", "NNPS") and text[1:2].islower() and tokens[first].text.istitle()
    return text[0].lower() + text[1:] if small and _is_common(parse, first) else text


def _is_common(parse: Parse, index: int) -> bool:
    """Whether no name found by the grammar begins here ("Wyoming voters")."""
    start = parse.tokens[index].start
    place = bisect_left(parse.entities, start, key=lambda entity: entity.start)
    entity = parse.entities[place] if place < len(parse.entities) else None
    return entity is None or entity.start != start or entity.label not in ("NORP", "GPE", "ORG")


def _belongs_left(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    after = parse.tokens[index + 1]
    adjacent = "\n" not in parse.text[token.end : after.start] and token.sentence == after.sentence
    return (
        adjacent
        and (token.pos in _LEFT_POS or token.text == "-")
        and token.tag not in ("WP", "WDT", "PRP", "EX")
    )


def _end(parse: Parse, head: int, limit: int) -> int:
    """Behind the head and the prepositional phrases that hang on it, before any clause."""
    tokens, last = parse.tokens, head + 1
    for index in range(head + 1, min(limit, len(tokens))):
        token = tokens[index]
        if token.sentence != tokens[head].sentence or token.lower in _STOPS or token.pos in ("VERB", "AUX"):
            break
        if token.pos == "ADP" and not _hangs_on(parse, index, head):
            break
        if token.pos in ("NOUN", "PROPN", "NUM") or token.tag == "POS":
            last = index + 1
    return last


def _hangs_on(parse: Parse, index: int, head: int) -> bool:
    """Whether a preposition belongs to the phrase of the head, by a chain of at most four arcs."""
    for _ in range(4):
        up = parse.tokens[index].head
        if up == head:
            return True
        if up == index or up < head:
            return False
        index = up
    return False


def _without_opener(parse: Parse, first: int, head: int) -> int:
    """Behind articles and quantifiers, "of" and "the" after them ("many of the voters")."""
    dropped: Sequence[str] = ()
    while first < head:
        word = parse.tokens[first].lower
        if not (
            word in DETERMINERS or word in QUANTIFIERS or word in INDEFINITES or (dropped and word == "of")
        ):
            break
        dropped = (*dropped, word)
        first += 1
    return first
