"""From what a server answered to a capture."""

from __future__ import annotations

import codecs
import re

from counterclaim.errors import EmptyInput, NotText
from counterclaim.fetch.fetched import Fetched
from counterclaim.fetch.sniff import foreign_format, is_blank, looks_like_html
from counterclaim.model.document import Capture, Media

_HTML = {"text/html", "application/xhtml+xml"}
_TEXT = {"text/plain", "text/markdown", "text/x-markdown"}
# What servers say of files that they know nothing about: the bytes decide.
_UNSTATED = {None, "application/octet-stream", "binary/octet-stream", "application/unknown"}
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Encodings of the web by Python's names; its other codecs are no encodings of text (unicode-escape, idna).
_OF_THE_WEB = re.compile(r"ascii|cp\d{3,4}|iso8859-\d+|koi8-[ru]|gb\w+|big5\w*|euc_\w+|shift_jis\w*|mac-\w+")
# What pages name and what their bytes are (https://encoding.spec.whatwg.org/#names-and-labels).
_MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_REMEDY = "Give the address of a web page, or save its text and give the file"


def page_capture(fetched: Fetched) -> Capture:
    """The capture of a fetched page of HTML or text; NotText or EmptyInput if it is none.

    Its bytes are as they came, unless only the server's header says how they are
    encoded: that would be lost, so they are put into UTF-8.
    """
    where = fetched.requested
    if is_blank(fetched.body):
        raise EmptyInput(where, "there is nothing in it", "Open it in a browser to see what it holds")
    media = _media(fetched, where)
    return Capture(
        name=where,
        data=_readable(fetched.body, fetched.charset),
        media=media,
        id=fetched.url,
        url=fetched.url,
        retrieved=fetched.retrieved,
    )


def _media(fetched: Fetched, where: str) -> Media:
    """HTML or text, by what the bytes are first and what the server says second."""
    found = foreign_format(fetched.body)
    if found is not None:
        raise NotText(where, f"it is {found}, not a page", _REMEDY)
    if fetched.content_type in _HTML or looks_like_html(fetched.body):
        return Media.HTML
    if fetched.content_type in _TEXT or fetched.content_type in _UNSTATED:
        return Media.TEXT
    raise NotText(where, f"it is {fetched.content_type}, not a page", _REMEDY)


def _readable(data: bytes, charset: str | None) -> bytes:
    encoding = None if charset is None or data.startswith(_BOMS) else _encoding(charset)
    if encoding is None or _decodes(data, "utf-8") or not _decodes(data, encoding):
        return data
    return data.decode(encoding).encode("utf-8")


def _encoding(charset: str) -> str | None:
    """Python's name of the encoding that a server means, or None if it is none of the web's."""
    try:
        named = codecs.lookup(charset).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return None
    return _MEANT.get(named, named) if _OF_THE_WEB.fullmatch(named) else None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True
