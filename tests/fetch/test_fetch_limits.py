"""Servers that are slow, endless or broken end in an error, soon."""

from __future__ import annotations

import gzip
import itertools
import time
import zlib
from collections.abc import Iterator

import brotli  # type: ignore[import-untyped]
import pytest

from counterclaim.errors import FetchFailed, InputTooLarge
from tests.fetch.server import PAGE, Answer, Serve, get, moved, page, reply


def drip(head: bytes, part: bytes) -> Iterator[bytes]:
    yield head
    while True:
        time.sleep(0.05)
        yield part


@pytest.mark.parametrize(
    "answer",
    [
        lambda _: drip(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b"a"),
        lambda _: drip(b"HTTP/1.1 200 OK\r\n", b"X-More: 1\r\n"),
        lambda _: drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        lambda _: drip(b"", b""),
    ],
    ids=["body", "headers", "continue", "silence"],
)
def test_a_server_that_drips_is_left(serve: Serve, answer: Answer) -> None:
    start = time.monotonic()
    with pytest.raises(FetchFailed, match=r"in time|took more than"):
        get(serve, answer, timeout=0.6)
    assert time.monotonic() - start < 3


def test_the_time_is_for_all_redirects_together(serve: Serve) -> None:
    def slowly(_: str) -> Iterator[bytes]:
        time.sleep(0.25)
        yield moved("/a")

    with pytest.raises(FetchFailed, match=r"in time|took more than"):
        get(serve, slowly, timeout=0.6)


@pytest.mark.parametrize(
    "answer",
    [
        lambda _: itertools.chain([b"HTTP/1.1 200 OK\r\n\r\n"], itertools.repeat(b"a" * 65536)),
        lambda _: itertools.chain(
            [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"],
            itertools.repeat(b"10\r\n0123456789abcdef\r\n" * 999),
        ),
        lambda _: itertools.repeat(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 999),
        reply(length=99_999_999_999),
    ],
    ids=["endless", "chunks", "hints", "announced"],
)
def test_a_body_without_end_is_cut_off(serve: Serve, answer: Answer) -> None:
    with pytest.raises(InputTooLarge):
        get(serve, answer, limit=200_000)


def test_a_page_of_just_the_most_is_taken(serve: Serve) -> None:
    assert len(get(serve, page(b"a" * 5000), limit=5000)) == 5000
    with pytest.raises(InputTooLarge, match="more than 5,000 bytes"):
        get(serve, page(b"a" * 5001), limit=5000)


@pytest.mark.parametrize(
    "flood",
    [b"X-A: " + b"a" * 3_000_000, b"".join(b"X-%d: 1\r\n" % n for n in range(300_000)), b"a" * 3_000_000],
)
def test_a_flood_of_headers_is_refused(serve: Serve, flood: bytes) -> None:
    with pytest.raises((FetchFailed, InputTooLarge)):
        get(serve, b"HTTP/1.1 200 OK\r\n" + flood + b"\r\n\r\n")


@pytest.mark.parametrize(
    "answer",
    [
        reply(PAGE, length=500),
        page(gzip.compress(PAGE)[:-9], content_encoding="gzip"),
        page(gzip.compress(PAGE)[:-8] + bytes(8), content_encoding="gzip"),
        page(brotli.compress(PAGE)[:-3], content_encoding="br"),
        page(zlib.compress(PAGE)[:-5], content_encoding="deflate"),
        page(b"\x78", content_encoding="deflate"),
        page(PAGE, content_encoding="gzip"),
        page(PAGE, content_encoding="br"),
        page(PAGE, content_encoding="zstd"),
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabcdef",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\x00\xff\xfe",
        b"",
    ],
)  # fmt: skip
def test_a_broken_answer_is_a_failure_and_no_page(serve: Serve, answer: bytes) -> None:
    with pytest.raises(FetchFailed):
        get(serve, answer)


def test_what_follows_the_stated_length_is_no_part_of_the_page(serve: Serve) -> None:
    assert get(serve, reply(PAGE + b"HTTP/1.1 200 OK", length=len(PAGE))) == PAGE
