"""Words that are looked for in a text."""

from __future__ import annotations

import unicodedata

_PLURAL = 5  # letters from which a final s is taken off a word that is looked for


def has_words(text: str, words: str) -> bool:
    """Whether the text has all the words or longer ones that begin so, whatever their case and accents."""
    there = folded(text).split()
    return all(any(one.startswith(_stem(word)) for one in there) for word in folded(words).split())


def folded(text: str) -> str:
    """Letters and digits without case and accents, blanks for all else."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign))


def _stem(word: str) -> str:
    return word[:-1] if len(word) >= _PLURAL and word.endswith("s") else word
