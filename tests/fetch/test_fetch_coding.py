"""What servers pack is unpacked, and never much more than a page."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from contextlib import suppress

import brotli  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import FetchFailed, InputTooLarge
from counterclaim.fetch.coding import decoded
from tests.fetch.server import PAGE, Serve, get, page


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("GZIP", lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:])),
        ("gzip", lambda data: gzip.compress(data) + bytes(9)),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
        ("br", brotli.compress),
        ("identity", bytes),
    ],
)
def test_a_packed_page_is_unpacked(serve: Serve, coding: str, pack: Callable[[bytes], bytes]) -> None:
    body = PAGE + bytes(range(256)) * 2000
    assert get(serve, page(pack(body), content_encoding=coding)) == body


@pytest.mark.parametrize(
    ("coding", "bomb"),
    [
        ("gzip", gzip.compress(bytes(300_000_000), 9)),
        ("deflate", zlib.compress(bytes(30_000_000), 9)),
        ("br", brotli.compress(bytes(300_000_000), quality=5)),
        ("gzip", gzip.compress(bytes(1_000_000)) * 300),
    ],
    ids=["gzip", "deflate", "br", "members"],
)
def test_a_bomb_is_not_unpacked(serve: Serve, coding: str, bomb: bytes) -> None:
    with pytest.raises(InputTooLarge):
        get(serve, page(bomb, content_encoding=coding), limit=50_000_000)
    with pytest.raises(InputTooLarge, match="more than 500,000 bytes"):
        get(serve, page(bomb, content_encoding=coding), limit=500_000)


def test_a_bomb_in_a_bomb_is_not_even_begun(serve: Serve) -> None:
    bomb = gzip.compress(gzip.compress(bytes(30_000_000)))
    with pytest.raises(FetchFailed, match="packed as 'gzip, gzip'"):
        get(serve, page(bomb, content_encoding="gzip, gzip"))


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br"]), st.integers(1, 40))
def test_any_bytes_unpack_or_fail(data: bytes, coding: str, step: int) -> None:
    parts = [data[at : at + step] for at in range(0, len(data), step)]
    with suppress(FetchFailed):
        list(decoded(parts, coding, "x"))


@given(st.binary(max_size=3000), st.integers(1, 500), st.sampled_from(["gzip", "deflate", "raw", "br"]))
def test_what_was_packed_comes_out_however_it_arrives(data: bytes, step: int, coding: str) -> None:
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}
    packed = zlib.compress(data)[2:-4] if coding == "raw" else pack[coding](data)
    parts = [packed[at : at + step] for at in range(0, len(packed), step)]
    assert b"".join(decoded(parts, "deflate" if coding == "raw" else coding, "x")) == data
