"""One claim with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from ledger_invented import Say, article, put
from test_ledger_history import AFTER, BEFORE, LONG

from counterclaim.errors import UnknownId
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.ledger.passage import AROUND, passage
from counterclaim.model.listing import Standing
from counterclaim.model.receipt import holds
from counterclaim.model.review import Review, ReviewKind, TargetKind


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An article and what was made of it two hours later."""
    with open_ledger(tmp_path / "ledger.db", create=True) as opened:
        put(opened, BEFORE, AFTER)
        yield opened


def test_a_claim_comes_with_meaning_receipt_and_the_text_around(ledger: Ledger) -> None:
    said = BEFORE.reading.attributions[1]
    (found,) = ledger.claim(said.claims[0].id)
    assert found.claim == said.claims[0]
    assert found.attribution == said
    assert found.row.words == LONG
    assert holds(found.claim.receipt, BEFORE.document.text)
    context = found.context
    assert context.text == BEFORE.document.text
    assert [context.text[start:end] for start, end in context.content] == [LONG]
    assert [context.text[start:end] for start, end in context.source] == ["Ada Lund"]
    assert (context.cut_before, context.cut_after) == (False, False)


def test_the_later_version_is_told(ledger: Ledger) -> None:
    (found,) = ledger.claim(BEFORE.reading.attributions[1].claims[0].id)
    assert found.row.standing is Standing.CHANGED
    assert found.became is not None
    assert found.became.words == LONG.replace("two hundred", "three hundred")
    assert [version.sha256 for version in found.versions] == [BEFORE.document.sha256, AFTER.document.sha256]


def test_the_beginning_of_an_id_is_enough_where_it_is_the_only_such(ledger: Ledger) -> None:
    id = BEFORE.reading.attributions[0].claims[0].id
    assert [found.row.id for found in ledger.claim(id[:8])] == [id]


@pytest.mark.parametrize(
    ("id", "wrong"),
    [
        ("c0123456789abcdef", "no claim of the ledger has this id"),
        ("d0123456789abcdef", "this is no id of a claim"),
        ("c012", "no claim of the ledger has this id"),
        ("c01", "this is no id of a claim"),
        ("bridge", "this is no id of a claim"),
        ("c" + "0" * 17, "this is no id of a claim"),
    ],
)
def test_an_id_that_names_nothing_is_refused(tmp_path: Path, id: str, wrong: str) -> None:
    with open_ledger(tmp_path / "empty.db", create=True) as ledger, pytest.raises(UnknownId, match=wrong):
        ledger.claim(id)


def test_a_beginning_that_several_share_is_refused(tmp_path: Path) -> None:
    sayings = (Say("Ada Lund", f"that boat {number} left", "Ada Lund") for number in range(200))
    many = article(*sayings)
    ids = sorted(claim.id for said in many.reading.attributions for claim in said.claims)
    shared = next((a[:4] for a, b in pairwise(ids) if a[:4] == b[:4]), None)
    assert shared is not None, "choose other words"
    with open_ledger(tmp_path / "many.db", create=True) as ledger:
        put(ledger, many)
        with pytest.raises(UnknownId, match="several claims begin so"):
            ledger.claim(shared)


def test_equal_texts_give_the_claim_once_for_each_document(ledger: Ledger) -> None:
    copy = article(
        Say("Ada Lund", "that it is over", "Ada Lund"), url="https://one.example/", publisher="One"
    )
    other = article(
        Say("Ada Lund", "that it is over", "Ada Lund"), url="https://two.example/", publisher="Two"
    )
    put(ledger, copy, other)
    found = ledger.claim(copy.reading.attributions[0].claims[0].id)
    assert [one.row.publisher for one in found] == ["One", "Two"]


def test_what_people_wrote_stands_beside_the_claim(ledger: Ledger) -> None:
    id = BEFORE.reading.attributions[0].claims[0].id
    note = Review(
        kind=ReviewKind.NOTE,
        target_kind=TargetKind.CLAIM,
        target=id,
        by="Ann",
        at="2022-03-03T08:00:00Z",
        note="Ask him again",
    )
    ledger.review(note)
    (review,) = ledger.claim(id)[0].reviews
    assert (review.kind, review.by, review.at, review.note) == (
        "note",
        "Ann",
        "2022-03-03T08:00:00Z",
        "Ask him again",
    )
    assert (review.fate, review.in_force) == ("on the same words", True)


def test_a_passage_of_a_long_text_is_cut_between_words() -> None:
    before, after = "word " * 200, " after" * 200
    text = f"{before}Ada said that it is so{after}"
    start = len(before)
    found = passage(text, ((start, start + 3),), ((start + 4, start + 8),), ((start + 9, start + 22),))
    assert (found.cut_before, found.cut_after) == (True, True)
    assert set(found.text.split()) == {"word", "Ada", "said", "that", "it", "is", "so", "after"}
    assert text[found.start : found.start + len(found.text)] == found.text
    assert len(found.text) <= 2 * AROUND + 22
    assert [found.text[slice(*span)] for span in found.content] == ["that it is so"]


def test_a_text_without_spaces_is_cut_anyhow() -> None:
    text = "x" * 2_000
    found = passage(text, (), (), ((1_000, 1_010),))
    assert len(found.text) == 2 * AROUND + 10
    assert [found.text[slice(*span)] for span in found.content] == ["x" * 10]
