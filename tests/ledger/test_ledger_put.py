"""Putting the same in again changes nothing, whatever the order; what fails leaves nothing behind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_invented import ADDED, Article, Say, article, put
from ledger_real import real_capture, real_reading
from msgspec.structs import replace

from counterclaim.errors import MalformedRecord, UnknownId
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.added import Added
from counterclaim.model.copies import Origin
from counterclaim.model.edge import Edge, EdgeKind
from counterclaim.model.fetch_state import FetchState

TABLES = ("blobs", "addresses", "captures", "documents", "readings", "parties", "speakers",
          "attributions", "claims", "statements", "skipped")  # fmt: skip
VIEWS = ("shown_documents", "shown_attributions", "shown_claims", "shown_statements")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "counterclaim.db", create=True) as ledger:
        yield ledger


def counted(ledger: Ledger) -> dict[str, int]:
    other = sqlite3.connect(ledger.path)
    counts = {table: other.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
    other.close()
    return counts


def content(path: Path) -> list[set[tuple[object, ...]]]:
    other = sqlite3.connect(path)
    shown = [set(other.execute(f"SELECT * FROM {view}")) for view in VIEWS]
    other.close()
    return shown


FIRST = article(Say("Ann Brown", "the bridge is safe", "Ann Brown", "Town"), retrieved="2022-02-16T08:00:00Z")
EDITED = article(
    Say("Ann Brown", "the bridge is not safe", "Ann Brown", "Town"),
    Say("Bob", "nobody was hurt"),
    retrieved="2022-02-17T08:00:00Z",
)
COPY = article(
    Say("Ann Brown", "the bridge is safe", "Ann Brown", "Town"), url="https://copy.example/bridge",
    retrieved="2022-02-18T08:00:00Z",
)  # fmt: skip
OTHER = article(Say("Zoë", "it rains", "Zoë"), url="https://news.example/rain", own="It rained for 3 days.")


def test_what_is_new_is_told_apart(ledger: Ledger) -> None:
    def added(one: Article) -> Added:
        return ledger.put(one.capture, one.document, one.reading, ADDED)

    assert added(FIRST) is Added.NEW
    assert added(EDITED) is Added.NEW_VERSION
    assert added(EDITED) is Added.KNOWN
    assert added(COPY) is Added.NEW
    newer = replace(FIRST.reading, reader="reader/2")
    assert ledger.put(FIRST.capture, FIRST.document, newer, ADDED) is Added.NEW_READING
    cleaned = replace(FIRST.document, cleaner="cleaner/2")
    newest = replace(newer, document=cleaned)
    assert ledger.put(FIRST.capture, cleaned, newest, ADDED) is Added.NEW_READING


def test_a_real_reading_twice_changes_nothing(ledger: Ledger) -> None:
    reading = real_reading()
    assert ledger.put(real_capture(), reading.document, reading, ADDED) is Added.NEW
    before = counted(ledger)
    assert ledger.put(real_capture(), reading.document, reading, "2023-01-01T00:00:00Z") is Added.KNOWN
    assert counted(ledger) == before


def test_has_says_beforehand_that_nothing_would_change(ledger: Ledger) -> None:
    put(ledger, FIRST)
    assert ledger.has(FIRST.capture, "cleaner/1", "reader/1")
    assert not ledger.has(FIRST.capture, "cleaner/1", "reader/2")
    assert not ledger.has(FIRST.capture, "cleaner/2", "reader/1")
    assert not ledger.has(EDITED.capture, "cleaner/1", "reader/1")


def test_texts_and_bytes_are_kept_once(ledger: Ledger) -> None:
    put(ledger, FIRST, COPY)
    assert counted(ledger)["blobs"] == 1
    assert counted(ledger)["documents"] == 2


def test_a_speaker_is_kept_once_for_each_that_differs(ledger: Ledger) -> None:
    put(ledger, FIRST, COPY, article(Say("Ann Brown", "no", "Ann Brown", "County"), url="https://x.example/"))
    assert counted(ledger)["speakers"] == 2
    assert counted(ledger)["parties"] == 2


@settings(max_examples=12, deadline=None)
@given(st.permutations([FIRST, EDITED, COPY, OTHER]), st.lists(st.sampled_from([FIRST, EDITED, COPY, OTHER])))
def test_any_order_and_repetition_give_the_same_content(order: list[Article], again: list[Article]) -> None:
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("one.db", "other.db")]
        for path, articles in zip(paths, ([FIRST, EDITED, COPY, OTHER], [*order, *again]), strict=True):
            with open_ledger(path, create=True) as ledger:
                for one in articles:
                    put(ledger, one)
                assert list(ledger.verify()) == []
        assert content(paths[0]) == content(paths[1])


def test_copies_are_folded_to_the_earliest_whatever_came_first(ledger: Ledger) -> None:
    put(ledger, COPY, FIRST)
    by_url = {ledger.reading(one.document).document.url: one.document for one in ledger.origins()}
    copy, first = by_url[COPY.capture.url], by_url[FIRST.capture.url]
    ledger.keep_origins([Origin(document=copy, origin=first, copied=first, reason="100% of the words")])
    assert _folds(ledger) == {("https://copy.example/bridge", 1, 2), ("https://news.example/bridge", 0, 2)}
    ledger.keep_origins([Origin(document=copy, origin=copy)])
    assert _folds(ledger) == {("https://copy.example/bridge", 0, 1), ("https://news.example/bridge", 0, 1)}


def test_edges_are_kept_once_and_the_newest_figure_counts(ledger: Ledger) -> None:
    put(ledger, COPY, FIRST)
    one, other = (origin.document for origin in ledger.origins())
    edge = Edge(
        kind=EdgeKind.COPIES, from_document=one, to_document=other, weight=0.8, reason="80% of the words",
        maker="copies/1",
    )  # fmt: skip
    better = replace(edge, weight=0.82, reason="82% of the words")
    ledger.keep_edges([edge, edge])
    ledger.keep_edges([better])
    assert list(ledger.edges()) == [better]


def test_an_edge_to_nowhere_is_refused(ledger: Ledger) -> None:
    put(ledger, FIRST)
    (one,) = (origin.document for origin in ledger.origins())
    edge = Edge(
        kind=EdgeKind.COPIES, from_document=one, to_document="d" + "0" * 16, weight=1.0, reason="", maker="x"
    )
    with pytest.raises(UnknownId):
        ledger.keep_edges([edge])


def _folds(ledger: Ledger) -> set[tuple[str, int, int]]:
    other = sqlite3.connect(ledger.path)
    found = set(other.execute("SELECT url, folded, documents FROM shown_claims"))
    other.close()
    return found


def test_a_transaction_that_fails_leaves_nothing(ledger: Ledger) -> None:
    def fail() -> None:
        with ledger.transaction():
            ledger.put(FIRST.capture, FIRST.document, FIRST.reading, ADDED)
            raise KeyError("something else went wrong")

    with pytest.raises(KeyError):
        fail()
    assert set(counted(ledger).values()) == {0}
    put(ledger, FIRST)
    assert list(ledger.verify()) == []


def test_one_bad_reading_in_a_transaction_leaves_the_others(ledger: Ledger) -> None:
    bad = replace(OTHER.reading, own_voice=(replace(OTHER.reading.own_voice[0], content=()),))
    with ledger.transaction():
        ledger.put(FIRST.capture, FIRST.document, FIRST.reading, ADDED)
        with pytest.raises(MalformedRecord, match="a claim without words"):
            ledger.put(OTHER.capture, OTHER.document, bad, ADDED)
        ledger.put(COPY.capture, COPY.document, COPY.reading, ADDED)
    assert counted(ledger)["documents"] == 2
    assert list(ledger.verify()) == []


def test_a_reading_of_another_document_is_a_mistake_of_the_program(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="the reading is of"):
        ledger.put(FIRST.capture, FIRST.document, OTHER.reading, ADDED)


def test_a_transaction_within_one_is_a_mistake_of_the_program(ledger: Ledger) -> None:
    with ledger.transaction(), pytest.raises(RuntimeError, match="open already"), ledger.transaction():
        pass


def test_skipping_the_same_record_twice_is_one_line(ledger: Ledger) -> None:
    error = MalformedRecord("corpus.jsonl:3", "`text` is empty", "Give it a text")
    ledger.skip(error, ADDED)
    ledger.skip(error, "2023-01-01T00:00:00Z")
    assert counted(ledger)["skipped"] == 1


def test_fetch_states_are_kept_in_place_of_older_ones(ledger: Ledger) -> None:
    url = "https://news.example/feed"
    assert ledger.fetch_state(url) is None
    ledger.keep_fetch_state(FetchState(url=url, etag='"a"', failures=2))
    ledger.keep_fetch_state(FetchState(url=url, modified="Wed", next_try="2022-02-16T10:00:00Z"))
    assert ledger.fetch_state(url) == FetchState(url=url, modified="Wed", next_try="2022-02-16T10:00:00Z")


def test_the_index_finds_words_and_speakers(ledger: Ledger) -> None:
    put(ledger, FIRST, OTHER)
    other = sqlite3.connect(ledger.path)
    found = "SELECT count(*) FROM claims_fts WHERE claims_fts MATCH ?"
    assert [other.execute(found, (word,)).fetchone()[0] for word in ("bridge", "zoe", "source:brown")] == [
        1,
        1,
        1,
    ]
    other.close()
