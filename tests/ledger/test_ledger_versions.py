"""Versions of an address: what became of each claim is kept with it when a later text comes in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_invented import ADDED, Article, Say, article, put
from msgspec.structs import replace

from counterclaim.ledger.days import first_day, last_day
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.ledger.matching import Fate, Spoken, fates, likeness

Told = set[tuple[str, str, str, str | None, int]]  # day of the version, words, standing, became, folded


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "counterclaim.db", create=True) as ledger:
        yield ledger


def version(day: int, *sayings: Say, **how: str) -> Article:
    return article(*sayings, retrieved=f"2022-02-{day:02}T10:00:00Z", **how)


def told(ledger: Ledger) -> Told:
    return set(
        ledger._connection.execute(
            "SELECT substr(captures.retrieved, 9, 2), claims.words,"
            " (SELECT name FROM codes WHERE field = 'standing' AND code = claims.standing), later.words,"
            " claims.folded FROM claims JOIN attributions ON attributions.row = claims.attribution"
            " JOIN readings ON readings.row = attributions.reading"
            " JOIN documents ON documents.row = readings.document"
            " JOIN captures ON captures.row = documents.capture"
            " LEFT JOIN claims AS later ON later.row = claims.became WHERE claims.listed"
        )
    )


SAFE = "the old bridge over the river is safe for all"
STILL_SAFE = "the old bridge over the river is safe for some"


def test_what_stands_in_the_later_text_is_current_and_told_once(ledger: Ledger) -> None:
    put(ledger, version(1, Say("Ann", SAFE, "Ann")), version(2, Say("Ann", SAFE, "Ann"), Say("Bob", "no")))
    assert told(ledger) == {
        ("01", SAFE, "current", None, 0), ("02", SAFE, "current", None, 1), ("02", "no", "current", None, 0),
    }  # fmt: skip


def test_what_is_missing_in_the_later_text_is_gone(ledger: Ledger) -> None:
    put(ledger, version(1, Say("Ann", SAFE), Say("Bob", "no")), version(2, Say("Bob", "no")))
    assert ("01", SAFE, "gone", None, 0) in told(ledger)


def test_what_is_said_a_little_otherwise_by_the_same_speaker_is_changed(ledger: Ledger) -> None:
    put(ledger, version(1, Say("Ann", SAFE, "Ann")), version(2, Say("Ann", STILL_SAFE, "Ann")))
    assert told(ledger) == {("01", SAFE, "changed", STILL_SAFE, 0), ("02", STILL_SAFE, "current", None, 0)}


def test_by_another_speaker_it_is_gone(ledger: Ledger) -> None:
    put(ledger, version(1, Say("Ann", SAFE, "Ann")), version(2, Say("Bob", STILL_SAFE, "Bob")))
    assert ("01", SAFE, "gone", None, 0) in told(ledger)


def test_white_space_is_no_edit() -> None:
    assert fates([Spoken(1, "a  b", "x")], [Spoken(2, "a b", "y")]) == [Fate(1, 2, True)]


def test_what_stood_for_a_while_fares_as_in_the_last_text_that_held_it(ledger: Ledger) -> None:
    put(
        ledger,
        version(1, Say("Ann", SAFE, "Ann")),
        version(2, Say("Ann", SAFE, "Ann"), own="It rained."),
        version(3, Say("Ann", STILL_SAFE, "Ann")),
        version(4, Say("Bob", "no")),
    )
    assert told(ledger) == {
        ("01", SAFE, "changed", STILL_SAFE, 0), ("02", SAFE, "changed", STILL_SAFE, 1),
        ("03", STILL_SAFE, "gone", None, 0), ("04", "no", "current", None, 0),
    }  # fmt: skip


def test_what_comes_back_is_current_again_and_told_beside_what_was_gone(ledger: Ledger) -> None:
    put(
        ledger,
        version(1, Say("Ann", SAFE)),
        version(2, Say("Bob", "no")),
        version(3, Say("Ann", SAFE), own="It rained."),
    )
    assert {("01", SAFE, "gone", None, 0), ("03", SAFE, "current", None, 0)} <= told(ledger)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_adding_does_not_count_where_it_is_told_when_they_were_got(
    ledger: Ledger, order: tuple[int, ...]
) -> None:
    versions = [
        version(1, Say("Ann", SAFE, "Ann")), version(2, Say("Ann", STILL_SAFE, "Ann")),
        version(3, Say("Bob", "no")),
    ]  # fmt: skip
    put(ledger, *(versions[place] for place in order))
    assert told(ledger) == {
        ("01", SAFE, "changed", STILL_SAFE, 0), ("02", STILL_SAFE, "gone", None, 0),
        ("03", "no", "current", None, 0),
    }  # fmt: skip


def test_else_the_order_of_adding_counts(ledger: Ledger) -> None:
    put(ledger, article(Say("Ann", "yes")), added="2022-03-01T00:00:00Z")
    put(ledger, article(Say("Bob", "no")), added="2022-03-02T00:00:00Z")
    assert {(words, standing) for _, words, standing, _, _ in told(ledger)} == {
        ("yes", "gone"),
        ("no", "current"),
    }


def test_texts_of_two_cleaners_are_not_compared(ledger: Ledger) -> None:
    put(ledger, version(1, Say("Ann", SAFE)), version(2, Say("Bob", "no"), cleaner="cleaner/2"))
    assert {standing for _, _, standing, _, _ in told(ledger)} == {"current"}


def test_they_are_once_both_are_cleaned_anew(ledger: Ledger) -> None:
    put(ledger, version(1, Say("Ann", SAFE)), version(2, Say("Bob", "no")))
    newer = [
        version(1, Say("Ann", SAFE), cleaner="cleaner/2"),
        version(2, Say("Bob", "no"), cleaner="cleaner/2"),
    ]
    put(ledger, newer[1])
    assert {standing for _, _, standing, _, _ in told(ledger)} == {"current"}
    put(ledger, newer[0])
    assert told(ledger) == {("01", SAFE, "gone", None, 0), ("02", "no", "current", None, 0)}


def test_a_text_that_was_not_read_takes_nothing_away(ledger: Ledger) -> None:
    put(ledger, version(1, Say("Ann", SAFE)))
    later = version(2)
    document = replace(later.document, not_read="it is German")
    ledger.put(later.capture, document, replace(later.reading, document=document), ADDED)
    assert told(ledger) == {("01", SAFE, "current", None, 0)}


def test_a_newer_reading_takes_the_place_of_the_older_one(ledger: Ledger) -> None:
    put(ledger, version(1, Say("Ann", SAFE)), version(1, Say("Ann", SAFE), reader="reader/2"))
    assert told(ledger) == {("01", SAFE, "current", None, 0)}
    assert ledger._connection.one("SELECT count(*) FROM claims") == 2


WORDS = st.lists(st.sampled_from("abcde"), max_size=6).map(" ".join)


@given(WORDS, WORDS)
def test_likeness_is_the_same_both_ways_and_whole_for_the_same_words(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, one) == (1.0 if one else 0.0)


@given(st.lists(st.tuples(WORDS, st.sampled_from("xy")), max_size=4))
def test_no_claim_is_gone_from_the_same_text(said: list[tuple[str, str]]) -> None:
    claims = [Spoken(row, words, who) for row, (words, who) in enumerate(said)]
    assert all(fate.same for fate in fates(claims, claims))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022-02-16", 20220216, 20220216), ("2022-02-16/2022-02-20", 20220216, 20220220),
        (None, None, None), ("", None, None), ("nonsense", None, None),
    ],
)  # fmt: skip
def test_days_of_times(edtf: str | None, first: int | None, last: int | None) -> None:
    assert (first_day(edtf), last_day(edtf)) == (first, last)


@pytest.mark.parametrize("edtf", ["2022", "2022-02", "2022-21", "2022~", "2022-02?", "../2022", "2022/.."])
def test_longer_times_begin_before_they_end(edtf: str) -> None:
    first, last = first_day(edtf), last_day(edtf)
    assert first is not None
    assert last is not None
    assert first // 10_000 == last // 10_000 == 2022
    assert first <= last
