"""Web archives: pages are read, revisits are followed, damage costs the record that it is in."""

from __future__ import annotations

import gzip
import io
import zlib

import brotli
import pytest
from fetch_fakes import taken
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import InputError, InputTooLarge, MalformedRecord, NotText
from counterclaim.fetch import archive as archives
from counterclaim.fetch.archive import ArchiveRecord, archive_records
from counterclaim.fetch.archive_stream import ArchiveStream
from counterclaim.fetch.archived_http import answer
from counterclaim.fetch.inputs import input_captures
from counterclaim.model.document import Media
from tests.fuzz.seeds import PAGE, archive, record, response

HTML = "Content-Type: text/html"


@pytest.fixture
def write(tmp_path):
    def write(*parts: bytes, name: str = "archive.warc"):
        (tmp_path / name).write_bytes(b"".join(parts))
        return tmp_path / name

    return write


def resource(number: int) -> bytes:
    return record(
        "resource", b"Text %d of the mayor." % number, Target_URI=f"https://courier.example/{number}"
    )


def numbers(captures) -> list[int]:
    return [int(capture.url.rpartition("/")[2]) for capture in captures]


@pytest.mark.parametrize("packing", ["plain", "a member each", "one member"])
def test_pages_are_captures_whatever_they_are_packed_in(write, packing):
    parts = archive()
    if packing == "a member each":
        parts = [gzip.compress(part) for part in parts]
    elif packing == "one member":
        parts = [gzip.compress(b"".join(parts))]
    captures, errors = taken(write(*parts), published="2031-01-01")
    assert errors == []
    assert [item.data for item in captures] == [PAGE] * 5 + [b"The mayor said it was shut."]
    assert [item.media for item in captures] == [Media.HTML] * 5 + [Media.TEXT]
    assert {(item.url, item.retrieved, item.default_published) for item in captures} == {
        ("https://courier.example/1", "2031-03-04T10:00:00Z", "2031-01-01")
    }
    assert captures[0].name.endswith("archive.warc:2")


@pytest.mark.parametrize(
    "stated",
    [
        {"Refers_To": "<urn:x:1>"},
        {"Payload_Digest": "sha1:A"},
        {"Refers_To_Target_URI": "https://courier.example/1", "Refers_To_Date": "2031-03-04T10:00:00Z"},
    ],
)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_revisit_is_the_earlier_page_at_a_later_date(write, stated, pack):
    first = record("response", response(), Record_ID="<urn:x:1>", Payload_Digest="sha1:A")
    again = record("revisit", b"", date="2031-03-09T10:00:00Z", **stated)
    one, two = input_captures([str(write(pack(first))), str(write(pack(again), name="later.warc"))])
    assert (one.data, two.data) == (PAGE, PAGE)
    assert (one.retrieved, two.retrieved) == ("2031-03-04T10:00:00Z", "2031-03-09T10:00:00Z")


def test_a_revisit_of_nothing_says_so(write):
    captures, (error,) = taken(write(record("revisit", b"", Refers_To="<urn:x:none>")))
    assert captures == []
    assert type(error) is MalformedRecord
    assert "in the same run" in error.remedy


def test_what_holds_no_page_is_counted_in_one_line(write):
    path = write(
        record("response", response(b"", HTML, status="404 Not Found")),
        record("response", response(b"", "Location: /2", status="302 Found")),
        record("response", response(b"\x89PNG\r\n\x1a\n\0", "Content-Type: image/png")),
        record("response", response(b"User-agent: *", "Content-Type: text/plain"), target_uri="http://a.example/robots.txt"),
        resource(1),
    )  # fmt: skip
    (capture,), (error,) = taken(path)
    assert numbers([capture]) == [1]
    assert error.where == str(path)
    assert "4 of its records" in error.wrong
    assert "1 image/png, 1 robots.txt, 1 status 302, 1 status 404" in error.wrong


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_arc_archive_is_named_with_the_remedy(write, pack):
    (error,) = taken(write(pack(b"filedesc://x.arc 0.0.0.0 20310304100000 text/plain 2\n"), name="x.arc"))[1]
    assert type(error) is NotText
    assert "an ARC archive" in error.wrong
    assert "warcio recompress" in error.remedy


