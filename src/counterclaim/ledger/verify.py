"""Verifying: every hash, id, receipt and seal of a ledger, made anew and compared.

Damage never ends the check: what cannot be read is a fault, and the next thing is looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from counterclaim.errors import LedgerError
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.verify_across import answers, comparables, findings, relations
from counterclaim.ledger.verify_contents import captures, documents, speakers, texts
from counterclaim.ledger.verify_derived import newest, standing, strays
from counterclaim.ledger.verify_readings import readings
from counterclaim.ledger.verify_whole import derived, file, foreign_keys, full_text, reviews, tombstones
from counterclaim.model.fault import Fault

Counts = Counter[str]
Check = Callable[[Connection, Counts], Iterator[Fault]]

_CHECKS: tuple[tuple[str, Check], ...] = (
    ("file", file),
    ("foreign keys", foreign_keys),
    ("text", texts),
    ("capture", captures),
    ("document", documents),
    ("speaker", speakers),
    ("reading", readings),
    ("rows without a reading", strays),
    ("newest readings", newest),
    ("derived columns", derived),
    ("standing", standing),
    ("full-text index", full_text),
    ("compared readings", comparables),
    ("relation", relations),
    ("finding", findings),
    ("answer", answers),
    ("review", reviews),
    ("tombstone", tombstones),
)


class Verification:
    """One check of a ledger: iterate for its faults; `counts` tells how many of each thing were looked at."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.counts: Counts = Counter()

    def __iter__(self) -> Iterator[Fault]:
        self.counts.clear()
        for kind, check in _CHECKS:
            try:
                yield from check(self._connection, self.counts)
            except LedgerError as error:
                yield Fault(kind=kind, id=None, where=None, wrong=f"the rest cannot be read: {error.wrong}")
