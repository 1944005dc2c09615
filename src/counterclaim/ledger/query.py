"""What a person types to search: an expression of FTS5 that can never be at fault, or a test of a text.

troops "armed attack" -exercise      both, the two words side by side, and without the third
"""

from __future__ import annotations

import re
from itertools import islice

import msgspec

from counterclaim.ledger.tokens import tokens

LONGEST = 1_000  # code points of a query that are looked at
MOST_PARTS = 32  # parts of a query that are looked at; FTS5 takes 256 deep at most
_PLURAL = 5  # letters from which a final s is taken off a word that is looked for

_PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


# What SQLite would end a string at, or cannot be told in UTF-8.
_UNTELLABLE = re.compile("[\x00\ud800-\udfff]")


class Part(msgspec.Struct, frozen=True):
    """One part of a query: what was typed, and its words as the index has them."""

    typed: str
    tokens: tuple[str, ...]


class Query(msgspec.Struct, frozen=True):
    """The parts wanted and those not wanted."""

    wanted: tuple[Part, ...]
    unwanted: tuple[Part, ...] = ()

    @property
    def expression(self) -> str | None:
        """The same for FTS5, every part in quotation marks, or None where nothing is wanted."""
        if not self.wanted:
            return None
        wanted = " AND ".join(f'"{part.typed}"' for part in self.wanted)
        if not self.unwanted:
            return wanted
        unwanted = " OR ".join(f'"{part.typed}"' for part in self.unwanted)
        return f"({wanted}) NOT ({unwanted})"


def parse(words: str) -> Query:
    """Read a query; parts without a letter or digit ask for nothing and are left out."""
    wanted: dict[tuple[str, ...], Part] = {}
    unwanted: dict[tuple[str, ...], Part] = {}
    plain = _UNTELLABLE.sub(" ", words[:LONGEST])
    for found in islice(_PART.finditer(plain), MOST_PARTS):
        typed = found["word"] if found["phrase"] is None else found["phrase"]
        part = Part(typed, tuple(tokens(typed)))
        if part.tokens:
            (unwanted if found["minus"] else wanted)[part.tokens] = part
    return Query(tuple(wanted.values()), tuple(unwanted.values()))


def spread(text: str) -> str:
    """The words of a text as `holds` looks through them."""
    return " " + " ".join(tokens(text))


def holds(query: Query, text: str) -> bool:
    """Whether a spread text has all that a query wants and nothing that it does not.

    A word may be the beginning of a longer one, as somebody types it, and a plural finds the singular.
    """
    return all(f" {_stem(part)}" in text for part in query.wanted) and not any(
        f" {_stem(part)}" in text for part in query.unwanted
    )


def _stem(part: Part) -> str:
    words = " ".join(part.tokens)
    return words[:-1] if len(part.tokens[-1]) >= _PLURAL and words.endswith("s") else words
