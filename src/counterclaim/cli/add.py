"""Ways into a ledger: add INPUT..., watch FEED..."""

from __future__ import annotations

import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.link_bar import link_ledger, linked_line
from counterclaim.cli.options import (
    DEFAULT_LEDGER,
    AliasesOption,
    AllowHostOption,
    JobsOption,
    LedgerOption,
    NoLinkOption,
    PublishedOption,
)
from counterclaim.cli.progress import Progress
from counterclaim.cli.root import app, say, say_note
from counterclaim.errors import InputError, PassedOver
from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.added import Added


@app.command()
def add(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Text, HTML, corpus (.jsonl .csv .parquet), WARC or feed; a folder of them; a URL; or -.",
        ),
    ],
    published: PublishedOption = None,
    jobs: JobsOption = 1,
    aliases: AliasesOption = None,
    allow_host: AllowHostOption = (),  # type: ignore[assignment]
    no_link: NoLinkOption = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Read each INPUT that the ledger does not hold yet, keep it, and compare its claims with all others.

    What cannot be read is reported, logged in the ledger, and the rest is added; the exit
    code then tells the kind of the first fault.  Adding the same again changes nothing.
    """
    # imported here, because the reader takes a second that lists need not wait for
    from counterclaim.adding import add_all
    from counterclaim.fetch.client import Client
    from counterclaim.fetch.inputs import input_captures

    tally = Tally()
    try:
        with (
            open_ledger(ledger, create=True) as held,
            Client(allowed_hosts=frozenset(allow_host)) as client,
            Progress(inputs) as progress,
        ):
            found = input_captures(inputs, published=published, client=lambda: client)
            for outcome in progress.follow(add_all(found, held, jobs, aliases)):
                tally.count(outcome)
        tally.tell()
        if not no_link:
            link_anew(ledger, jobs)
    except KeyboardInterrupt:
        tally.tell()
        raise typer.Exit(130) from None  # 128 and the number of the signal, as shells have it
    if tally.first_fault is not None:
        raise typer.Exit(tally.first_fault.exit_code)


class Tally:
    """What became of the inputs, told in one line at the end."""

    def __init__(self) -> None:
        self.first_fault: InputError | None = None
        self._counts: Counter[str] = Counter()
        self._is_told = False

    def count(self, outcome: Added | InputError) -> None:
        """Take one outcome in; a fault is said at once."""
        if isinstance(outcome, InputError):
            if isinstance(outcome, PassedOver):
                self._counts["passed over"] += 1
            else:
                self.first_fault = self.first_fault or outcome
                self._counts["skipped"] += 1
            say(outcome)
        else:
            self._counts[outcome.value] += 1

    def tell(self) -> None:
        """Say the counts on standard error, once."""
        if self._is_told:
            return
        self._is_told = True
        told = ", ".join(f"{count:,} {what}" for what, count in self._counts.items())
        say_note(told or "nothing new")


def link_anew(ledger: Path, jobs: int) -> None:
    """Compare what is new in a ledger, and say what came of it."""
    with open_ledger(ledger) as held:
        linked = link_ledger(held, jobs)
    if linked is not None:
        say_note(linked_line(linked))


@app.command()
def watch(
    feeds: Annotated[
        list[str], typer.Argument(metavar="FEED...", help="Address of an RSS, Atom or JSON feed.")
    ],
    no_link: NoLinkOption = False,
    every: Annotated[
        int | None,
        typer.Option(min=5, metavar="MINUTES", help="Go on asking, with so many minutes between two rounds."),
    ] = None,
    jobs: JobsOption = 1,
    aliases: AliasesOption = None,
    allow_host: AllowHostOption = (),  # type: ignore[assignment]
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Ask each FEED for what is new, add it, and stop; or go on with --every.

    Robots.txt is kept to, pages of one site are some seconds apart, servers are asked only
    for what changed, and one that fails is left alone for a while. Made for cron.
    """
    from counterclaim.adding import add_all
    from counterclaim.fetch.client import Client
    from counterclaim.fetch.watch import Round

    first_fault: InputError | None = None
    try:
        while True:
            tally = Tally()
            with (
                open_ledger(ledger, create=True) as held,
                Client(allowed_hosts=frozenset(allow_host)) as client,
                Progress(feeds) as progress,
            ):
                asked = Round(client, held, lambda: datetime.now(UTC))
                for outcome in progress.follow(add_all(asked.captures(feeds), held, jobs, aliases)):
                    tally.count(outcome)
                asked.settle()
            tally.tell()
            if not no_link:
                link_anew(ledger, jobs)
            first_fault = first_fault or tally.first_fault
            if every is None:
                break
            time.sleep(60 * every)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    if first_fault is not None:
        raise typer.Exit(first_fault.exit_code)
