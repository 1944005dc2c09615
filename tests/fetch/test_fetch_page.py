"""From what a server answered to a capture, or to the reason why not."""

from __future__ import annotations

import gzip
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import EmptyInput, InputError, NotText
from counterclaim.fetch.fetched import Fetched
from counterclaim.fetch.page import page_capture
from counterclaim.model.document import Media

URL = "https://news.example/a"


def fetched(body: bytes, kind: str | None = "text/html", charset: str | None = None) -> Fetched:
    return Fetched(
        url=URL,
        requested="http://news.example/a",
        status=200,
        retrieved="2022-02-16T10:00:00Z",
        body=body,
        content_type=kind,
        charset=charset,
    )


def test_a_page_is_captured_under_the_address_it_was_found_at() -> None:
    capture = page_capture(fetched(b"<p>The minister denied it.</p>"))
    assert (capture.name, capture.url, capture.id) == ("http://news.example/a", URL, URL)
    assert (capture.media, capture.retrieved) == (Media.HTML, "2022-02-16T10:00:00Z")
    assert capture.data == b"<p>The minister denied it.</p>"


@pytest.mark.parametrize(
    ("kind", "body", "media"),
    [
        ("text/html", b"The minister denied it.", Media.HTML),
        ("application/xhtml+xml", b"<p>Denied.</p>", Media.HTML),
        ("text/plain", b"The minister denied it.", Media.TEXT),
        ("text/plain", b"<!doctype html><p>Denied.</p>", Media.HTML),
        ("application/json", b"<!doctype html><p>Denied.</p>", Media.HTML),
        ("application/octet-stream", b"The minister denied it.", Media.TEXT),
        (None, b"<html><p>Denied.</p>", Media.HTML),
        (None, b"The minister denied it.", Media.TEXT),
    ],
)
def test_the_bytes_say_what_a_page_is_and_then_the_server(
    kind: str | None, body: bytes, media: Media
) -> None:
    assert page_capture(fetched(body, kind)).media is media


@pytest.mark.parametrize(
    ("body", "kind", "named"),
    [
        (b"%PDF-1.7 ...", "application/pdf", "a PDF"),
        (b"%PDF-1.7 ...", "text/html", "a PDF"),
        (b"\xff\xd8\xff\xe0", "image/jpeg", "a JPEG image"),
        (b"\x89PNG\r\n\x1a\n", None, "a PNG image"),
        (gzip.compress(b"<p>Denied.</p>", mtime=0), "text/html", "a GZIP archive"),
        (b"PK\x03\x04 word/document.xml", "text/html", "a Word document"),
        (b"<p>\x00</p>", "text/html", "binary data"),
        (b'{"a": 1}', "application/json", "application/json"),
        (b"<svg xmlns='x'/>", "image/svg+xml", "image/svg+xml"),
        (b"<rss/>", "application/rss+xml", "application/rss+xml"),
        (b"p { margin: 0 }", "text/css", "text/css"),
    ],
)
def test_what_is_no_page_is_named(body: bytes, kind: str | None, named: str) -> None:
    with pytest.raises(NotText, match=re.escape(named)) as caught:
        page_capture(fetched(body, kind))
    assert caught.value.where == "http://news.example/a"


@pytest.mark.parametrize("body", [b"", b" \r\n ", b"\xef\xbb\xbf"])
def test_a_blank_page_is_empty(body: bytes) -> None:
    with pytest.raises(EmptyInput):
        page_capture(fetched(body))


@pytest.mark.parametrize(
    ("text", "encoding", "charset"),
    [
        ("<p>Министр отверг это</p>", "cp1251", "windows-1251"),
        ("<p>He said “no”</p>", "cp1252", "ISO-8859-1"),
        ("<p>否认</p>", "gb18030", "GB2312"),
    ],
)
def test_an_encoding_that_only_the_server_names_is_not_lost(text: str, encoding: str, charset: str) -> None:
    assert page_capture(fetched(text.encode(encoding), charset=charset)).data.decode() == text


@pytest.mark.parametrize(
    "charset", [None, "utf-8", "iso-8859-1", "none", "x\0", "hex", "rot13", "idna", "utf-16"]
)
def test_bytes_that_are_utf_8_stay_as_they_came(charset: str | None) -> None:
    body = "<p>He said “no”</p>".encode()
    assert page_capture(fetched(body, charset=charset)).data == body


@pytest.mark.parametrize("charset", ["none", "x\0", "hex", "rot13", "utf-8", "undefined"])
def test_bytes_in_no_encoding_that_can_be_told_stay_as_they_came(charset: str) -> None:
    body = b"<p>He said \x93no\x94 \x81</p>"
    assert page_capture(fetched(body, charset=charset)).data == body


CODECS = [
    "zlib",
    "uu",
    "utf-7",
    "unicode-escape",
    "punycode",
    "cp037",
    "euc_jp",
    "iso2022_jp",
    "big5",
    "cp1252",
]


@given(
    st.binary(max_size=60),
    st.sampled_from(["text/html", None]),
    st.text(max_size=12) | st.sampled_from(CODECS),
)
def test_any_body_is_a_page_or_named(body: bytes, kind: str | None, charset: str) -> None:
    try:
        capture = page_capture(fetched(body, kind, charset))
    except InputError:
        return
    assert capture.data
