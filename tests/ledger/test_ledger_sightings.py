"""A page seen again: unchanged, edited, and edited back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ledger_invented import Say, article, put
from msgspec.structs import replace

from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.added import Added

FIRST, EDITED = Say("Ann", "the bridge is safe"), Say("Ann", "the bridge was never safe at all, and we knew")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(tmp_path / "l.db", create=True)


def seen(ledger: Ledger, say: Say, hour: int, noise: str = "") -> Added:
    """Put a page as it was at an hour, with bytes beside its text that change each time."""
    page = article(say, retrieved=f"2031-03-04T{hour:02}:00:00Z")
    capture = replace(page.capture, data=page.capture.data + noise.encode())
    return ledger.put(capture, page.reading.document, page.reading, "2031-03-05T00:00:00Z")


def standing(ledger: Ledger) -> dict[str, str]:
    return {row.words: row.standing.value for row in ledger.claims()}


def test_an_edit_that_is_taken_back_is_a_third_version(ledger: Ledger) -> None:
    assert seen(ledger, FIRST, 8) is Added.NEW
    assert seen(ledger, EDITED, 9) is Added.NEW_VERSION
    assert seen(ledger, FIRST, 10) is Added.NEW_VERSION
    assert len(ledger.versions(ledger.documents()[0].address)) == 3
    told = [(row.words, row.standing.value) for row in ledger.claims()]
    assert (FIRST.content, "current") in told
    assert (EDITED.content, "gone") in told
    assert list(ledger.verify()) == []


def test_the_same_again_in_any_order_changes_nothing(ledger: Ledger) -> None:
    hours = [(FIRST, 8), (EDITED, 9), (FIRST, 10)]
    for say, hour in hours:
        seen(ledger, say, hour)
    assert [seen(ledger, say, hour) for say, hour in [*hours, *reversed(hours)]] == [Added.KNOWN] * 6


def test_later_sightings_of_the_last_text_are_no_versions(ledger: Ledger) -> None:
    seen(ledger, FIRST, 8)
    assert seen(ledger, FIRST, 9) is Added.KNOWN
    assert seen(ledger, FIRST, 10, noise="<!-- 1,204 readers -->") is Added.KNOWN
    assert ledger.stats().captures == 1


def test_a_file_added_again_is_the_same_whatever_came_between(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "files.db", create=True) as ledger:
        put(ledger, article(FIRST), article(EDITED), article(FIRST), article(EDITED))
        assert ledger.stats().captures == 2


def test_what_came_back_is_read_again_as_itself(ledger: Ledger) -> None:
    for say, hour in ((FIRST, 8), (EDITED, 9), (FIRST, 10)):
        seen(ledger, say, hour)
    captures = list(ledger.stored_captures(("cleaner/1", "reader/2")))
    assert [capture.retrieved for capture in captures] == [
        f"2031-03-04T{hour:02}:00:00Z" for hour in (8, 9, 10)
    ]
    is_read: Callable[..., bool] = ledger.has
    assert not any(is_read(capture, "cleaner/1", "reader/2") for capture in captures)
