"""Claims that are near each other in words, worth a judgement: a plain stand-in for blocking.

Content words are weighed by how rare they are among the claims; those of the text right before a claim
and of its document's title count less than its own.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from counterclaim.link.relations.content import content_words
from counterclaim.model.told import Told
from evals.ratios import Floats

NEIGHBOURS = 30
EVEN, STEEPNESS = 0.12, 16.0
AROUND = 0.4  # what a word before the claim counts, of one inside it


def cosines(claims: Sequence[Told], around: float = AROUND) -> Floats:
    """Cosine of each claim's words with each other's, [claims, claims]."""
    weighed = [_weighed(claim, around) for claim in claims]
    spread = Counter(word for words in weighed for word in words)
    number = {word: place for place, word in enumerate(sorted(spread))}
    rows = np.zeros((len(claims), len(number)))
    for row, words in zip(rows, weighed, strict=True):
        for word, amount in words.items():
            row[number[word]] = amount * math.log(1 + len(claims) / spread[word])
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    found: Floats = rows @ rows.T
    return found


def _weighed(claim: Told, around: float) -> dict[str, float]:
    amounts: dict[str, float] = defaultdict(float)
    for words, amount in ((f"{claim.title or ''} {claim.before}", around), (claim.words, 1.0)):
        for word in content_words(words) if amount else ():
            amounts[word] = max(amounts[word], amount)
    return amounts


def chance_of(cosine: float) -> float:
    """How likely claims so near answer one question: even at EVEN, and steep around it.

    Both figures were chosen on story-dev; where to cut, `evals questions` chooses anew in each fold.
    """
    return 1 / (1 + math.exp(-STEEPNESS * (cosine - EVEN)))


def near(claims: Sequence[Told], neighbours: int = NEIGHBOURS) -> Iterator[tuple[int, int, float]]:
    """Pairs of which one is among the nearest of the other, by their places, in order, with the cosine."""
    closeness = np.round(cosines(claims), 9)
    np.fill_diagonal(closeness, -1.0)
    chosen: set[tuple[int, int]] = set()
    for one, row in enumerate(closeness):
        for other in np.argsort(-row, kind="stable")[:neighbours]:
            if row[other] > 0:
                chosen.add((min(one, int(other)), max(one, int(other))))
    for one, other in sorted(chosen):
        yield one, other, float(closeness[one, other])
