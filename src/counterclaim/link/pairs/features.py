"""What a claim is found by: words and their families, names and states, directions, numbers, dates.

The words right before it and those of the title count less.  So does the party that it speaks for, which
counts in full where the claim says "we".
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from counterclaim.link.names import name_stem, raw_names
from counterclaim.link.pairs.families import families, states
from counterclaim.link.questions.directions import points, words_of
from counterclaim.link.relations.content import content_words
from counterclaim.link.relations.days import day_of
from counterclaim.model.meaning import Meaning
from counterclaim.model.told import Told

TITLE, BEFORE, OWN = 0.3, 0.35, 1.0
FAMILY, NAME = 0.8, 0.7  # of a word's worth
PARTY, OWN_SIDE = 0.4, 0.7
TOGETHER = 0.8  # who and what, both in one claim
NUMBER = 0.7
LETTERS = 6  # by which words of one stem are told
_LAST_WORDS = 240  # characters of the text before
_OWN_SIDE = re.compile(r"\b(?:we|our|ours|us|I|my)\b")

Features = dict[str, float]


def features_of(told: Told) -> Features:
    """Features with what each counts before its rarity does; the kind of a feature is its first letter.

    A claim without any word that means something by itself has none: "it", "they are".
    """
    found: Features = {}
    if not content_words(told.words):
        return found
    for text, worth in ((told.title or "", TITLE), (told.before[-_LAST_WORDS:], BEFORE), (told.words, OWN)):
        _put(found, (f"w{word[:LETTERS]}" for word in content_words(text)), worth)
        _put(found, (f"f{family}" for family in families(words_of(text))), worth * FAMILY)
        _put_names(found, text, worth)
    _put_names(found, told.party or "", (OWN_SIDE if _OWN_SIDE.search(told.words) else PARTY) / NAME)
    matters = families(words_of(told.words))
    who = sorted({*_actors(told.words), *_actors(told.party or "")})
    _put(found, (f"x{actor} {family}" for actor in who for family in matters), TOGETHER)
    _put(found, (f"a{axis}" for axis in points(words_of(told.words))), OWN)
    _put(found, _sizes(told.meaning), NUMBER)
    times = (*(time.edtf for time in told.meaning.times), told.meaning.due)
    _put(found, (f"d{day.isoformat()}" for time in times if (day := day_of(time))), NUMBER)
    return found


def _put_names(features: Features, text: str, worth: float) -> None:
    """Names, and the states that they stand for."""
    found = raw_names(text)
    _put(features, (f"n{name_stem(name)}" for name in found), worth * NAME)
    _put(features, (f"s{state}" for state in states(found)), worth * NAME)


def _actors(text: str) -> Iterator[str]:
    """States by whatever name, and other names as they are."""
    for name in raw_names(text):
        yield from states((name,)) or (name_stem(name),)


def _sizes(meaning: Meaning) -> Iterator[str]:
    """Numbers with their units, those of nearly one size alike."""
    for quantity in meaning.quantities:
        value = quantity.value or quantity.low or quantity.high
        if value and value > 0:
            yield f"q{quantity.unit}{round(math.log2(value))}"


def _put(features: Features, named: Iterable[str], worth: float) -> None:
    for name in named:
        features[name] = max(worth, features.get(name, 0.0))
