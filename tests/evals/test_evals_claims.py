"""Scores of single claims."""

from __future__ import annotations

import pytest

from counterclaim.model.span import Spans
from evals.claims import ClaimTally, measure, score_document
from evals.records import AttributionRecord, ClaimRecord, DocumentRecord

WORDS = [f"w{number:02}" for number in range(40)]
TEXT = " ".join(WORDS)


def words(start: int, end: int) -> Spans:
    """Span of words start to end - 1 of TEXT, each three characters and a blank."""
    return ((4 * start, 4 * end - 1),)


def gold(*claims: AttributionRecord) -> DocumentRecord:
    return DocumentRecord(id="a", attributions=claims)


def predicted(content: Spans, *claims: Spans, source: Spans = ()) -> DocumentRecord:
    record = AttributionRecord(
        source=source, content=content, claims=tuple(ClaimRecord(content=claim) for claim in claims)
    )
    return DocumentRecord(id="a", attributions=(record,))


def test_a_claim_is_found_by_half_overlap() -> None:
    tally = score_document(
        gold(AttributionRecord(content=words(0, 10))), predicted(words(0, 10), words(0, 6)), TEXT
    )
    assert tally == ClaimTally(gold=1, found=1, found_with_source=1, predicted=1, right=1)


def test_two_short_gold_claims_lie_in_one_predicted_claim() -> None:
    both = gold(AttributionRecord(content=words(0, 5)), AttributionRecord(content=words(5, 12)))
    tally = score_document(both, predicted(words(0, 12), words(0, 12)), TEXT)
    assert (tally.found, tally.predicted, tally.right) == (2, 1, 1)


def test_a_predicted_claim_over_three_times_as_long_finds_nothing() -> None:
    tally = score_document(
        gold(AttributionRecord(content=words(0, 5))), predicted(words(0, 16), words(0, 16)), TEXT
    )
    assert (tally.found, tally.right) == (0, 0)


def test_a_whole_attribution_finds_a_claim_only_by_half_overlap() -> None:
    claim = gold(AttributionRecord(content=words(0, 10)))
    assert score_document(claim, predicted(words(0, 20)), TEXT).found == 1
    assert score_document(claim, predicted(words(0, 21)), TEXT).found == 0


def test_several_predicted_claims_in_one_gold_claim_are_all_right() -> None:
    tally = score_document(
        gold(AttributionRecord(content=words(0, 12))),
        predicted(words(0, 12), words(0, 4), words(4, 8), words(8, 12)),
        TEXT,
    )
    assert (tally.predicted, tally.right) == (3, 3)


def test_a_predicted_claim_elsewhere_is_wrong() -> None:
    tally = score_document(
        gold(AttributionRecord(content=words(0, 10))),
        predicted(words(20, 30), words(20, 30)),
        TEXT,
    )
    assert tally == ClaimTally(gold=1, found=0, found_with_source=0, predicted=1, right=0)


def test_the_source_is_that_of_the_best_overlap() -> None:
    claim = gold(AttributionRecord(source=words(30, 32), content=words(0, 10)))
    near = predicted(words(0, 12), words(0, 12), source=words(34, 36)).attributions[0]
    same = predicted(words(0, 10), words(0, 10), source=words(30, 32)).attributions[0]
    both = DocumentRecord(id="a", attributions=(near,), nested=(same,))
    assert score_document(claim, both, TEXT).found_with_source == 1
    assert score_document(claim, DocumentRecord(id="a", attributions=(near,)), TEXT).found_with_source == 0


def test_precision_stands_on_exhaustive_documents_only() -> None:
    whole = ClaimTally(gold=4, found=2, found_with_source=1, predicted=4, right=3)
    in_part = ClaimTally(gold=4, found=4, found_with_source=4, predicted=40, right=4)
    metrics = measure([whole, in_part], [True, False], rounds=20)
    assert metrics["claims_precision"].value == pytest.approx(3 / 4)
    assert metrics["claims_recall"].value == pytest.approx(1 / 2)
    assert metrics["claims_source_accuracy"].value == pytest.approx(1 / 2)
    assert metrics["claims_recall_all"].value == pytest.approx(6 / 8)
    assert metrics["claims_source_accuracy_all"].n == 6


def test_without_exhaustive_documents_only_recall_is_told() -> None:
    metrics = measure([ClaimTally(4, 2, 1, 4, 3)], [False], rounds=20)
    assert set(metrics) == {"claims_recall_all", "claims_source_accuracy_all"}
