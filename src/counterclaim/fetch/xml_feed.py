"""RSS, Atom and CDF, whole or broken, through feedparser's two parsers.

They are driven from here and not by its `parse`, for four reasons: the head of
the file is cut off, so that no entity can be declared; who wrote an entry is not
looked for, which takes quadratic time on a long name (35 s for 100 kB, version
6.0.14); what is taken is not sanitized, which does too on a long `style` (53 s
for 100 kB), as nothing of it reaches a page but as text; and it can never turn
bytes into an address to be fetched.
"""

from __future__ import annotations

import io
import re
import time
import xml.sax
from html import escape
from itertools import islice
from xml.sax.handler import ContentHandler, feature_external_ges, feature_namespaces
from xml.sax.xmlreader import InputSource

from feedparser.api import LooseFeedParser, StrictFeedParser  # type: ignore[import-untyped]
from feedparser.encodings import convert_to_utf8  # type: ignore[import-untyped]

from counterclaim.errors import InputTooLarge, MalformedRecord
from counterclaim.fetch.feed import ENTRIES, Entry, Feed, bare, plain, web_link, written_day
from counterclaim.fetch.markup import refuse_entities, root_start

MARKS = 150_000
"""The most tags of a feed, written out or escaped: each takes about 30 microseconds."""

SIGNS = 500_000
"""The most references and attributes: each takes about 4 microseconds, or 600 bytes of memory."""

_ENTRY = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)\b", re.IGNORECASE)
_MARK = re.compile(rb"<|&(?:lt|#0*60|#x0*3c);", re.IGNORECASE)
_SIGN = re.compile(rb"[&=]")
_NO_TEXT = ("image/", "audio/", "video/")
# What feedparser's code can stumble with over a broken feed: it has no error class of its own for that.
_STUMBLES = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)


class _Strict(StrictFeedParser):  # type: ignore[misc]
    def _sync_author_detail(self, key: str = "author") -> None:
        """Leave the author as it is written."""


class _Loose(LooseFeedParser):  # type: ignore[misc]
    def _sync_author_detail(self, key: str = "author") -> None:
        """Leave the author as it is written."""


def xml_feed(data: bytes, where: str, base: str | None = None, content_type: str | None = None) -> Feed:
    """The feed in these bytes; its links are resolved against what it says of itself, else against `base`.

    NotText if it declares entities, InputTooLarge with more than `ENTRIES`, `MARKS` or
    `SIGNS`, MalformedRecord if no parser makes anything of it.
    """
    refuse_entities(data, where)
    text, is_known = _utf8(data, content_type, where)
    refuse_entities(text, where)
    text = text[root_start(text) :]
    _check_size(text, where)
    try:
        parsed = _parsed(text, base or "", is_known)
    except _STUMBLES as error:
        wrong = f"it is no feed that can be read ({type(error).__name__}: {str(error)[:100]})"
        raise MalformedRecord(where, wrong, "Check it with a feed validator") from error
    # copies into plain dicts: feedparser's own give one field for another, with a warning
    feed = dict(parsed.feeddata)
    own = web_link(feed.get("link"), base) or base
    entries = tuple(_entry(dict(entry), own) for entry in parsed.entries)
    return Feed(title=bare(feed.get("title")), entries=entries)


def _utf8(data: bytes, content_type: str | None, where: str) -> tuple[bytes, bool]:
    """The bytes in UTF-8, and whether what they were in could be told."""
    result: dict[str, object] = {"encoding": "", "bozo": False}
    headers = {} if content_type is None else {"content-type": content_type}
    try:
        text = convert_to_utf8(headers, data, result)
    except _STUMBLES as error:
        wrong = f"its encoding cannot be told ({type(error).__name__})"
        raise MalformedRecord(where, wrong, "Save it as UTF-8") from error
    return text, bool(result["encoding"])


def _check_size(text: bytes, where: str) -> None:
    limits = (
        (_ENTRY, ENTRIES, "entries"),
        (_MARK, MARKS, "tags"),
        (_SIGN, SIGNS, "references and attributes"),
    )
    for pattern, most, what in limits:
        if next(islice(pattern.finditer(text), most, None), None) is not None:
            wrong = f"it has more than {most:,} {what}, the most that are read of a feed"
            raise InputTooLarge(where, wrong, "Split it into several feeds")


def _parsed(text: bytes, base: str, is_known: bool) -> _Strict | _Loose:
    """The parser behind its work: the strict one, or the loose one where that finds a fault."""
    if is_known:
        strict = _Strict(base, None, "utf-8")
        strict.resolve_relative_uris, strict.sanitize_html = True, False
        if _went_well(strict, text):
            return strict
    loose = _Loose(base, None, "utf-8", {})
    loose.resolve_relative_uris, loose.sanitize_html = True, False
    loose.feed(text.decode("utf-8", "replace"))
    return loose


def _went_well(handler: ContentHandler, text: bytes) -> bool:
    parser = xml.sax.make_parser()
    parser.setFeature(feature_namespaces, True)
    parser.setFeature(feature_external_ges, False)
    parser.setContentHandler(handler)
    source = InputSource()
    source.setByteStream(io.BytesIO(text))
    try:
        parser.parse(source)
    except xml.sax.SAXException:
        return False
    return True


def _entry(entry: dict[str, object], base: str | None) -> Entry:
    return Entry(
        id=plain(entry.get("id")),
        link=web_link(entry.get("link"), base) or web_link(entry.get("id"), None),
        title=bare(entry.get("title")),
        published=_day(entry),
        html=_html(entry),
    )


def _day(entry: dict[str, object]) -> str | None:
    for field in ("published", "created", "updated"):
        day = written_day(entry.get(field))
        if day is not None:
            return day
        parsed = entry.get(f"{field}_parsed")
        if isinstance(parsed, time.struct_time):
            return f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}"
    return None


def _html(entry: dict[str, object]) -> str | None:
    """The first text of the entry that holds words: its contents, then its summary."""
    contents = entry.get("content")
    details = [*contents] if isinstance(contents, list) else []
    details += [entry.get("summary_detail"), {"value": entry.get("summary")}]
    for detail in details:
        if not isinstance(detail, dict):
            continue
        fields = dict(detail)
        value, kind = fields.get("value"), str(fields.get("type") or "")
        if isinstance(value, str) and not kind.startswith(_NO_TEXT) and bare(value):
            return escape(value, quote=False) if kind == "text/plain" else value
    return None
