"""Small inputs of every kind that can be added, to be mutated."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import duckdb

PAGE = (
    b"<!DOCTYPE html><html><head><title>Bridge shut</title></head><body><article>"
    b"<p>The mayor said on Monday that the bridge was shut.</p></article></body></html>"
)
RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Courier</title><link>https://courier.example/</link>
<item><title>Bridge &amp; road shut</title><link>/1</link><guid isPermaLink="false">k1</guid>
<author>ann@courier.example (Ann)</author><pubDate>Tue, 04 Mar 2031 23:20:00 -0500</pubDate>
<description>&lt;p style="color: red"&gt;The mayor said it was shut.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>The mayor said on Monday that the bridge was shut.</p>]]></content:encoded>
</item>
<item><title>Empty</title></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://courier.example/news/"><title>C</title>
<entry><id>urn:x:1</id><link href="1.html"/><updated>2031-03-04T10:00:00+01:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It is shut.</p></div></content></entry>
<entry><id>urn:x:2</id><summary type="text">5 &lt; 6, he said.</summary></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Courier",
        "items": [
            {"id": 1, "url": "https://courier.example/1", "content_html": "<p>It is shut.</p>"},
            {"id": "2", "content_text": "5 < 6, he said.", "date_published": "2031-03-04T10:00:00Z"},
        ],
    }
).encode()
SITEMAP = b"""<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://courier.example/1</loc>
<news:news><news:publication_date>2031-03-04</news:publication_date></news:news></url></urlset>"""
JSONL = (
    b'{"id": "a1", "text": "The mayor said it was shut.", "published": "2031-03-04"}\n{"id": 2, "text": "x"}'
)
CSV = b'id,text,title\na1,"The mayor said ""shut"",\nand left.",Bridge\na2,Open.,\n'


def record(kind: str, content: bytes, **headers: str) -> bytes:
    """A WARC record; `record_id="x"` becomes the header `WARC-Record-ID`."""
    stated = {"date": "2031-03-04T10:00:00Z", "target_uri": "https://courier.example/1", **headers}
    lines = [
        f"WARC-Type: {kind}",
        *(f"WARC-{name.replace('_', '-')}: {value}" for name, value in stated.items()),
    ]
    head = "\r\n".join(["WARC/1.1", *lines, f"Content-Length: {len(content)}"])
    return head.encode() + b"\r\n\r\n" + content + b"\r\n\r\n"


def response(body: bytes = PAGE, *fields: str, status: str = "200 OK") -> bytes:
    """An HTTP answer with a page."""
    head = [f"HTTP/1.1 {status}", *(fields or ("Content-Type: text/html; charset=utf-8",))]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def archive() -> list[bytes]:
    """The records of a small archive."""
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    html = "Content-Type: text/html"
    return [
        record("warcinfo", b"software: none\r\n"),
        record("response", response(), Record_ID="<urn:x:1>", Payload_Digest="sha1:A"),
        record("request", b"GET / HTTP/1.1\r\n\r\n"),
        record("response", response(gzip.compress(PAGE), html, "Content-Encoding: gzip")),
        record("response", response(brotli.compress(PAGE), html, "Content-Encoding: br")),
        record("response", response(chunked, html, "Transfer-Encoding: chunked")),
        record("revisit", response(b"", html, status="304 Not Modified"), Refers_To="<urn:x:1>"),
        record("resource", b"The mayor said it was shut."),
    ]


def parquet(path: Path, select: str) -> bytes:
    """The bytes of a Parquet file of what is selected."""
    with duckdb.connect(":memory:") as connection:
        connection.sql(select).write_parquet(str(path))
    return path.read_bytes()


def seeds(folder: Path) -> dict[str, bytes]:
    """A seed by the name of the file that it is to be given as."""
    columns = "'k' || i AS id, 'The mayor said it was shut.' AS text, DATE '2031-03-04' AS published"
    return {
        "rss.xml": RSS,
        "atom.xml": ATOM,
        "feed.json": JSON_FEED,
        "sitemap.xml": SITEMAP,
        "sitemap.xml.gz": gzip.compress(SITEMAP),
        "page.html": PAGE,
        "page.html.gz": gzip.compress(PAGE),
        "corpus.jsonl": JSONL,
        "corpus.csv": CSV,
        "corpus.parquet": parquet(folder / "seed.parquet", f"SELECT {columns} FROM range(20) rows(i)"),
        "archive.warc": b"".join(archive()),
        "archive.warc.gz": b"".join(gzip.compress(part) for part in archive()),
        "whole.warc.gz": gzip.compress(b"".join(archive())),
    }
