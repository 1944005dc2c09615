"""Calibration of confidences."""

from __future__ import annotations

import math

import numpy as np
import pytest

from evals.bootstrap import Resampler
from evals.calibration import (
    auroc,
    base_rate_brier,
    brier,
    expected_calibration_error,
    measure,
    outcomes,
    reliability,
)
from evals.matching import mark_both
from evals.ratios import Floats
from evals.records import AttributionRecord, DocumentRecord


def items(*pairs: tuple[float, float]) -> Floats:
    return np.array(pairs, dtype=np.float64).reshape(-1, 2)


def test_outcomes_are_hits_of_who_said_what() -> None:
    right = AttributionRecord(source=((0, 4),), content=((10, 20),))
    wrong = AttributionRecord(source=((5, 9),), content=((21, 30),))
    gold = DocumentRecord(id="a", attributions=(right,))
    predicted = DocumentRecord(id="a", attributions=(wrong, right))
    sides = mark_both(gold, predicted, "Kyiv said they lied on and on.")
    assert outcomes(*sides, confidences=[0.3, 0.9]).tolist() == [[0.3, 0.0], [0.9, 1.0]]


def test_a_calibrated_set_has_no_error() -> None:
    calibrated = items(*[(0.8, 1.0)] * 80, *[(0.8, 0.0)] * 20)
    assert expected_calibration_error(calibrated) == pytest.approx(0.0)
    assert brier(calibrated) == pytest.approx(0.16)
    assert base_rate_brier(calibrated) == pytest.approx(0.16)


def test_an_overconfident_set_is_off_by_the_difference() -> None:
    assert expected_calibration_error(items(*[(0.9, 1.0)] * 50, *[(0.9, 0.0)] * 50)) == pytest.approx(0.4)


def test_the_order_of_documents_does_not_matter() -> None:
    rows = [(0.5, 1.0), (0.5, 0.0), (0.7, 1.0), (0.7, 0.0), (0.9, 1.0)] * 7
    assert reliability(items(*rows)) == reliability(items(*reversed(rows)))


def test_bins_are_of_equal_count() -> None:
    rows = items(*((number / 25, 1.0) for number in range(25)))
    assert [bin_.n for bin_ in reliability(rows)] == [3] * 5 + [2] * 5


def test_auroc_is_the_chance_that_a_hit_outranks_a_miss() -> None:
    assert auroc(items((0.9, 1), (0.8, 1), (0.2, 0))) == 1.0
    assert auroc(items((0.1, 1), (0.8, 0))) == 0.0
    assert auroc(items((0.5, 1), (0.5, 0))) == 0.5
    assert auroc(items((0.9, 1), (0.5, 1), (0.5, 0), (0.6, 0))) == pytest.approx(2.5 / 4)
    assert math.isnan(auroc(items((0.5, 1))))


def test_metrics_have_intervals_and_bear_documents_without_predictions() -> None:
    documents = [items((0.9, 1), (0.4, 0)), items(), items((0.7, 1), (0.6, 0), (0.5, 1))]
    metrics = measure(documents, Resampler(3, rounds=100))
    assert metrics["confidence_auroc"].value == pytest.approx(5 / 6)
    assert metrics["confidence_brier"].n == 5
    assert metrics["confidence_brier"].low is not None
