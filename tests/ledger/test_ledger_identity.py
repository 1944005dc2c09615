"""Ids come from content: the same wherever and whenever it is put in, another for anything that counts."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_invented import Say, article, put
from ledger_real import real_capture
from msgspec.structs import replace

from counterclaim.ledger.captures import id_of
from counterclaim.ledger.ids import address_of, blob_of, document_id, reading_id, shown
from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.document import Capture, Media

CAPTURE = real_capture()


@pytest.mark.parametrize(
    "change",
    [
        {"data": b"other"}, {"media": Media.TEXT}, {"url": "https://news.example/"}, {"publisher": "Other"},
        {"published": "2022-02-17"}, {"title": None}, {"language": "en"},
    ],
)  # fmt: skip
def test_a_capture_is_another_if_anything_that_counts_differs(change: dict[str, object]) -> None:
    assert id_of(replace(CAPTURE, **change)) != id_of(CAPTURE)


@pytest.mark.parametrize("change", [{"name": "corpus.jsonl:7"}, {"retrieved": "2022-02-16T10:00:00Z"}])
def test_a_capture_is_the_same_wherever_and_whenever_it_was_got(change: dict[str, object]) -> None:
    capture = replace(CAPTURE, name="corpus.jsonl:3")
    assert id_of(replace(capture, **change)) == id_of(capture)


def test_a_default_day_counts_only_where_no_day_is_stated() -> None:
    undated = replace(CAPTURE, published=None)
    assert id_of(replace(CAPTURE, default_published="2022-01-01")) == id_of(CAPTURE)
    assert id_of(replace(undated, default_published="2022-01-01")) != id_of(undated)


def test_ids_stay_what_they_were_in_earlier_versions() -> None:
    capture = Capture(name="a.txt", data=b"He said no.", media=Media.TEXT, id="a.txt")
    id = id_of(capture)
    document = document_id(id, "cleaner/1", "00" * 32)
    assert shown("k", id) == "k31b18e4ea7adcf25"
    assert shown("d", document) == "d285c0dbadfc27237"
    assert shown("r", reading_id(document, "reader/1")) == "r5e9ebe5a00942bc1"


def test_an_address_is_the_url_or_the_record_or_the_path() -> None:
    file = Capture(name="news\\a.txt", data=b"x", media=Media.TEXT, id="a.txt")
    record = Capture(name="corpus.jsonl:1", data=b"x", media=Media.RECORD, id="one")
    assert address_of(file) == "news/a.txt"
    assert address_of(record) == "corpus.jsonl#one"
    assert address_of(replace(record, name="./corpus.jsonl:9")) == "corpus.jsonl#one"
    assert address_of(replace(record, url="https://news.example/")) == "https://news.example/"


@given(st.binary(min_size=8, max_size=8), st.sampled_from("kdracsv"))
def test_ids_and_bytes_go_back_and_forth(id: bytes, letter: str) -> None:
    assert blob_of(shown(letter, id), letter) == id
    assert re.fullmatch("[a-z][0-9a-f]{16}", shown(letter, id))


@given(st.text(max_size=20))
def test_what_is_no_id_is_no_bytes(text: str) -> None:
    assert blob_of(text, "d") is None or re.fullmatch("d[0-9a-f]{16}", text)


def test_two_ledgers_give_the_same_ids(tmp_path: Path) -> None:
    articles = [article(Say("Ann", f"number {n}", "Ann"), url=f"https://news.example/{n}") for n in range(3)]
    ids = []
    for name, order in (("one", articles), ("other", articles[::-1])):
        with open_ledger(tmp_path / name, create=True) as ledger:
            put(ledger, *order, added=f"2022-01-01T00:00:0{len(ids)}Z")
        other = sqlite3.connect(tmp_path / name)
        ids.append(set(other.execute("SELECT id, attribution, document FROM shown_claims")))
        other.close()
    assert ids[0] == ids[1]


def test_the_same_claim_may_stand_in_two_documents(tmp_path: Path) -> None:
    one = article(Say("Ann", "the bridge is safe", "Ann"))
    with open_ledger(tmp_path / "l.db", create=True) as ledger:
        capture = replace(one.capture, publisher="Another Paper")
        document = replace(one.document, publisher="Another Paper")
        put(ledger, one)
        ledger.put(capture, document, replace(one.reading, document=document), "2022-01-01T00:00:00Z")
        assert list(ledger.verify()) == []
    other = sqlite3.connect(tmp_path / "l.db")
    assert other.execute("SELECT count(*), count(DISTINCT id) FROM claims").fetchone() == (2, 1)
    other.close()
