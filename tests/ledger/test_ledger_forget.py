"""Forgetting: no byte of what was erased is left in the file, and nothing brings it back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_invented import ADDED, Article, Say, article, put
from ledger_linked import LINKER, contradicts, link, names
from ledger_real import TEXT, real_capture, real_reading

from counterclaim.errors import MalformedRecord, UnknownId
from counterclaim.ledger import forget as forgetting
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.added import Added
from counterclaim.model.copies import Origin
from counterclaim.model.edge import Edge, EdgeKind
from counterclaim.model.fetch_state import FetchState
from counterclaim.model.finding import FindingKind
from counterclaim.model.review import Review, ReviewKind, TargetKind

AT = "2022-03-02T10:00:00Z"
URL = "https://secret.example/quixotry"
# Words that stand nowhere else, in every place that a document reaches.
SECRET = article(
    Say("Xanthippe Oakhurst", "zyzzyvas gathered; wombats fled", "Xanthippe Oakhurst", "Freedonia"),
    url=URL,
    title="Quokka",
    publisher="Vexillum",
    own="Jabberwocks numbered 42.",
)
TRACES = [
    b"zyzzyvas", b"wombats", b"Xanthippe", b"xanthippe", b"Oakhurst", b"Freedonia", b"freedonia", b"quixotry",
    b"Quokka", b"Vexillum", b"Jabberwock", b"borogove", b"mimsy",
]  # fmt: skip
PLAIN = article(Say("Ann", "the bridge is safe", "Ann"), url="https://news.example/bridge")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "counterclaim.db", create=True) as ledger:
        yield ledger


def document_of(ledger: Ledger, one: Article) -> str:
    documents = [origin.document for origin in ledger.origins()]
    return next(id for id in documents if ledger.reading(id).document.url == one.capture.url)


def files(ledger: Ledger) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(ledger.path.parent.iterdir()))


def judged(ledger: Ledger) -> None:
    claim = SECRET.reading.attributions[0].claims[0].id
    made = Review(
        kind=ReviewKind.NOTE, target_kind=TargetKind.CLAIM, target=claim, by="Ann", at=AT, note="borogove"
    )
    id = ledger.review(made)
    ledger.review(
        Review(kind=ReviewKind.UNDO, target_kind=TargetKind.REVIEW, target=id, by="Ann", at=AT, note="mimsy")
    )


def test_no_byte_of_it_is_left(ledger: Ledger) -> None:
    put(ledger, PLAIN, SECRET)
    judged(ledger)
    ledger.skip(MalformedRecord(URL, "borogove", "mimsy"), ADDED)
    ledger.keep_fetch_state(FetchState(url=URL, etag="borogove"))
    document = document_of(ledger, SECRET)
    ledger.keep_sketch(document, b"mimsy")
    ledger.keep_origins([Origin(document=document, origin=document, agency="borogove")])
    before = files(ledger)
    assert [trace for trace in TRACES if trace not in before] == [b"Jabberwock"] * (
        b"Jabberwock" not in before
    )
    ledger.forget(document, "Ann", AT)
    left = files(ledger)
    assert [trace for trace in TRACES if trace in left] == []
    assert b"bridge" in left


def test_no_word_of_it_is_left_in_what_comparing_told(ledger: Ledger) -> None:
    third = article(Say("Bob", "the bridge is not safe", "Bob"), url="https://other.example/")
    put(ledger, PLAIN, third, SECRET)
    link(ledger, "the zyzzyvas of Freedonia and the mimsy borogove")
    ann, bob, *_, last = names(ledger)
    ledger.keep_relations([contradicts(ann, bob, "one says safe, the other not safe")])
    ledger.keep_linked(last[0], LINKER, b"Quokka")
    before = files(ledger)
    assert all(trace in before for trace in (b"zyzzyvas", b"mimsy", b"borogove"))
    ledger.forget(last[0], "Ann", AT)
    left = files(ledger)
    assert [trace for trace in TRACES if trace in left] == []
    assert list(ledger.relations()) == [contradicts(ann, bob, "one says safe, the other not safe")]
    assert all(ledger.count_findings(kind) == 0 for kind in FindingKind)
    assert ledger._connection.one("SELECT count(*) FROM comparables") == 2
    assert list(ledger.verify()) == []


def test_what_stays_need_not_be_compared_again(ledger: Ledger) -> None:
    put(ledger, PLAIN, SECRET)
    link(ledger)
    ledger.forget(document_of(ledger, SECRET), "Ann", AT)
    assert ledger.unlinked(LINKER) == []
    assert list(ledger.relations()) == []


def test_the_other_documents_stay_whole(ledger: Ledger) -> None:
    put(ledger, PLAIN, SECRET)
    ledger.forget(document_of(ledger, SECRET), "Ann", AT)
    assert list(ledger.verify()) == []
    assert ledger.reading(document_of(ledger, PLAIN)) == PLAIN.reading
    assert list(ledger.stored_captures()) == [PLAIN.capture]


def test_a_real_reading_is_erased_with_all_its_words(ledger: Ledger) -> None:
    ledger.put(real_capture(), real_reading().document, real_reading(), ADDED)
    ledger.forget(next(ledger.origins()).document, "Ann", AT)
    left = files(ledger)
    words = {word for word in TEXT.split() if len(word) > 7}
    assert [word for word in words if word.encode() in left and word.lower() not in str(_names(ledger))] == []
    assert list(ledger.verify()) == []


def _names(ledger: Ledger) -> list[object]:
    return ledger._connection.execute("SELECT sql FROM sqlite_master").fetchall()


def test_a_tombstone_says_when_and_by_whom(ledger: Ledger) -> None:
    put(ledger, SECRET)
    document = document_of(ledger, SECRET)
    ledger.forget(document, "Ann", AT)
    found = ledger._connection.execute('SELECT documents, claims, "by", "at" FROM tombstones').fetchall()
    assert found == [(f'["{document}"]', 2, "Ann", AT)]


def test_it_is_not_taken_in_again(ledger: Ledger) -> None:
    put(ledger, SECRET)
    ledger.forget(document_of(ledger, SECRET), "Ann", AT)
    assert ledger.is_forgotten(SECRET.capture)
    assert ledger.has(SECRET.capture, "cleaner/9", "reader/9")
    assert ledger.put(SECRET.capture, SECRET.document, SECRET.reading, ADDED) is Added.FORGOTTEN
    assert list(ledger.stored_captures()) == []


def test_every_reading_of_its_capture_goes(ledger: Ledger) -> None:
    newer = article(Say("Xanthippe Oakhurst", "zyzzyvas gathered"), url=URL, cleaner="cleaner/2")
    put(ledger, SECRET)
    document = document_of(ledger, SECRET)
    ledger.put(SECRET.capture, newer.document, newer.reading, ADDED)
    ledger.forget(document, "Ann", AT)
    assert ledger._connection.one("SELECT count(*) FROM readings") == 0
    assert ledger._connection.one("SELECT count(*) FROM blobs") == 0


def test_a_text_that_another_document_holds_too_stays_there(ledger: Ledger) -> None:
    copy = article(
        Say("Xanthippe Oakhurst", "zyzzyvas gathered; wombats fled", "Xanthippe Oakhurst", "Freedonia"),
        own="Jabberwocks numbered 42.", url="https://copy.example/",
    )  # fmt: skip
    put(ledger, SECRET, copy)
    secret, copied = document_of(ledger, SECRET), document_of(ledger, copy)
    edge = Edge(
        kind=EdgeKind.COPIES, from_document=copied, to_document=secret, weight=1.0, reason="all", maker="x"
    )
    ledger.keep_edges([edge])
    ledger.keep_origins([Origin(document=copied, origin=secret, copied=secret, reason="all of the words")])
    ledger.forget(secret, "Ann", AT)
    assert list(ledger.verify()) == []
    assert list(ledger.edges()) == []
    assert [(one.document, one.origin, one.copied) for one in ledger.origins()] == [(copied, copied, None)]
    assert ledger._connection.execute("SELECT DISTINCT folded, documents FROM claims").fetchall() == [(0, 1)]
    assert ledger.reading(copied) == copy.reading


def test_of_several_copies_the_earliest_stands_for_the_others(ledger: Ledger) -> None:
    copies = [
        article(Say("Ann", "yes", "Ann"), url=f"https://{n}.example/", published=f"2022-02-0{n}")
        for n in (3, 2, 4)
    ]
    put(ledger, SECRET, *copies)
    secret = document_of(ledger, SECRET)
    documents = [document_of(ledger, one) for one in copies]
    ledger.keep_origins(
        [Origin(document=one, origin=secret, copied=secret, reason="all") for one in documents]
    )
    ledger.forget(secret, "Ann", AT)
    assert {one.origin for one in ledger.origins()} == {documents[1]}
    assert list(ledger.verify()) == []


def test_other_versions_of_its_address_stand_by_themselves(ledger: Ledger) -> None:
    versions = [
        article(Say("Ann", f"version {n}", "Ann"), retrieved=f"2022-02-0{n}T00:00:00Z") for n in (1, 2, 3)
    ]
    put(ledger, *versions)
    middle = ledger._connection.one("SELECT lower(hex(id)) FROM documents WHERE row = 2")
    ledger.forget(f"d{middle}", "Ann", AT)
    found = ledger._connection.execute("SELECT words, standing, ended FROM claims ORDER BY row").fetchall()
    assert found == [("version 1", 1, 3), ("version 3", 0, None)]
    assert list(ledger.verify()) == []


def test_a_review_keeps_who_and_when_and_loses_its_words(ledger: Ledger) -> None:
    put(ledger, SECRET)
    judged(ledger)
    ledger.forget(document_of(ledger, SECRET), "Ann", AT)
    first, second = ledger.reviews()
    assert (first.review.by, first.review.at, first.review.note, first.words, first.claims) == (
        "Ann", AT, None, None, (),
    )  # fmt: skip
    assert second.review.note is None
    assert list(ledger.verify()) == []


def test_a_review_of_the_same_words_elsewhere_stays(ledger: Ledger) -> None:
    copy = article(Say("Ann", "the bridge is safe", "Ann"), url="https://copy.example/")
    put(ledger, PLAIN, copy)
    claim = PLAIN.reading.attributions[0].claims[0].id
    ledger.review(
        Review(kind=ReviewKind.NOTE, target_kind=TargetKind.CLAIM, target=claim, by="Ann", at=AT, note="hm")
    )
    ledger.forget(document_of(ledger, copy), "Ann", AT)
    (stored,) = ledger.reviews()
    assert (stored.review.note, stored.claims) == ("hm", (claim,))


def test_an_unknown_document_is_refused(ledger: Ledger) -> None:
    put(ledger, PLAIN)
    with pytest.raises(UnknownId):
        ledger.forget("d" + "0" * 16, "Ann", AT)
    assert list(ledger.verify()) == []


def test_killed_before_the_file_was_scrubbed_the_same_call_finishes_it(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(ledger, PLAIN, SECRET)
    document = document_of(ledger, SECRET)
    with monkeypatch.context() as patch:
        patch.setattr(forgetting, "_scrub", lambda connection: None)
        ledger.forget(document, "Ann", AT)
    assert any(trace in files(ledger) for trace in TRACES)
    ledger.forget(document, "Somebody else", AT)
    assert [trace for trace in TRACES if trace in files(ledger)] == []
    assert ledger._connection.one('SELECT "by" FROM tombstones') == "Ann"


def test_references_are_guarded_again_afterwards(ledger: Ledger) -> None:
    put(ledger, PLAIN, SECRET)
    ledger.forget(document_of(ledger, SECRET), "Ann", AT)
    with pytest.raises(sqlite3.IntegrityError):
        ledger._connection.execute("DELETE FROM captures")
