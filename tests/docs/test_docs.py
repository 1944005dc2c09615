"""Docs are tested: no option, field or exit code is undocumented, no example is stale."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from counterclaim import errors
from counterclaim.cli import app
from counterclaim.fetch.files import captures
from counterclaim.model.document import Capture
from counterclaim.model.reading import Reading
from counterclaim.pipeline import read_capture
from counterclaim.show.record import as_record

SAMPLE = "src/counterclaim/story/2031-03-04-harbour-courier.html"


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
    shown = [without_confidence(line) for line in session.splitlines() if line.strip() and line != "[...]"]
    stale = [line for line in shown if line not in printed]
    assert len(stale) <= len(shown) // 5, stale  # another kind of processor may see a doubtful line or not


def without_confidence(line: str) -> str:
    """A line less the figure at its end, whose last digit may differ between processors."""
    return re.sub(r"\s*0\.\d\d$", "", line.rstrip())


def test_the_example_in_the_tutorial_runs(root: Path) -> None:
    tutorial = (root / "docs/tutorial.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.+?)```", tutorial, flags=re.DOTALL)
    lines = [line[3:] if line.startswith("   ") else line for line in example.splitlines()]
    code = "\n".join(lines).replace('".venv/bin/counterclaim"', 'sys.executable, "-m", "counterclaim"')
    subprocess.run([sys.executable, "-c", f"import sys\n{code}"], cwd=root, check=True)
