"""What the desk asks of a ledger beside what the command line does: the facade's part for it."""

from __future__ import annotations

from abc import ABC

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.document_list import arrivals
from counterclaim.model.listing import DocumentRow


class Browsing(ABC):
    """Looking around in a ledger, page by page."""

    _connection: Connection

    def arrivals(self, limit: int, offset: int = 0) -> list[DocumentRow]:
        """The newest document of every capture, those added last first."""
        return arrivals(self._connection, limit, offset)
