"""Looking around in a ledger: documents, questions, places, page by page; the facade's part for it."""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.ledger import named_places, questions, states
from counterclaim.ledger.carriers import carriers
from counterclaim.ledger.claim_place import claim_place
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.document_list import arrivals, shelf
from counterclaim.ledger.family import ended_claims, family
from counterclaim.ledger.fetching import feeds
from counterclaim.ledger.made import made_of
from counterclaim.model.document import Capture
from counterclaim.model.fetch_state import FetchState
from counterclaim.model.listing import ClaimRow, DocumentRow, Standing
from counterclaim.model.opened import Family, Shelf
from counterclaim.model.question import Question
from counterclaim.model.relation import ClaimName


class Browsing(ABC):
    """What pages of the desk show of documents, questions and places, and what tells when that changes."""

    _connection: Connection

    # Documents and the claims in them

    def arrivals(self, limit: int) -> list[DocumentRow]:
        """The documents that were added last, the last first."""
        return arrivals(self._connection, limit)

    def carriers(self, names: Iterable[ClaimName]) -> dict[ClaimName, tuple[DocumentRow, ...]]:
        """The documents that carry the words of each claim: its own, and copies that hold the same."""
        return carriers(self._connection, names)

    def shelf(self, outlet: str | None, limit: int, offset: int = 0) -> Shelf:
        """A page of the newest document of every capture, of one outlet or of all, those added last first."""
        return shelf(self._connection, outlet, limit, offset)

    def family(self, document: str) -> Family:
        """What a document copies, its copies, the texts of its address; UnknownId."""
        return family(self._connection, document)

    def ended_claims(self, document: str) -> dict[str, Standing]:
        """The claims of a document that are gone or changed in a later text of its address, by id."""
        return ended_claims(self._connection, document)

    def claim_place(self, id: str) -> ClaimName:
        """Where a claim stands now, by its id or the beginning of it; UnknownId for none or several."""
        return claim_place(self._connection, id)

    # Questions

    def disputed_questions(self) -> list[str]:
        """Ids of the disputed questions, in order of rank."""
        return questions.disputed_ids(self._connection)

    def other_questions(self, limit: int, offset: int = 0) -> list[str]:
        """Ids of questions that are not disputed, a page of them in the order kept."""
        return questions.other_ids(self._connection, limit, offset)

    def questions_of(self, ids: list[str]) -> list[Question]:
        """The questions of these whole ids, in the order asked for."""
        return questions.questions_of(self._connection, ids)

    def questions_answered(self, document: str) -> list[Question]:
        """The questions that claims of this document answer, in their order."""
        return questions.questions_answered(self._connection, document)

    # What has changed since it was looked at

    def state_of_claims(self) -> states.State:
        """Figures that change when lists show other claims than before."""
        return states.state_of_claims(self._connection)

    def state_of_findings(self) -> states.State:
        """Figures that change when questions, disputes, series, forecasts were made anew."""
        return states.state_of_findings(self._connection)

    # What additions come to

    def made_of(self, capture: Capture) -> DocumentRow | None:
        """The document made of a capture, or the last of its address where it was no news; None."""
        return made_of(self._connection, capture)

    def feeds(self, limit: int) -> list[FetchState]:
        """What is remembered of feeds that named pages when they were asked, by their addresses."""
        return feeds(self._connection, limit)

    # Places

    def places_named(self) -> Iterator[tuple[int, tuple[named_places.PlaceRead, ...]]]:
        """Rows of the listed claims that name places, copies folded, with these; the newest claim first."""
        return named_places.places_named(self._connection)

    def parties_of(self, rows: Sequence[int]) -> list[tuple[str | None, int]]:
        """Whose the claims of these rows are, and how many; None for those of no party that is known."""
        return named_places.parties_of(self._connection, rows)

    def rows_of_party(self, rows: Sequence[int], party: str) -> list[int]:
        """Those of the rows whose claims are of the party of just this name, in their order."""
        return named_places.rows_of_party(self._connection, rows, party)

    def claims_in(self, rows: Sequence[int]) -> list[ClaimRow]:
        """The claims of these rows, in the same order."""
        return named_places.claims_in(self._connection, rows)
