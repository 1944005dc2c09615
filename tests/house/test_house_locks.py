"""The lock files pin all that is installed, by hash, and tie nobody to one index."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("run", "dev", "training", "weights")
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?P<marker> ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def lines(root: Path, lock: str) -> list[str]:
    return (root / "requirements" / f"{lock}.txt").read_text(encoding="utf-8").splitlines()


def pins(root: Path, lock: str) -> dict[str, str]:
    """Version by normalised name."""
    found = (PIN.match(line) for line in lines(root, lock))
    return {match["name"]: match["version"] for match in found if match}


def requirements(root: Path, *files: str) -> list[Requirement]:
    """What the package and the .in files ask for."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for file in files:
        text = (root / "requirements" / f"{file}.in").read_text(encoding="utf-8")
        asked += [line for line in text.splitlines() if line and not line.startswith("#")]
    return [Requirement(line) for line in asked]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_and_hashes_and_nothing_else(lock: str, root: Path) -> None:
    """No index, no host, no path: where packages come from is for who installs them to say."""
    other = [line for line in lines(root, lock) if not PIN.match(line) and not HASH.match(line)]
    assert other == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str, root: Path) -> None:
    written = lines(root, lock)
    below = [*written[1:], ""]
    bare = [
        pin for pin, next_ in zip(written, below, strict=True) if PIN.match(pin) and not HASH.match(next_)
    ]
    assert bare == []


@pytest.mark.parametrize("lock", ["run", "dev", "training"])
def test_every_requirement_is_pinned_at_a_version_it_allows(lock: str, root: Path) -> None:
    pinned = pins(root, lock)
    inputs = ["build"] if lock == "run" else ["build", lock]
    missing = [
        str(requirement)
        for requirement in requirements(root, *inputs)
        if not requirement.specifier.contains(pinned.get(canonicalize_name(requirement.name), "0"))
    ]
    assert missing == []


@pytest.mark.parametrize("lock", ["dev", "training"])
def test_tests_and_training_run_on_the_versions_that_users_get(lock: str, root: Path) -> None:
    assert pins(root, "run").items() <= pins(root, lock).items()


def test_no_torch_is_needed_to_read(root: Path) -> None:
    heavy = {"torch", "transformers", "sentence-transformers", "scikit-learn", "scipy"}
    assert not heavy & (pins(root, "run").keys() | pins(root, "dev").keys())
