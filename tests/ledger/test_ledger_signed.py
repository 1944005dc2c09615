"""What people sign of questions: which claims belong together, and how a question reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_invented import ADDED, Say, article, put
from ledger_linked import QUESTION, link, names, question
from msgspec.structs import replace

from counterclaim.errors import InputError, UnknownId
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.finding import FindingKind
from counterclaim.model.question import HumanEdge
from counterclaim.model.relation import ClaimName
from counterclaim.model.review import Review, ReviewKind, TargetKind

AT, LATER = "2022-03-02T10:00:00Z", "2022-03-03T10:00:00Z"
LONG = "the old bridge over the river is safe for all"
ONE = article(Say("Ann", LONG, "Ann"), url="https://one.example/")
TWO = article(Say("Bob", "the bridge is not safe; it may fall", "Bob"), url="https://two.example/")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "counterclaim.db", create=True) as ledger:
        put(ledger, ONE, TWO)
        yield ledger


def signed(kind: ReviewKind, one: str, *others: str, at: str = AT) -> Review:
    return Review(
        kind=kind, target_kind=TargetKind.CLAIM, target=one, by="Zoë", at=at, value=" ".join(others)
    )


def edge(one: ClaimName, other: ClaimName, *, same: bool = True, at: str = AT) -> HumanEdge:
    return HumanEdge(one=one, other=other, same=same, by="Zoë", at=at)


def undo(id: str) -> Review:
    return Review(kind=ReviewKind.UNDO, target_kind=TargetKind.REVIEW, target=id, by="Zoë", at=LATER)


def reread(ledger: Ledger, start: int, reader: str = "reader/2") -> str:
    """Read the first article anew with a claim that begins so many letters later."""
    first = ONE.reading.attributions[0]
    ((at, end),) = first.claims[0].content
    claim = replace(first.claims[0], id="c" + f"{start:x}" * 16, content=((at + start, end),))
    other = replace(first, claims=(claim,))
    ledger.put(ONE.capture, ONE.document, replace(ONE.reading, reader=reader, attributions=(other,)), ADDED)
    return claim.id


def test_who_merges_and_splits_claims_joins_and_parts_them(ledger: Ledger) -> None:
    a, b, c = names(ledger)
    ledger.review(signed(ReviewKind.MERGE, a[1], b[1], c[1]))
    ledger.review(signed(ReviewKind.SPLIT, c[1], a[1], at=LATER))
    assert ledger.human_edges() == [edge(a, b), edge(a, c), edge(c, a, same=False, at=LATER)]


def test_beginnings_of_ids_are_kept_whole(ledger: Ledger) -> None:
    a, b, c = names(ledger)
    ledger.review(signed(ReviewKind.MERGE, a[1][:9], b[1][:9], c[1][:9]))
    assert ledger.human_edges() == [edge(a, b), edge(a, c)]
    assert ledger.reviews()[0].review.value == f"{b[1]} {c[1]}"


def test_a_claim_that_is_not_there_cannot_be_merged(ledger: Ledger) -> None:
    a, *_ = names(ledger)
    with pytest.raises(UnknownId):
        ledger.review(signed(ReviewKind.MERGE, a[1], "c" + "0" * 16))
    assert ledger.reviews() == []


def test_a_claim_merged_with_itself_joins_nothing(ledger: Ledger) -> None:
    a, *_ = names(ledger)
    ledger.review(signed(ReviewKind.MERGE, a[1], a[1]))
    assert ledger.human_edges() == []


def test_what_is_undone_joins_nothing(ledger: Ledger) -> None:
    a, b, _ = names(ledger)
    undone = ledger.review(undo(ledger.review(signed(ReviewKind.MERGE, a[1], b[1]))))
    assert ledger.human_edges() == []
    ledger.review(replace(undo(undone), at="2022-03-04T10:00:00Z"))
    assert ledger.human_edges() == [edge(a, b)]


@pytest.mark.parametrize("turned", [False, True])
def test_it_follows_both_claims_into_newer_readings(ledger: Ledger, *, turned: bool) -> None:
    a, b, _ = names(ledger)
    ledger.review(signed(ReviewKind.MERGE, *((b[1], a[1]) if turned else (a[1], b[1]))))
    now = (a[0], reread(ledger, start=4))
    assert ledger.human_edges() == [edge(b, now) if turned else edge(now, b)]
    reread(ledger, start=15, reader="reader/3")  # too few of the words
    assert ledger.human_edges() == []


def test_a_claim_of_several_documents_counts_in_each(ledger: Ledger) -> None:
    a, b, _ = names(ledger)
    url = "https://four.example/"
    capture, document = (replace(one, publisher="Other", url=url) for one in (ONE.capture, ONE.document))
    ledger.put(capture, document, replace(ONE.reading, document=document), ADDED)
    ledger.review(signed(ReviewKind.SPLIT, b[1], a[1]))
    others = [name for name in names(ledger) if name[1] == a[1]]
    assert [one.other for one in ledger.human_edges()] == others


def test_what_is_forgotten_joins_nothing(ledger: Ledger) -> None:
    a, b, c = names(ledger)
    ledger.review(signed(ReviewKind.MERGE, b[1], a[1], c[1]))
    ledger.review(signed(ReviewKind.MERGE, a[1], b[1]))
    ledger.forget(a[0], "Ann", AT)
    assert ledger.human_edges() == [edge(b, c)]


def renamed(text: str, at: str = AT, target: str = QUESTION) -> Review:
    return Review(
        kind=ReviewKind.CORRECT, target_kind=TargetKind.QUESTION, target=target, by="Zoë", at=at,
        field="text", value=text,
    )  # fmt: skip


def test_the_last_text_in_force_is_what_a_question_is_called(ledger: Ledger) -> None:
    link(ledger)
    ledger.review(renamed("Does it hold?", target=QUESTION[:6]))
    last = ledger.review(renamed("Will it hold?", LATER))
    assert ledger.question_texts() == {QUESTION: "Will it hold?"}
    ledger.review(undo(last))
    assert ledger.question_texts() == {QUESTION: "Does it hold?"}


def test_a_text_outlives_the_question(ledger: Ledger) -> None:
    link(ledger)
    ledger.review(renamed("Does it hold?"))
    ledger.keep_findings(FindingKind.QUESTION, [])
    assert ledger.question_texts() == {QUESTION: "Does it hold?"}
    with pytest.raises(UnknownId, match="no question"):
        ledger.review(renamed("Will it hold?", LATER))


@pytest.mark.parametrize("kind", [ReviewKind.NOTE, ReviewKind.ACCEPT, ReviewKind.REJECT])
def test_questions_can_be_judged(ledger: Ledger, kind: ReviewKind) -> None:
    link(ledger)
    made = Review(
        kind=kind, target_kind=TargetKind.QUESTION, target=QUESTION, by="Zoë", at=AT, note="well put"
    )
    ledger.review(made)
    (stored,) = ledger.reviews(QUESTION)
    assert (stored.review, stored.fate, stored.claims, stored.words) == (made, None, (), None)
    assert stored.document == names(ledger)[0][0]
    assert ledger.question_texts() == {}
    assert list(ledger.verify()) == []


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"field": "polarity"}, "'polarity' is no field to correct"),
        ({"field": None}, "with field None"),
        ({"value": " "}, "without a value"),
        ({"kind": ReviewKind.MERGE, "field": None}, "merge is not said of a question"),
        ({"kind": ReviewKind.GRADE, "field": None, "value": "1"}, "grade is not said of a question"),
    ],
)
def test_what_says_nothing_of_a_question_is_refused(
    ledger: Ledger, change: dict[str, str | None], wrong: str
) -> None:
    link(ledger)
    with pytest.raises(InputError, match=wrong):
        ledger.review(replace(renamed("Does it hold?"), **change))


def test_the_text_of_a_claim_is_no_field(ledger: Ledger) -> None:
    a, *_ = names(ledger)
    with pytest.raises(InputError, match="'text' is no field"):
        ledger.review(replace(renamed("x"), target_kind=TargetKind.CLAIM, target=a[1]))


def test_what_was_written_of_a_question_is_forgotten_with_its_oldest_claim(ledger: Ledger) -> None:
    a, b, _ = names(ledger)
    ledger.keep_findings(FindingKind.QUESTION, [question(a, b)])
    id = ledger.review(renamed("Will the zyzzyva hold?"))
    ledger.review(replace(undo(id), note="no zyzzyva"))
    ledger.forget(a[0], "Ann", AT)
    assert ledger.question_texts() == {}
    assert b"zyzzyva" not in b"".join(path.read_bytes() for path in ledger.path.parent.iterdir())
    assert list(ledger.verify()) == []
