"""What may import what, as `.importlinter` has it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# The contracts are told apart by a run of their own: the linter looks up the package by name on the path.
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the package in a folder's src against the contracts in the folder."""
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
    )


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A copy of the package and its contracts, to be broken."""
    shutil.copy(root / ".importlinter", tmp_path)
    shutil.copytree(
        root / "src" / "counterclaim",
        tmp_path / "src" / "counterclaim",
        ignore=shutil.ignore_patterns("__pycache__", "weights"),
    )
    return tmp_path


def test_every_layer_is_kept(root: Path) -> None:
    result = lint(root)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("importing", "imported"),
    [
        ("model", "read"),
        ("model", "show"),
        ("errors", "model"),
        ("read", "clean"),
        ("clean", "fetch"),
        ("fetch", "read"),
        ("read", "pipeline"),
        ("show", "read"),
        ("pipeline", "show"),
        ("pipeline", "cli"),
    ],
)
def test_a_wrong_import_is_found(importing: str, imported: str, copy: Path) -> None:
    package = copy / "src" / "counterclaim" / importing
    module = package / "__init__.py" if package.is_dir() else package.with_suffix(".py")
    with module.open("a", encoding="utf-8") as source:
        source.write(f"\nimport counterclaim.{imported}\n")
    result = lint(copy)
    assert result.returncode == 1
    assert f"counterclaim.{importing} -> counterclaim.{imported}" in result.stdout


def test_a_part_that_no_layer_names_is_found(copy: Path) -> None:
    (copy / "src" / "counterclaim" / "extra.py").write_text('"""Nowhere to be."""\n', encoding="utf-8")
    result = lint(copy)
    assert result.returncode == 1
    assert "extra" in result.stdout
