"""`counterclaim report` on a ledger in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from report_samples import BRIDGES, FIRST, HOME, NONE_LEFT, SECOND, contents, forecasts, reading_of, series
from typer.testing import CliRunner

from counterclaim.cli import report
from counterclaim.cli.root import app
from counterclaim.errors import InputError, MissingLedger
from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.document import Capture, Media
from counterclaim.model.finding import FindingKind
from counterclaim.show.report.folder import LIST

S = TypeVar("S", bound=msgspec.Struct)
ADDED = "2031-03-20T00:00:00Z"

assert report.report  # the command is there by its import


def run(*arguments: object) -> None:
    """Run the command; its errors are raised."""
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    if result.exception is not None:
        raise result.exception


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two documents of the samples, with what was found in them."""
    path = tmp_path_factory.mktemp("ledger") / "harbour.db"
    with open_ledger(path, create=True) as held:
        for name in (FIRST, SECOND):
            reading = reading_of(name)
            document = reading.document
            capture = Capture(name=name, data=document.text.encode(), media=Media.TEXT, id=name)
            held.put(capture, document, reading, ADDED)
        ids = dict(zip((FIRST, SECOND), (one.id for one in held.documents()), strict=True))

        def here(item: S) -> S:
            """The same of the documents as the ledger calls them."""
            text = msgspec.json.encode(item).decode()
            for was, now in ids.items():
                text = text.replace(was, now)
            return msgspec.json.decode(text, type=type(item))

        made = contents()
        found = {
            FindingKind.QUESTION: [here(one.question) for one in made.questions],
            FindingKind.DISPUTE: [here(one.dispute) for one in made.disputes],
            FindingKind.SHIFT: [here(one.shift) for one in made.shifts],
            FindingKind.SERIES: [here(series().series)],
            FindingKind.FORECAST: [here(one.forecast) for one in forecasts()[:1]],
        }
        with held.transaction():
            for kind, items in found.items():
                held.keep_findings(kind, items)
            held.keep_relations(here(one.relation) for page in made.questions for one in page.relations)
    return path


def test_a_ledger_becomes_a_folder_of_pages(ledger: Path, tmp_path: Path) -> None:
    run("report", "--output", tmp_path / "out", "--ledger", ledger, "--today", "2031-03-13")
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "Ledger <bdi>harbour.db</bdi> · as it stands on 13 Mar 2031" in index
    (question,) = (tmp_path / "out" / "questions").glob("q0000*.html")
    text = question.read_text(encoding="utf-8")
    assert f"#{HOME}" in text
    assert f"#{NONE_LEFT}" in text
    assert "2 days later, opposite polarity" in text
    assert BRIDGES in (tmp_path / "out" / "docket.html").read_text(encoding="utf-8")
    assert len(list((tmp_path / "out" / "documents").iterdir())) == 2


def test_the_same_ledger_on_the_same_day_makes_the_same_bytes(ledger: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        run("report", "--output", tmp_path / name, "--ledger", ledger, "--today", "2031-03-13")
    for path in (tmp_path / "one").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "other" / path.relative_to(tmp_path / "one")).read_bytes()


def test_what_is_not_yet_compared_is_told(ledger: Path, tmp_path: Path) -> None:
    run("report", "--output", tmp_path / "out", "--ledger", ledger)
    assert "2 documents are not compared with others yet" in (tmp_path / "out" / "index.html").read_text()


def test_the_docket_stands_on_the_day_that_was_asked_for(ledger: Path, tmp_path: Path) -> None:
    run("report", "--output", tmp_path / "out", "--ledger", ledger, "--today", "2031-03-20")
    assert "6 days past" in (tmp_path / "out" / "docket.html").read_text(encoding="utf-8")


def test_a_day_that_is_none_is_refused_before_anything_is_written(ledger: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no day"):
        run("report", "--output", tmp_path / "out", "--ledger", ledger, "--today", "soon")
    assert not (tmp_path / "out").exists()


def test_files_of_others_are_not_overwritten(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(InputError, match="not of a report"):
        run("report", "--output", tmp_path, "--ledger", ledger)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert not (tmp_path / LIST).exists()


def test_without_a_ledger_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(MissingLedger):
        run("report", "--output", tmp_path / "out", "--ledger", tmp_path / "none.db")
    assert not (tmp_path / "out").exists()
