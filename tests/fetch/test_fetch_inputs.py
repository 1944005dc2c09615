"""What is added is told by its bytes, whatever it is called."""

from __future__ import annotations

import gzip
import io

import pytest
from fetch_fakes import FakeWeb, taken

from counterclaim.errors import EmptyInput, FetchFailed, InputError, InputTooLarge, MissingInput, NotText
from counterclaim.fetch import captures as read_captures
from counterclaim.fetch.inputs import input_captures
from counterclaim.model.document import Capture, Media
from tests.fuzz.seeds import PAGE, RSS, SITEMAP, seeds

TEXT = "The mayor said on Monday that the bridge was shut."


@pytest.fixture
def write(tmp_path):
    def write(name: str, data: bytes | str):
        (tmp_path / name).write_bytes(data.encode() if isinstance(data, str) else data)
        return tmp_path / name

    return write


def test_a_text_file_is_called_by_its_path_as_given(write, tmp_path, monkeypatch):
    write("a.txt", TEXT)
    monkeypatch.chdir(tmp_path)
    assert taken("./a.txt") == (
        [Capture(name="./a.txt", data=TEXT.encode(), media=Media.TEXT, id="./a.txt")],
        [],
    )


def test_every_kind_of_input_gives_captures(tmp_path):
    expected = {
        "rss.xml": 1,
        "atom.xml": 2,
        "feed.json": 2,
        "page.html": 1,
        "page.html.gz": 1,
        "corpus.jsonl": 2,
        "corpus.csv": 2,
        "corpus.parquet": 20,
        "archive.warc": 6,
        "archive.warc.gz": 6,
        "whole.warc.gz": 6,
        "sitemap.xml": 0,
        "sitemap.xml.gz": 0,
    }
    found = {}
    for name, data in seeds(tmp_path).items():
        (tmp_path / name).write_bytes(data)
        found[name] = len(taken(tmp_path / name)[0])
    assert found == expected


@pytest.mark.parametrize(
    "kind", ["rss.xml", "page.html", "corpus.parquet", "archive.warc", "archive.warc.gz"]
)
def test_a_name_that_says_nothing_makes_no_difference(kind, write, tmp_path):
    data = seeds(tmp_path)[kind]
    named, plain = taken(write(kind, data))[0], taken(write("input", data))[0]
    assert [item.data for item in named] == [item.data for item in plain]


def test_corpora_and_documents_are_read_as_read_reads_them(write):
    inputs = [
        str(write("a.txt", TEXT)),
        str(write("c.jsonl", '{"id": 1, "text": "Shut."}\n')),
        str(write("b.html", PAGE)),
    ]
    add, read = input_captures(inputs, published="2031-03-04"), read_captures(inputs, published="2031-03-04")
    assert [(item.name, item.data, item.media, item.default_published) for item in add] == [
        (item.name, item.data, item.media, item.default_published) for item in read
    ]


def test_ids_may_come_again(write):
    one, two = (
        write("c.jsonl", '{"id": 1, "text": "Shut."}\n' * 2),
        write("d.jsonl", '{"id": 1, "text": "x"}\n'),
    )
    assert [item.id for item in input_captures([str(one), str(two), str(one)])] == ["1"] * 5


def test_standard_input_is_a_document_or_a_feed():
    (text,) = input_captures(["-"], stdin=io.BytesIO(TEXT.encode()))
    (entry, _) = input_captures(["-"], stdin=io.BytesIO(RSS))
    assert (text.name, text.media, entry.name) == ("-", Media.TEXT, "-:1")


def test_an_address_is_fetched_by_one_client_made_when_it_is_needed():
    web, made = FakeWeb(), []
    web.put("https://courier.example/1", PAGE)

    def client() -> FakeWeb:
        made.append(web)
        return web

    found = input_captures(["https://courier.example/1", "HTTPS://courier.example/2"], client=client)
    assert made == []
    page, missing = found
    assert (page.data, page.media, type(missing)) == (PAGE, Media.HTML, FetchFailed)
    assert made == [web]


def test_an_address_without_a_client_is_answered():
    (error,) = taken("https://courier.example/1")[1]
    assert "nothing is fetched" in error.wrong


def test_a_page_that_is_no_text_is_an_error_value():
    web = FakeWeb()
    web.put("https://courier.example/1", b"%PDF-1.7", "application/pdf")
    (error,) = input_captures(["https://courier.example/1"], client=lambda: web)
    assert type(error) is NotText


@pytest.mark.parametrize(
    ("name", "data", "kind", "wrong"),
    [
        ("x.zip", b"PK\x03\x04rest", NotText, "a ZIP archive"),
        ("x.pdf", b"%PDF-1.7", NotText, "a PDF"),
        ("x.xml", b"<?xml version='1.0'?><svg/>", NotText, "neither a feed nor a sitemap"),
        ("x.json", b'{"a": 1}', NotText, "JSON and no JSON Feed"),
        ("x.jsonl.gz", gzip.compress(b'{"id": 1}'), NotText, "packed .jsonl corpus"),
        ("x.gz", gzip.compress(b"%PDF-1.7"), NotText, "a PDF"),
        ("x.gz", gzip.compress(gzip.compress(b"x")), NotText, "a GZIP archive"),
        ("x.gz", b"\x1f\x8b", InputError, "breaks off"),
        ("x.txt", b" \n", EmptyInput, "no text"),
        ("x.txt", b"a\0b", NotText, "NUL"),
        ("x.sitemap", SITEMAP, NotText, "names pages"),
        ("x.txt", b"x" * 10_000_001, InputTooLarge, "more than"),
        ("x.warc", b"WARC/1.0\r\n", InputError, "of what type"),
        ("x.parquet", b"PAR1", InputError, "DuckDB"),
    ],
)
def test_what_cannot_be_read_is_called_by_its_name(write, name, data, kind, wrong):
    captures, (error,) = taken(write(name, data))
    assert captures == []
    assert isinstance(error, kind)
    assert wrong in error.wrong
    assert error.remedy


@pytest.mark.parametrize("name", ["nowhere.txt", "nowhere.warc", "a\0b", "x" * 5000])
def test_what_is_not_there_is_missing(tmp_path, name):
    (error,) = taken(tmp_path / name)[1]
    assert type(error) is MissingInput


def test_a_day_that_is_none_is_refused_before_anything_is_read():
    with pytest.raises(InputError, match="not a date"):
        input_captures(["nowhere.txt"], published="soon")
