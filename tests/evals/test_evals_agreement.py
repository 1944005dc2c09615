"""The scores agree with the scorer that all figures of this project are told by."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evals.bootstrap import Resampler
from evals.matching import mark_both
from evals.records import DocumentRecord, read_records
from evals.scores import measure, score_document

Spans = list[list[int]]


def disturbed(spans: Spans, length: int, rng: random.Random) -> Spans:
    """Move, widen, cut in two or drop spans now and then."""
    result = []
    for start, end in spans:
        kind = rng.random()
        if kind < 0.3:
            start = max(0, start + rng.randint(-25, 25))
            end = min(length, end + rng.randint(-25, 25))
        elif kind < 0.4:
            middle = rng.randint(start, end)
            result.append([start, middle])
            start = middle + rng.randint(0, 9)
        elif kind < 0.45:
            continue
        result.append([start, end])
    return [[start, end] for start, end in result if 0 <= start < end <= length]


def predictions(gold: Path, seed: int) -> list[dict[str, Any]]:
    """The gold with random faults: spans moved, rows lost, doubled, or with another's source."""
    rng = random.Random(seed)
    documents = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        length, rows = len(document["text"]), []
        for row in document["attributions"] * 2:
            if rng.random() < 0.6:
                source = rng.choice(document["attributions"] if rng.random() < 0.2 else [row])["source"]
                roles = {"source": source, "cue": row["cue"], "content": row["content"]}
                rows.append({role: disturbed(spans, length, rng) for role, spans in roles.items()})
        rng.shuffle(rows)
        if rng.random() < 0.95:
            documents.append({"id": document["id"], "attributions": rows})
    return documents


def ours(gold: Path, predicted: Path) -> dict[str, float]:
    documents = read_records(gold, DocumentRecord)
    found = read_records(predicted, DocumentRecord)
    tallies = [
        score_document(*mark_both(document, found.get(id_, DocumentRecord(id=id_)), document.text or ""))
        for id_, document in documents.items()
    ]
    metrics = measure(tallies, Resampler(len(tallies), rounds=0))
    return {name: estimate.value for name, estimate in metrics.items()}


def theirs(tool: Path, gold: Path, predicted: Path) -> dict[str, float]:
    files = (str(tool), str(gold), str(predicted))
    command = [sys.executable, *files, "--texts", str(gold), "--json", "--by", "quotetype"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    scores: dict[str, float] = {}
    for group, names in json.loads(output).items():
        for name, measures in names.items():
            ours_name = name.replace(",", "").replace(" ", "_")
            ours_name += {"tokens": "_token", "all": ""}.get(group, f"_{group}")
            scores |= {f"{ours_name}_{m}": measures[m] for m in ("precision", "recall", "f1")}
    return scores


@pytest.mark.parametrize("seed", range(4))
def test_both_scorers_give_the_same_figures(seed: int, shared: Callable[[str], Path], tmp_path: Path) -> None:
    gold = shared("gold/world-A.attributions.jsonl")
    tool = shared("tools/score_attribution.py")
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("".join(json.dumps(row) + "\n" for row in predictions(gold, seed)), encoding="utf-8")
    expected = theirs(tool, gold, predicted)
    found = ours(gold, predicted)
    assert 0.2 < expected["who_said_what_f1"] < 0.9
    assert {name: found[name] for name in expected} == pytest.approx(expected, abs=1e-12)
    assert {name for name in found if "_cue_recall" not in name} == set(expected)
