"""counterclaim read INPUT...: who said what in each document."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.options import AliasesOption, JobsOption, OutputOption, PublishedOption
from counterclaim.cli.output import Output
from counterclaim.cli.progress import Progress
from counterclaim.cli.root import app, say
from counterclaim.cli.table import write_table
from counterclaim.errors import InputError
from counterclaim.model.reading import Reading
from counterclaim.show.html import reading_page
from counterclaim.show.record import to_json, to_jsonl


class Format(StrEnum):
    """How readings are shown."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


@app.command()
def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Text file, HTML file, corpus (.jsonl or .csv with id and text), or - for standard input.",
        ),
    ],
    format: Annotated[Format, typer.Option(help="How to show what was read.")] = Format.TABLE,
    published: PublishedOption = None,
    output: OutputOption = None,
    jobs: JobsOption = 1,
    aliases: AliasesOption = None,
) -> None:
    """List who said what in each INPUT, with the place of every word.

    An input that cannot be read is reported and the others are read; the exit
    code then tells the kind of the first fault.
    """
    from counterclaim.fetch.files import captures
    from counterclaim.pipeline import read_all

    try:
        found = read_all(captures(inputs, published=published), jobs, aliases)
        errors = _run(found, inputs, output, format)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None  # 128 and the number of the signal, as shells have it
    if errors:
        raise typer.Exit(errors[0].exit_code)


def _run(
    readings: Generator[Reading | InputError, None, None],
    inputs: list[str],
    output: Path | None,
    format: Format,
) -> list[InputError]:
    """Show what is read of the inputs; the errors, each of which was said."""
    errors: list[InputError] = []
    count = 0

    def good_ones(found: Iterable[Reading | InputError]) -> Iterator[Reading]:
        nonlocal count
        for item in found:
            if isinstance(item, InputError):
                errors.append(item)
                say(item)
            else:
                count += 1
                yield item

    # closing: who stops early must not wait for documents that were handed out
    with Output(output) as sink, closing(readings) as found:
        with Progress(inputs, quiet=sink.is_terminal and format is Format.TABLE) as progress:
            _show(good_ones(progress.follow(found)), format, sink)
        if not count:
            sink.abandon()
    return errors


def _show(readings: Iterator[Reading], format: Format, sink: Output) -> None:
    if format is Format.JSONL:
        for reading in readings:
            sink.write(to_jsonl(reading))
    elif format is Format.JSON:
        sink.write(to_json(readings))
    elif format is Format.HTML:
        read_ones = list(readings)
        if read_ones:
            sink.write(reading_page(read_ones).encode("utf-8"))
    else:
        write_table(readings, sink)
