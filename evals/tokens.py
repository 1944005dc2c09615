"""Tokens of a text, and which of them a span touches.

A token is a run of word characters or one punctuation mark, so that a stray
blank at the edge of a span costs nothing.  These are the tokens of the scores
that PolNeAR results were published with in this project, kept equal so that
figures compare.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable

from counterclaim.errors import MalformedRecord
from counterclaim.model.reading import QuoteType
from counterclaim.model.span import Span

Tokens = frozenset[int]

_TOKEN = re.compile(r"(?P<word>\w+)|[^\w\s]")
# What stands inside double quotation marks, in the group that took part.  A quotation
# that its paragraph does not close ends there, as a speech over several paragraphs does.
_QUOTATION = re.compile(
    r"""
      "([^"\n]*)                # straight marks open and close in turn
    | “([^”"\n]*)               # a curly one may be closed by a straight one
    | «([^»\n]*)
    | ''(.*?)(?=''|$)
    | ``(.*?)(?=''|"|$)
    """,
    re.VERBOSE | re.MULTILINE,
)
_CLOSING = re.compile(r"''|[\"”»]")


def quoted_spans(text: str) -> list[Span]:
    """Spans of what stands inside double quotation marks, without the marks."""
    spans = []
    position = 0
    while match := _QUOTATION.search(text, position):
        spans.append(match.span(match.lastindex or 0))
        closing = _CLOSING.match(text, match.end())
        position = closing.end() if closing else match.end()
    return spans


class TokenizedText:
    """A text cut into numbered tokens, with those that are words or quoted."""

    def __init__(self, text: str, name: str = "text") -> None:
        self._name = name
        self._token_at = array("l", [-1]) * len(text)
        words = set()
        for index, match in enumerate(_TOKEN.finditer(text)):
            for position in range(*match.span()):
                self._token_at[position] = index
            if match["word"]:
                words.add(index)
        self._words = frozenset(words)
        self._quoted = self._touched(quoted_spans(text))

    def tokens(self, spans: Iterable[Span]) -> Tokens:
        """Tokens that the spans touch; MalformedRecord where a span is not of this text."""
        checked = tuple(spans)
        for start, end in checked:
            if not 0 <= start < end <= len(self._token_at):
                raise MalformedRecord(
                    self._name,
                    f"span [{start}, {end}] does not lie in its text of {len(self._token_at)} code points",
                    "Offsets must count in the text that is given with it",
                )
        return self._touched(checked)

    def words(self, tokens: Tokens) -> Tokens:
        """Those of the tokens that are words, not punctuation."""
        return tokens & self._words

    def quote_type(self, content: Tokens) -> QuoteType:
        """Direct if every word is inside quotation marks, mixed if some are."""
        words = content & self._words
        quoted = words & self._quoted
        if not quoted:
            return QuoteType.INDIRECT
        return QuoteType.DIRECT if quoted == words else QuoteType.MIXED

    def _touched(self, spans: Iterable[Span]) -> Tokens:
        found = {token for start, end in spans for token in self._token_at[start:end]}
        return frozenset(found - {-1})


def jaccard(left: Tokens, right: Tokens) -> float:
    """Shared tokens over all tokens, 0 to 1; two empty sets agree fully."""
    return len(left & right) / len(left | right) if left or right else 1.0
