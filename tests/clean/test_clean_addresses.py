"""Addresses of a page are made absolute, and only those of the web are kept."""

from __future__ import annotations

import pytest

from counterclaim.clean.addresses import page_address, resolve_links, same_page, web_address
from counterclaim.clean.page import parse_page

PAGE = "https://courier.example/2031/03/bridge"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://ferry.example/", "https://ferry.example/"),
        (" HTTP://ferry.example/a ", "http://ferry.example/a"),
        ("/town", "https://courier.example/town"),
        ("river", "https://courier.example/2031/03/river"),
        ("//cdn.example/x.jpg", "https://cdn.example/x.jpg"),
        ("?page=2", f"{PAGE}?page=2"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,<p>", None),
        ("file:///etc/passwd", None),
        ("mailto:mayor@keldmoor.example", None),
        ("tel:123", None),
        ("", None),
        ("http://[::1", None),
        ("http://", None),
        ('https://ferry.example/"><script>', None),
        ("https://ferry.example/" + "a" * 5000, None),
    ],
)
def test_an_address_is_absolute_http_or_none(href, url):
    assert web_address(href, PAGE) == url


def test_a_relative_address_without_a_base_leads_nowhere():
    assert web_address("/town", None) is None


@pytest.mark.parametrize(
    ("head", "stated", "address"),
    [
        ("", PAGE, PAGE),
        ('<link rel="canonical" href="https://canonical.example/1">', PAGE, PAGE),
        ('<link rel="Canonical" href="https://canonical.example/1">', None, "https://canonical.example/1"),
        ('<meta property="og:url" content="https://og.example/1">', None, "https://og.example/1"),
        (
            '<link rel="canonical" href="javascript:1"><meta property="og:url" content="https://og.example/">',
            None,
            "https://og.example/",
        ),
        ("", None, None),
    ],
)  # fmt: skip
def test_the_address_of_a_page_is_the_stated_or_the_canonical_one(head, stated, address):
    tree = parse_page(f"<html><head>{head}</head><body><p>x</p></body></html>".encode(), "a.html")
    assert page_address(tree, stated) == address


def test_links_are_resolved_against_the_base_and_bad_ones_lose_their_target():
    source = (
        '<html><head><base href="https://base.example/b/"></head><body>'
        f'<a href="c">1</a><a href="javascript:x">2</a><a href="{PAGE}#top">3</a><a>4</a></body></html>'
    )
    tree = parse_page(source.encode(), "a.html")
    resolve_links(tree, PAGE)
    assert [anchor.get("href") for anchor in tree.iter("a")] == ["https://base.example/b/c", None, None, None]


def test_a_place_in_the_page_is_not_another_page():
    assert same_page(f"{PAGE}#comments", PAGE)
    assert not same_page(f"{PAGE}?page=2", PAGE)
    assert not same_page(PAGE, None)
