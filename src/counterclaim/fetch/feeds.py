"""From the entries of a feed to captures of their own texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.errors import EmptyInput, InputError
from counterclaim.fetch.feed import Entry, Feed
from counterclaim.fetch.json_feed import json_feed, looks_like_json_feed
from counterclaim.fetch.limits import DOCUMENT_BYTES, too_large
from counterclaim.fetch.markup import root_of
from counterclaim.fetch.xml_feed import xml_feed
from counterclaim.model.document import Capture, Media

_URI = re.compile(r"[a-z][a-z0-9+.-]*:[!-~]{1,500}", re.IGNORECASE)  # RFC 3986: tag:, urn:, http:
_ROOTS = {"rss", "feed", "rdf", "channel"}
# A page of its own, so that the cleaner meets what it is made for, in the encoding that it says.
_PAGE = '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><article>{}</article></body></html>'


def looks_like_feed(data: bytes) -> bool:
    """Whether these bytes begin a feed: RSS, Atom, CDF or JSON Feed."""
    return root_of(data) in _ROOTS or looks_like_json_feed(data)


def parsed_feed(data: bytes, where: str, base: str | None = None, content_type: str | None = None) -> Feed:
    """The feed in these bytes; an InputError names `where` if it cannot be read or has no entry."""
    is_json = looks_like_json_feed(data)
    feed = json_feed(data, where, base) if is_json else xml_feed(data, where, base, content_type)
    if not feed.entries:
        raise EmptyInput(
            where, "it is a feed without an entry", "Look at it again when there is something in it"
        )
    return feed


def feed_captures(feed: Feed, name: str, day: str | None) -> Iterator[Capture | InputError]:
    """A capture of each entry's own text; an error value in the place of one that has none.

    Messages name `feed.xml:NUMBER`, the entry's place in the feed.
    """
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield entry_capture(entry, feed, f"{name}:{number}", day)
        except InputError as error:
            yield error


def entry_capture(entry: Entry, feed: Feed, where: str, day: str | None) -> Capture:
    """The capture of an entry's own text; EmptyInput if it has none, InputTooLarge if it has too much.

    Its address is the page's with `#entry` behind it: a summary is no later version of the page.
    """
    if entry.html is None:
        remedy = "Give the page that it links to" if entry.link else "There is nothing to do"
        raise EmptyInput(where, "this entry has no text of its own", remedy)
    data = _PAGE.format(entry.html).encode("utf-8", "replace")
    if len(data) > DOCUMENT_BYTES:
        raise too_large(where)
    return Capture(
        name=where,
        data=data,
        media=Media.HTML,
        id=entry.id or entry.link or where,
        url=_own_address(entry),
        publisher=feed.title,
        published=entry.published,
        title=entry.title,
        default_published=day,
    )


def _own_address(entry: Entry) -> str | None:
    """What an entry is known by, wherever it stands in the feed; None where it says nothing of the kind."""
    if entry.link:
        return f"{entry.link}/entry" if "#" in entry.link else f"{entry.link}#entry"
    return entry.id if entry.id and _URI.fullmatch(entry.id) else None
