"""A span of a claim, with the words in it and beside it."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.model.span import Span
from counterclaim.read.parse import Parse, Token
from counterclaim.read.quantities.words import Word


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words around one span of a claim; indices count in `words`."""

    parse: Parse
    words: list[Word]
    span: Span

    def holds(self, first: int, last: int) -> bool:
        """Whether words[first:last] stand in the claim."""
        return self.span[0] <= self.words[first].start and self.words[last - 1].end <= self.span[1]

    def place(self, first: int, last: int) -> Span:
        """Offsets of words[first:last]."""
        return self.words[first].start, self.words[last - 1].end

    def token(self, index: int) -> Token | None:
        """The first token at a word, None where the grammar has none there."""
        inside = self.parse.within((self.words[index].start, self.words[index].end))
        return self.parse.tokens[inside[0]] if inside else None
