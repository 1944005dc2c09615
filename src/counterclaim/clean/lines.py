"""A text cut into its lines, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

# \r\n counts as one break; the other breaks that str.splitlines() knows occur inside lines of real pages
_LINE = re.compile(r"[^\r\n]+|\r\n|\r|\n")
_STOP = re.compile(r"""[.!?…][\s"'”’»“)\]]*$""")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the blanks around it.

    `start` and `end` are code point offsets in the text; `alone` says that
    there is a blank line, or nothing, on both sides.
    """

    text: str
    start: int
    end: int
    alone: bool

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does, closing quotation marks or brackets aside."""
        return _STOP.search(self.text) is not None


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    spans: list[tuple[int, int]] = []
    breaks_before: list[int] = []
    breaks = 2  # the start of the text isolates a line as a blank line does
    for match in _LINE.finditer(text):
        piece = match.group()
        if piece[0] in "\r\n":
            breaks += 1
        elif stripped := piece.strip():
            start = match.start() + piece.index(stripped[0])
            spans.append((start, start + len(stripped)))
            breaks_before.append(breaks)
            breaks = 0
    breaks_before.append(2)
    return [
        Line(text[start:end], start, end, alone=breaks_before[i] > 1 and breaks_before[i + 1] > 1)
        for i, (start, end) in enumerate(spans)
    ]
