"""What a feed says: its title and its entries, whatever format it is in."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_tz
from html import unescape
from urllib.parse import urljoin, urlsplit

import msgspec

from counterclaim.fetch.dates import iso_day

ENTRIES = 20_000
"""The most entries of a feed: each costs a thousand bytes of memory, whatever it holds."""

_TAG = re.compile(r"<[^<>]*+>")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry: `html` is its own text as markup, `published` the day as written."""

    id: str | None
    link: str | None
    title: str | None
    published: str | None
    html: str | None


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """A feed with its entries in the order they stand."""

    title: str | None
    entries: tuple[Entry, ...]


def bare(markup: object) -> str | None:
    """The words of a short piece of markup in one line; None if there are none or it is no string."""
    if not isinstance(markup, str):
        return None
    return plain(unescape(_TAG.sub(" ", markup)))


def plain(text: object) -> str | None:
    """A short text in one line; None if there is none or it is no string."""
    if not isinstance(text, str):
        return None
    words = ("".join(filter(str.isprintable, word)) for word in text.split())
    return " ".join(filter(None, words)) or None


def web_link(link: object, base: str | None) -> str | None:
    """The link as an absolute address on the web; None if it is none."""
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        joined = urljoin(base or "", link.strip())
        parts = urlsplit(joined)
    except ValueError:  # a broken IPv6 address
        return None
    is_whole = parts.scheme in ("http", "https") and bool(parts.netloc) and joined.isprintable()
    return joined if is_whole else None


def written_day(stated: object) -> str | None:
    """The day of a date as feeds write it, the one written whatever the time zone; None if it is none."""
    if not isinstance(stated, str):
        return None
    try:
        return iso_day(stated)
    except ValueError:
        pass
    try:
        found = parsedate_tz(stated[:100])
        return None if found is None else date(*found[:3]).isoformat()
    except (ValueError, IndexError, OverflowError):  # an impossible day, or no number where one should be
        return None
