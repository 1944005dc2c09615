"""Web addresses that a page states, made absolute."""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urljoin, urlsplit

from counterclaim.clean.page import Element

_LONGEST = 4096
_FORBIDDEN = re.compile(r"[\s<>\"\\^`{|}\x00-\x20\x7f-\x9f]")


def page_address(tree: Element, stated: str | None) -> str | None:
    """Where the page was published: as stated, or as its canonical link or Open Graph says, or None."""
    candidates = [
        stated,
        *tree.xpath("//link[translate(@rel, 'CANOIL', 'canoil') = 'canonical']/@href"),
        *tree.xpath("//meta[@property = 'og:url']/@content"),
    ]
    return next((found for url in candidates if url and (found := web_address(url, None))), None)


def base_address(tree: Element, page: str | None) -> str | None:
    """What relative addresses of the page are relative to."""
    for href in tree.xpath("//base/@href")[:1]:
        return web_address(href, page) or page
    return page


def web_address(href: str, base: str | None) -> str | None:
    """The absolute http or https address that an href means, or None if it means no such."""
    href = href.strip()
    if not href or len(href) > _LONGEST:
        return None
    try:
        parts = urlsplit(urljoin(base or "", href))
        url, host = parts.geturl(), parts.hostname
    except ValueError:  # such as an IPv6 host without its bracket
        return None
    if parts.scheme not in {"http", "https"} or not host or _FORBIDDEN.search(url):
        return None
    return url


def same_page(url: str, page: str | None) -> bool:
    """Whether an address leads to a place in the page itself."""
    return page is not None and urldefrag(url).url == urldefrag(page).url


def resolve_links(tree: Element, page: str | None) -> None:
    """Make the target of every hyperlink absolute; what leads nowhere on the web is a link no longer."""
    base = base_address(tree, page)
    for anchor in tree.iter("a"):
        href = anchor.attrib.pop("href", None)
        url = None if href is None else web_address(href, base)
        if url is not None and not same_page(url, page):
            anchor.set("href", url)
