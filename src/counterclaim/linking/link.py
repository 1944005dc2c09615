"""Link a ledger: compare what is new, then derive what follows."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from counterclaim.ledger.ledger import Ledger
from counterclaim.linking.compare import Compared, compare_new
from counterclaim.linking.derive import derive
from counterclaim.linking.version import DERIVER
from counterclaim.model.finding import FindingKind


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """What was compared this time, and how much the ledger holds of what follows from all of it."""

    documents: int
    claims: int
    pairs: int
    contradictions: int
    questions: int
    disputes: int
    shifts: int
    series: int
    forecasts: int


def link(
    ledger: Ledger, jobs: int = 1, *, again: bool = False, most: int | None = None
) -> Iterator[Compared | Linked]:
    """Compare what the ledger has not compared yet, `again` everything, and derive what follows.

    After each step what it has done, at the end what came of all; stopped before, it goes on where it was.
    """
    if again:
        ledger.unlink()
    done = Compared()
    for step in compare_new(ledger, jobs, most):
        done += step
        yield step
    if not ledger.is_derived(DERIVER):
        derive(ledger)
    found = {name: ledger.count_findings(kind) for name, kind in _COUNTED.items()}
    yield Linked(
        documents=done.documents,
        claims=done.claims,
        pairs=done.pairs,
        contradictions=done.contradictions,
        **found,
    )


_COUNTED = {
    "questions": FindingKind.QUESTION,
    "disputes": FindingKind.DISPUTE,
    "shifts": FindingKind.SHIFT,
    "series": FindingKind.SERIES,
    "forecasts": FindingKind.FORECAST,
}
