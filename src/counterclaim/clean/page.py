"""A web page as a tree, within bounds that hostile pages cannot exceed.

Nothing is fetched and no entity but those of HTML is known: the HTML parser
reads no DTD.  What the bounds turn away, a person can still read from a text file.
"""

from __future__ import annotations

import json
import re
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

from counterclaim.clean.decode import decode_page
from counterclaim.errors import EmptyInput, InputTooLarge

Element = Any
"""An lxml element; lxml ships no types."""

# 100,000 elements take 4.5 s and 230 MB here; the largest of 35 saved news pages has 2,666.
MAX_ELEMENTS = 200_000
MAX_TAGS = 5 * MAX_ELEMENTS  # "<" in the source, counted before anything is built
# trafilatura looks for metadata with regular expressions that take quadratic time and more on hostile
# pages: a title of 300,000 dashes held it for minutes, a JSON-LD block of 90,000 quotes for two.
MAX_ATTRIBUTE = 10_000  # characters
# Attributes of one element take quadratic time: 10,000 of them 7 s here.
MAX_ATTRIBUTES = 2_000
MAX_STATED = 1_000  # characters of a title or of the content of a meta element
MAX_JSON_LD = 200_000
MAX_BROKEN_JSON_LD = 5_000

# characters that XML has no room for, and the private ones that pages use for icons
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ue000-\uf8ff]")
# a start tag so long that it may hold more attributes than that, each of four characters at least
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{4 * MAX_ATTRIBUTES},}}")
_BLANKS = re.compile(r"\s+")
_CDATA = "<![CDATA["
_REMEDY = "Copy the article's text into a .txt file and give that"


def parse_page(data: bytes, name: str) -> Element:
    """The tree of a web page.

    InputTooLarge if it nests deeper than the parser goes (256 elements), has
    more than `MAX_ELEMENTS` or `MAX_ATTRIBUTES` of one element, or a single piece of text of more than 10 MB;
    EmptyInput if there is no HTML in it.
    """
    source = _NOT_IN_XML.sub("", decode_page(data))
    if source.count("<") > MAX_TAGS:
        raise InputTooLarge(name, f"the page has more than {MAX_TAGS:,} tags", _REMEDY)
    for tag in _LONG_TAG.finditer(source):
        if sum(1 for _ in _BLANKS.finditer(source, *tag.span())) > MAX_ATTRIBUTES:
            wrong = f"an element of the page has more than {MAX_ATTRIBUTES:,} attributes"
            raise InputTooLarge(name, wrong, _REMEDY)
    parser = HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        huge_tree=False,
        no_network=True,
    )
    try:
        tree = document_fromstring(source.encode("utf-8"), parser=parser)
    except etree.LxmlError as error:
        raise EmptyInput(name, f"there is no HTML in it ({error})", _REMEDY) from error
    for problem in parser.error_log:
        if problem.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            raise InputTooLarge(
                name, f"the page is nested too deeply or too large ({problem.message.strip()})", _REMEDY
            )
    _tame(tree, name)
    return tree


def _tame(tree: Element, name: str) -> None:
    """Count the elements and cut what the page states about itself to a sensible length."""
    for count, element in enumerate(tree.iter(etree.Element)):
        if count >= MAX_ELEMENTS:
            raise InputTooLarge(name, f"the page has more than {MAX_ELEMENTS:,} elements", _REMEDY)
        _drop_unwritable(element)
        for key, value in element.attrib.items():
            if len(value) > MAX_ATTRIBUTE or _NOT_IN_XML.search(value):
                del element.attrib[key]
        if element.tag == "title":
            element.text = (element.text or "")[:MAX_STATED]
        elif element.tag == "meta":
            element.set("content", element.get("content", "")[:MAX_STATED])
        elif element.tag == "script":
            script = _unwrapped(element.text or "")
            element.text = script if _is_safe_script(script) else None


def _drop_unwritable(element: Element) -> None:
    """Take out characters written as numbers (`&#1;`) that lxml reads and refuses to write."""
    if element.text and _NOT_IN_XML.search(element.text):
        element.text = _NOT_IN_XML.sub("", element.text)
    if element.tail and _NOT_IN_XML.search(element.tail):
        element.tail = _NOT_IN_XML.sub("", element.tail)


def _unwrapped(source: str) -> str:
    """A script without CDATA marks around it, which were meant for XML and make JSON-LD no JSON."""
    bare = source.strip()
    for comment in ("//", "/*"):
        bare = bare.removeprefix(comment).lstrip()
    end = bare.rfind("]]>")
    if not bare.startswith(_CDATA) or end < 0:
        return source
    inner = bare[len(_CDATA) : end].lstrip().removeprefix("*/").rstrip()
    return inner.removesuffix("//").removesuffix("/*")


def _is_safe_script(source: str) -> bool:
    """Whether a script, should it be JSON-LD, can be searched in good time."""
    if len(source) <= MAX_BROKEN_JSON_LD:
        return True
    if len(source) > MAX_JSON_LD:
        return False
    try:
        json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return False
    return True
