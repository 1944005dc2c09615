"""The command line of the evaluations."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from evals_fakes import make_first_word_reader

from evals.__main__ import main
from evals.records import DocumentRecord, read_records

TEXT = "Kyiv says that they lie."
GOLD = {
    "id": "a",
    "text": TEXT,
    "attributions": [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[15, 23]], "speaker": "Ukraine"}],
}
PREDICTED = GOLD | {"attributions": [{"source": [[0, 4]], "content": [[10, 23]], "confidence": 0.8}]}


@pytest.fixture
def gold(tmp_path: Path) -> str:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(msgspec.json.encode(GOLD) + b"\n")
    return str(path)


@pytest.fixture
def predicted(tmp_path: Path) -> str:
    path = tmp_path / "predicted.jsonl"
    path.write_bytes(msgspec.json.encode(PREDICTED) + b"\n")
    return str(path)


def test_scores_as_json_are_fractions_with_intervals(
    gold: str, predicted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["attribution", "--gold", gold, "--predictions", predicted, "--json"]) == 0
    metrics = json.loads(capsys.readouterr().out)["metrics"]
    assert metrics["who_said_what_f1"] == {"value": 1.0, "low": 1.0, "high": 1.0, "n": 1}
    assert metrics["who_said_what_exact_f1"]["value"] == 0.0
    assert metrics["speech_cue_recall"]["n"] == 1


def test_scores_as_a_table_are_percent(gold: str, predicted: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["attribution", "--gold", gold, "--predictions", predicted]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert "100.0%" in lines["who_said_what"]
    assert "0.0%" in lines["content_exact"]


@pytest.mark.parametrize("form", [["--json"], []])
def test_claims_are_scored_when_asked_for(
    gold: str, predicted: str, form: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["attribution", "--claims", "--gold", gold, "--predictions", predicted, *form]) == 0
    assert "claims_recall_all" in capsys.readouterr().out


@pytest.mark.parametrize("form", [["--json"], []])
def test_confidence_is_measured(
    gold: str, predicted: str, form: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["confidence", "--gold", gold, "--predictions", predicted, *form]) == 0
    assert "confidence_ece" in capsys.readouterr().out


def test_predictions_are_written_for_other_scorers(
    gold: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evals.__main__.installed_reader", make_first_word_reader)
    output = tmp_path / "out.jsonl"
    assert main(["predict", "--gold", gold, "--output", str(output)]) == 0
    assert read_records(output, DocumentRecord)["a"].attributions[0].source == ((0, 4),)


@pytest.mark.parametrize(
    ("arguments", "exit_code", "message"),
    [
        (["attribution", "--gold", "none.jsonl"], 3, "none.jsonl: no such file"),
        (["predict", "--output", "out.jsonl"], 5, "no texts"),
    ],
)
def test_errors_say_what_to_do_and_give_their_exit_code(
    arguments: list[str], exit_code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == exit_code
    assert message in capsys.readouterr().err


def test_predictions_of_unknown_documents_are_refused(
    gold: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text('{"id": "elsewhere"}\n', encoding="utf-8")
    assert main(["attribution", "--gold", gold, "--predictions", str(other)]) == 8
    assert "elsewhere" in capsys.readouterr().err


def test_confidence_asks_for_confidences(gold: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["confidence", "--gold", gold, "--predictions", gold]) == 8
    assert "no confidence" in capsys.readouterr().err
