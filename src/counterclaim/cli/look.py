"""What a ledger holds: claims, changes, search, show, versions, documents, skipped, stats."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from counterclaim.cli.days import day, instant
from counterclaim.cli.lists import say_if_more, write_list, write_text
from counterclaim.cli.options import (
    DEFAULT_LEDGER,
    FormatOption,
    LedgerOption,
    LimitOption,
    ListFormat,
    OutputOption,
)
from counterclaim.cli.output import Output
from counterclaim.cli.root import app, say_note
from counterclaim.ledger.ledger import open_ledger
from counterclaim.model.listing import Change, ClaimRow, DocumentRow, SearchHit, Skipped, Version
from counterclaim.model.meaning import Polarity
from counterclaim.show.flat import jsonl_line
from counterclaim.show.listing import (
    change_entry,
    claim_entry,
    document_entry,
    hit_entry,
    skipped_entry,
    version_entry,
)
from counterclaim.show.passage import passage_lines, print_lines
from counterclaim.show.statistics import stats_lines


class RecordFormat(StrEnum):
    """How one record is written."""

    TABLE = "table"
    JSON = "json"


@app.command()
def claims(
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only of speakers of this name, or part of it.")
    ] = None,
    party: Annotated[str | None, typer.Option(metavar="NAME", help="Only of those who speak for it.")] = None,
    about: Annotated[str | None, typer.Option(metavar="WORDS", help="Only with these words.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Only said on this day or later.")] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only said on this day or earlier.")
    ] = None,
    polarity: Annotated[
        Polarity | None, typer.Option(help="Only what is affirmed, denied, or neither.")
    ] = None,
    confidence: Annotated[
        float | None,
        typer.Option(
            min=0, max=1, metavar="P", help="Only those that were read with this confidence or more."
        ),
    ] = None,
    copies: Annotated[
        bool, typer.Option("--copies", help="List every copy of a text, not the first alone.")
    ] = False,
    limit: LimitOption = 50,
    format: FormatOption = ListFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List who said what, the newest day first."""
    with open_ledger(ledger, read_only=True) as held:
        rows = held.claims(
            by=by,
            party=party,
            about=about,
            since=day(since, "--since"),
            until=day(until, "--until"),
            polarity=polarity,
            confidence=confidence,
            limit=limit + 1,
            copies=copies,
        )
    write_list(rows[:limit], ClaimRow, claim_entry, format, output, "No such claim")
    say_if_more(rows, limit)


@app.command()
def changes(
    since: Annotated[
        str, typer.Option(metavar="DATE", help="Only what was added at or after this day or instant.")
    ],
    format: FormatOption = ListFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List claims that are new, corrected or gone since a day."""
    with open_ledger(ledger, read_only=True) as held:
        found = held.changes(instant(since, "--since"))
    write_list(found, Change, change_entry, format, output, "Nothing has changed since then")


@app.command(context_settings={"ignore_unknown_options": True})  # so that -word is no option
def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS", help='Words that a claim must hold; "a phrase"; -word for one it must not.'
        ),
    ],
    limit: LimitOption = 20,
    format: FormatOption = ListFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Find claims by their words and speakers, the best first."""
    with open_ledger(ledger, read_only=True) as held:
        result = held.search(" ".join(words), limit=limit)
    write_list(result.hits, SearchHit, hit_entry, format, output, "Nothing found")
    if result.capped:
        say_note("these words stand in so many claims that not all were ranked: add a rarer word")


@app.command()
def show(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="Id of a claim, or the beginning of it.")],
    format: Annotated[RecordFormat, typer.Option(help="How to write it.")] = RecordFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Show one claim in the text where it stands, with its receipt and what people judged of it."""
    with open_ledger(ledger, read_only=True) as held:
        found = held.claim(claim)
    with Output(output) as sink:
        if format is RecordFormat.JSON:
            for one in found:
                sink.write(jsonl_line(one))
        else:
            write_text(sink, lambda console: print_lines(found, passage_lines, console))


@app.command()
def versions(
    address: Annotated[str, typer.Argument(metavar="URL", help="Address of a document, or the file's name.")],
    format: FormatOption = ListFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List the texts that one address had, and the claims that came and went with each."""
    with open_ledger(ledger, read_only=True) as held:
        found = held.versions(address)
    write_list(found, Version, version_entry, format, output, "No such document")


@app.command()
def documents(
    limit: LimitOption = 1000,
    format: FormatOption = ListFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List the documents, and which of them are copies."""
    with open_ledger(ledger, read_only=True) as held:
        found = held.documents(limit=limit + 1)
    write_list(found[:limit], DocumentRow, document_entry, format, output, "There is no document yet")
    say_if_more(found, limit)


@app.command()
def skipped(
    format: FormatOption = ListFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List what was not taken in, and why."""
    with open_ledger(ledger, read_only=True) as held:
        found = held.skipped()
    write_list(found, Skipped, skipped_entry, format, output, "Nothing was skipped")


@app.command()
def stats(
    format: Annotated[RecordFormat, typer.Option(help="How to write them.")] = RecordFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Count what the ledger holds."""
    with open_ledger(ledger, read_only=True) as held:
        found = held.stats()
    with Output(output) as sink:
        if format is RecordFormat.JSON:
            sink.write(jsonl_line(found))
        else:
            write_text(sink, lambda console: print_lines([found], stats_lines, console))
