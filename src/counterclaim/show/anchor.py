"""Names of the places in a page that links lead to, and what a page may link to outside."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.model.document import Field


class Anchors(NamedTuple):
    """How the places of one text are called; `document` tells the documents of a page apart."""

    document: str
    field: Field = Field.TEXT

    def card(self, number: int) -> str:
        """The card of an attribution."""
        return f"{self.document}-card{number}"

    def content(self, number: int, piece: int = 0) -> str:
        """A piece of its content, counted from 0."""
        return f"{self.document}-said{number}" + (f"-{piece + 1}" if piece else "")

    def claim(self, number: int, index: int) -> str:
        """One of its claims, counted from 0."""
        return f"{self.document}-claim{number}{letter(index)}"

    def stated(self, number: int) -> str:
        """The entry of a statement in the list of the outlet's own."""
        return f"{self.document}-stated{number}"

    def own(self, number: int) -> str:
        """The words of that statement."""
        return f"{self.document}-own{number}"

    def place(self, start: int) -> str:
        """The source or cue that begins at an offset; attributions may share it."""
        return f"{self.document}-{self.field.value}-at{start}"


def letter(index: int) -> str:
    """How the claims of an attribution are lettered, counted from 0: a to z, then aa."""
    head, last = divmod(index, 26)
    return (letter(head - 1) if head else "") + chr(ord("a") + last)


def statement_label(number: int) -> str:
    """How a statement in the outlet's own voice is called, to be told from attributions: S1."""
    return f"S{number}"


def web_address(url: str) -> str:
    """The address if a page may link to it, else nothing: only the web, no hidden characters."""
    return url if url.lower().startswith(("http://", "https://")) and url.isprintable() else ""
