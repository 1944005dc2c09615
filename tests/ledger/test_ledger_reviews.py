"""What people judge: signed, never taken back, and carried over to newer readings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_invented import ADDED, Article, Say, article, put
from msgspec.structs import replace

from counterclaim.errors import InputError, UnknownId
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.review import Fate, Outcome, Review, ReviewKind, StoredReview, TargetKind

AT = "2022-03-02T10:00:00Z"
LONG = "the old bridge over the river is safe for all"
ONE = article(Say("Ann Brown", LONG, "Ann Brown"), Say("Bob", "nobody was hurt", "Bob"))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "counterclaim.db", create=True) as ledger:
        put(ledger, ONE)
        yield ledger


def claim_id(one: Article, place: int = 0) -> str:
    return one.reading.attributions[place].claims[0].id


def note(target: str, words: str = "look again", by: str = "Zoë") -> Review:
    return Review(kind=ReviewKind.NOTE, target_kind=TargetKind.CLAIM, target=target, by=by, at=AT, note=words)


def undo(target: str, at: str = AT) -> Review:
    return Review(kind=ReviewKind.UNDO, target_kind=TargetKind.REVIEW, target=target, by="Zoë", at=at)


def only(ledger: Ledger) -> StoredReview:
    (stored,) = ledger.reviews()
    return stored


def test_a_review_stands_at_its_claim(ledger: Ledger) -> None:
    id = ledger.review(note(claim_id(ONE)))
    assert only(ledger) == StoredReview(
        id=id, review=note(claim_id(ONE)), document=next(ledger.origins()).document, words=LONG,
        fate=Fate.SAME, claims=(claim_id(ONE),),
    )  # fmt: skip


def test_the_very_same_review_twice_is_one(ledger: Ledger) -> None:
    assert ledger.review(note(claim_id(ONE))) == ledger.review(note(claim_id(ONE)))
    only(ledger)


def test_reviews_can_be_asked_for_by_what_they_are_about(ledger: Ledger) -> None:
    ledger.review(note(claim_id(ONE)))
    ledger.review(note(claim_id(ONE, 1)))
    assert [stored.words for stored in ledger.reviews(claim_id(ONE, 1))] == ["nobody was hurt"]


def test_undo_is_a_new_row_and_undoing_that_brings_it_back(ledger: Ledger) -> None:
    first = ledger.review(note(claim_id(ONE)))
    second = ledger.review(undo(first))
    assert [(stored.id, stored.in_force) for stored in ledger.reviews()] == [(first, False), (second, True)]
    third = ledger.review(undo(second))
    assert [stored.in_force for stored in ledger.reviews()] == [True, False, True]
    assert [stored.id for stored in ledger.reviews()] == [first, second, third]


def test_a_review_of_a_document_and_of_a_source(ledger: Ledger) -> None:
    document = next(ledger.origins()).document
    ledger.review(replace(note(document), target_kind=TargetKind.DOCUMENT))
    grade = Review(
        kind=ReviewKind.GRADE,
        target_kind=TargetKind.SOURCE,
        target="The Invented Times",
        value="B",
        by="Zoë",
        at=AT,
    )
    ledger.review(grade)
    assert [(stored.document, stored.fate) for stored in ledger.reviews()] == [(document, None), (None, None)]


@pytest.mark.parametrize("outcome", Outcome)
def test_outcomes_of_forecasts(ledger: Ledger, outcome: Outcome) -> None:
    made = replace(note(claim_id(ONE)), kind=ReviewKind.OUTCOME, value=outcome.value)
    ledger.review(made)
    assert only(ledger).review == made


def test_a_newer_reader_that_sees_the_same_words_keeps_the_review(ledger: Ledger) -> None:
    ledger.review(note(claim_id(ONE)))
    put(
        ledger, article(Say("Ann Brown", LONG, "Ann Brown"), Say("Bob", "nobody was hurt"), reader="reader/2")
    )
    assert (only(ledger).fate, only(ledger).claims) == (Fate.SAME, (claim_id(ONE),))


def test_the_same_spans_with_another_source_keep_the_review(ledger: Ledger) -> None:
    ledger.review(note(claim_id(ONE)))
    first = ONE.reading.attributions[0]
    claim = replace(first.claims[0], id="c" + "0" * 16)
    other = replace(first, id="a" + "0" * 16, source=((0, 3),), claims=(claim,))
    reading = replace(ONE.reading, reader="reader/2", attributions=(other,))
    ledger.put(ONE.capture, ONE.document, reading, ADDED)
    assert (only(ledger).fate, only(ledger).claims) == (Fate.SAME, ("c" + "0" * 16,))


def test_nearly_the_same_words_by_the_same_speaker_carry_it_over(ledger: Ledger) -> None:
    ledger.review(note(claim_id(ONE)))
    newer = _read_otherwise(ledger, start=4)
    assert (only(ledger).fate, only(ledger).claims) == (Fate.CARRIED_OVER, (newer,))


def test_by_another_speaker_it_is_no_longer_read(ledger: Ledger) -> None:
    ledger.review(note(claim_id(ONE)))
    _read_otherwise(ledger, start=4, speaker="Somebody Else")
    assert (only(ledger).fate, only(ledger).claims) == (Fate.NO_LONGER_READ, ())


def test_with_too_few_of_the_words_it_is_no_longer_read(ledger: Ledger) -> None:
    ledger.review(note(claim_id(ONE)))
    _read_otherwise(ledger, start=20)
    assert (only(ledger).fate, only(ledger).claims) == (Fate.NO_LONGER_READ, ())


def test_it_comes_back_when_a_later_reader_sees_the_words_again(ledger: Ledger) -> None:
    ledger.review(note(claim_id(ONE)))
    _read_otherwise(ledger, start=20)
    ledger.put(ONE.capture, ONE.document, replace(ONE.reading, reader="reader/3"), ADDED)
    assert (only(ledger).fate, only(ledger).claims) == (Fate.SAME, (claim_id(ONE),))


def _read_otherwise(ledger: Ledger, start: int, speaker: str = "Ann Brown") -> str:
    """Read the article anew, with a first claim that begins so many letters later."""
    first = ONE.reading.attributions[0]
    ((at, end),) = first.claims[0].content
    claim = replace(first.claims[0], id="c" + "1" * 16, content=((at + start, end),))
    who = replace(first.speaker, name=speaker, key=speaker.casefold())
    other = replace(first, claims=(claim,), speaker=who)
    ledger.put(
        ONE.capture, ONE.document, replace(ONE.reading, reader="reader/2", attributions=(other,)), ADDED
    )
    return claim.id


def test_a_review_stands_at_the_same_text_wherever_it_is(ledger: Ledger) -> None:
    ledger.review(note(claim_id(ONE)))
    capture, document = (replace(one, publisher="Other") for one in (ONE.capture, ONE.document))
    ledger.put(capture, document, replace(ONE.reading, document=document), ADDED)
    assert only(ledger).claims == (claim_id(ONE),)
    assert ledger._connection.one("SELECT count(*) FROM review_places") == 2


def test_a_review_stays_at_the_version_it_was_made_on(ledger: Ledger) -> None:
    ledger.review(note(claim_id(ONE)))
    put(ledger, article(Say("Bob", "nobody was hurt", "Bob")))
    assert (only(ledger).fate, only(ledger).claims) == (Fate.SAME, (claim_id(ONE),))


FAULTY = [
    ({"by": " "}, "whose it is"),
    ({"at": "yesterday"}, "its time is"),
    ({"at": "2022-03-02"}, "its time is"),
    ({"note": None}, "a note without words"),
    ({"target": ""}, "what it is about"),
    ({"kind": ReviewKind.GRADE, "value": "A"}, "its value is 'A'"),
    ({"kind": ReviewKind.GRADE, "target_kind": TargetKind.SOURCE, "value": "1"}, "its value is '1'"),
    ({"kind": ReviewKind.GRADE, "target_kind": TargetKind.DOCUMENT, "value": "1"}, "not said of a document"),
    ({"kind": ReviewKind.OUTCOME, "value": "perhaps"}, "its value is 'perhaps'"),
    ({"kind": ReviewKind.CORRECT, "value": "denies"}, "with field None"),
    ({"kind": ReviewKind.CORRECT, "field": "truth", "value": "yes"}, "no field to correct"),
    ({"kind": ReviewKind.CORRECT, "field": "polarity", "value": "maybe"}, "its value is 'maybe'"),
    ({"kind": ReviewKind.CORRECT, "field": "speaker"}, "without a value"),
    ({"kind": ReviewKind.ACCEPT, "field": "speaker"}, "with field 'speaker'"),
    ({"kind": ReviewKind.MERGE}, "without a value"),
    ({"kind": ReviewKind.UNDO}, "not said of a claim"),
]


@pytest.mark.parametrize(("change", "wrong"), FAULTY)
def test_a_review_that_says_too_little_is_refused(ledger: Ledger, change: dict[str, str], wrong: str) -> None:
    made = replace(note(claim_id(ONE)), **change)
    with pytest.raises(InputError, match=wrong):
        ledger.review(made)
    assert ledger.reviews() == []


@pytest.mark.parametrize("kind", [TargetKind.CLAIM, TargetKind.DOCUMENT, TargetKind.REVIEW])
def test_a_review_of_what_is_not_there_is_refused(ledger: Ledger, kind: TargetKind) -> None:
    for target in ("c" + "0" * 16, "d" + "0" * 16, "v" + "0" * 16, "nonsense"):
        with pytest.raises(UnknownId):
            ledger.review(replace(note(target), target_kind=kind))
    assert ledger.reviews() == []
