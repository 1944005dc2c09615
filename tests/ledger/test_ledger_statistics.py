"""How much a ledger holds, its documents, and what was not taken in."""

from __future__ import annotations

from pathlib import Path

from ledger_invented import Article, Say, article, put
from ledger_linked import LINKER, link, names
from msgspec.structs import replace
from test_ledger_history import AFTER, BEFORE

from counterclaim.errors import NotText
from counterclaim.ledger.ledger import open_ledger


def test_an_empty_ledger_holds_nothing(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        stats = ledger.stats()
        assert (stats.documents, stats.claims, stats.first_day, stats.last_day) == (0, 0, None, None)
        assert stats.bytes > 0
        assert ledger.documents() == []
        assert ledger.skipped() == []


def test_counts_are_of_the_newest_readings_and_tell_what_is_told_once(tmp_path: Path) -> None:
    other = article(
        Say("Bo Berg", "that all is well", "Bo Berg", "Eastland"),
        url="https://two.example/",
        published="2022-03-01",
        own="It rained for 3 days.",
    )
    newer = replace(other.reading, reader="reader/2", own_voice=())
    again = Article(other.capture, other.document, newer)
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        put(ledger, BEFORE, AFTER, other, again)
        stats = ledger.stats()
    assert (stats.captures, stats.documents, stats.addresses, stats.readings) == (3, 3, 2, 4)
    assert (stats.attributions, stats.claims, stats.told_once) == (7, 7, 6)
    assert (stats.gone, stats.changed) == (1, 1)
    assert stats.statements == 0  # the newer reading saw none
    assert (stats.speakers, stats.parties) == (3, 1)
    assert (stats.copies, stats.reviews, stats.skipped, stats.forgotten) == (0, 0, 0, 0)
    assert (stats.first_day, stats.last_day) == ("2022-02-16", "2022-03-01")


def test_what_was_compared_is_counted(tmp_path: Path) -> None:
    other = article(Say("Bo Berg", "that all is well", "Bo Berg"), url="https://two.example/")
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        put(ledger, BEFORE, other)
        assert ledger.stats().not_linked == 2
        link(ledger)
        put(ledger, AFTER)
        stats = ledger.stats()
        assert ledger.unlinked(LINKER) == [names(ledger)[-1][0]]
    assert (stats.relations, stats.contradictions, stats.questions, stats.disputes) == (1, 1, 1, 1)
    assert stats.not_linked == 1


def test_documents_are_listed_in_the_order_of_adding(tmp_path: Path) -> None:
    silent = article(url="https://two.example/", title="Silence", published=None)
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        put(ledger, BEFORE, silent)
        first, second = ledger.documents()
        assert (first.address, first.title, first.claims) == ("https://news.example/bridge", "The bridge", 3)
        assert (second.address, second.title, second.claims) == ("https://two.example/", "Silence", 0)
        assert second.origin == second.id
        assert (second.publisher, second.published, second.language) == ("The Invented Times", None, "en")
        assert ledger.documents(limit=1, offset=1) == [second]


def test_what_was_skipped_is_told_once_with_its_reason(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        error = NotText("a.pdf", "this is a PDF", "Save its text and add that")
        with ledger.transaction():
            ledger.skip(error, "2022-03-01T08:00:00Z")
            ledger.skip(error, "2022-03-02T08:00:00Z")
        (skipped,) = ledger.skipped()
    assert (skipped.where, skipped.wrong, skipped.remedy, skipped.added) == (
        "a.pdf",
        "this is a PDF",
        "Save its text and add that",
        "2022-03-01T08:00:00Z",
    )
