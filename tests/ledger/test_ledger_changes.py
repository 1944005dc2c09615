"""What is new, corrected or gone since an instant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_invented import article, put
from test_ledger_history import AFTER, BEFORE, LONG, STANDS

from counterclaim.errors import InputError
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.listing import ChangeKind


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An article, and the next day what was made of it."""
    with open_ledger(tmp_path / "ledger.db", create=True) as opened:
        put(opened, BEFORE, added="2022-03-01T08:00:00Z")
        put(opened, AFTER, added="2022-03-02T08:00:00Z")
        yield opened


def told(ledger: Ledger, since: str) -> list[tuple[ChangeKind, str, str | None]]:
    """Kind, words, and the words before."""
    return [
        (change.kind, change.claim.words, change.before and change.before.words)
        for change in ledger.changes(since)
    ]


def test_at_first_everything_is_new(ledger: Ledger) -> None:
    new = [words for kind, words, _ in told(ledger, "2022-03-01") if kind is ChangeKind.NEW]
    assert new == ["that talks go on", LONG, "that nobody was hurt", "that a boat sank"]


def test_a_later_version_brings_what_is_new_corrected_and_gone(ledger: Ledger) -> None:
    assert sorted(told(ledger, "2022-03-02")) == [
        (ChangeKind.CORRECTED, LONG.replace("two hundred", "three hundred"), LONG),
        (ChangeKind.GONE, "that nobody was hurt", None),
        (ChangeKind.NEW, "that a boat sank", None),
    ]
    assert {change.at for change in ledger.changes("2022-03-02")} == {"2022-03-02T08:00:00Z"}


def test_nothing_happened_since(ledger: Ledger) -> None:
    assert told(ledger, "2022-03-02T08:00:01Z") == []


def test_a_new_reading_of_what_was_there_is_no_news(ledger: Ledger) -> None:
    again = article(STANDS, retrieved="2022-02-16T12:00:00Z", url="https://two.example/")
    put(ledger, again, added="2022-03-03T08:00:00Z")
    read = article(STANDS, retrieved="2022-02-16T12:00:00Z", url="https://two.example/", reader="reader/2")
    put(ledger, read, added="2022-03-04T08:00:00Z")
    assert told(ledger, "2022-03-04") == []
    assert told(ledger, "2022-03-03") == [(ChangeKind.NEW, "that talks go on", None)]


def test_so_many_at_most(ledger: Ledger) -> None:
    assert ledger.changes("2022-03-01", limit=2) == ledger.changes("2022-03-01")[:2]


def test_what_is_no_day_or_instant_is_refused(ledger: Ledger) -> None:
    with pytest.raises(InputError, match="since monday: it is no day"):
        ledger.changes("monday")


def test_an_article_that_says_nothing_changes_nothing(ledger: Ledger) -> None:
    put(ledger, article(url="https://silent.example/", own="It rained."), added="2022-03-05T08:00:00Z")
    assert told(ledger, "2022-03-05") == []
