"""A bar on standard error for work that takes a while."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
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

from counterclaim.fetch.counted import documents_in

T = TypeVar("T")


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
