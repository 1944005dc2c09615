"""Where the desk marks the words of a claim: in the reading view of its document.

The claim is named twice: behind the sharp sign for the browser, and before it for the desk, which gives
of a long text only the part where the claim stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from counterclaim.model.relation import ClaimName
from counterclaim.show.report.claim import Receipt


class DeskReceipts(Mapping[ClaimName, Receipt]):
    """The receipt of every claim: the desk shows all documents, so none is missing."""

    def __getitem__(self, name: ClaimName) -> Receipt:
        document, id = name
        return Receipt(f"documents/{document}?claim={id}#{id}", None)

    def __iter__(self) -> Iterator[ClaimName]:
        return iter(())

    def __len__(self) -> int:
        return 0


class DeskPaths(Mapping[str, str]):
    """The page of every question."""

    def __getitem__(self, id: str) -> str:
        return f"questions/{id}"

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


RECEIPTS = DeskReceipts()
PATHS = DeskPaths()
