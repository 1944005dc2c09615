"""How well texts answer a query, by BM25, and where in them the words stand.

FTS5 ranks too, but it counts every occurrence of every word first: up to a second for a word
such as "the" among a million claims.  Here only the candidates that are given are looked at.
Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from operator import itemgetter

import msgspec

from counterclaim.ledger.query import Part
from counterclaim.ledger.tokens import placed_tokens, tokens
from counterclaim.model.span import Span, Spans

K1 = 1.2  # both as FTS5 has them
B = 0.75
WHO = 0.5  # weight of a speaker's or source's word beside one of the claim's own


class Candidate(msgspec.Struct, frozen=True):
    """A claim that holds what is sought: its row, its words, and whose they are."""

    row: int
    words: str
    who: str


def best(
    candidates: Sequence[Candidate], parts: Sequence[Part], holding: Mapping[Part, int], total: int
) -> list[int]:
    """Rows of the candidates, best first, those of equal worth in the order given.

    `holding` is how many of the `total` claims hold each part.
    """
    read = [(one.row, tokens(one.words), tokens(one.who)) for one in candidates]
    average = sum(len(words) for _, words, _ in read) / max(len(read), 1) or 1.0
    wanted = [
        (part.tokens, math.log(1 + (total - holding[part] + 0.5) / (holding[part] + 0.5))) for part in parts
    ]
    worth = []
    for row, words, who in read:
        long = K1 * (1 - B + B * len(words) / average)
        score = 0.0
        for part, rarity in wanted:
            times = _count(part, words) + WHO * _count(part, who)
            score += rarity * times * (K1 + 1) / (times + long)
        worth.append((-round(score, 9), row))
    return [row for _, row in sorted(worth, key=itemgetter(0))]


def marks(words: str, parts: Sequence[Part]) -> Spans:
    """Places of the parts in the words, in order, those that touch joined."""
    placed = list(placed_tokens(words))
    plain = [token for token, _ in placed]
    found = sorted(
        (placed[at][1][0], placed[at + len(part.tokens) - 1][1][1])
        for part in parts
        for at in _places(part.tokens, plain)
    )
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _count(part: tuple[str, ...], words: list[str]) -> int:
    return words.count(part[0]) if len(part) == 1 else len(_places(part, words))


def _places(part: Sequence[str], words: list[str]) -> list[int]:
    """Where the part begins among the words."""
    first, length = part[0], len(part)
    return [
        at
        for at, word in enumerate(words)
        if word == first and (length == 1 or words[at : at + length] == list(part))
    ]
