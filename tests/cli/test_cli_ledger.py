"""A ledger from the command line: add, look, judge, prove, forget."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from counterclaim.cli import app
from counterclaim.cli.add import Tally
from counterclaim.errors import CounterclaimError

STORY = "src/counterclaim/story"
NEWS = """{mayor} said on Monday that the bridge will be closed by the end of June.

"Nobody has asked us," said Ilse Warrant, the harbour master of Tellin Bay.

The union denied that {number} workers had left the port.
"""
Run = Callable[..., str]


@pytest.fixture(scope="module")
def story(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the bundled story; not to be written to."""
    ledger = tmp_path_factory.mktemp("story") / "story.db"
    files = sorted(str(path) for path in (root / STORY).iterdir() if path.suffix in {".html", ".txt"})
    done = CliRunner().invoke(app, ["add", *files, "--ledger", str(ledger)])
    assert done.exit_code == 0, done.output
    return ledger


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in an empty folder, with its ledger there; its output if it ends as it should."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COUNTERCLAIM_LEDGER", "news.db")
    monkeypatch.setenv("COLUMNS", "100")

    def command(*words: str, fails: int = 0) -> str:
        done = CliRunner().invoke(app, list(words))
        code = done.exception.exit_code if isinstance(done.exception, CounterclaimError) else done.exit_code
        assert code == fails, done.output
        return done.output

    return command