def test_an_archive_with_the_line_ends_of_unix_is_read(write):
    assert numbers(taken(write(*(resource(n).replace(b"\r\n", b"\n") for n in (1, 2))))[0]) == [1, 2]


@pytest.mark.parametrize(
    ("damage", "kept", "wrong"),
    [
        (lambda data: data.replace(b"Content-Length: 20", b"Content-Length: 12"), [1, 3], "what stands"),
        (lambda data: data.replace(b"Content-Length: 20", b"Content-Length: 99999999"), [1, 3], "breaks off"),
        (
            lambda data: data.replace(b"Content-Length: 20", b"Content-Length: -1"),
            [1, 3],
            "no number of bytes",
        ),
        (lambda data: data.replace(b"WARC-Type: resource\r\n", b""), [1, 3], "of what type"),
        (lambda data: data.replace(b"WARC/1.1", b"JUNK/1.1"), [1, 3], "what stands"),
        (lambda data: data + b"Some other bytes.\r\n", [1, 2, 3], "what stands"),
        (
            lambda data: data.replace(b"WARC-target", b"X: " + b"y" * 100_000 + b"\r\nWARC-target"),
            [1, 3],
            "what",
        ),
    ],
)
def test_a_damaged_record_is_a_reason_and_those_around_it_are_read(write, damage, kept, wrong):
    captures, (error,) = taken(write(resource(1), damage(resource(2)), resource(3)))
    found = numbers(captures)
    assert [number for number in found if number != 2 or 2 in kept] == kept
    assert type(error) is MalformedRecord
    assert wrong in error.wrong


def test_a_record_in_the_content_of_a_whole_one_is_part_of_it(write):
    """Or anybody could put words into an archive under the address of somebody else."""
    inside = record("resource", b"\r\n\r\n" + resource(2), target_uri="https://courier.example/1")
    captures, errors = taken(write(inside, b"Damage.\r\n", resource(3)))
    assert numbers(captures) == [1, 3]
    assert len(errors) == 1


def test_a_damaged_member_costs_its_record(write):
    members = [gzip.compress(resource(number)) for number in (1, 2, 3)]
    broken = bytearray(members[1])
    broken[20:60] = b"\xff" * 40
    captures, (error,) = taken(write(members[0], bytes(broken), members[2]))
    assert numbers(captures) == [1, 3]
    assert f"at byte {len(members[0])} of the file" in error.wrong


@pytest.mark.parametrize("cut", [3, 15, 40])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_cut_archive_gives_what_is_whole(write, cut, pack):
    captures, errors = taken(write(pack(resource(1)), pack(resource(2))[:-cut]))
    assert numbers(captures)[0] == 1
    assert len(captures) == 2 or len(errors) == 1


def test_an_archive_of_nothing_but_damage_is_given_up(write, monkeypatch):
    monkeypatch.setattr(archives, "FAULTS", 10)
    captures, errors = taken(write(b"WARC/1.0\r\nX: y\r\n\r\n" * 1000))
    assert captures == []
    assert len(errors) == 12
    assert "more than 10 damaged places" in errors[-1].wrong


def test_a_member_that_blows_up_is_a_reason_and_the_next_is_read(write):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = packer.compress(record("resource", b"")[:-4].replace(b"th: 0", b"th: 99999999999") + b"\r\n\r\n")
    bomb += b"".join(packer.compress(bytes(1 << 20)) for _ in range(100)) + packer.flush()
    captures, errors = taken(write(bomb, gzip.compress(resource(1))))
    assert numbers(captures) == [1]
    assert "blows up" in errors[-1].wrong or "more than" in errors[-1].wrong


@pytest.mark.parametrize(
    ("body", "fields", "error"),
    [
        (gzip.compress(bytes(20_000_000)), ("Content-Encoding: gzip",), InputTooLarge),
        (zlib.compress(bytes(20_000_000)), ("Content-Encoding: deflate",), InputTooLarge),
        (brotli.compress(bytes(20_000_000), quality=1), ("Content-Encoding: br",), InputTooLarge),
        (gzip.compress(PAGE)[:50], ("Content-Encoding: gzip",), MalformedRecord),
        (b"\xff" + brotli.compress(PAGE), ("Content-Encoding: br",), MalformedRecord),
        (PAGE, ("Content-Encoding: rot13",), MalformedRecord),
        (b"ffff\r\n" + PAGE, ("Transfer-Encoding: chunked",), MalformedRecord),
        (b"4\r\nabcdJUNK", ("Transfer-Encoding: chunked",), MalformedRecord),
        (b"\x00\x01", (), NotText),
    ],
)
def test_a_body_that_cannot_be_unpacked_is_a_reason(write, body, fields, error):
    path = write(record("response", response(body, HTML, *fields)), resource(1))
    captures, (found,) = taken(path)
    assert numbers(captures) == [1]
    assert type(found) is error


