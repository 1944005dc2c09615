"""Sitemaps: lists of pages, and lists of such lists (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

import io

import msgspec
from lxml import etree  # type: ignore[import-untyped]

from counterclaim.errors import EmptyInput, MalformedRecord
from counterclaim.fetch.feed import web_link, written_day
from counterclaim.fetch.markup import refuse_entities, root_of

PAGES = 50_000
"""The most pages taken from a sitemap: what the protocol allows."""

_ROOTS = {"urlset": "url", "sitemapindex": "sitemap"}


class Listed(msgspec.Struct, frozen=True):
    """An address that a sitemap names, with the day of publication where it is one for news."""

    url: str
    published: str | None = None


class Sitemap(msgspec.Struct, frozen=True):
    """What a sitemap names: pages, or other sitemaps if it is an index."""

    is_index: bool
    listed: tuple[Listed, ...]


def looks_like_sitemap(data: bytes) -> bool:
    """Whether these bytes begin a sitemap or an index of some."""
    return root_of(data) in _ROOTS


def parsed_sitemap(data: bytes, where: str) -> Sitemap:
    """What the sitemap names, each address once; an InputError names `where` if it cannot be read."""
    refuse_entities(data, where)
    root = root_of(data)
    listed: dict[str, Listed] = {}
    try:
        for _, element in _elements(data):
            if _local(element.tag) == _ROOTS.get(root or ""):
                found = _listed(element)
                if found is not None and len(listed) < PAGES:
                    listed.setdefault(found.url, found)
                element.clear()
    except etree.XMLSyntaxError as error:
        if not listed:
            wrong = f"it is a sitemap that cannot be read ({str(error)[:100]})"
            raise MalformedRecord(where, wrong, "Check it with a sitemap validator") from error
    if not listed:
        raise EmptyInput(where, "it is a sitemap that names no page", "Give the address of another")
    return Sitemap(is_index=root == "sitemapindex", listed=tuple(listed.values()))


def _elements(data: bytes) -> etree.iterparse:
    return etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _listed(element: etree._Element) -> Listed | None:
    url: str | None = None
    published: str | None = None
    for child in element.iter():
        name = _local(child.tag)
        if name == "loc" and url is None:
            url = web_link(child.text, None)
        elif name == "publication_date":
            published = written_day(child.text)
    return None if url is None else Listed(url, published)


def _local(tag: object) -> str:
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
