"""Scores of what was understood."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest
from evals_fakes import MEANING, attribution, understand_source_words, understanding

from counterclaim.errors import EmptyInput, MissingInput
from counterclaim.model.meaning import (
    Bound,
    Certainty,
    EvidenceKind,
    Meaning,
    Orientation,
    Polarity,
    Quantity,
    Speaker,
)
from counterclaim.read.said import Said
from evals.__main__ import main
from evals.bootstrap import Estimate
from evals.meant import MeantDocument, MeantQuantity, MeantRecord
from evals.records import TextRecord
from evals.report import as_json
from evals.semantics import Task, measure, score, score_all, tasks_from

TEXT = "Ilona Maret said it will open in March. She denied that ten men left."
FIRST, SECOND = ((17, 38),), ((56, 68),)
OPENS = MeantRecord(
    id="opens",
    source=((0, 11),),
    content=FIRST,
    speaker="Ilona Maret",
    speaker_kind="person",
    party="Norwood",
    polarity="affirms",
    certainty="certain",
    orientation="future",
    due="2022-03",
    evidence_offered="none",
)
LEFT = MeantRecord(
    id="left",
    source=((40, 43),),
    content=SECOND,
    speaker="Ilona Maret",
    speaker_kind="person",
    party=None,
    polarity="denies",
    certainty="certain",
    orientation="past",
    due=None,
    quantities=(MeantQuantity(value=10, low=10, high=10, bound="exactly", unit="people"),),
    evidence_offered="video",
    asks_for_evidence=False,
)
MARET = Speaker(name="Maret", party="Norwood")
TEN = Quantity(value=10, low=10, high=10, bound=Bound.EXACTLY, unit="men", of=None, span=(56, 59))
OPENS_READ = Meaning(
    polarity=Polarity.AFFIRMS, certainty=Certainty.CERTAIN, orientation=Orientation.FUTURE, due="2022-03"
)
LEFT_READ = Meaning(
    polarity=Polarity.DENIES,
    certainty=Certainty.CERTAIN,
    orientation=Orientation.PAST,
    quantities=(TEN,),
    evidence_offered=EvidenceKind.PICTURE,
)
Answers = Mapping[str, tuple[Speaker, Meaning]]
RIGHT: Answers = {"opens": (MARET, OPENS_READ), "left": (MARET, LEFT_READ)}


def scores(answers: Answers, *rows: MeantRecord, found: tuple[str, ...] = ()) -> dict[str, Estimate]:
    """Metrics of one document; those `found` are what the reader finds itself."""
    contents = {row.content: row.id for row in (OPENS, LEFT)}
    ids = {id_: content for content, id_ in contents.items()}
    attributions = [
        attribution(TEXT, id_, ids[id_], speaker=answers[id_][0], claims=((ids[id_], answers[id_][1]),))
        for id_ in found
    ]

    def answer(text: str, said: Said) -> tuple[Speaker, Meaning]:
        return answers[contents[said.content]]

    task = Task(MeantDocument(id="a", attributions=rows or (OPENS, LEFT)), TextRecord(id="a", text=TEXT))
    return measure([score(task, understanding(answer, *attributions))], rounds=5)


def test_every_field_is_scored_with_spans_given() -> None:
    metrics = scores(RIGHT)
    assert {name: metrics[name].n for name in ("speaker", "speaker_pronouns_descriptions", "party")} == {
        "speaker": 2,
        "speaker_pronouns_descriptions": 1,
        "party": 1,
    }
    right = (
        "speaker speaker_named party polarity certainty orientation due_f1 quantities_f1 evidence_f1".split()
    )
    assert {name: metrics[name].value for name in right} == dict.fromkeys(right, 1.0)
    assert metrics["evidence_kind"].value == metrics["speaker_by_string"].value == 0.0
    assert metrics["party_invented"].value == 1.0
    assert "speaker_implicit" not in metrics


def test_end_to_end_a_claim_not_found_is_missed_where_there_is_a_recall() -> None:
    metrics = scores(RIGHT, found=("opens",))
    assert metrics["end_to_end_matched"].value == 0.5
    assert metrics["end_to_end_speaker"].n == 1
    assert metrics["end_to_end_polarity"].value == 1.0
    assert metrics["end_to_end_due_recall"].value == 1.0
    assert metrics["end_to_end_quantities_recall"].value == 0.0
    assert metrics["end_to_end_evidence_f1"].value == 0.0


def test_certainty_and_orientation_are_scored_where_something_is_affirmed_or_denied() -> None:
    asks = msgspec.structs.replace(OPENS, polarity="none", certainty="unknown")
    metrics = scores(RIGHT, asks, LEFT)
    assert metrics["polarity"].value == 0.5
    assert metrics["polarity_affirms_denies"].n == 1
    assert metrics["certainty"].n == metrics["orientation"].n == 1
    assert metrics["orientation_all"].n == 2


def test_due_is_left_out_of_sets_that_do_not_mark_it() -> None:
    assert "due_f1" not in scores(RIGHT, msgspec.structs.replace(OPENS, due=msgspec.UNSET))


def test_draws_without_any_such_claim_do_not_widen_an_interval() -> None:
    tasks = [
        Task(MeantDocument(id=row.id, attributions=(row,)), TextRecord(id=row.id, text=TEXT))
        for row in (OPENS, LEFT)
    ]
    reader = understanding(lambda text, said: RIGHT["opens" if said.content == FIRST else "left"])
    due = measure([score(task, reader) for task in tasks], rounds=50)["due_recall"]
    assert (due.value, due.low, due.high, due.n) == (1.0, 1.0, 1.0, 1)


def test_a_false_alarm_costs_precision() -> None:
    late = msgspec.structs.replace(LEFT_READ, due="2023", quantities=(TEN, TEN))
    metrics = scores({**RIGHT, "left": (MARET, late)})
    assert (metrics["due_precision"].value, metrics["due_recall"].value) == (0.5, 1.0)
    assert (metrics["quantities_precision"].value, metrics["quantities_recall"].value) == (0.5, 1.0)


def test_an_unnamed_spokesman_is_anonymous_or_the_body() -> None:
    text = "A Kelder spokesman said it will open in March."
    gold = msgspec.structs.replace(
        OPENS, source=((0, 18),), content=((24, 45),), speaker="Kelder", speaker_kind="organisation"
    )
    task = Task(MeantDocument(id="a", attributions=(gold,)), TextRecord(id="a", text=text))
    read = Speaker(name="a Kelder spokesman", kind="anonymous")  # type: ignore[arg-type]
    metrics = measure([score(task, understanding(lambda text, said: (read, MEANING)))], rounds=5)
    assert metrics["speaker"].value == metrics["speaker_kind"].value == 1.0


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    rows = msgspec.to_builtins([OPENS, LEFT])
    documents = [
        {
            "id": id_,
            "text": TEXT,
            "published": "2022-02-16",
            "publisher": "Norwood Gazette",
            "attributions": rows,
        }
        for id_ in "abc"
    ]
    path.write_bytes(b"".join(msgspec.json.encode(document) + b"\n" for document in documents))
    return path


def test_what_the_texts_do_not_know_is_taken_from_the_gold(gold: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    texts.write_bytes(
        b"".join(msgspec.json.encode({"id": id_, "text": TEXT, "publisher": "P"}) + b"\n" for id_ in "abc")
    )
    task = tasks_from(gold, [texts], None)[0]
    assert task.text == TextRecord(id="a", text=TEXT, publisher="P", published="2022-02-16")
    assert task.listed is None


def test_listed_mentions_are_those_of_the_document(gold: Path, tmp_path: Path) -> None:
    coreference = tmp_path / "coreference.jsonl"
    coreference.write_bytes(msgspec.json.encode({"id": "a", "mentions": [{"span": [40, 43]}]}) + b"\n")
    first, second, _third = tasks_from(gold, [], coreference)
    assert first.listed == {(40, 43)}
    assert second.listed == frozenset()


def test_gold_and_coreference_must_be_there(gold: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_bytes(b"\n")
    with pytest.raises(EmptyInput):
        tasks_from(empty, [], None)
    with pytest.raises(MissingInput):
        tasks_from(gold, [], tmp_path / "none.jsonl")


def test_any_number_of_processes_gives_the_same_scores(gold: Path) -> None:
    tasks = tasks_from(gold, [], None)
    alone, both = (score_all(tasks, understand_source_words, jobs) for jobs in (1, 2))
    assert as_json(measure(alone, rounds=5)) == as_json(measure(both, rounds=5))


@pytest.mark.parametrize("form", [["--json"], []])
def test_the_command_prints_figures_and_writes_errors(
    gold: Path,
    tmp_path: Path,
    form: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("evals.semantics.installed_understanding", understand_source_words)
    errors = tmp_path / "errors.jsonl"
    assert main(["semantics", "--gold", str(gold), "--errors", str(errors), "--bootstrap", "5", *form]) == 0
    assert "end_to_end_matched" in capsys.readouterr().out
    misses = [json.loads(line) for line in errors.read_bytes().splitlines()]
    assert {
        "document": "a",
        "row": "left",
        "spans": "given",
        "mention": "to resolve",
        "field": "speaker",
        "gold": "Ilona Maret",
        "predicted": "She",
        "source": "She",
        "cue": "",
        "content": "ten men left",
    } in misses


def test_errors_that_cannot_be_written_are_told(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("evals.semantics.installed_understanding", understand_source_words)
    path = str(tmp_path / "none" / "errors.jsonl")
    assert main(["semantics", "--gold", str(gold), "--errors", path, "--bootstrap", "5"]) > 0
    assert "errors.jsonl" in capsys.readouterr().err
