"""What a page's article is called, among all that the page says of itself.

A page states its title up to five times: in JSON-LD, in metadata for sharing, in <title>, in its
heading; with or without the names of outlet, section and author before or behind it.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from counterclaim.clean.blocks import plain
from counterclaim.clean.headlines import same_headline, section_start
from counterclaim.clean.page import Element

TITLE_LENGTH = 500  # characters; longer ones are no titles

_ARTICLE_TYPE = re.compile(r"\w*(?:Article|BlogPosting|Report)")
_JOINT = re.compile(r"\s+(?:[-–—|¦·•»]|::)\s+|\s*[|¦]\s*|\s?_")
_NESTED = 4  # objects in objects that a JSON-LD block is searched through


def page_title(tree: Element, stated: str | None, outlet: str | None, url: str | None) -> str | None:
    """The article's title without the names of outlet and section, or None if the page has none.

    `stated` and `outlet` are what the metadata say.  A headline that JSON-LD and <title> agree on
    goes before all else.  Then comes the one of the metadata, unless only <title> is also the page's
    heading; some outlets give every page one and the same metadata.
    """
    headings = [plain("".join(heading.itertext())).strip() for heading in tree.iter("h1", "h2")]
    own = tree.findtext(".//head/title") or ""
    names = {name for name in map(_letters, (outlet or "", _site(url))) if name}
    titles = [_bare(title, headings, names) for title in map(_line, (stated or "", own)) if title]
    if titles and own:
        agreed = (line for line in map(_line, _json_ld_headlines(tree)) if same_headline(line, titles[-1]))
        if (headline := next(agreed, None)) is not None:
            return headline
    return next((title for title in titles if title in headings), titles[0] if titles else None)


def _line(title: str) -> str:
    """A title in one line; nothing if it is too long to be one."""
    line = plain(title).strip()
    return line if len(line) <= TITLE_LENGTH else ""


def _bare(title: str, headings: list[str], names: set[str]) -> str:
    """A title without the names around it: as a heading of the page has it, or cut at the outlet's name."""
    cut = section_start(title, headings)
    if cut is not None and title[:cut].strip() in headings:
        return title[:cut].strip()
    for joint in _JOINT.finditer(title):
        before, behind = title[: joint.start()].strip(), title[joint.end() :].strip()
        if _letters(before) in names and behind in headings:
            return behind
        if before and _letters(behind) in names:
            return before
    return title


def _letters(name: str) -> str:
    """A name by its letters and digits, as an address spells it: "The Daily Post" is "dailypost"."""
    return "".join(filter(str.isalnum, re.sub(r"(?i)^the\s+", "", name.strip()).casefold()))


def _site(url: str | None) -> str:
    """The name in a host: "dailypost" of www.dailypost.co.uk."""
    labels = (urlsplit(url).hostname or "").split(".") if url else []
    return max(labels[:-1], key=len, default="")


def _json_ld_headlines(tree: Element) -> Iterator[str]:
    """Headlines that JSON-LD gives to articles."""
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json" or not script.text:
            continue
        try:
            stated = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):  # nobody promised JSON
            continue
        yield from _headlines(stated, _NESTED)


def _headlines(stated: Any, depth: int) -> Iterator[str]:
    if isinstance(stated, list) and depth:
        for item in stated:
            yield from _headlines(item, depth - 1)
    elif isinstance(stated, dict) and depth:
        kinds = stated.get("@type")
        headline = stated.get("headline")
        if isinstance(headline, str) and any(map(_is_article, kinds if isinstance(kinds, list) else [kinds])):
            yield html.unescape(headline)
        yield from _headlines([value for value in stated.values() if isinstance(value, (dict, list))], depth)


def _is_article(kind: object) -> bool:
    return isinstance(kind, str) and _ARTICLE_TYPE.fullmatch(kind) is not None
