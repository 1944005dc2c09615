"""Words that are looked for in a text."""

from __future__ import annotations

from counterclaim.ledger.query import holds, parse, spread


def has_words(text: str, words: str) -> bool:
    """Whether the text has all the words or longer ones that begin so, whatever their case and accents."""
    return holds(parse(words), spread(text))
