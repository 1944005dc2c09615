"""Files stay short, small, and free of any one machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

LONGEST = 400
LARGEST = 40_000_000
# Folders that exist on somebody's machine only, where they do not follow an address or a relative path.
MACHINE_PATH = re.compile(r"(?<![\w./~-])[/](?:home|root|Users|work)/\w")
TEXT = frozenset((".py", ".md", ".toml", ".txt", ".in", ".json", ".jsonl", ".sh", ".html", ".yml", ""))


@pytest.fixture(scope="module")
def files(root: Path) -> list[Path]:
    """What is tracked, or would be."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    paths = [root / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file()]


@pytest.mark.parametrize("folder", ["src", "evals", "training", "benchmarks"])
def test_a_file_can_be_read_in_one_sitting(folder: str, root: Path) -> None:
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in (root / folder).rglob("*.py")}
    assert lengths
    assert {str(path): length for path, length in lengths.items() if length > LONGEST} == {}


def test_no_file_is_too_large_for_a_repository(files: list[Path]) -> None:
    assert [str(path) for path in files if path.stat().st_size > LARGEST] == []


def test_no_file_names_a_path_of_one_machine(files: list[Path]) -> None:
    found = [
        f"{path}:{number}"
        for path in files
        if path.suffix in TEXT
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("open('{}home/ann/x.txt')", True),
        ("see {}work/main", True),
        ("https://example.org{}home/news", False),
        ('<a href="../work/list">', False),
    ],
)
def test_such_paths_are_told_from_addresses(line: str, named: bool) -> None:
    assert bool(MACHINE_PATH.search(line.format("/"))) is named


def test_no_figure_is_left_to_be_filled_in(root: Path) -> None:
    pages = [path for path in root.rglob("*.md") if not {".venv", "build"} & set(path.parts)]
    assert [path.name for path in pages if re.search(r"@[A-Z]+\w*@", path.read_text(encoding="utf-8"))] == []
