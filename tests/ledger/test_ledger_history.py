"""Versions of one address, and what became of their claims."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_invented import Say, article, put

from counterclaim.errors import UnknownId
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.listing import Standing

URL = "https://news.example/bridge"
LONG = "that more than two hundred troops left the old bridge during the night"
STANDS = Say("Bo Berg", "that talks go on", "Bo Berg")
BEFORE = article(
    STANDS,
    Say("Ada Lund", LONG, "Ada Lund"),
    Say("Ada Lund", "that nobody was hurt", "Ada Lund"),
    retrieved="2022-02-16T10:00:00Z",
)
AFTER = article(
    Say("Ada Lund", LONG.replace("two hundred", "three hundred"), "Ada Lund"),
    STANDS,
    Say("Kim Holm", "that a boat sank", "Kim Holm"),
    retrieved="2022-02-16T12:00:00Z",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An article and what was made of it two hours later."""
    with open_ledger(tmp_path / "ledger.db", create=True) as opened:
        put(opened, BEFORE, added="2022-03-01T08:00:00Z")
        put(opened, AFTER, added="2022-03-02T08:00:00Z")
        yield opened


def test_versions_come_oldest_first_with_what_became_of_the_claims(ledger: Ledger) -> None:
    first, second = ledger.versions(URL)
    assert (first.retrieved, first.sha256, first.claims) == (
        "2022-02-16T10:00:00Z",
        BEFORE.document.sha256,
        3,
    )
    assert (first.new, first.gone, first.changed) == ((), (), ())
    assert second.new is not None
    assert second.gone is not None
    assert second.changed is not None
    assert [row.words for row in second.new] == ["that a boat sank"]
    assert [row.words for row in second.gone] == ["that nobody was hurt"]
    assert [(old.words, new.words) for old, new in second.changed] == [
        (LONG, LONG.replace("two hundred", "three hundred"))
    ]


def test_lists_show_how_a_claim_stands_and_what_stands_once(ledger: Ledger) -> None:
    rows = {row.words: row.standing for row in ledger.claims()}
    assert rows[LONG] is Standing.CHANGED
    assert rows["that nobody was hurt"] is Standing.GONE
    assert rows["that a boat sank"] is Standing.CURRENT
    assert [row.words for row in ledger.claims()].count("that talks go on") == 1


def test_the_instant_of_getting_counts_not_the_order_of_adding(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "other.db", create=True) as ledger:
        put(ledger, AFTER)
        put(ledger, BEFORE)
        assert [version.sha256 for version in ledger.versions(URL)] == [
            BEFORE.document.sha256,
            AFTER.document.sha256,
        ]
        assert [row.words for row in ledger.versions(URL)[1].gone or ()] == ["that nobody was hurt"]


def test_texts_of_two_cleaners_are_not_compared(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "other.db", create=True) as ledger:
        later = article(STANDS, retrieved="2022-02-17T10:00:00Z", cleaner="cleaner/2")
        put(ledger, BEFORE, later)
        second = ledger.versions(URL)[1]
        assert (second.new, second.gone, second.changed) == (None, None, None)


def test_an_unknown_address_is_named(ledger: Ledger) -> None:
    with pytest.raises(UnknownId, match=r"https://nowhere\.example: the ledger holds no document"):
        ledger.versions("https://nowhere.example")
