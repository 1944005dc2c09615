"""Stretches of a text as elements of its page, so that a link marks exactly the words of a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from counterclaim.show.token import Token
from counterclaim.show.view import RowView
from counterclaim.show.visible import visible


class Stretch(NamedTuple):
    """Words from `start` to `end` of a text, in code points; `id` is the anchor, or empty."""

    start: int
    end: int
    id: str


def with_stretches(rows: Sequence[RowView], text: str, stretches: Iterable[Stretch]) -> list[RowView]:
    """The rows of a whole text with an element around the words of each stretch.

    The elements stand in one another; one that a row or another element would cross is closed and
    goes on behind it, so that every word is written once and in order.
    """
    waiting = sorted(stretches, key=lambda one: (one.start, -one.end, one.id))
    weaver = _Weaver(text, waiting)
    return [row._replace(tokens=weaver.row(row.tokens)) for row in rows]


class _Open(NamedTuple):
    token: Token
    end: int  # 0: it ends with a token of its own


class _Weaver:
    """Walks through tokens and text side by side."""

    def __init__(self, text: str, waiting: list[Stretch]) -> None:
        self._text = text
        self._waiting = waiting[::-1]  # the next one last
        self._at = 0
        self._going: list[Stretch] = []
        self._open: list[_Open] = []
        self._out: list[Token] = []

    def row(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens of the next row, with the elements of stretches in it."""
        self._out, self._open = [], []
        if any(token.kind == "words" and token.text for token in tokens):
            self._skip_blanks(tokens)
        self._going = [one for one in self._going if one.end > self._at]
        for stretch in self._going:
            self._begin(stretch._replace(id=""))
        for token in tokens:
            if token.kind == "close":
                self._close_element()
                continue
            self._end_stretches()  # not before a close, or what both end would be opened once more
            if token.kind == "words" and token.text:
                self._words(token)
                continue
            self._out.append(token)
            if token.kind == "open":
                self._open.append(_Open(token, 0))
        while self._open:
            self._out.append(Token("close"))
            self._open.pop()
        return self._out

    def _skip_blanks(self, tokens: Sequence[Token]) -> None:
        """Pass over white space that stands between rows and is not written."""
        first = next(token.text for token in tokens if token.kind == "words" and token.text)
        while self._at < len(self._text) and not first.startswith(visible(self._text[self._at])):
            self._at += 1

    def _words(self, token: Token) -> None:
        """Write words cut where stretches begin and end; `visible` may have made a sign longer."""
        rest, anchor = token.text, token.id
        while rest:
            self._end_stretches()
            self._turn()
            end = min(
                [
                    len(self._text),
                    *(one.end for one in self._going),
                    *(one.start for one in self._waiting[-1:]),
                ]
            )
            part = ""
            while self._at < end and len(part) < len(rest):
                part += visible(self._text[self._at])
                self._at += 1
            if not part:  # never, unless text and tokens are not of one document
                part = rest
            self._out.append(token._replace(text=part, id=anchor))
            rest, anchor = rest[len(part) :], ""

    def _turn(self) -> None:
        """Begin the stretches that have been reached."""
        while self._waiting and self._waiting[-1].start <= self._at:
            stretch = self._waiting.pop()
            if stretch.end > self._at:
                self._going.append(stretch)
                self._begin(stretch)

    def _begin(self, stretch: Stretch) -> None:
        token = Token("open", css="told" if stretch.id else "told resumed", id=stretch.id)
        self._out.append(token)
        self._open.append(_Open(token, stretch.end))

    def _end_stretches(self) -> None:
        """Close the elements of stretches that end here, with those inside them, which go on."""
        self._going = [one for one in self._going if one.end > self._at]
        first = next((place for place, one in enumerate(self._open) if self._is_over(one)), None)
        if first is not None:
            self._reopen(first, lambda one: not self._is_over(one))

    def _is_over(self, one: _Open) -> bool:
        return 0 < one.end <= self._at

    def _close_element(self) -> None:
        """Close the innermost element of the text; stretches inside it go on behind it."""
        place = next((at for at in range(len(self._open) - 1, -1, -1) if not self._open[at].end), None)
        if place is not None:
            closing = self._open[place]
            self._reopen(place, lambda one: one is not closing and not self._is_over(one))

    def _reopen(self, first: int, keep: Callable[[_Open], bool]) -> None:
        """Close all from one element inwards and open again those to be kept."""
        inner = self._open[first:]
        self._out.extend(Token("close") for _ in inner)
        self._open = self._open[:first]
        for one in inner:
            if keep(one):
                base = one.token.css.removesuffix(" resumed")
                again = one.token._replace(css=f"{base} resumed", id="")
                self._out.append(again)
                self._open.append(_Open(again, one.end))
