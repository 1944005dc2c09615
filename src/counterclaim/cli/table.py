"""The terminal table, written where results go."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator

from rich.console import Console

from counterclaim.cli.output import Output
from counterclaim.model.reading import Reading
from counterclaim.show.terminal import print_table


def write_table(readings: Iterable[Reading], sink: Output) -> None:
    """Write each reading as soon as it is there, styled if the sink is a terminal.

    It is set in memory and written by the sink, which knows what to do when that fails.
    """
    page = io.BytesIO()
    text = io.TextIOWrapper(page, encoding=sink.encoding, errors="replace", write_through=True)
    styled = sink.is_terminal and Console(file=sys.stdout).is_terminal
    console = Console(file=text, force_terminal=styled, highlight=False, soft_wrap=False)

    def hand_over() -> None:
        sink.write(page.getvalue())
        page.seek(0)
        page.truncate()

    def one_by_one() -> Iterator[Reading]:
        for reading in readings:
            yield reading
            hand_over()

    print_table(one_by_one(), console)
    hand_over()
