"""The part of the ledger about who speaks, where it is printed, and what is found by words."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from counterclaim.ledger import find, profiles, profiles_across, profiles_outlets
from counterclaim.ledger.connection import Connection
from counterclaim.model.finding import FindingKind
from counterclaim.model.inquiry import Related
from counterclaim.model.listing import ClaimRow, DocumentRow, SearchHit
from counterclaim.model.meaning import SpeakerKind
from counterclaim.model.profile import (
    Carrier,
    CopiedFrom,
    Edited,
    Heard,
    Opposite,
    OutletRow,
    PartyRow,
    SpeakerRow,
    Voice,
)

T = TypeVar("T", bound=msgspec.Struct)


class Profiling(ABC):
    """Lists of speakers, parties and outlets; each list comes with how many there are in all."""

    _connection: Connection

    def speaker_list(
        self,
        limit: int,
        offset: int = 0,
        *,
        spellings: Sequence[str] = (),
        kind: SpeakerKind | None = None,
        party: str | None = None,
    ) -> tuple[list[SpeakerRow], int]:
        """One page of the speakers that have a key, most claims first; `party` is an exact name.

        `spellings` are ways to write a name or its beginning, of which any will do.
        """
        return profiles.speaker_list(self._connection, spellings, kind, party, limit, offset)

    def party_list(
        self, limit: int, offset: int = 0, *, words: str | None = None
    ) -> tuple[list[PartyRow], int]:
        """One page of the parties, most claims first."""
        return profiles.party_list(self._connection, words, limit, offset)

    def heard(self, voice: Voice) -> list[Heard]:
        """Under which names, of what kind and for whom claims were made; empty for an unknown voice."""
        return profiles.heard(self._connection, voice)

    def outlets_carrying(self, voice: Voice) -> list[Carrier]:
        """Which outlets carry the claims of a speaker or party, most documents first."""
        return profiles.carriers(self._connection, voice)

    def own_questions(
        self,
        voice: Voice,
        limit: int,
        offset: int = 0,
        *,
        words: str | None = None,
        disputed: bool = False,
    ) -> tuple[list[str], int]:
        """Ids of one page of the questions that a speaker or party answers, the newest answer first.

        `words` are those that the answers have to hold; `disputed` asks for answers in a dispute.
        """
        return profiles_across.own_questions(self._connection, voice, words, disputed, limit, offset)

    def count_own_questions(self, voice: Voice) -> int:
        """How many questions a speaker or party answers."""
        return profiles_across.count_own_questions(self._connection, voice)

    def claims_beside(
        self, voice: Voice, limit: int, offset: int = 0, *, words: str | None = None
    ) -> tuple[list[ClaimRow], int]:
        """One page of the claims that answer no question, newest day first."""
        return profiles_across.claims_beside(self._connection, voice, words, limit, offset)

    def findings_of(self, kind: FindingKind, type: type[T], voice: Voice) -> list[T]:
        """The findings of a kind that a claim of the speaker or party stands in, in their order."""
        return profiles_across.findings_of(self._connection, kind, type, voice)

    def count_findings_of(self, kind: FindingKind, voice: Voice) -> int:
        """How many there are."""
        return profiles_across.count_findings_of(self._connection, kind, voice)

    def opposites(self, voice: Voice) -> list[Opposite]:
        """Whose claims contradict those of the speaker or party, most pairs first; its own among them."""
        return profiles_across.opposites(self._connection, voice)

    def pairs_against(
        self, voice: Voice, against: str | None, limit: int, offset: int = 0
    ) -> tuple[list[Related], int]:
        """One page of the pairs that cannot both be true, newest first; `against` is a speaker's key."""
        return profiles_across.pairs_against(self._connection, voice, against, limit, offset)

    # Outlets

    def outlet_list(self, limit: int, offset: int = 0) -> tuple[list[OutletRow], int]:
        """One page of the outlets, most documents first."""
        return profiles_outlets.outlet_list(self._connection, limit, offset)

    def outlet_row(self, outlet: str) -> OutletRow | None:
        """An outlet, None where no document is of it."""
        return profiles_outlets.outlet_row(self._connection, outlet)

    def documents_of(self, outlet: str, limit: int, offset: int = 0) -> list[DocumentRow]:
        """One page of what an outlet published, the newest first."""
        return profiles_outlets.documents_of(self._connection, outlet, limit, offset)

    def copied_from(self, outlet: str) -> list[CopiedFrom]:
        """Where the copies of an outlet began."""
        return profiles_outlets.copied_from(self._connection, outlet)

    def copied_by(self, outlet: str) -> list[CopiedFrom]:
        """Which other outlets copied texts that began at this one."""
        return profiles_outlets.copied_by(self._connection, outlet)

    def quoted_by(self, outlet: str) -> list[Heard]:
        """The speakers whose claims an outlet carries most."""
        return profiles_outlets.quoted(self._connection, outlet)

    def edited_counts(self, outlet: str) -> tuple[int, int]:
        """How many claims of an outlet's texts are gone later on, and how many are worded otherwise."""
        return profiles_outlets.edited_counts(self._connection, outlet)

    def edited(self, outlet: str, limit: int, offset: int = 0) -> list[Edited]:
        """One page of these claims, those that ended last first."""
        return profiles_outlets.edited(self._connection, outlet, limit, offset)

    # Finding

    def claims_found(self, words: str, limit: int, offset: int = 0) -> tuple[list[SearchHit], int, bool]:
        """One page of the claims that hold the words, how many were ranked, and whether there are more."""
        return find.claims_found(self._connection, words, limit, offset)

    def documents_found(self, words: str, limit: int, offset: int = 0) -> tuple[list[DocumentRow], int]:
        """One page of the documents whose title or outlet has the words, newest first."""
        return find.documents_found(self._connection, words, limit, offset)
