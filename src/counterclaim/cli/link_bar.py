"""Linking a ledger with a bar on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress

from counterclaim.ledger.ledger import Ledger
from counterclaim.show.inquiry.parts import counted

if TYPE_CHECKING:
    from counterclaim.linking import Linked


def link_ledger(held: Ledger, jobs: int, *, again: bool = False, most: int | None = None) -> Linked | None:
    """Compare what is new and derive what follows; None where nothing was to be done."""
    # imported here, because what compares takes a second to load
    from counterclaim.linking import DERIVER, Compared, link, linker_version

    waiting = None if again else len(held.unlinked(linker_version()))
    if waiting == 0 and held.is_derived(DERIVER):
        return None
    shown = sys.stderr is not None and sys.stderr.isatty()
    with Progress(console=Console(stderr=True), transient=True, disable=not shown) as bar:
        task = bar.add_task("comparing", total=waiting)
        for step in link(held, jobs, again=again, most=most):
            if not isinstance(step, Compared):
                return step
            bar.advance(task, step.documents)
    return None


def linked_line(linked: Linked) -> str:
    """What was compared, and what follows from all that was."""
    compared = (
        f"{counted(linked.documents, 'document')} compared, {counted(linked.claims, 'claim')}: "
        f"{counted(linked.pairs, 'pair')} judged, {counted(linked.contradictions, 'contradiction')}"
    )
    found = (
        counted(linked.questions, "question"),
        counted(linked.disputes, "dispute"),
        counted(linked.shifts, "changed answer"),
        f"{linked.series:,} number series",
        counted(linked.forecasts, "forecast"),
    )
    return f"{compared if linked.documents else 'nothing new to compare'}; now {', '.join(found)}"
