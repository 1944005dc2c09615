"""Which documents are copies, and where their texts began: the facade's part for it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager

from counterclaim.ledger import links
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.rownumbers import RowNumbers
from counterclaim.model.copies import Origin, SketchedText
from counterclaim.model.edge import Edge


class Copying(ABC):
    """The protocol SketchStore, and what copies come to."""

    _connection: Connection

    @abstractmethod
    def _step(self) -> AbstractContextManager[RowNumbers]:
        """One step of the open transaction, or one by itself."""

    def sketches(self) -> Iterator[tuple[str, bytes]]:
        """The id and sketch of every newest document that has one."""
        return links.sketches(self._connection)

    def keep_sketch(self, document: str, sketch: bytes) -> None:
        """Keep a document's sketch; the same one again changes nothing."""
        with self._step():
            links.keep_sketch(self._connection, document, sketch)

    def unsketched(self) -> list[str]:
        """Ids of the newest documents that have no sketch yet, in the order of adding."""
        return links.unsketched(self._connection)

    def sketched_text(self, document: str) -> SketchedText:
        """The text of a document, and what of it is no part of the article."""
        return links.sketched_text(self._connection, document)

    def keep_edges(self, edges: Iterable[Edge]) -> None:
        """Keep edges; one of the same kind, ends and maker takes the place of the older one."""
        with self._step():
            links.keep_edges(self._connection, edges)

    def edges(self) -> Iterator[Edge]:
        """All edges, by the ids of their documents."""
        return links.edges(self._connection)

    def keep_origins(self, origins: Iterable[Origin]) -> None:
        """Say of documents where their texts began; lists and counts fold copies accordingly."""
        with self._step():
            links.keep_origins(self._connection, origins)

    def origins(self) -> Iterator[Origin]:
        """Where the text of each newest document began."""
        return links.origins(self._connection)
