"""Options that several commands have."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_LEDGER = Path("counterclaim.db")

LedgerOption = Annotated[
    Path, typer.Option("--ledger", metavar="PATH", envvar="COUNTERCLAIM_LEDGER", help="The ledger file.")
]
PublishedOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Day of publication of inputs that do not state it.")
]
OutputOption = Annotated[
    Path | None, typer.Option(metavar="PATH", help="Write to this file and not to the terminal.")
]
JobsOption = Annotated[int, typer.Option(min=1, metavar="N", help="Processes to read with.")]
NoLinkOption = Annotated[
    bool, typer.Option("--no-link", help="Leave comparing claims for later: `counterclaim link` does it.")
]
AliasesOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        envvar="COUNTERCLAIM_ALIASES",
        help="CSV file of names of your own, and the parties that they speak for.",
    ),
]
AllowHostOption = Annotated[
    list[str],
    typer.Option(
        metavar="HOST",
        help="Fetch from this host (name:port) although it is inside the network; for tests of your own.",
    ),
]
LimitOption = Annotated[int, typer.Option(min=1, max=100_000, metavar="N", help="How many at most.")]
ByOption = Annotated[
    str, typer.Option("--by", metavar="NAME", envvar="COUNTERCLAIM_NAME", help="Who does this.")
]


class ListFormat(StrEnum):
    """How a list is written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


FormatOption = Annotated[ListFormat, typer.Option("--format", help="How to write the list.")]
