"""The command line: one module a command, or a few that belong together."""

from __future__ import annotations

import sys

from counterclaim.cli import add, corrections, inquire, judge, keep, look, read, report, serve
from counterclaim.cli.output import Output, ReaderGone
from counterclaim.cli.root import app, say
from counterclaim.errors import CounterclaimError

__all__ = ["add", "app", "corrections", "inquire", "judge", "keep", "look", "main", "read", "report", "serve"]


def main() -> None:
    """Run the command line; an error a user can mend is one line and an exit code."""
    try:
        _app()
    except CounterclaimError as error:
        say(error)
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
