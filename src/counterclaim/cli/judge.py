"""What people judge: review KIND TARGET, merge and split claims, and the list of all reviews."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.lists import write_list
from counterclaim.cli.options import (
    DEFAULT_LEDGER,
    ByOption,
    FormatOption,
    LedgerOption,
    ListFormat,
    OutputOption,
)
from counterclaim.cli.root import app, say_note
from counterclaim.inquiry.joined import joined_claims
from counterclaim.inquiry.remaking import remakes_questions
from counterclaim.ledger.instants import utc_now
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.review import Review, ReviewKind, StoredReview, TargetKind
from counterclaim.show.judgement import stored_review_entry


class Judgement(StrEnum):
    """What can be judged from the command line."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    NOTE = "note"
    GRADE = "grade"
    OUTCOME = "outcome"
    UNDO = "undo"


@app.command()
def review(
    kind: Annotated[
        Judgement,
        typer.Argument(metavar="KIND", help="accept, reject, correct, note, grade, outcome or undo."),
    ],
    target: Annotated[
        str,
        typer.Argument(
            metavar="TARGET", help="Id of a claim, document, question or review; or the name of a source."
        ),
    ],
    by: ByOption,
    target_kind: Annotated[
        TargetKind | None, typer.Option("--of", help="What the target is, where its id does not tell.")
    ] = None,
    field: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="The field that is corrected, or relation; of a question its text."
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Option(
            metavar="VALUE", help="What it should be; a grade A-F or 1-6; or met, not met, void, open."
        ),
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Write down a judgement of your own; it never changes what was read, and undo is a new line."""
    with open_ledger(ledger) as held:
        judged = Review(
            kind=ReviewKind(kind.value),
            target_kind=target_kind or _kind_of(kind, target),
            target=target,
            by=by,
            at=utc_now(),
            field=field,
            value=value,
            note=note,
        )
        kept = held.review(judged)
        say_note(f"kept as {kept}")
        if remakes_questions(held, kept):
            _derive(held)


@app.command()
def merge(
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM CLAIM...", help="Ids of claims, or the beginnings of them.")
    ],
    by: ByOption,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Say that claims answer the same question; signed, and it outweighs what was computed."""
    _join(ReviewKind.MERGE, claims, by, note, ledger)


@app.command()
def split(
    one: Annotated[str, typer.Argument(metavar="CLAIM", help="Id of a claim, or the beginning of it.")],
    other: Annotated[str, typer.Argument(metavar="CLAIM", help="Id of the other.")],
    by: ByOption,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Say that two claims do not answer the same question; signed, and it outweighs what was computed."""
    _join(ReviewKind.SPLIT, [one, other], by, note, ledger)


@app.command()
def reviews(
    format: FormatOption = ListFormat.TABLE,
    output: OutputOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List what people judged, and where it stands after the newest readings."""
    with open_ledger(ledger, read_only=True) as held:
        found = held.reviews()
    write_list(found, StoredReview, stored_review_entry, format, output, "Nothing was judged yet")


def _join(kind: ReviewKind, claims: list[str], by: str, note: str | None, path: Path) -> None:
    with open_ledger(path) as held:
        target, value = joined_claims(held, kind, claims)
        judged = Review(
            kind=kind,
            target_kind=TargetKind.CLAIM,
            target=target,
            by=by,
            at=utc_now(),
            value=value,
            note=note,
        )
        say_note(f"kept as {held.review(judged)}")
        _derive(held)


def _derive(held: Ledger) -> None:
    from counterclaim.linking import derive  # here, because it takes a second to load

    derive(held)


def _kind_of(kind: Judgement, target: str) -> TargetKind:
    """What a target is, told by the letter that its id begins with."""
    if kind is Judgement.UNDO:
        return TargetKind.REVIEW
    letter, rest = target[:1], target[1:]
    is_id = len(rest) >= 6 and all(sign in "0123456789abcdef" for sign in rest)
    kinds = {"c": TargetKind.CLAIM, "d": TargetKind.DOCUMENT, "q": TargetKind.QUESTION}
    return kinds.get(letter, TargetKind.SOURCE) if is_id else TargetKind.SOURCE
