"""The desk: serve."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.days import day
from counterclaim.cli.options import DEFAULT_LEDGER, AliasesOption, AllowHostOption, JobsOption, LedgerOption
from counterclaim.cli.root import app, say_note
from counterclaim.errors import InputError, MissingLedger
from counterclaim.ledger.ledger import open_ledger

_SHORTEST_TOKEN = 16  # characters


@app.command()
def serve(
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Address to listen at; others than loopback need a token.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65_535, metavar="N", help="Port; 0 for any free one.")
    ] = 8765,
    name: Annotated[
        list[str],
        typer.Option(metavar="HOST", help="Answer to this name as well, as browsers ask for it."),
    ] = [],  # noqa: B006 - typer takes a copy
    token: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            envvar="COUNTERCLAIM_TOKEN",
            help="What every browser and program must show; made at random where it is needed and not given.",
        ),
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Let nobody add or review.")] = False,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day on which the docket stands, if not this one.")
    ] = None,
    jobs: JobsOption = 1,
    aliases: AliasesOption = None,
    allow_host: AllowHostOption = (),  # type: ignore[assignment]
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Open the desk: the ledger as a web application on this machine, until Ctrl+C."""
    # imported here, because other commands need not wait for a web server
    from counterclaim.desk.serving import serve_desk
    from counterclaim.desk.settings import Settings, is_loopback

    if token is not None and len(token) < _SHORTEST_TOKEN:
        raise InputError(
            "--token", f"it is shorter than {_SHORTEST_TOKEN} characters", "Give a longer one, or none"
        )
    if token is None and not is_loopback(host):
        token = secrets.token_urlsafe(24)
    _prepare(ledger, read_only)
    settings = Settings(
        ledger=ledger,
        host=host,
        port=port,
        names=tuple(one.lower() for one in name),
        token=token,
        read_only=read_only,
        jobs=jobs,
        aliases=aliases,
        allow_hosts=tuple(allow_host),
        today=day(today, "--today"),
    )
    serve_desk(settings, say_note)


def _prepare(ledger: Path, read_only: bool) -> None:
    """Make a ledger that is not there, and bring one up to date; say at once if it cannot be opened."""
    if read_only and not ledger.exists():
        raise MissingLedger(str(ledger), "there is no ledger", "Check the name, or start without --read-only")
    with open_ledger(ledger, create=not read_only, read_only=read_only):
        pass
