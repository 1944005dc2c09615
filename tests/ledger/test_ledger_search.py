"""Full-text search of claims: ranked, capped, and never at fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_invented import Say, article, put

from counterclaim.ledger import search as module
from counterclaim.ledger.ledger import Ledger, open_ledger

NEWS = article(
    Say(
        "Ada Lund", "that troops left the bridge in the night and went home by train", "Ada Lund", "Northland"
    ),
    Say("Bo Berg", "that troops left", "Bo Berg", "Eastland"),
    Say("the ministry", "that troops and more troops will come", "Defence Ministry", "Eastland"),
    Say("the mayor", "that Ada Lund was there", "Kim Holm", None),
    Say("she", "that the café is open", "Kim Holm", None),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """One article."""
    with open_ledger(tmp_path_factory.mktemp("search") / "ledger.db", create=True) as opened:
        put(opened, NEWS)
        yield opened


def found(ledger: Ledger, words: str) -> list[str]:
    """The words of the hits, without the "that" before them."""
    return [hit.claim.words.removeprefix("that ") for hit in ledger.search(words).hits]


def test_the_best_come_first(ledger: Ledger) -> None:
    assert found(ledger, "troops") == [
        "troops and more troops will come",
        "troops left",
        "troops left the bridge in the night and went home by train",
    ]


def test_all_words_are_wanted_phrases_too_and_some_not(ledger: Ledger) -> None:
    assert found(ledger, 'troops "left the bridge"')[0].startswith("troops left the bridge")
    assert found(ledger, "troops left -bridge") == ["troops left"]
    assert found(ledger, "troops café") == []
    assert found(ledger, "CAFE") == ["the café is open"]


def test_the_speaker_and_the_source_are_searched_and_the_claim_weighs_more(ledger: Ledger) -> None:
    assert found(ledger, "lund")[0] == "Ada Lund was there"
    assert len(found(ledger, "lund")) == 2
    assert found(ledger, "ministry") == ["troops and more troops will come"]
    assert found(ledger, "defence ministry troops") == ["troops and more troops will come"]


def test_marks_are_where_the_words_stand(ledger: Ledger) -> None:
    hit = ledger.search('"troops left" night').hits[0]
    assert [hit.claim.words[start:end] for start, end in hit.marks] == ["troops left", "night"]
    assert ledger.search("ministry").hits[0].marks == ()


def test_no_more_than_asked_for(ledger: Ledger) -> None:
    assert len(ledger.search("troops", limit=2).hits) == 2


def test_where_very_many_hold_the_words_the_last_added_are_ranked(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not ledger.search("troops").capped
    monkeypatch.setattr(module, "CAP", 2)
    result = ledger.search("troops")
    assert result.capped
    assert [hit.claim.words for hit in result.hits] == [
        "that troops and more troops will come",
        "that troops left",
    ]


@given(words=st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_words_are_at_fault(ledger: Ledger, words: str) -> None:
    ledger.search(words)
    ledger.claims(about=words, by=words)


def test_an_empty_ledger_finds_nothing(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        assert ledger.search("troops left").hits == ()
