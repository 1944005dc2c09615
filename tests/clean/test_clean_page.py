"""Hostile pages end in an error that says what to do, soon and in little memory."""

from __future__ import annotations

import json
import time

import pytest

from counterclaim.clean import clean, page
from counterclaim.clean.page import MAX_ATTRIBUTES, parse_page
from counterclaim.errors import EmptyInput, InputTooLarge
from counterclaim.model.document import Capture, Document, Media

HEAD = "<html><head><title>Bridge shut</title></head><body>"
PROSE = "<p>The mayor of Keldmoor said that the bridge would be shut until Sunday evening at least.</p>" * 12
SOON = 20  # seconds; all of these take less than one on an idle machine


def cleaned(source: str | bytes) -> Document:
    data = source if isinstance(source, bytes) else source.encode()
    return clean(Capture(name="page.html", data=data, media=Media.HTML, id="page.html"))


@pytest.mark.parametrize("tag", ["div", "ul><li", "table><tr><td", "b", "blockquote"])
def test_nesting_without_end_is_refused(tag):
    with pytest.raises(InputTooLarge, match="nested too deeply") as caught:
        cleaned(HEAD + f"<{tag}>" * 5000 + PROSE)
    assert "txt file" in caught.value.remedy


@pytest.mark.parametrize("tag", ["div", "ul><li", "table><tr><td", "blockquote", "i><b", "q"])
def test_nesting_up_to_what_the_parser_takes_does_no_harm(tag):
    depth = 240 // (tag.count("<") + 1)
    assert cleaned(HEAD + f"<{tag}>words of the mayor " * depth + PROSE).text


def test_too_many_elements_are_refused(monkeypatch):
    monkeypatch.setattr(page, "MAX_ELEMENTS", 1000)
    with pytest.raises(InputTooLarge, match="more than 1,000 elements"):
        cleaned(HEAD + "<p>words</p>" * 1000)


def test_too_many_tags_are_refused_before_a_tree_is_built(monkeypatch):
    monkeypatch.setattr(page, "MAX_TAGS", 1000)
    with pytest.raises(InputTooLarge, match="more than 1,000 tags"):
        cleaned(HEAD + "<p>words</p>" * 1000)


def test_a_single_text_of_more_than_ten_megabytes_is_refused():
    with pytest.raises(InputTooLarge):
        cleaned(HEAD + "<p>" + "words " * 2_000_000)


@pytest.mark.parametrize(
    "hostile",
    [
        '<meta name="author" content="' + "<!--" * 2000 + '">',
        '<script type="application/ld+json">{"headline":"' + '\\"' * 90_000 + "</script>",
        '<script type="application/ld+json">' + '{"a":[' * 30_000 + "</script>",
        '<title>' + " - " * 100_000 + "</title>",
        '<link rel="canonical" href="https://' + "a." * 4000 + 'com/">',
        '<time datetime="' + "1" * 9000 + '"></time>',
        "<!--" * 50_000,
    ],
    ids=["meta", "json-ld quotes", "json-ld nesting", "title", "canonical", "time", "comments"],
)  # fmt: skip
def test_no_metadata_holds_the_reader_up(hostile):
    start = time.process_time()
    try:
        cleaned(f"<html><head>{hostile}</head><body><h1>Bridge shut</h1>{PROSE}")
    except EmptyInput:
        assert hostile.startswith("<!--")  # an endless comment swallows the page
    assert time.process_time() - start < SOON


def test_no_entity_expands_but_those_of_html():
    dtd = (
        '<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
    )
    document = cleaned(
        f'<?xml version="1.0"?>{dtd}<html xmlns="http://www.w3.org/1999/xhtml"><body>'
        f"<h1>Bridge shut</h1>{PROSE}<p>The engineer said &b; and &c; &amp; left the room.</p></body></html>"
    )
    assert "said &b; and &c; & left the room" in document.text


def test_markup_that_was_escaped_stays_text():
    document = cleaned(
        f"{HEAD}{PROSE}<p>The sign said &lt;script&gt;alert(1)&lt;/script&gt;, she reported.</p>"
    )
    assert "<script>alert(1)</script>, she reported." in document.text


@pytest.mark.parametrize("source", ["", "\0\1\2", "<html></html>", HEAD + "</body></html>", "<!-- x -->"])
def test_a_page_without_an_article_is_empty(source):
    with pytest.raises(EmptyInput) as caught:
        cleaned(source)
    assert ".txt file" in caught.value.remedy


def test_characters_that_nobody_sees_do_not_split_words():
    document = cleaned(
        f"{HEAD}{PROSE}<p>The re\u00adpair of the\u200b bridge\u202e began, the mayor\u00a0said.\x0b</p>"
    )
    assert document.text.endswith("The repair of the bridge began, the mayor said.")


@pytest.mark.parametrize("number", ["&#1;", "&#11;", "&#x1f;", "&#xFFFE;", "&#xE000;", "&#xD800;", "&#0;"])
def test_characters_that_xml_has_no_room_for_may_be_written_as_numbers(number):
    words = f"The repair {number}<b>began</b> {number} on Monday, the mayor said."
    document = cleaned(f'{HEAD}{PROSE}<p title="{number}">{words}</p>')
    assert "The repair" in document.text
    assert "on Monday, the mayor said." in document.text


@pytest.mark.parametrize(
    ("before", "behind"),
    [("<![CDATA[", "]]>"), ("\n//<![CDATA[\n", "\n//]]>\n"), ("/*<![CDATA[*/", "/*]]>*/")],
)
def test_json_ld_wrapped_for_xml_is_read(before, behind):
    stated = '{"@type": "NewsArticle", "headline": "Bridge", "articleBody": "' + "a" * 6_000 + '"}'
    tree = parse_page(
        f'<script type="application/ld+json">{before}{stated}{behind}</script><p>Text.'.encode(), "page"
    )
    assert json.loads(tree.findtext(".//script"))["headline"] == "Bridge"


@pytest.mark.parametrize(
    "script",
    ["<![CDATA[" * 50_000, " " * 500_000 + "x", "]]>" * 100_000, "//" * 100_000],
    ids=["openings", "blanks", "endings", "slashes"],
)
def test_no_wrapping_holds_the_reader_up(script):
    started = time.perf_counter()
    parse_page(f"<script>{script}</script><p>Text.".encode(), "page")
    assert time.perf_counter() - started < SOON


def test_an_element_with_thousands_of_attributes_is_turned_away_at_once() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(MAX_ATTRIBUTES + 1))
    with pytest.raises(InputTooLarge, match="more than 2,000 attributes"):
        parse_page(f"<html><body><p {attributes}>He said no.</p></body></html>".encode(), "page")


def test_a_picture_written_into_its_attribute_is_no_such_thing() -> None:
    page = f'<html><body><p>He said no.</p><img src="data:image/png;base64,{"AAAA" * 20_000}"></body></html>'
    assert parse_page(page.encode(), "page") is not None
