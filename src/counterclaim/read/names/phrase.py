"""A description cut into the pieces that its punctuation makes, and those into words."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 400  # characters of a description that are looked at

_MARKS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "“": " ",
        "”": " ",
        '"': " ",
        "«": " ",
        "»": " ",
        "\N{NO-BREAK SPACE}": " ",
    }
)
_LOOSE_POSSESSIVE = re.compile(r"\s+'\s*s\b")
# As tokenised corpora write "co - founder" and "22 - year - old".
_LOOSE_HYPHEN = re.compile(
    r"\b(co|ex|vice|pro|anti|non|free|semi|self|mid|governor|year|\d+) - (?=[a-z])", re.I
)
# A relative clause tells of something else; only what stands before it describes.
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|when|where)\b")
_BREAK = re.compile(r"[,;()\[\]:]|\s[-–—]+\s|--+|—")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b|(?<=s)'(?!\w)")
_WORD = re.compile(r"'s\b|'(?=\s|$)|\w[\w&]*(?:[.'/&-]\w+)*\.?|&")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a description; `bare` is in small letters without a final dot."""

    text: str
    bare: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def possessive(self) -> bool:
        """Whether it is the ending of the word before."""
        return self.text[0] == "'"


Words = tuple[Word, ...]


def pieces(description: str) -> list[Words]:
    """The parts between commas, brackets and dashes, up to a relative clause; empty ones left out."""
    text = _LOOSE_POSSESSIVE.sub("'s", description[:LONGEST].translate(_MARKS))
    relative = _RELATIVE.search(text, 1)
    text = text[: relative.start()] if relative else text
    text = _LOOSE_HYPHEN.sub(r"\1-", text)
    return [words for part in _BREAK.split(text) if (words := words_of(part))]


def words_of(part: str) -> Words:
    """Words of one part; a possessive ending is a word by itself."""
    return tuple(
        Word(text, text.lower().rstrip(".")) for text in _WORD.findall(_POSSESSIVE.sub(" \\g<0>", part))
    )


def joined(words: Words) -> str:
    """The words as a text again."""
    return " ".join(word.text for word in words).replace(" '", "'")
