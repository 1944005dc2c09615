"""Fixtures that any test may use."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a test of packed bytes by its argument: what gzip packs holds the time of day.

    The processes that share the tests collect them each by itself, and must find the
    same names.
    """
    return argname if isinstance(val, bytes) and any(byte > 126 or byte < 9 for byte in val) else None


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout that the tests run in."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """Find a file of the shared gold, corpora and tools: `shared("gold/world-A.attributions.jsonl")`.

    They lie beside the checkout or where COUNTERCLAIM_SHARED says, and are no part of
    it.  A test that needs one is skipped without it, or fails where
    COUNTERCLAIM_DEMAND_SHARED is 1, so that CI cannot pass by skipping.
    """
    folder = Path(os.environ.get("COUNTERCLAIM_SHARED") or ROOT.parent / "shared")

    def find(path: str) -> Path:
        found = folder / path
        if not found.exists():
            message = f"{path} is not in {folder} (set COUNTERCLAIM_SHARED to the folder that holds it)"
            if os.environ.get("COUNTERCLAIM_DEMAND_SHARED") == "1":
                pytest.fail(message)
            pytest.skip(message)
        return found

    return find
