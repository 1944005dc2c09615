"""The command line: counterclaim read INPUT..."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from counterclaim import __version__
from counterclaim.cli.output import Output
from counterclaim.cli.progress import Progress, documents_in
from counterclaim.errors import CounterclaimError, InputError
from counterclaim.fetch.files import captures
from counterclaim.model.reading import Reading
from counterclaim.pipeline import read_all
from counterclaim.show.html import reading_page
from counterclaim.show.record import to_json, to_jsonl
from counterclaim.show.terminal import print_table

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Who said what in the news, with the exact words for every line.",
)


class Format(StrEnum):
    """How readings are shown."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


def _version(wanted: bool) -> None:
    if wanted:
        print(f"counterclaim {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Who said what in the news, with the exact words for every line."""


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
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication of inputs that do not state it.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Write to this file and not to the terminal.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Processes to read with.")] = 1,
) -> None:
    """List who said what in each INPUT, with the place of every word.

    An input that cannot be read is reported and the others are read; the exit
    code then tells the kind of the first fault.
    """
    errors: list[InputError] = []
    with Output(output) as sink:
        found = read_all(captures(inputs, published=published), jobs)
        with Progress(documents_in(inputs), quiet=sink.is_terminal and format is Format.TABLE) as progress:
            readings = _set_errors_aside(progress.follow(found), errors)
            _show(readings, format, sink)
    if errors:
        raise typer.Exit(errors[0].exit_code)


def _set_errors_aside(found: Iterable[Reading | InputError], errors: list[InputError]) -> Iterator[Reading]:
    for item in found:
        if isinstance(item, InputError):
            errors.append(item)
            print(f"counterclaim: {item}", file=sys.stderr)
        else:
            yield item


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
        console = Console(file=sink.text(), highlight=False, soft_wrap=False)
        print_table(readings, console)


def main() -> None:
    """Run the command line; an error a user can mend is one line and an exit code."""
    try:
        app()
    except CounterclaimError as error:
        print(f"counterclaim: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # the reader of our output has gone; nothing more can be written, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
