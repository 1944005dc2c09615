"""What was found across documents: link, questions, question, disputes, shifts, numbers, forecasts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
import typer
from rich.console import Console

from counterclaim import inquiry
from counterclaim.cli.days import today as day_of
from counterclaim.cli.link_bar import link_ledger, linked_line
from counterclaim.cli.lists import say_if_more, write_text
from counterclaim.cli.options import (
    DEFAULT_LEDGER,
    FormatOption,
    JobsOption,
    LedgerOption,
    LimitOption,
    ListFormat,
    OutputOption,
)
from counterclaim.cli.output import Output
from counterclaim.cli.root import app, say_note
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.show.flat import Flat, csv_line, csv_row
from counterclaim.show.inquiry import rows
from counterclaim.show.inquiry.dispute import dispute_entry
from counterclaim.show.inquiry.forecast import forecast_entry
from counterclaim.show.inquiry.page import question_lines
from counterclaim.show.inquiry.parts import counted
from counterclaim.show.inquiry.question import question_entry
from counterclaim.show.inquiry.series import series_entry
from counterclaim.show.inquiry.shift import shift_entry
from counterclaim.show.listing import print_entries
from counterclaim.show.passage import print_lines

if TYPE_CHECKING:
    from rich.text import Text

S = TypeVar("S", bound=msgspec.Struct)


@app.command()
def link(
    again: Annotated[
        bool, typer.Option("--again", help="Compare all documents anew, and not only what is new.")
    ] = False,
    neighbours: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=200,
            metavar="N",
            help="Claims that each is compared with; 12, and fewer where many are.",
        ),
    ] = None,
    jobs: JobsOption = 1,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Compare claims across documents, and find questions, disputes, changed answers, numbers, forecasts.

    `add` does so at its end; what was compared already is not compared again.
    """
    try:
        with open_ledger(ledger) as held:
            linked = link_ledger(held, jobs, again=again, most=neighbours)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None  # 128 and the number of the signal, as shells have it
    say_note("nothing new to compare" if linked is None else linked_line(linked))


@app.command()
def questions(
    party: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only that a side of this name answers, or part of it.")
    ] = None,
    about: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only those with these words in the question.")
    ] = None,
    limit: LimitOption = 50,
    format: FormatOption = ListFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List what several claims answer, and who answered what last; first what most sides answer."""
    with open_ledger(ledger, read_only=True) as held:
        found = inquiry.questions(held, party=party, about=about, limit=limit + 1)
        none = "" if found else "No such question" if party or about else _none(held, "questions")
    _write(found[:limit], question_entry, rows.QUESTION_COLUMNS, rows.question_rows, format, output, none)
    say_if_more(found, limit)


@app.command()
def question(
    id: Annotated[str, typer.Argument(metavar="QUESTION", help="Id of a question, or the beginning of it.")],
    format: FormatOption = ListFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Show who answers a question how and when, in their own words, and on what evidence."""
    with open_ledger(ledger, read_only=True) as held:
        page = inquiry.question_page(held, id)
    if format is ListFormat.TABLE:
        with Output(output) as sink:
            write_text(sink, lambda console: print_lines([page], question_lines, console))
    else:
        _write_records([page], rows.ANSWER_COLUMNS, rows.answer_rows, format, output)


@app.command()
def disputes(
    limit: LimitOption = 20,
    format: FormatOption = ListFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List questions on which parties exclude each other, both sides in their own words; no verdict."""
    with open_ledger(ledger, read_only=True) as held:
        found = inquiry.disputes_shown(held, limit=limit + 1)
        none = "" if found else _none(held, "disputes")
    _write(found[:limit], dispute_entry, rows.DISPUTE_COLUMNS, rows.dispute_rows, format, output, none)
    say_if_more(found, limit)


@app.command()
def shifts(
    limit: LimitOption = 20,
    format: FormatOption = ListFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List who changed an answer, the newest first: before and after, each with its receipt."""
    with open_ledger(ledger, read_only=True) as held:
        found = inquiry.shifts_shown(held, limit=limit + 1)
        none = "" if found else _none(held, "changed answers")
    _write(found[:limit], shift_entry, rows.SHIFT_COLUMNS, rows.shift_rows, format, output, none)
    say_if_more(found, limit)


@app.command()
def numbers(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]", help="Only what is counted with these words; else all."),
    ] = None,
    limit: LimitOption = 20,
    format: FormatOption = ListFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List how the same thing is counted over time, each number with its bound as it was told."""
    with open_ledger(ledger, read_only=True) as held:
        found = inquiry.series_shown(held, " ".join(words) if words else None, limit=limit + 1)
        none = "" if found else "No such number" if words else _none(held, "number series")
    _write(found[:limit], series_entry, rows.SERIES_COLUMNS, rows.series_rows, format, output, none)
    say_if_more(found, limit)


@app.command()
def forecasts(
    due: Annotated[
        bool, typer.Option("--due", help="Only what is due or overdue and has no outcome yet.")
    ] = False,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="As it stands on this day, and not on the real one.")
    ] = None,
    limit: LimitOption = 50,
    format: FormatOption = ListFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List forecasts and commitments by when they fall due, with later statements that bear on them.

    Whether one came true a person says: `counterclaim review outcome CLAIM --value met`.
    """
    with open_ledger(ledger, read_only=True) as held:
        found = inquiry.forecasts_shown(held, day_of(today), due=due, limit=limit + 1)
        none = "" if found else "Nothing is due" if due else _none(held, "forecasts")
    _write(found[:limit], forecast_entry, rows.FORECAST_COLUMNS, rows.forecast_rows, format, output, none)
    say_if_more(found, limit)


def _write(
    found: Sequence[S],
    entry: Callable[[S, int, Console], Iterable[Text]],
    columns: Sequence[str],
    flat: Callable[[S], Iterable[Flat]],
    format: ListFormat,
    output: Path | None,
    none: str,
) -> None:
    """As a table each by `entry`; in JSON Lines each whole; in CSV the rows that `flat` makes of it."""
    if format is not ListFormat.TABLE:
        _write_records(found, columns, flat, format, output)
        return
    with Output(output) as sink:
        write_text(sink, lambda console: print_entries(found, entry, console, none))


def _write_records(
    found: Iterable[S],
    columns: Sequence[str],
    flat: Callable[[S], Iterable[Flat]],
    format: ListFormat,
    output: Path | None,
) -> None:
    with Output(output) as sink:
        if format is ListFormat.CSV:
            sink.write(csv_line(columns))
        for one in found:
            if format is ListFormat.JSONL:
                sink.write(msgspec.json.encode(one) + b"\n")
            else:
                for row in flat(one):
                    sink.write(csv_row(row))


def _none(held: Ledger, what: str) -> str:
    """That there is nothing of a kind, and whether that is because documents were not compared yet."""
    left = held.stats().not_linked
    if not left:
        return f"No {what}"
    are = "is" if left == 1 else "are"
    return f"No {what} yet: {counted(left, 'document')} {are} not linked. Run `counterclaim link`"
