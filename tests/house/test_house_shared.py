"""What the fixture `shared` does without the files that a test asks for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TEST = """
def test_it(shared):
    assert shared("gold/some.jsonl").name == "some.jsonl"
"""


@pytest.fixture
def tests(root: Path, tmp_path: Path) -> str:
    """The folder of tests of a checkout, with one that asks for a shared file."""
    folder = tmp_path / "checkout" / "tests"
    folder.mkdir(parents=True)
    shutil.copy(root / "tests" / "conftest.py", folder)
    (folder / "test_it.py").write_text(TEST, encoding="utf-8")
    return str(folder)


def outcome(tests: str, **environment: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COUNTERCLAIM_")}
    command = [sys.executable, "-m", "pytest", "-rsf", "-p", "no:cacheprovider", tests]
    return subprocess.run(command, env=clean | environment, capture_output=True, text=True).stdout


def test_a_test_is_skipped_and_says_what_is_missing(tests: str) -> None:
    output = outcome(tests)
    assert "1 skipped" in output
    assert "gold/some.jsonl is not in" in output


def test_a_test_fails_where_shared_files_are_demanded(tests: str) -> None:
    assert "1 failed" in outcome(tests, COUNTERCLAIM_DEMAND_SHARED="1")


@pytest.mark.parametrize("name", ["shared", "elsewhere"])
def test_files_are_found_beside_the_checkout_or_where_the_environment_says(
    name: str, tests: str, tmp_path: Path
) -> None:
    (tmp_path / name / "gold").mkdir(parents=True)
    (tmp_path / name / "gold" / "some.jsonl").touch()
    environment = {"COUNTERCLAIM_SHARED": str(tmp_path / name)} if name == "elsewhere" else {}
    assert "1 passed" in outcome(tests, **environment)