def records(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def write(name: str, **words: object) -> str:
    Path(name).write_text(NEWS.format(**{"mayor": "Mayor Adela Quist", "number": 40, **words}))
    return name


def test_claims_are_asked_for_by_speaker_day_and_polarity(run: Run, story: Path) -> None:
    where = ("--format", "jsonl", "--ledger", str(story))
    rows = records(run("claims", "--by", "pelletorn", *where))
    assert rows
    assert {row["speaker"] for row in rows} == {"Rourke Pelletorn"}
    denied = records(run("claims", "--polarity", "denies", "--since", "2031-03-08", *where))
    assert denied
    assert all(row["polarity"] == "denies" and str(row["day"]) >= "2031-03-08" for row in denied)
    sure = records(run("claims", "--confidence", "0.9", *where))
    assert sure
    assert all(float(str(row["confidence"])) >= 0.9 for row in sure)


def test_claims_are_found_by_their_words(run: Run, story: Path) -> None:
    found = records(run("search", "warships", "-satellite", "--format", "jsonl", "--ledger", str(story)))
    assert found
    assert all("satellite" not in str(row["words"]).lower() for row in found)


@pytest.mark.parametrize("query", ['"', "AND", "NEAR(", "*", "-", "a:b", "\x00", "'; DROP TABLE claims"])
def test_no_words_sought_are_taken_for_commands(run: Run, story: Path, query: str) -> None:
    run("search", "--ledger", str(story), "--", query)


def test_a_claim_is_shown_in_its_text_with_its_receipt(run: Run, story: Path) -> None:
    row = records(run("search", "satellite", "--limit", "1", "--format", "jsonl", "--ledger", str(story)))[0]
    shown = run("show", str(row["id"])[:8], "--ledger", str(story))
    assert "SHA-256" in shown
    assert "⟨" in shown
    whole = json.loads(run("show", str(row["id"]), "--format", "json", "--ledger", str(story)))
    receipt = whole["claim"]["receipt"]["content"][0]
    start, end = whole["context"]["content"][0]
    assert whole["context"]["text"][start:end] == receipt["quote"]["exact"]


def test_an_unknown_claim_is_a_fault_with_its_own_exit_code(run: Run, story: Path) -> None:
    run("show", "c0000000000000000", "--ledger", str(story), fails=17)


def test_a_table_for_spreadsheets_holds_no_formula(run: Run) -> None:
    Path("a.txt").write_text('Mayor Adela Quist said: "=HYPERLINK(1) is what I wrote in the cell."\n')
    run("add", "a.txt")
    rows = list(csv.reader(run("claims", "--format", "csv").splitlines()))
    assert len(rows) > 1
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_adding_again_changes_nothing(run: Run) -> None:
    write("a.txt")
    run("add", "a.txt")
    before = Path("news.db").read_bytes()
    run("add", "a.txt")
    assert Path("news.db").read_bytes() == before


def test_a_silent_edit_is_a_new_version_in_which_claims_came_and_went(run: Run) -> None:
    run("add", write("a.txt"))
    Path("a.txt").write_text(
        "The union denied that 90 workers had left the port.\n\nIt denied everything else.\n"
    )
    run("add", "a.txt")
    first, second = records(run("versions", "a.txt", "--format", "jsonl"))
    assert len(second["gone"]) > 0  # type: ignore[arg-type]
    assert first["document"] != second["document"]
    kinds = {row["change"] for row in records(run("changes", "--since", "2020-01-01", "--format", "jsonl"))}
    assert {"new", "gone"} <= kinds
    assert "gone in a later version" in run("claims", "--about", "bridge")


def test_copies_are_told_once(run: Run) -> None:
    run("add", write("a.txt"), write("b.txt"))
    once = records(run("claims", "--about", "bridge", "--format", "jsonl"))
    assert [row["documents"] for row in once] == [2]
    assert len(records(run("claims", "--about", "bridge", "--copies", "--format", "jsonl"))) == 2
    assert "copy of" in run("documents")


def test_a_judgement_is_kept_and_taken_back_by_another(run: Run) -> None:
    run("add", write("a.txt"))
    claim = str(records(run("claims", "--format", "jsonl"))[0]["id"])
    run(
        "review",
        "correct",
        claim,
        "--by",
        "ann",
        "--field",
        "polarity",
        "--value",
        "denies",
        "--note",
        "irony",
    )
    run("review", "grade", "Harbour Courier", "--by", "ann", "--value", "B")
    kept = records(run("reviews", "--format", "jsonl"))
    assert len(kept) == 2
    run("review", "undo", str(kept[0]["id"]), "--by", "ben")
    first, *_ = records(run("reviews", "--format", "jsonl"))
    assert first["in_force"] is False
    run("review", "grade", "Harbour Courier", "--by", "ann", "--value", "Q", fails=2)
    assert "irony" in run("show", claim)


def test_a_forgotten_document_leaves_no_word_behind(run: Run) -> None:
    run("add", write("a.txt", mayor="Mayor Zebediah Quillfeather"), write("b.txt", number=70))
    document = str(records(run("documents", "--format", "jsonl"))[0]["id"])
    run("forget", document, "--by", "ann")
    assert "100% holds" in run("verify")
    left = b"".join(path.read_bytes() for path in Path().glob("news.db*"))
    assert b"Quillfeather" not in left
    run("add", "a.txt")
    assert "Quillfeather" not in run("claims")


def test_damage_is_reported_line_by_line(run: Run, story: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.db"
    shutil.copy(story, damaged)
    with sqlite3.connect(damaged) as connection:
        connection.execute("UPDATE claims SET words = 'never said' WHERE row = 3")
        connection.execute("UPDATE claims SET start = start + 1 WHERE row = 5")
    connection.close()
    told = run("verify", "--ledger", str(damaged), fails=14)
    assert sum(line.startswith("claim ") for line in told.splitlines()) >= 2


def test_an_export_is_the_same_for_the_same_content(run: Run) -> None:
    first, second = write("a.txt"), write("b.txt", number=90, mayor="Mayor Tomas Brenneke")
    run("add", first, second)
    run("add", second, first, "--ledger", "other.db")
    run("export", "x")
    run("export", "y", "--ledger", "other.db")
    files = {path.relative_to("x") for path in Path("x").rglob("*.*")}
    assert files
    assert files == {path.relative_to("y") for path in Path("y").rglob("*.*")}
    assert all((Path("x") / name).read_bytes() == (Path("y") / name).read_bytes() for name in files)


def test_what_is_skipped_stands_in_the_log(run: Run) -> None:
    Path("bad.jsonl").write_text('{"id": "a", "text": "The mayor said no."}\n{"id": "b"}\n')
    run("add", "bad.jsonl", fails=8)
    assert "there is no field `text`" in run("skipped")


def test_a_ledger_that_is_not_there_is_named(run: Run) -> None:
    run("claims", fails=12)


def test_a_file_that_is_no_ledger_is_left_alone(run: Run) -> None:
    Path("news.db").write_text("these are the words of somebody else, and no database")
    run("claims", fails=14)
    assert Path("news.db").read_text().startswith("these are")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0o500)
    run("add", write("a.txt"), "--ledger", "shut/l.db", fails=11)


def test_the_tally_names_each_outcome(capsys: pytest.CaptureFixture[str]) -> None:
    Tally().tell()
    assert "nothing new" in capsys.readouterr().err
