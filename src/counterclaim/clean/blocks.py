"""The body of an article as text: paragraphs, with the places of links and headings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from counterclaim.clean.page import Element
from counterclaim.model.document import Link, LinkKind
from counterclaim.model.span import Span

PARAGRAPH = "\n\n"
LINE = "\n"
# What stands between an element and its neighbours, by trafilatura's names for elements.
_GAPS = {
    **dict.fromkeys(("p", "head", "quote", "list", "table"), PARAGRAPH),
    **dict.fromkeys(("item", "row", "cell"), LINE),
}
_RANK = {gap: rank for rank, gap in enumerate(("", " ", LINE, PARAGRAPH))}
_SPACES = re.compile(r"\s+")
# Control characters, soft hyphens, zero-width characters and marks that turn the direction of writing:
# what nobody sees must not stand between the letters of a word.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


_INLINE = frozenset(
    """
    a abbr acronym b big cite code del em font i ins kbd label mark q s small span strong sub sup time tt u
    """.split()
)
_KEPT_SPACE = "\ue000"  # private use: `parse_page` leaves none of these in a page


def keep_spaces(tree: Element) -> None:
    """Put a sign in the place of the white space beside inline elements.

    The extraction strips the ends of some pieces of text, and with them the
    space between "the Court" in a link and "has ruled" behind it.
    """
    for element in tree.iter(*_INLINE):
        if element.tail and element.tail[0].isspace() and element.tail.strip():
            element.tail = _KEPT_SPACE + element.tail.lstrip()
        before = element.getprevious()
        parent = element.getparent()
        if before is not None:
            before.tail = _closed(before.tail)
        elif parent is not None:
            parent.text = _closed(parent.text)


def _closed(words: str | None) -> str | None:
    if words and words[-1].isspace() and words.strip():
        return words.rstrip() + _KEPT_SPACE
    return words


def plain(words: str) -> str:
    """The words in one line: composed (NFC), single spaces, nothing invisible."""
    words = unicodedata.normalize("NFC", words.replace(_KEPT_SPACE, " "))
    return _SPACES.sub(" ", _INVISIBLE.sub("", words))


@dataclass(slots=True)
class Writer:
    """Text under construction; every offset it hands out counts from the start of the text.

    `pieces` are the spans that were each written in one go: one text of the page.
    """

    parts: list[str] = field(default_factory=list)
    length: int = 0
    gap: str = ""
    links: list[Link] = field(default_factory=list)
    headings: list[Span] = field(default_factory=list)
    pieces: list[Span] = field(default_factory=list)
    _pending: list[list[int]] = field(default_factory=list)

    def space(self, gap: str) -> None:
        """Ask for a gap before the next words; the widest one asked for is written."""
        if _RANK[gap] > _RANK[self.gap]:
            self.gap = gap

    def words(self, words: str | None) -> None:
        """Write words; white space at their ends is a gap."""
        line = plain(words or "")
        if line[:1] == " ":
            self.space(" ")
        if core := line.strip():
            self._write(core)
            if line[-1] == " ":
                self.space(" ")

    def _write(self, core: str) -> None:
        if self.length:
            self.parts.append(self.gap)
            self.length += len(self.gap)
        self.gap = ""
        for opened in self._pending:
            opened.append(self.length)
        self._pending.clear()
        self.parts.append(core)
        self.pieces.append((self.length, self.length + len(core)))
        self.length += len(core)

    def open(self) -> list[int]:
        """Remember where the next words begin."""
        opened: list[int] = []
        self._pending.append(opened)
        return opened

    def close(self, opened: list[int]) -> Span | None:
        """The span written since `open`, or None if it is empty."""
        if not opened:
            # by identity: two that are empty are equal
            self._pending = [other for other in self._pending if other is not opened]
            return None
        return (opened[0], self.length)

    def text(self) -> str:
        """All that was written."""
        return "".join(self.parts)


def write_body(body: Element, writer: Writer) -> None:
    """Write the body's paragraphs; a blank line between them, a line break between the items of a list."""
    writer.words(body.text)
    for element in body:
        _write_element(element, writer)
        writer.words(element.tail)


def _write_element(element: Element, writer: Writer) -> None:
    tag = element.tag
    if tag == "lb":
        writer.space(PARAGRAPH if writer.gap == LINE else LINE)
        return
    gap = _GAPS.get(tag, "")
    writer.space(gap)
    opened = writer.open() if tag in {"ref", "head"} else None
    write_body(element, writer)
    if opened is not None and (span := writer.close(opened)):
        if tag == "head":
            writer.headings.append(span)
        elif url := element.get("target"):
            writer.links.append(Link(*span, url, LinkKind.LINK))
    writer.space(gap)
