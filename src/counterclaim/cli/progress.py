"""A bar on standard error for work that takes a while."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from rich.text import Text

T = TypeVar("T")
_BLOCK = 1 << 20  # bytes
_UNTOLD = {".csv", ".parquet", ".warc", ".gz", ".xml", ".rss", ".atom", ".json"}
"""Files that may hold many documents, whose number only reading them tells."""


def documents_in(inputs: Iterable[str]) -> int | None:
    """How many documents the inputs hold, or None where only reading them tells.

    A corpus is taken to hold one a line; one document alone is as good as None,
    because a bar that counts to 1 shows nothing while it is read.
    """
    total = 0
    for name in inputs:
        suffix = Path(name).suffix.lower()
        if suffix in _UNTOLD or "://" in name or Path(name).is_dir():
            return None
        if suffix == ".jsonl" and not Path(name).is_file():
            return None
        total += _lines(Path(name)) if suffix == ".jsonl" else 1
    return None if total == 1 else total


def _lines(path: Path) -> int:
    """The lines of a file, counted without holding one of them whole."""
    count, last = 0, b"\n"
    try:
        with path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                count += block.count(b"\n")
                last = block[-1:]
    except OSError:
        return count  # what is wrong with it is said where it is read
    return count + (last != b"\n")


class _Rate(ProgressColumn):
    """Documents a second, once that can be told."""

    def render(self, task: Task) -> Text:
        """Such as `12.3/s`."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "", style="progress.data.speed")


class Progress:
    """Counts documents as they pass; shows nothing where nobody looks at it."""

    def __init__(self, inputs: Iterable[str], quiet: bool = False) -> None:
        """`inputs` are to be read; `quiet` draws no bar, and then they are not counted."""
        shown = sys.stderr is not None and sys.stderr.isatty() and not quiet
        self._bar = Bar(
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=not shown,
        )
        self._task = self._bar.add_task("reading", total=documents_in(inputs) if shown else None)

    def follow(self, items: Iterable[T]) -> Iterator[T]:
        """The items, counted."""
        for item in items:
            yield item
            self._bar.advance(self._task)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()
