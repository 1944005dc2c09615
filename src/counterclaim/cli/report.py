"""counterclaim report --output DIR: a whole ledger as pages that any browser shows, without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.days import today as day_of
from counterclaim.cli.options import DEFAULT_LEDGER, LedgerOption
from counterclaim.cli.root import app, say_note
from counterclaim.ledger.ledger import open_ledger


@app.command()
def report(
    output: Annotated[
        Path,
        typer.Option(
            metavar="DIR",
            help="Folder to write into: a new or empty one, or one that holds an earlier report.",
        ),
    ],
    today: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day on which the docket is to stand; else today."),
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Write disputes, questions, numbers, docket and texts as HTML, each word linked to its receipt.

    The pages need no network and no script; open index.html in a browser.
    """
    # imported here, because templates take a while to load
    from counterclaim import inquiry
    from counterclaim.show.report.contents import Contents
    from counterclaim.show.report.folder import write_report
    from counterclaim.show.report.pages import report_pages

    day = day_of(today)
    with open_ledger(ledger, read_only=True) as held:
        contents = Contents(
            name=ledger.name,
            today=day.isoformat(),
            stats=held.stats(),
            questions=tuple(inquiry.question_pages(held)),
            disputes=tuple(inquiry.disputes_shown(held)),
            shifts=tuple(inquiry.shifts_shown(held)),
            series=tuple(inquiry.series_shown(held)),
            forecasts=tuple(inquiry.forecasts_shown(held, day)),
        )
        files = write_report(output, report_pages(contents, held.reading))
    say_note(f"{files:,} files in {output}: open {output / 'index.html'}")
