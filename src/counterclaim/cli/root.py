"""The command line's root: its help, its version, and how an error is said."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Annotated

import typer

from counterclaim import __version__
from counterclaim.cli.output import Output
from counterclaim.errors import CounterclaimError
from counterclaim.show.visible import one_line

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Who said what in the news, with the exact words for every line.",
)


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


def say(error: CounterclaimError) -> None:
    """One line on standard error, in which nothing of the input's acts on the terminal."""
    with suppress(OSError):  # where standard error is gone the exit code must do
        print(f"counterclaim: {one_line(str(error))}", file=sys.stderr)


def say_note(words: str) -> None:
    """One line on standard error that is no fault."""
    with suppress(OSError):
        print(f"counterclaim: {one_line(words)}", file=sys.stderr)
