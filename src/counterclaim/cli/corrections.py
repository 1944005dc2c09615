"""counterclaim corrections FOLDER: what people accepted and corrected, as gold to train with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.options import DEFAULT_LEDGER, LedgerOption
from counterclaim.cli.root import app, say_note
from counterclaim.errors import OutputError
from counterclaim.ledger.ledger import open_ledger


@app.command()
def corrections(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Folder to write into; made if it is not there.")
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Write what people accepted and corrected as JSON Lines in the fields of the gold, to train with.

    Attributions come with their texts, relations as pairs of claims; all say by whom and when.
    """
    # imported here, because no other command waits for it
    from counterclaim.inquiry.corrections import corrections as collected
    from counterclaim.show.corrections import corrections_files

    with open_ledger(ledger, read_only=True) as held:
        found = collected(held)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, body in corrections_files(found):
            (folder / name).write_bytes(body)
    except OSError as error:
        raise OutputError(
            str(folder), f"cannot be written to ({error.strerror or error})", "Name another folder"
        ) from error
    claims = sum(len(one.attributions) for one in found.documents)
    say_note(f"{claims:,} claims, {len(found.relations):,} relations, {len(found.questions):,} questions")
    for claim in found.left_out:
        say_note(f"{claim} is left out: the words that it was corrected to do not stand in its text")
