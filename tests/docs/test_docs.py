"""Docs are tested: no option, field or exit code is undocumented, no example is stale."""

from __future__ import annotations

import inspect
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import msgspec
import pytest
from typer.main import get_command

from counterclaim import errors
from counterclaim.cli import app
from counterclaim.fetch.files import captures
from counterclaim.ledger.export_tables import TABLES, Table
from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.document import Capture
from counterclaim.model.listing import (
    Change,
    ClaimInContext,
    ClaimRow,
    Context,
    DocumentRow,
    ReviewRow,
    SearchHit,
    Skipped,
    Stats,
    Version,
)
from counterclaim.model.reading import Reading
from counterclaim.model.review import Review, StoredReview
from counterclaim.pipeline import read_capture
from counterclaim.show.flat import columns
from counterclaim.show.record import as_record

SAMPLE = "src/counterclaim/story/2031-03-04-harbour-courier.html"
LISTED = (ClaimRow, SearchHit, Change, Version, DocumentRow, Skipped, StoredReview)
NESTED = (Stats, Review, ClaimInContext, Context, ReviewRow)
LEFT_OUT = "[...]"


@pytest.fixture(scope="module")
def prose(root: Path) -> str:
    pages = [root / "README.md", *sorted((root / "docs").glob("*.md"))]
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


def test_every_option_of_every_command_is_documented(prose: str) -> None:
    group = get_command(app)
    commands = getattr(group, "commands", {})  # typer brings its own copy of click's classes
    assert commands
    for name, command in commands.items():
        assert f"counterclaim {name}" in prose
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--") and option != "--help":
                    assert option in prose, f"{option} of {name}"


def test_every_field_of_the_output_is_documented(root: Path) -> None:
    page = (root / "docs/output.md").read_text(encoding="utf-8")
    (capture,) = captures([str(root / SAMPLE)])
    assert isinstance(capture, Capture)
    reading = read_capture(capture)
    assert isinstance(reading, Reading)
    record = as_record(reading)
    attribution = record["attributions"][0]
    for field in (*record, *attribution, *attribution["claims"][0]):
        assert f"`{field}`" in page, field


@pytest.mark.parametrize("kind", [*LISTED, *NESTED])
def test_every_field_of_the_lists_is_documented(root: Path, kind: type[msgspec.Struct]) -> None:
    page = (root / "docs/output.md").read_text(encoding="utf-8")
    names = columns(kind) if kind in LISTED else [field.name for field in msgspec.structs.fields(kind)]
    for name in names:
        assert f"`{name}`" in page, name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_field_of_an_export_is_documented(root: Path, table: Table) -> None:
    page = (root / "docs/ledger.md").read_text(encoding="utf-8")
    (line,) = re.findall(rf"^\| `{table.name}` \| .+ \| .+`.+$", page, flags=re.MULTILINE)
    (meaning,) = re.findall(r"^The meaning is (.+?)\)\.", page, flags=re.MULTILINE | re.DOTALL)
    documented = line + (meaning if "the meaning" in line else "")
    for column in table.columns:
        if not column.clock:
            assert f"`{column.name}`" in documented, column.name


def test_every_view_is_documented(root: Path, tmp_path: Path) -> None:
    page = (root / "docs/ledger.md").read_text(encoding="utf-8")
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        path = ledger.path
    connection = sqlite3.connect(path)
    views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view' AND name LIKE 'shown%'")
    for (view,) in views.fetchall():
        assert f"| `{view}` |" in page, view
    connection.close()


def test_every_environment_variable_is_documented(root: Path) -> None:
    page = (root / "docs/ledger.md").read_text(encoding="utf-8")
    commands = getattr(get_command(app), "commands", {})
    variables = {parameter.envvar for command in commands.values() for parameter in command.params}
    for variable in variables - {None}:
        assert f"`{variable}`" in page, variable


