"""A bar on standard error for work that takes a while."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

T = TypeVar("T")


def documents_in(inputs: Iterable[str]) -> int | None:
    """How many documents the inputs hold, or None where only reading them tells."""
    total = 0
    for name in inputs:
        suffix = Path(name).suffix.lower()
        if suffix == ".csv" or (suffix == ".jsonl" and not Path(name).is_file()):
            return None
        total += _lines(Path(name)) if suffix == ".jsonl" else 1
    return total


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return 0  # what is wrong with it is said where it is read


class Progress:
    """Counts documents as they pass; shows nothing where nobody looks at it."""

    def __init__(self, total: int | None, quiet: bool = False) -> None:
        """`total` documents are expected, None if unknown; `quiet` draws no bar."""
        console = Console(stderr=True)
        shown = sys.stderr.isatty() and not quiet and total != 1
        self._bar = Bar(
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not shown,
        )
        self._task = self._bar.add_task("reading", total=total)

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
