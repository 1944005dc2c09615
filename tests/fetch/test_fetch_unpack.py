"""Compressed files are unpacked within limits."""

from __future__ import annotations

import gzip
import io
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import InputError, InputTooLarge, MalformedRecord
from counterclaim.fetch import unpack
from counterclaim.fetch.unpack import Members, gunzipped, next_member, unpacked

TEXT = b"The mayor said the bridge was shut. " * 20
BOMB = gzip.compress(bytes(30_000_000))


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        (None, TEXT),
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT)),
        ("GZIP", gzip.compress(TEXT[:9]) + gzip.compress(TEXT[9:])),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)[2:-4]),
        ("br", brotli.compress(TEXT)),
        ("gzip", TEXT),
    ],
)
def test_a_body_is_unpacked_as_its_header_says(coding, packed):
    assert unpacked(packed, coding, "x") == TEXT


def test_a_body_over_the_limit_is_not_unpacked_to_its_end():
    assert unpacked(gzip.compress(TEXT), "gzip", "x", limit=len(TEXT)) == TEXT
    for coding, packed in (("gzip", BOMB), ("br", brotli.compress(bytes(30_000_000), quality=1))):
        with pytest.raises(InputTooLarge):
            unpacked(packed, coding, "x")
    with pytest.raises(InputTooLarge):
        gunzipped(io.BytesIO(BOMB), "x")


@pytest.mark.parametrize("cut", [1, 8, 12, 30])
def test_a_body_that_breaks_off_is_malformed(cut):
    for call in (lambda data: unpacked(data, "gzip", "x"), lambda data: gunzipped(io.BytesIO(data), "x")):
        with pytest.raises(MalformedRecord, match="breaks off"):
            call(gzip.compress(TEXT)[:-cut])


def test_a_file_is_unpacked_member_by_member_with_padding_between():
    data = gzip.compress(b"one ") + bytes(100) + gzip.compress(b"") + gzip.compress(b"two") + bytes(70_000)
    assert gunzipped(io.BytesIO(data), "x") == b"one two"


def test_what_stands_behind_a_member_and_is_none_is_a_fault():
    content = Members(io.BytesIO(gzip.compress(b"one") + b"rest"))
    assert content.read(100) == b"one"
    assert content.read(100) == b""
    assert "damaged" in content.fault


def test_a_member_may_blow_up_so_far_and_no_further(monkeypatch):
    monkeypatch.setattr(unpack, "FREE", 1000)
    content = Members(io.BytesIO(BOMB))
    given = 0
    while piece := content.read(1 << 16):
        given += len(piece)
    assert "blows up" in content.fault
    assert given <= 1000 + unpack.RATIO * len(BOMB)


def test_a_place_is_told_by_its_member():
    parts = [b"one ", b"two ", b"three"]
    packed = [gzip.compress(part) for part in parts]
    content = Members(io.BytesIO(b"".join(packed)))
    while content.read(100):
        pass
    assert content.origin(2) == (0, 2)
    assert content.origin(4) == (len(packed[0]), 0)
    assert content.origin(9) == (len(packed[0]) + len(packed[1]), 1)


def test_the_next_member_is_one_whose_content_begins_as_it_must():
    one, two = gzip.compress(b"WARC/1.0"), gzip.compress(b"other")
    data = b"\x1f\x8b\x08\0junk" * 9000 + two + b"junk" + one
    assert next_member(io.BytesIO(data), 1, b"WARC/") == len(data) - len(one)
    assert next_member(io.BytesIO(data), len(data) - 3, b"WARC/") is None


@given(st.lists(st.binary(max_size=300), min_size=1), st.integers(1, 50))
def test_every_content_comes_through_unchanged(parts, size):
    content = Members(io.BytesIO(b"".join(gzip.compress(part) for part in parts)))
    found = b""
    while piece := content.read(size):
        found += piece
    assert (found, content.fault) == (b"".join(parts), None)


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br", "x", "gzip, br", None]))
def test_no_bytes_do_worse_than_an_error_that_says_so(data, coding):
    for call in (lambda: unpacked(data, coding, "x"), lambda: gunzipped(io.BytesIO(b"\x1f\x8b" + data), "x")):
        try:
            assert isinstance(call(), bytes)
        except InputError as error:
            assert error.where == "x"  # noqa: PT017