def test_every_exit_code_is_documented(root: Path) -> None:
    page = (root / "docs/output.md").read_text(encoding="utf-8")
    for _, error in inspect.getmembers(errors, inspect.isclass):
        if issubclass(error, errors.CounterclaimError):
            assert f"| {error.exit_code} |" in page, error


def test_links_lead_somewhere(root: Path) -> None:
    for page in (root / "README.md", root / "CONTRIBUTING.md", *(root / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_session_in_the_readme_is_what_the_command_prints(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    (command, session) = re.findall(r"```\n\$ counterclaim (read [^\n]+)\n(.+?)```", readme, flags=re.DOTALL)[
        0
    ]
    done = subprocess.run(
        [sys.executable, "-m", "counterclaim", *command.split()], cwd=root, capture_output=True, check=True
    )
    printed = [without_confidence(line) for line in done.stdout.decode("utf-8").splitlines()]
    shown = [without_confidence(line) for line in session.splitlines() if line.strip() and line != LEFT_OUT]
    stale = [line for line in shown if line not in printed]
    assert len(stale) <= len(shown) // 5, stale  # another kind of processor may see a doubtful line or not


def without_confidence(line: str) -> str:
    """A line less the figure at its end, whose last digit may differ between processors."""
    return re.sub(r"\s*0\.\d\d$", "", line.rstrip())


SESSIONS = {
    "README.md": r"^```\n(\$ counterclaim add .+?)^```",
    "docs/tutorial.md": r"^ {3,4}```\n( {3,4}\$ .+?)^ {3,4}```",
}


@pytest.mark.parametrize("name", SESSIONS)
def test_sessions_with_a_ledger_are_what_the_commands_print(root: Path, tmp_path: Path, name: str) -> None:
    """All sessions of a page run one after another in one empty folder, which so gets one ledger."""
    page = (root / name).read_text(encoding="utf-8")
    blocks = re.findall(SESSIONS[name], page, flags=re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in dedent(block).splitlines() if line.strip()]
    typed = [line[2:] for line in lines if line.startswith("$ ")]
    printed = {without_confidence(line) for line in run_script(typed, root, tmp_path).splitlines()}
    shown = [line for line in lines if not line.startswith("$ ") and line != LEFT_OUT]
    assert typed
    assert shown
    stale = [line for line in shown if without_confidence(line) not in printed]
    assert len(stale) <= len(shown) // 5, stale


def run_script(typed: list[str], root: Path, folder: Path) -> str:
    """What the shell prints, in a folder where the sources lie as in the repository."""
    (folder / "src").symlink_to(root / "src")
    own = {name: value for name, value in os.environ.items() if not name.startswith("COUNTERCLAIM_")}
    program = f'"{sys.executable}" -m counterclaim'
    script = [re.sub(r"^(\.venv/bin/)?counterclaim\b", program, line) for line in typed]
    done = subprocess.run(
        ["sh", "-e", "-c", "\n".join(script)],
        cwd=folder,
        env=own,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode("utf-8")
    return done.stdout.decode("utf-8")


def test_queries_of_the_how_to_run(root: Path, tmp_path: Path) -> None:
    page = (root / "docs/how-to.md").read_text(encoding="utf-8")
    queries = re.findall(r'sqlite3 -readonly counterclaim\.db "(.+?)"', page, flags=re.DOTALL)
    with open_ledger(tmp_path / "ledger.db", create=True) as ledger:
        path = ledger.path
    connection = sqlite3.connect(path)
    for query in queries:
        connection.execute(query)
    connection.close()
    assert len(queries) == 2


def test_the_example_in_the_tutorial_runs(root: Path) -> None:
    tutorial = (root / "docs/tutorial.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.+?)```", tutorial, flags=re.DOTALL)
    lines = [line[3:] if line.startswith("   ") else line for line in example.splitlines()]
    code = "\n".join(lines).replace('".venv/bin/counterclaim"', 'sys.executable, "-m", "counterclaim"')
    subprocess.run([sys.executable, "-c", f"import sys\n{code}"], cwd=root, check=True)
