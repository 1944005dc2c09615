"""What a claim is found by: its words and names, where its words point, its numbers and dates.

The words right before it and those of the title count less; who says "we" names the own side.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from counterclaim.link.names import names
from counterclaim.link.questions.directions import points, words_of
from counterclaim.link.relations.content import content_words
from counterclaim.link.relations.days import day_of
from counterclaim.model.meaning import Meaning
from counterclaim.model.told import Told

TITLE, BEFORE, NAMED = 0.4, 0.3, 0.7
NUMBER = 0.7
LETTERS = 6  # by which words of one family are told
_LAST_WORDS = 160  # characters of the text before
_OWN_SIDE = re.compile(r"\b(?:we|our|ours|us|I|my)\b")

Features = dict[str, float]


def features_of(told: Told) -> Features:
    """Features with what each counts before its rarity does; the kind of a feature is its first letter."""
    found: Features = {}
    for text, worth in ((told.title or "", TITLE), (told.before[-_LAST_WORDS:], BEFORE), (told.words, 1.0)):
        _put(found, (f"w{word[:LETTERS]}" for word in content_words(text)), worth)
        _put(found, (f"n{name}" for name in names(text)), worth * NAMED)
    if _OWN_SIDE.search(told.words):
        _put(found, (f"n{name}" for name in names(told.party or "")), NAMED)
    _put(found, (f"a{axis}" for axis in points(words_of(told.words))), 1.0)
    _put(found, _sizes(told.meaning), NUMBER)
    times = (*(time.edtf for time in told.meaning.times), told.meaning.due)
    _put(found, (f"d{day.isoformat()}" for time in times if (day := day_of(time))), NUMBER)
    return found


def _sizes(meaning: Meaning) -> Iterator[str]:
    """Numbers with their units, those of nearly one size alike."""
    for quantity in meaning.quantities:
        value = quantity.value or quantity.low or quantity.high
        if value and value > 0:
            yield f"q{quantity.unit}{round(math.log2(value))}"


def _put(features: Features, named: Iterable[str], worth: float) -> None:
    for name in sorted(named):
        features[name] = max(worth, features.get(name, 0.0))
