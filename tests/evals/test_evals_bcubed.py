"""B-cubed figures of groups that may overlap."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from evals.bcubed import f1, memberships, of_each


def scored(gold: Sequence[str], answer: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of groups, each written as the letters of its claims."""
    items = sorted({item for group in gold for item in group})
    rows = of_each(items, memberships(gold), memberships(answer))
    precision, recall = rows.mean(axis=0)
    return float(precision), float(recall), float(f1(rows, np.ones(len(items))))


def test_the_gold_itself_is_right() -> None:
    assert scored(["abc", "cde"], ["abc", "cde"]) == (1.0, 1.0, 1.0)


def test_claims_in_no_group_are_groups_of_their_own() -> None:
    precision, recall, _ = scored(["ab", "cd"], [])
    assert (precision, recall) == (1.0, 0.5)


def test_one_group_of_all_finds_everything_and_is_half_right() -> None:
    precision, recall, both = scored(["ab", "cd"], ["abcd"])
    assert (precision, recall) == (0.5, 1.0)
    assert both == pytest.approx(2 / 3)


def test_a_claim_in_two_groups_must_share_both_with_its_like() -> None:
    precision, recall, _ = scored(["ab", "ab"], ["ab"])
    assert (precision, recall) == (1.0, 0.5)


def test_claims_that_the_gold_does_not_ask_about_change_nothing() -> None:
    assert scored(["ab"], ["abxyz"]) == scored(["ab"], ["ab"])
