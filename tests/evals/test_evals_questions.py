"""Scores of questions and positions, on two invented questions."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest
from evals_fakes import attribution, reading

from counterclaim.errors import MalformedRecord, MissingInput
from counterclaim.model.reading import Reading
from evals import questions
from evals.asked import read_gold
from evals.found import found_claims

WORDS = {
    "closed": "the tunnel is being closed",
    "open": "the tunnel is not being closed",
    "maybe": "the tunnel may be closed",
    "crew": "a crew of forty is in the tunnel",
    "rail": "Delta Rail pays every driver",
    "unpaid": "Delta Rail has not paid its drivers",
}
POLARITY = {"open": "denies", "unpaid": "denies"}
PARTY = {
    "closed": "City",
    "open": "Union",
    "maybe": "City",
    "crew": "City",
    "rail": "Rail",
    "unpaid": "Union",
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Claims, each in a document of its own, with two questions and their relations."""
    documents = [
        {
            "id": f"doc-{id_}",
            "text": words,
            "published": "2031-05-01",
            "attributions": [
                {
                    "id": id_,
                    "content": [[0, len(words)]],
                    "speaker": PARTY[id_],
                    "party": PARTY[id_],
                    "polarity": POLARITY.get(id_, "affirms"),
                    "certainty": "possible" if id_ == "maybe" else "certain",
                    "orientation": "present",
                }
            ],
        }
        for id_, words in WORDS.items()
    ]
    asked = [
        ("q1", "Is the tunnel being closed?", {"closed": "yes", "open": "no", "maybe": "hedged"}),
        ("q2", "Does Delta Rail pay its drivers?", {"rail": "yes", "unpaid": "no"}),
    ]
    listed = [
        {
            "id": id_,
            "question": text,
            "claims": [{"claim": name(one), "position": answer} for one, answer in answers.items()],
        }
        for id_, text, answers in asked
    ]
    pairs = [
        ("closed", "open", "contradicts"),
        ("closed", "maybe", "shifts"),
        ("rail", "unpaid", "contradicts"),
    ]
    rows = [{"a": name(one), "b": name(other), "relation": kind} for one, other, kind in pairs]
    (tmp_path / "claims.jsonl").write_text("\n".join(map(json.dumps, documents)))
    (tmp_path / "questions.json").write_text(json.dumps(listed))
    (tmp_path / "pairs.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return tmp_path


def name(id_: str) -> str:
    return f"doc-{id_}#{id_}"


def run(folder: Path, *more: str) -> None:
    """`evals questions` with gold relations, which needs no weights."""
    parser = argparse.ArgumentParser()
    questions.register(parser.add_subparsers())
    claims, asked = str(folder / "claims.jsonl"), str(folder / "questions.json")
    pairs = str(folder / "pairs.jsonl")
    given = ["questions", "--claims", claims, "--questions", asked, "--relations", pairs, "--bootstrap", "20"]
    options = parser.parse_args([*given, *more])
    options.run(options)


def test_gold_relations_find_the_groups_and_the_answers(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(files, "--json")
    metrics = json.loads(capsys.readouterr().out)["metrics"]
    for figure in ("bcubed_f1", "position_accuracy", "grouped_position_accuracy", "grouped_positions_placed"):
        assert metrics[figure]["value"] == 1.0, figure
    assert metrics["polarity_position_accuracy"]["n"] == 5
    assert "cosine_bcubed_f1" in metrics


def test_a_table_has_a_line_for_each_figure(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(files)
    assert capsys.readouterr().out.startswith("bcubed_f1 ")


def test_a_question_on_a_claim_that_is_not_there_is_named(files: Path) -> None:
    path = files / "questions.json"
    path.write_text(path.read_text().replace("doc-open#open", "doc-open#other"))
    with pytest.raises(MalformedRecord, match="doc-open#other"):
        read_gold(files / "claims.jsonl", path, [])


def test_a_file_that_is_not_there_is_named(files: Path) -> None:
    with pytest.raises(MissingInput, match=r"none\.json"):
        read_gold(files / "claims.jsonl", files / "none.json", [])


def test_a_predicted_claim_stands_for_a_gold_one_whose_words_it_has(files: Path) -> None:
    def read(text: str, *, id: str, **_: str | None) -> Reading:
        """The whole text, and two words of the one claim that is not to be found."""
        end = text.index(" ", 5) if id == "doc-rail" else len(text)
        return reading(text, id, attribution(text, "a", ((0, end),)))

    gold = read_gold(files / "claims.jsonl", files / "questions.json", [])
    claims, stands_for = found_claims(gold, read)
    assert len(claims) == len(WORDS)
    assert stands_for["doc-open", "open"] == ("doc-open", "a-1")
    assert ("doc-rail", "rail") not in stands_for
