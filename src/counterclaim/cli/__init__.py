"""The command line: counterclaim read INPUT..."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from counterclaim import __version__
from counterclaim.cli.output import Output, ReaderGone
from counterclaim.cli.progress import Progress
from counterclaim.cli.table import write_table
from counterclaim.errors import CounterclaimError, InputError
from counterclaim.fetch.files import captures
from counterclaim.model.reading import Reading
from counterclaim.pipeline import read_all
from counterclaim.show.html import reading_page
from counterclaim.show.record import to_json, to_jsonl
from counterclaim.show.visible import one_line

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
        with Output(None) as sink:
            sink.write(f"counterclaim {__version__}\n".encode())
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
    aliases: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            envvar="COUNTERCLAIM_ALIASES",
            help="CSV file of names of your own, and the parties that they speak for.",
        ),
    ] = None,
) -> None:
    """List who said what in each INPUT, with the place of every word.

    An input that cannot be read is reported and the others are read; the exit
    code then tells the kind of the first fault.
    """
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
                _say(item)
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


def _say(error: CounterclaimError) -> None:
    """One line on standard error, in which nothing of the input's acts on the terminal."""
    with suppress(OSError):  # where standard error is gone the exit code must do
        print(f"counterclaim: {one_line(str(error))}", file=sys.stderr)


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


def main() -> None:
    """Run the command line; an error a user can mend is one line and an exit code."""
    try:
        _app()
    except CounterclaimError as error:
        _say(error)
        sys.exit(error.exit_code)
    except ReaderGone:
        sys.exit(0)


def _app() -> None:
    try:
        app()
    except OSError as error:
        if error.filename is not None:
            raise
        # no file, so a stream: typer could not print its help
        raise Output(None).failed(error) from error
