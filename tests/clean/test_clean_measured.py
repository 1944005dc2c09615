"""Floors under what was measured on 35 saved news pages, so that it does not slide back.

Measured in November 2026 with trafilatura 2.3.1: mean F1 0.957 over words of
the body, titles 34 of 35 (the other is the page's own heading, where the
expected title is that of the outlet's every page).
"""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from lxml import html

from counterclaim.clean import clean
from counterclaim.model.document import Capture, Media

F1_FLOOR = 0.95
TITLES_FLOOR = 34
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
BLOCKS = {"p", "div", "li", "br", "h1", "h2", "h3", "h4", "figure", "figcaption", "td", "section"}


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.lower()))


def f1(found: str, expected: str) -> float:
    ours, theirs = words(found), words(expected)
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())


def expected_text(source: str) -> str:
    tree = html.fromstring(source)
    for element in tree.iter():
        if element.tag in BLOCKS:
            element.tail = f" {element.tail or ''}"
    return tree.text_content()


@pytest.fixture(scope="module")
def pages(shared):
    folder = shared("corpora/readability_news_pages/test/test-pages")
    found = []
    for page in sorted(folder.iterdir()):
        capture = Capture(
            name=page.name, data=(page / "source.html").read_bytes(), media=Media.HTML, id=page.name
        )
        stated = json.loads((page / "expected-metadata.json").read_text(encoding="utf-8"))
        text = expected_text((page / "expected.html").read_text(encoding="utf-8"))
        found.append((clean(capture), text, stated))
    return found


def test_the_text_of_an_article_is_found(pages):
    scores = [f1(document.text.split("\n\n", 1)[-1], text) for document, text, _ in pages]
    assert len(scores) == 35
    assert sum(scores) / len(scores) >= F1_FLOOR


def test_the_title_of_an_article_is_found(pages):
    def key(title: str) -> str:
        return " ".join(re.findall(r"\w+", title.lower()))

    # an outlet's, section's or author's name behind the title is expected in some and none of ours
    right = sum(key(stated["title"]).startswith(key(document.title)) for document, _, stated in pages)
    assert right >= TITLES_FLOOR


def test_the_day_of_publication_is_right_wherever_it_is_known(pages):
    known = [
        (document.published, stated["publishedTime"][:10])
        for document, _, stated in pages
        if stated.get("publishedTime")
    ]
    assert len(known) == 9
    assert all(found == stated for found, stated in known)
