"""How much a ledger holds, in lines of a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from counterclaim.model.listing import Stats


def stats_lines(stats: Stats, width: int, console: Console) -> Iterator[Text]:
    """One line a count, those that explain another behind it."""
    days = f"{stats.first_day} to {stats.last_day}" if stats.first_day else "no day is told"
    told = {
        "documents": f"{stats.documents:,} of {stats.addresses:,} addresses, {stats.copies:,} of them copies",
        "captures": f"{stats.captures:,}",
        "readings": f"{stats.readings:,}",
        "attributions": f"{stats.attributions:,}",
        "claims": f"{stats.claims:,}, {stats.told_once:,} with copies folded",
        "in later versions": f"{stats.gone:,} gone, {stats.changed:,} changed",
        "own voice": f"{stats.statements:,} statements",
        "speakers": f"{stats.speakers:,}, and {stats.parties:,} parties",
        "days": days,
        "relations": f"{stats.relations:,}, {stats.contradictions:,} of them contradictions",
        "questions": f"{stats.questions:,}, {stats.disputes:,} of them in dispute",
        "not yet linked": f"{stats.not_linked:,} documents",
        "reviews": f"{stats.reviews:,}",
        "skipped": f"{stats.skipped:,} records",
        "forgotten": f"{stats.forgotten:,} captures",
        "file": f"{stats.bytes / 1_000_000:,.1f} MB",
    }
    for name, value in told.items():
        yield Text.assemble((f"{name:>18}", "dim"), "  ", value)