@pytest.mark.parametrize("fields", [("Content-Encoding: gzip",), ("Transfer-Encoding: chunked",)])
def test_a_body_that_is_unpacked_already_is_taken_as_it_is(write, fields):
    (capture,), _ = taken(write(record("response", response(PAGE, HTML, *fields))))
    assert capture.data == PAGE


def test_a_page_that_only_its_server_says_the_encoding_of_is_put_into_utf_8(write):
    page = "<html><p>Мэр сказал, что мост закрыт.</p></html>"
    answered = response(page.encode("koi8-r"), "Content-Type: text/html; charset=koi8-r")
    (capture,), _ = taken(write(record("response", answered)))
    assert capture.data.decode() == page


@pytest.mark.parametrize("message", [b"", b"HTTP/1.1 200 OK", b"<html>", b"HTTP/1.1 abc\r\n\r\n"])
def test_what_does_not_begin_as_an_answer_does_is_malformed(message):
    with pytest.raises(MalformedRecord):
        answer(message, "x")


GOOD = {
    "example-bad-non-chunked.warc.gz": 2,
    "example-iana.org-chunked.warc": 1,
    "example-resource.warc.gz": 1,
    "example-space-in-target-uri.warc.gz": 0,
    "example-wget-bad-target-uri.warc.gz": 1,
    "example-wrong-chunks.warc.gz": 1,
    "example.warc": 2,
    "example.warc.gz": 2,
    "post-test.warc.gz": 0,
    "example-digest.warc": 0,
}


@pytest.mark.parametrize("name", GOOD)
def test_the_good_archives_of_warcio_are_read(name, shared):
    captures, errors = taken(shared(f"corpora/warcio_testdata/test/data/{name}"))
    assert len(captures) == GOOD[name]
    assert all(b"<" in capture.data for capture in captures)
    assert all("hold no page" in error.wrong for error in errors)


def test_the_cut_archive_of_warcio_gives_a_reason_for_each_damaged_record(shared):
    captures, errors = taken(shared("corpora/warcio_testdata/test/data/example-trunc.warc"))
    assert captures == []
    assert [type(error) for error in errors] == [MalformedRecord] * 2


@pytest.mark.parametrize("name", ["bad.arc", "example.arc", "example.arc.gz", "example-space-in-url.arc"])
def test_the_arc_archives_of_warcio_are_named(name, shared):
    captures, (error,) = taken(shared(f"corpora/warcio_testdata/test/data/{name}"))
    assert captures == []
    assert "an ARC archive" in error.wrong


@given(st.lists(st.binary(max_size=80), max_size=5), st.booleans())
def test_every_record_comes_through_unchanged(contents, packed):
    parts = [record("resource", content) for content in contents]
    data = b"".join(gzip.compress(part) if packed else part for part in parts)
    found = list(archive_records(io.BufferedReader(io.BytesIO(data)), "x"))
    assert [item.content for item in found if isinstance(item, ArchiveRecord)] == contents


@given(st.binary(max_size=200), st.sampled_from([b"", b"WARC/1.0\r\n", gzip.compress(resource(1))]))
def test_no_bytes_do_worse_than_an_error_value(data, start):
    for item in archive_records(io.BufferedReader(io.BytesIO(start + data)), "x"):
        assert isinstance(item, ArchiveRecord | InputError)


@given(st.binary(max_size=300), st.integers(0, 300))
def test_a_stream_goes_to_where_a_record_begins(data, start):
    whole = data + b"\nWARC/1.0\r\nrest"
    stream = ArchiveStream(io.BytesIO(whole))
    stream.read(100)
    assert stream.go_to_record(min(start, len(data)))
    assert stream.read(5) == b"WARC/"
