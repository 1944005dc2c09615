"""Floors under how relations between claims are judged.

They lie a little under what was measured in November 2026 (`docs/quality.md`), so that another
processor's rounding does not touch them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from evals.__main__ import main


def test_relations_of_statements(shared: Callable[[str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    files = {"claims": "attributions", "pairs": "relations", "texts": "texts"}
    options = [
        part
        for option, name in files.items()
        for part in (f"--{option}", str(shared(f"gold/story-dev.{name}.jsonl")))
    ]
    assert main(["relations", *options, "--json", "--bootstrap", "10"]) == 0
    metrics = json.loads(capsys.readouterr().out)["metrics"]
    low = {name: metrics[name]["value"] for name, floor in FLOORS.items() if metrics[name]["value"] < floor}
    assert not low
    assert metrics["negatives_called_contradicts"]["value"] <= MOST_NEGATIVES
    for baseline in ("cosine", "network", "negation"):
        name = "contradicts_average_precision"
        assert metrics[name]["value"] > metrics[f"{baseline}_{name}"]["value"]


FLOORS = {
    "contradicts_precision": 0.48,
    "contradicts_recall": 0.33,
    "contradicts_average_precision": 0.46,
    "macro_f1": 0.40,
    "copies_recall": 1.0,
}
MOST_NEGATIVES = 0.17
