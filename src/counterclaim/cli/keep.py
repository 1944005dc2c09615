"""Keeping a ledger whole: verify, export, forget, reread."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.add import Tally, link_anew
from counterclaim.cli.options import DEFAULT_LEDGER, AliasesOption, ByOption, JobsOption, LedgerOption
from counterclaim.cli.output import Output
from counterclaim.cli.progress import Progress
from counterclaim.cli.root import app, say_note
from counterclaim.errors import DamagedLedger
from counterclaim.ledger.ledger import open_ledger
from counterclaim.show.fault import fault_line, verified


@app.command()
def verify(ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Prove every line: each text against its hash, each receipt against its text.

    Every fault is a line on standard output; the exit code is that of a damaged ledger if there is one.
    """
    faults = 0
    may_write = os.access(ledger, os.W_OK)  # SQLite checks the full-text index by a command that writes
    with open_ledger(ledger, read_only=not may_write) as held, Output(None) as sink:
        check = held.verify()
        for fault in check:
            faults += 1
            sink.write(f"{fault_line(fault)}\n".encode())
        sink.write(f"{verified(check.counts, faults)}\n".encode())
    if faults:
        raise typer.Exit(DamagedLedger.exit_code)


@app.command()
def export(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Folder to write into; made if it is not there.")
    ],
    times: Annotated[
        bool, typer.Option("--times", help="With the times at which things were added and judged.")
    ] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Write the whole ledger as CSV and JSON Lines, the same bytes for the same content."""
    with open_ledger(ledger, read_only=True) as held:
        held.export(folder, times=times)


@app.command()
def forget(
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="Id of a document, as `documents` lists it.")
    ],
    by: ByOption,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Erase a document for good: capture, text, claims, and words of them in reviews.

    A tombstone with hashes stays, so that the ledger can still be proved and the document
    is not added again.
    """
    from counterclaim.adding import forget as forget_document

    with open_ledger(ledger) as held:
        forgotten = forget_document(held, document, by)
    say_note(f"{forgotten} is erased for good")
    link_anew(ledger, jobs=1)


@app.command()
def reread(
    jobs: JobsOption = 1,
    aliases: AliasesOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Read all documents again that this version of the reader has not read yet.

    Earlier readings stay; what people judged is carried over to the new one.
    """
    from counterclaim.adding import reread_all

    tally = Tally()
    with open_ledger(ledger) as held, Progress(["."]) as progress:
        for outcome in progress.follow(reread_all(held, jobs, aliases)):
            tally.count(outcome)
    tally.tell()
    link_anew(ledger, jobs)
    if tally.first_fault is not None:
        raise typer.Exit(tally.first_fault.exit_code)
