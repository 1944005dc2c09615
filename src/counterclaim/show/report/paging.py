"""Long lists in pages of their own: questions.html, questions-2.html."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Sheet(NamedTuple):
    """One page of a list: its path, where its items begin, and the paths of all pages."""

    path: str
    start: int
    end: int
    paths: list[str]
    at: int


def sheets(name: str, count: int, most: int) -> Iterator[Sheet]:
    """The pages of so many items, at least one."""
    starts = range(0, max(1, count), most)
    paths = [sheet_path(name, at) for at in range(len(starts))]
    for at, start in enumerate(starts):
        yield Sheet(paths[at], start, min(count, start + most), paths, at)


def sheet_path(name: str, at: int) -> str:
    """The path of a page of a list, counted from 0."""
    return f"{name}.html" if not at else f"{name}-{at + 1}.html"


def of_sheet(items: Sequence[T], sheet: Sheet) -> Sequence[T]:
    """The items of a page."""
    return items[sheet.start : sheet.end]
