"""How near claims are in words: a baseline.

Content words are weighed by how rare they are among the claims; those of the text right before a claim
and of its document's title count less than its own.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from counterclaim.link.relations.content import content_words
from counterclaim.model.told import Told
from evals.ratios import Floats

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
