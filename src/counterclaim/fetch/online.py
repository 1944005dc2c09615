"""From the address of a page, a feed or a sitemap to captures, through the one client."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Protocol

from msgspec.structs import replace

from counterclaim.errors import InputError
from counterclaim.fetch.feed import Feed
from counterclaim.fetch.feeds import entry_capture, looks_like_feed, parsed_feed
from counterclaim.fetch.fetched import Fetched
from counterclaim.fetch.page import page_capture
from counterclaim.fetch.sitemaps import Listed, looks_like_sitemap, parsed_sitemap
from counterclaim.fetch.unpack import GZIP, gunzipped
from counterclaim.model.document import Capture

DEPTH = 3
"""How many indexes of sitemaps may stand one above the other."""

SITEMAPS = 500
"""The most sitemaps that are fetched for one address given."""


class Web(Protocol):
    """What is needed of the client."""

    def polite_get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """The page as its site wishes it to be asked for."""


def online_captures(url: str, web: Web, day: str | None) -> Iterator[Capture | InputError]:
    """The page at an address; of a feed or a sitemap, told by its content, the pages that it names.

    A page of a feed that cannot be had is an error value, followed by the
    entry's own text.  An InputError is raised for the address itself.
    """
    fetched = unzipped(web.polite_get(url))
    if looks_like_feed(fetched.body):
        yield from feed_pages(fetched, web, day)
    elif looks_like_sitemap(fetched.body):
        yield from _sitemap_pages(fetched, web, day)
    else:
        yield replace(page_capture(fetched), default_published=day)


def feed_pages(fetched: Fetched, web: Web, day: str | None) -> Iterator[Capture | InputError]:
    """The pages of a fetched feed's entries, each once; the entry's own text where a page cannot be had."""
    stated = None if fetched.content_type is None else _content_type(fetched)
    feed = parsed_feed(fetched.body, fetched.requested, fetched.url, stated)
    met: set[str] = set()
    for number, entry in enumerate(feed.entries, start=1):
        if entry.link is not None and entry.link in met:
            continue
        if entry.link is not None:
            met.add(entry.link)
            page = _page(Listed(entry.link, entry.published), web, day)
            yield page
            if isinstance(page, Capture):
                continue
        yield _own_text(feed, number, fetched, day)


def unzipped(fetched: Fetched) -> Fetched:
    """The answer with its body unpacked where that is a gzip file, as sitemaps are."""
    if not fetched.body.startswith(GZIP):
        return fetched
    return replace(fetched, body=gunzipped(io.BytesIO(fetched.body), fetched.requested), content_type=None)


def _content_type(fetched: Fetched) -> str:
    charset = "" if fetched.charset is None else f"; charset={fetched.charset}"
    return f"{fetched.content_type}{charset}"


def _own_text(feed: Feed, number: int, fetched: Fetched, day: str | None) -> Capture | InputError:
    where = f"{fetched.requested}:{number}"
    try:
        capture = entry_capture(feed.entries[number - 1], feed, where, day)
    except InputError as error:
        return error
    return replace(capture, retrieved=fetched.retrieved)


def _page(listed: Listed, web: Web, day: str | None) -> Capture | InputError:
    try:
        capture = page_capture(web.polite_get(listed.url))
    except InputError as error:
        return error
    return replace(capture, default_published=listed.published or day)


def _sitemap_pages(first: Fetched, web: Web, day: str | None) -> Iterator[Capture | InputError]:
    """The pages of a sitemap and of those that it names, each once, in their order."""
    met = {first.url, first.requested}
    waiting: list[tuple[Listed, int, Fetched | None]] = [(Listed(first.requested), 0, first)]
    count = 0
    while waiting:
        listed, depth, fetched = waiting.pop()
        count += 1
        if count > SITEMAPS:
            wrong = f"it names more than {SITEMAPS} sitemaps; the others are not fetched"
            yield InputError(first.requested, wrong, "Give the addresses of those that you want")
            return
        try:
            fetched = fetched or unzipped(web.polite_get(listed.url))
            sitemap = parsed_sitemap(fetched.body, listed.url)
        except InputError as error:
            yield error
            continue
        new = [item for item in sitemap.listed if item.url not in met]
        met.update(item.url for item in new)
        if not sitemap.is_index:
            for item in new:
                yield _page(item, web, day)
        elif depth < DEPTH:
            waiting.extend((item, depth + 1, None) for item in reversed(new))
        else:
            wrong = f"it is an index of sitemaps below {DEPTH} others; those it names are not fetched"
            yield InputError(listed.url, wrong, "Give its address if you want them")
