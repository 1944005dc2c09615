"""What an XML file is, told from its head, before any parser sees it."""

from __future__ import annotations

import codecs
import re

from counterclaim.errors import NotText

_HEAD = 1 << 16  # bytes looked at
_SPACE = re.compile(rb"\s*+")
_NAME = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def root_of(data: bytes) -> str | None:
    """The name of the first element in lower case, without its prefix; None if it is no markup."""
    head = _plain(data[:_HEAD])
    found = _NAME.match(head, root_start(head))
    return None if found is None else found[1].decode("ascii", "replace").lower()


def root_start(data: bytes) -> int:
    """Where the first element begins, behind declarations, comments and the document type."""
    at = 0
    while True:
        space = _SPACE.match(data, at)
        at = at if space is None else space.end()
        end = _declaration_end(data, at)
        if end is None:
            return at
        at = end


def refuse_entities(data: bytes, where: str) -> None:
    """Raise NotText if the document type declares entities: their expansion is what blows XML up."""
    head = _plain(data)
    if b"<!ENTITY" in head[: root_start(head)]:
        raise NotText(
            where,
            "its document type declares entities, which no feed or sitemap needs and which are not expanded",
            "Save it without the DOCTYPE",
        )


def _plain(data: bytes) -> bytes:
    """The markup without byte order mark and, of UTF-16 and UTF-32, without the zeros."""
    for mark in _MARKS:
        data = data.removeprefix(mark)
    return data.replace(b"\0", b"")


def _declaration_end(data: bytes, at: int) -> int | None:
    """The end of what begins here and is no element; None if an element or text begins here."""
    if data.startswith(b"<!--", at):
        return _behind(data, b"-->", at + 4)
    if data.startswith(b"<?", at):
        return _behind(data, b"?>", at + 2)
    if data.startswith(b"<!", at):
        end = _behind(data, b">", at)
        subset = data.find(b"[", at, end)
        return end if subset < 0 else _behind(data, b">", _behind(data, b"]", subset))
    return None


def _behind(data: bytes, mark: bytes, at: int) -> int:
    found = data.find(mark, at)
    return len(data) if found < 0 else found + len(mark)
