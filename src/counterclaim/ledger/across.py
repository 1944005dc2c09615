"""The part of the ledger about what joins documents: comparables, relations and findings."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TypeVar

import msgspec

from counterclaim.ledger import comparables, findings, relating, signed, told
from counterclaim.ledger.claim_names import claim_rows_named
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.rownumbers import RowNumbers
from counterclaim.ledger.rows import claim_rows
from counterclaim.model.finding import FindingKind
from counterclaim.model.listing import ClaimRow
from counterclaim.model.question import HumanEdge
from counterclaim.model.relation import ClaimName, Relation, SignedRelation
from counterclaim.model.told import Told

T = TypeVar("T", bound=msgspec.Struct)


class AcrossDocuments(ABC):
    """What `Ledger` offers for comparing claims; a claim goes by its document's id and its own."""

    _connection: Connection

    @abstractmethod
    def _step(self) -> AbstractContextManager[RowNumbers]:
        """One step of the open transaction, or one by itself."""

    # What is compared

    def told(self, document: str | None = None) -> Iterator[Told]:
        """Every claim of the newest readings, or of one document's, in the order of adding.

        Of copies the first alone.  UnknownId where there is no such document.
        """
        return told.told(self._connection, document)

    def own_voice(self) -> Iterator[Told]:
        """What the outlets state themselves in the newest readings; nobody is the speaker."""
        return told.own_voice(self._connection)

    def told_of(self, names: Iterable[ClaimName]) -> dict[ClaimName, Told]:
        """The claims and statements of these names; those that the ledger does not hold are left out."""
        return told.told_of(self._connection, names)

    def claim_rows(self, names: Iterable[ClaimName]) -> dict[ClaimName, ClaimRow]:
        """The same as lists show them, claims only, in the order asked for."""
        rows = claim_rows_named(self._connection, names)
        return dict(zip(rows, claim_rows(self._connection, list(rows.values())), strict=True))

    # What was compared

    def unlinked(self, linker: str) -> list[str]:
        """Ids of the documents that this linker has not compared as they are read now, in order of adding."""
        return comparables.unlinked(self._connection, linker)

    def linked(self, linker: str) -> Iterator[tuple[str, bytes]]:
        """Ids of those that it has, each with what its claims are compared by, in order of adding."""
        return comparables.linked(self._connection, linker)

    def keep_linked(self, document: str, linker: str, body: bytes) -> None:
        """Say that a document was compared and by what; to be called before its relations are kept.

        Whatever another linker kept of it is dropped.  UnknownId where lists show no such document.
        """
        with self._step():
            comparables.keep_linked(self._connection, document, linker, body)

    def keep_relations(self, relations: Iterable[Relation]) -> int:
        """Keep how claims stand to each other and say of how many pairs; the same pair is replaced.

        A pair is left out where a claim of it is no longer read.
        """
        with self._step():
            return relating.keep_relations(self._connection, relations)

    def relations(self, names: Iterable[ClaimName] | None = None) -> Iterator[Relation]:
        """All relations between the claims that `told` gives, or those that have both ends among these."""
        return relating.relations(self._connection, names)

    def unlink(self) -> None:
        """Drop all that was compared, and all findings."""
        with self._step():
            comparables.unlink(self._connection)

    # What was found

    def keep_findings(self, kind: FindingKind, items: Iterable[findings.Finding]) -> None:
        """Put these in their order into the place of all findings of the kind."""
        with self._step():
            findings.keep_findings(self._connection, kind, items)

    def findings(
        self,
        kind: FindingKind,
        type: type[T],
        limit: int | None = None,
        offset: int = 0,
        *,
        id: str | None = None,
    ) -> list[T]:
        """The findings of a kind in the order kept: a page of them, or those of one whole id.

        `id` is the finding's own; of disputes and shifts that of their question.
        """
        return findings.findings(self._connection, kind, type, limit, offset, id)

    def finding(self, kind: FindingKind, type: type[T], id: str) -> T:
        """The finding of this id, or of the beginning of it; UnknownId for none or several."""
        return findings.finding(self._connection, kind, type, id)

    def count_findings(self, kind: FindingKind) -> int:
        """How many there are of a kind."""
        return findings.count_findings(self._connection, kind)

    def is_derived(self, deriver: str) -> bool:
        """Whether this version of the rules made the findings, and nothing has changed since."""
        return findings.is_derived(self._connection, deriver)

    def mark_derived(self, deriver: str) -> None:
        """Say that all findings are as this version of the rules makes them now."""
        with self._step():
            findings.mark_derived(self._connection, deriver)

    # What people signed

    def human_edges(self) -> list[HumanEdge]:
        """What people signed of two claims and is in force, where the claims stand now; the newest last."""
        return signed.human_edges(self._connection)

    def signed_relations(self, names: Iterable[ClaimName] | None = None) -> list[SignedRelation]:
        """What people signed of how two claims stand to each other and is in force; of each pair the last.

        All of it, or what has both ends among these.
        """
        return signed.signed_relations(self._connection, names)

    def question_texts(self) -> dict[str, str]:
        """How people said that questions should read, by the ids that these had then."""
        return signed.question_texts(self._connection)
