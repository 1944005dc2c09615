"""JSON Feed (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
import re
from html import escape

from counterclaim.errors import InputTooLarge, MalformedRecord
from counterclaim.fetch.feed import ENTRIES, Entry, Feed, bare, plain, web_link, written_day

_VERSION = re.compile(rb'"version"\s*+:\s*+"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/')
_HEAD = 1 << 16


def looks_like_json_feed(data: bytes) -> bool:
    """Whether these bytes begin a JSON object that calls itself a feed."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    # the version may stand behind the items
    return head.startswith(b"{") and (_VERSION.search(data) is not None)


def json_feed(data: bytes, where: str, base: str | None = None) -> Feed:
    """The feed in these bytes; MalformedRecord if it is none, InputTooLarge with too many."""
    try:
        value = json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise MalformedRecord(where, f"it is no JSON ({error})", "Check it with a feed validator") from error
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list):
        raise MalformedRecord(where, "it has no list of `items`", "Check it with a feed validator")
    if len(items) > ENTRIES:
        wrong = f"it has more than {ENTRIES:,} entries, the most that are read of a feed"
        raise InputTooLarge(where, wrong, "Split it into several feeds")
    base = web_link(value.get("feed_url"), base) or base
    entries = tuple(_entry(item, base) for item in items if isinstance(item, dict))
    return Feed(title=plain(value.get("title")), entries=entries)


def _entry(item: dict[str, object], base: str | None) -> Entry:
    id = item.get("id")
    return Entry(
        id=plain(str(id) if isinstance(id, int) else id),
        link=web_link(item.get("url"), base)
        or web_link(item.get("external_url"), base)
        or web_link(item.get("id"), None),
        title=plain(item.get("title")),
        published=written_day(item.get("date_published")) or written_day(item.get("date_modified")),
        html=_html(item),
    )


def _html(item: dict[str, object]) -> str | None:
    html = item.get("content_html")
    if isinstance(html, str) and bare(html):
        return html
    for field in ("content_text", "summary"):
        text = item.get(field)
        if isinstance(text, str) and text.strip():
            return "".join(f"<p>{escape(part, quote=False)}</p>" for part in text.split("\n") if part.strip())
    return None
