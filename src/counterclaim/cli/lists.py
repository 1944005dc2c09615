"""Lists of what a ledger answers, written as a table, JSON Lines or CSV."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
from rich.console import Console
from rich.text import Text

from counterclaim.cli.options import ListFormat
from counterclaim.cli.output import Output
from counterclaim.cli.root import say_note
from counterclaim.show.flat import columns, csv_line, csv_row, flat, jsonl_line
from counterclaim.show.listing import print_entries

S = TypeVar("S", bound=msgspec.Struct)


def write_list(
    items: Iterable[S],
    kind: type[S],
    entry: Callable[[S, int, Console], Iterable[Text]],
    format: ListFormat,
    output: Path | None,
    none: str,
) -> None:
    """Write items of a kind where they go; as a table each by `entry`, and `none` where there is nothing."""
    with Output(output) as sink:
        if format is ListFormat.TABLE:
            write_text(sink, lambda console: print_entries(items, entry, console, none))
            return
        if format is ListFormat.CSV:
            sink.write(csv_line(columns(kind)))
        for item in items:
            sink.write(jsonl_line(item) if format is ListFormat.JSONL else csv_row(flat(item)))


def write_text(sink: Output, fill: Callable[[Console], None]) -> None:
    """Write what `fill` prints on a console, styled if the sink is a terminal."""
    page = io.BytesIO()
    text = io.TextIOWrapper(page, encoding=sink.encoding, errors="replace", write_through=True)
    styled = sink.is_terminal and Console(file=sys.stdout).is_terminal
    fill(Console(file=text, force_terminal=styled, highlight=False, soft_wrap=False))
    sink.write(page.getvalue())


def say_if_more(found: Sequence[object], limit: int) -> None:
    """Say on standard error that there is more than was asked for."""
    if len(found) > limit:
        say_note(f"there are more than {limit:,}: give a higher --limit")
