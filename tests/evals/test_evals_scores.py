"""Counts, ratios and intervals."""

from __future__ import annotations

import numpy as np
import pytest

from evals.bootstrap import Resampler
from evals.matching import mark_both
from evals.records import AttributionRecord, DocumentRecord
from evals.scores import Tally, f1, measure, precision, recall, score_document

TEXT = 'Kyiv said "they lie" and Moscow hopes that talks go on.'
KYIV = AttributionRecord(source=((0, 4),), cue=((5, 9),), content=((10, 20),))
MOSCOW = AttributionRecord(source=((25, 31),), cue=((32, 37),), content=((38, 54),))


def tallies(*predicted: AttributionRecord) -> dict[str, Tally]:
    gold = DocumentRecord(id="a", attributions=(KYIV, MOSCOW))
    return score_document(*mark_both(gold, DocumentRecord(id="a", attributions=predicted), TEXT))


def test_a_perfect_prediction_is_right_in_every_way() -> None:
    found = tallies(KYIV, MOSCOW)
    assert found["who_said_what"] == Tally(predicted=2, gold=2, predicted_hits=2, gold_hits=2)
    assert found["all_roles_exact_direct"] == Tally(1, 1, 1, 1)
    assert found["all_roles_exact_indirect"] == Tally(1, 1, 1, 1)
    assert found["speech_cue"].gold_hits == found["belief_cue"].gold_hits == 1


def test_a_wrong_speaker_costs_who_said_what_and_leaves_the_content() -> None:
    swapped = AttributionRecord(source=MOSCOW.source, cue=KYIV.cue, content=KYIV.content)
    found = tallies(swapped)
    assert found["content_exact"] == Tally(1, 2, 1, 1)
    assert found["who_said_what"] == Tally(1, 2, 0, 0)
    assert found["speech_cue"] == Tally(0, 1, 0, 0)
    assert found["source_token"] == Tally(predicted=1, gold=2, predicted_hits=1, gold_hits=1)


def test_precision_goes_by_the_type_of_the_predicted_content() -> None:
    longer = AttributionRecord(source=KYIV.source, content=((5, 20),))
    found = tallies(longer)
    assert found["who_said_what_mixed"] == Tally(predicted=1, gold=0, predicted_hits=1, gold_hits=0)
    assert found["who_said_what_direct"] == Tally(predicted=0, gold=1, predicted_hits=0, gold_hits=1)


def test_ratios_are_zero_where_there_is_nothing() -> None:
    nothing = np.zeros(4)
    assert precision(nothing) == recall(nothing) == f1(nothing) == 0.0


def test_ratios_of_several_sums_at_once() -> None:
    counts = np.array([[4.0, 2.0, 1.0, 1.0], [0.0, 2.0, 0.0, 0.0]])
    assert f1(counts) == pytest.approx([1 / 3, 0.0])


def test_metrics_are_micro_averaged_and_cue_classes_have_a_recall_only() -> None:
    metrics = measure([tallies(KYIV), tallies(KYIV, MOSCOW)], Resampler(2, rounds=50))
    assert metrics["who_said_what_recall"].value == pytest.approx(3 / 4)
    assert metrics["who_said_what_recall"].n == 4
    assert metrics["who_said_what_precision"].n == 3
    assert metrics["belief_cue_recall"].value == pytest.approx(1 / 2)
    assert "belief_cue_f1" not in metrics


def test_an_interval_holds_the_value_and_is_the_same_each_time() -> None:
    documents = [tallies(KYIV), tallies(KYIV, MOSCOW), tallies()]
    first, second = (measure(documents, Resampler(3, rounds=200)) for _ in range(2))
    assert first == second
    estimate = first["who_said_what_f1"]
    assert estimate.low is not None
    assert estimate.high is not None
    assert estimate.low < estimate.value < estimate.high


def test_without_rounds_there_is_no_interval() -> None:
    estimate = measure([tallies(KYIV)], Resampler(1, rounds=0))["who_said_what_f1"]
    assert (estimate.low, estimate.high) == (None, None)
