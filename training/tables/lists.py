"""Hand-kept lists of facts beside these scripts: fields between tabs, further names between bars."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_HERE = Path(__file__).parent


def table(name: str) -> Iterator[list[str]]:
    """Rows of a list, short ones filled with empty fields; lines that begin with "#" tell what it is."""
    lines = [
        line for line in (_HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"
    ]
    width = max(line.count("\t") for line in lines) + 1
    for line in lines:
        fields = line.split("\t")
        yield fields + [""] * (width - len(fields))


def split(text: str) -> list[str]:
    """The names between bars."""
    return [part.strip() for part in text.split("|") if part.strip()]
