"""Questions, disputes, shifts, series and forecasts: kept whole, in their order, looked up by their ids."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from ledger_invented import Say, article, put
from ledger_linked import QUESTION, dispute, forecast, link, names, question, series, shift

from counterclaim.errors import DamagedLedger, UnknownId
from counterclaim.ledger.findings import TYPES, Finding
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import Question, Shift
from counterclaim.model.review import Review, ReviewKind, TargetKind

NOW = "2031-04-01T10:00:00Z"
ONE = article(Say("Ann", "the bridge is safe; it stood", "Ann", "Eastland"), url="https://one.example/")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "counterclaim.db", create=True) as ledger:
        put(ledger, ONE)
        yield ledger


def of_kind(kind: FindingKind, ledger: Ledger) -> Finding:
    a, b = names(ledger)
    made: dict[FindingKind, Finding] = {
        FindingKind.QUESTION: question(a, b),
        FindingKind.DISPUTE: dispute(a, b),
        FindingKind.SHIFT: shift(a, b),
        FindingKind.SERIES: series(a, b),
        FindingKind.FORECAST: forecast(a, b),
    }
    return made[kind]


def test_findings_are_up_to_date_until_something_is_compared_or_judged(ledger: Ledger) -> None:
    link(ledger)
    assert not ledger.is_derived("rules 1")
    ledger.mark_derived("rules 1")
    assert ledger.is_derived("rules 1")
    assert not ledger.is_derived("rules 2")
    put(ledger, article(Say("Bob", "no"), url="https://two.example/"))
    link(ledger)
    assert not ledger.is_derived("rules 1")
    ledger.mark_derived("rules 1")
    (a, b, *_) = names(ledger)
    split = ReviewKind.SPLIT
    ledger.review(Review(kind=split, target_kind=TargetKind.CLAIM, target=a[1], value=b[1], by="Ann", at=NOW))
    assert not ledger.is_derived("rules 1")


@pytest.mark.parametrize("kind", FindingKind)
def test_each_comes_back_as_it_was(ledger: Ledger, kind: FindingKind) -> None:
    made = of_kind(kind, ledger)
    ledger.keep_findings(kind, [made])
    type: type[msgspec.Struct] = TYPES[kind]
    assert ledger.findings(kind, type) == [made]
    id = made.question if hasattr(made, "question") else made.id
    assert ledger.finding(kind, type, id) == ledger.finding(kind, type, id[:4]) == made
    assert {one: ledger.count_findings(one) for one in FindingKind} == {
        one: int(one is kind) for one in FindingKind
    }


def test_they_stay_in_order_and_are_given_by_pages(ledger: Ledger) -> None:
    a, _ = names(ledger)
    kept = [question(a, id=f"q{n:016x}", text=str(n)) for n in (3, 1, 2)]
    ledger.keep_findings(FindingKind.QUESTION, iter(kept))
    assert ledger.findings(FindingKind.QUESTION, Question) == kept
    assert ledger.findings(FindingKind.QUESTION, Question, 1, 1) == kept[1:2]
    assert ledger.findings(FindingKind.QUESTION, Question, limit=0) == []
    assert ledger.findings(FindingKind.QUESTION, Question, offset=2) == kept[2:]


def test_what_is_kept_takes_the_place_of_all_of_its_kind(ledger: Ledger) -> None:
    link(ledger)
    ledger.keep_findings(FindingKind.QUESTION, [])
    assert [ledger.count_findings(kind) for kind in FindingKind] == [0, 1, 2, 1, 1]


def test_all_shifts_of_a_question_are_given(ledger: Ledger) -> None:
    a, b = names(ledger)
    kept = [shift(a, b), shift(a, b, id="q" + "1" * 16), shift(b, a)]
    ledger.keep_findings(FindingKind.SHIFT, kept)
    assert ledger.findings(FindingKind.SHIFT, Shift, id=QUESTION) == [kept[0], kept[2]]
    assert ledger.findings(FindingKind.SHIFT, Shift, 1, 1, id=QUESTION) == [kept[2]]
    assert ledger.findings(FindingKind.SHIFT, Shift, id=QUESTION[:4]) == []
    assert ledger.finding(FindingKind.SHIFT, Shift, QUESTION) == kept[0]


@pytest.mark.parametrize(
    ("id", "wrong"),
    [
        ("q4444", "no question of the ledger has this id"),
        ("q0123456789abcd", "several questions begin so, as q0123456789abcde0 and q0123456789abcde1"),
        ("q01", "this is no id of a question"),
        ("c0123456789abcdef", "this is no id of a question"),
        ("q0123456789abcde0'--", "this is no id of a question"),
        ("", "this is no id of a question"),
    ],
)
def test_an_id_that_names_no_question_or_several_is_refused(ledger: Ledger, id: str, wrong: str) -> None:
    a, _ = names(ledger)
    ledger.keep_findings(FindingKind.QUESTION, [question(a, id=f"q0123456789abcde{n}") for n in range(2)])
    with pytest.raises(UnknownId, match=wrong):
        ledger.finding(FindingKind.QUESTION, Question, id)


def test_what_cannot_be_read_is_named(ledger: Ledger) -> None:
    link(ledger)
    ledger._connection.execute("UPDATE findings SET body = '{}' WHERE kind = 0")
    with pytest.raises(DamagedLedger, match="found across documents cannot be read"):
        ledger.findings(FindingKind.QUESTION, Question)


def test_any_tool_sees_them(ledger: Ledger) -> None:
    link(ledger)
    a, b = names(ledger)
    other = sqlite3.connect(ledger.path)
    assert other.execute("SELECT id, text, form, claims, answers FROM shown_questions").fetchall() == [
        (QUESTION, "Is the bridge safe?", "yes or no", 2, 2)
    ]
    assert other.execute("SELECT question, party, answer, document, claim FROM shown_answers").fetchall() == [
        (QUESTION, "Eastland", "yes", *a), (QUESTION, "Eastland", "yes", *b),
    ]  # fmt: skip
    assert other.execute("SELECT question, parties, contradictions FROM shown_disputes").fetchall() == [
        (QUESTION, 2, 1)
    ]
    assert other.execute("SELECT kind, count(*) FROM shown_findings GROUP BY kind").fetchall() == [
        ("dispute", 1), ("forecast", 1), ("question", 1), ("series", 1), ("shift", 2),
    ]  # fmt: skip
    assert other.execute(
        "SELECT kind, contradiction, confidence, one_document, one, other, other_party, other_words"
        " FROM shown_relations"
    ).fetchall() == [("contradicts", "denial", 0.8765, *a, b[1], "Eastland", "it stood")]
    other.close()
