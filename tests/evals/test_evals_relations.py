"""`evals relations`: pairs are read, thresholds chosen on other documents, figures named as promised."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from counterclaim.errors import MalformedRecord
from counterclaim.model.relation import RelationKind
from counterclaim.model.told import Told
from evals.__main__ import main
from evals.pairs import Pair, PairResampler, fold_of, read_pairs
from evals.relations import FOLDS, _average_precision, thresholds

TEXT = "The ministry said the troops are leaving the border for good. The alliance said no troops have left."


@pytest.fixture
def gold(tmp_path: Path) -> list[str]:
    def row(id_: str, words: str, party: str, polarity: str) -> dict[str, object]:
        start = TEXT.index(words)
        meant = {"polarity": polarity, "certainty": "certain", "orientation": "present"}
        return {"id": id_, "content": [[start, start + len(words)]], "speaker": party, "party": party} | meant

    rows = [
        row("leave", "the troops are leaving the border for good", "Orvessa", "affirms"),
        row("stay", "no troops have left", "Alliance", "denies"),
    ]
    documents = [{"id": f"d{n}", "published": f"2031-03-0{n}", "attributions": rows} for n in (1, 2, 3)]
    texts = [{"id": document["id"], "text": TEXT} for document in documents]
    pairs = [
        {"a": "d1#leave", "b": "d2#stay", "relation": "contradicts"},
        {"a": "d1#stay", "b": "d3#stay", "relation": "repeats"},
        {"a": "d2#leave", "b": "d3#leave", "relation": "copies"},
        {"a": "d2#leave", "b": "d3#stay", "relation": "other question"},
    ]
    options = []
    for name, lines in (("claims", documents), ("pairs", pairs), ("texts", texts)):
        path = tmp_path / f"{name}.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in lines))
        options += [f"--{name}", str(path)]
    return options


def test_figures_have_the_promised_names(gold: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["relations", *gold, "--json", "--bootstrap", "5"]) == 0
    metrics = json.loads(capsys.readouterr().out)["metrics"]
    promised = ("precision", "recall", "average_precision")
    for prefix in ("", "cosine_", "network_", "negation_"):
        assert metrics.keys() >= {f"{prefix}contradicts_{name}" for name in promised}
        assert f"{prefix}negatives_called_contradicts" in metrics
    assert metrics.keys() >= {"macro_f1", "later_fact_f1", "other_question_precision"}
    assert metrics["copies_recall"] == {"value": 1.0, "low": None, "high": None, "n": 1}
    assert metrics["macro_f1"]["n"] == 3


def test_a_pair_that_names_no_claim_is_refused(
    gold: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pairs.jsonl").write_text('{"a": "d1#leave", "b": "d9#stay", "relation": "agrees"}\n')
    assert main(["relations", *gold]) == MalformedRecord.exit_code
    assert "'d9#stay' is not among the claims" in capsys.readouterr().err


def test_gold_claims_carry_their_meaning_and_what_stands_before(gold: list[str]) -> None:
    pairs = read_pairs(Path(gold[1]), Path(gold[3]), [Path(gold[5])])
    assert pairs[0].other.words == "no troops have left"
    assert pairs[0].other.before.endswith("The alliance said ")
    assert pairs[0].other.day == "2031-03-02"


def test_thresholds_come_from_pairs_of_other_folds(gold: list[str]) -> None:
    told = read_pairs(Path(gold[1]), Path(gold[3]), [Path(gold[5])])[0].one
    names = {fold_of(f"x{n}", FOLDS): f"x{n}" for n in range(60)}

    def pair(fold: int) -> Pair:
        document = names[fold]
        return Pair(_in(told, document), _in(told, document), RelationKind.CONTRADICTS)

    pairs = [pair(0), pair(1), pair(0), pair(1)]
    scores, wanted = np.array([0.9, 0.3, 0.2, 0.1]), np.array([True, True, False, False])
    least = thresholds(pairs, scores, wanted)
    assert 0.1 < least[0] <= 0.3  # as fold 1 wants it
    assert 0.2 < least[1] <= 0.9  # as fold 0 wants it


def _in(told: Told, document: str) -> Told:
    return Told(document=document, id=told.id, words=told.words, meaning=told.meaning)


def test_average_precision_counts_equal_scores_against_us() -> None:
    even = np.ones(4)
    assert _average_precision(np.array([0.9, 0.8, 0.2, 0.1]), np.array([True, True, False, False]), even) == 1
    assert _average_precision(np.zeros(4), np.array([True, False, False, False]), even) == 0.25


def test_intervals_draw_documents(gold: list[str]) -> None:
    pairs = read_pairs(Path(gold[1]), Path(gold[3]), [Path(gold[5])])
    estimate = PairResampler(pairs, 50).estimate(
        lambda weights: float(weights[0] / weights.sum()) if weights.sum() else float("nan"), 4
    )
    assert estimate.value == 0.25
    assert estimate.low is not None
    assert estimate.high is not None
    assert estimate.low < 0.25 < estimate.high
