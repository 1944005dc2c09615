"""What is told of a speaker, of a party and of an outlet: counts and lists, never a worth."""

from __future__ import annotations

import msgspec

from counterclaim.model.inquiry import Answered, QuestionRow
from counterclaim.model.listing import ClaimRow, DocumentRow, SearchHit
from counterclaim.model.meaning import SpeakerKind


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Whose claims are meant: a speaker by the folded name, or all who speak for a party; one is None."""

    key: str | None = None
    party: str | None = None


class SpeakerRow(msgspec.Struct, frozen=True, kw_only=True):
    """One speaker as lists show it, under the name and kind that most of its claims have.

    `parties` are whom it speaks for, most claims first.  Days are those of its claims, None where none
    is told; of copies the first alone counts.
    """

    key: str
    name: str
    kind: SpeakerKind | None
    parties: tuple[str, ...]
    claims: int
    first_day: str | None
    last_day: str | None


class PartyRow(msgspec.Struct, frozen=True, kw_only=True):
    """One party as lists show it, with how many speakers speak for it."""

    name: str
    speakers: int
    claims: int
    first_day: str | None
    last_day: str | None


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """Claims under one name, of one kind, for one party, as the texts give all three."""

    name: str | None
    key: str | None
    kind: SpeakerKind | None
    party: str | None
    claims: int
    first_day: str | None
    last_day: str | None


class Carrier(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet that carries somebody's claims; `copies` of its documents are copies of another text."""

    outlet: str | None
    documents: int
    copies: int
    claims: int


class Opposite(msgspec.Struct, frozen=True, kw_only=True):
    """Who said what cannot be true beside somebody's words, and how many such pairs there are."""

    name: str | None
    key: str | None
    pairs: int


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What stands at the head of the page of a speaker or party.

    `heard` has the names, kinds and parties of its claims, most claims first.  `questions`, `shifts` and
    `forecasts` count those that it has a part in.
    """

    voice: Voice
    heard: tuple[Heard, ...]
    questions: int
    shifts: int
    forecasts: int

    @property
    def name(self) -> str:
        """The party, else the name that most claims have."""
        return self.voice.party or next((one.name for one in self.heard if one.name), self.voice.key or "")

    @property
    def claims(self) -> int:
        """How many there are, copies folded."""
        return sum(one.claims for one in self.heard)


class OwnAnswers(msgspec.Struct, frozen=True, kw_only=True):
    """What a speaker or party answered to one question: the newest `answers` of `total`, newest first."""

    question: str
    text: str
    disputed: bool
    answers: tuple[Answered, ...]
    total: int


class QuestionList(msgspec.Struct, frozen=True, kw_only=True):
    """One page of a list of questions, how many it has in all, and which of the page are in dispute."""

    rows: tuple[QuestionRow, ...]
    total: int
    disputed: frozenset[str]


class OutletRow(msgspec.Struct, frozen=True, kw_only=True):
    """One outlet as lists show it; `outlet` is None where no text tells who published it."""

    outlet: str | None
    documents: int
    copies: int
    claims: int
    own_voice: int
    first_day: str | None
    last_day: str | None


class CopiedFrom(msgspec.Struct, frozen=True, kw_only=True):
    """Documents of one outlet whose texts began at another one, or at a news agency."""

    outlet: str | None
    agency: str | None
    documents: int


class OutletProfile(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on the page of an outlet.

    `copied_from` tells where its copies began, `copied_by` who copied its texts.  `gone` and `changed`
    count claims of its texts that a later text of the same address has no more or words otherwise.
    """

    row: OutletRow
    copied_from: tuple[CopiedFrom, ...]
    copied_by: tuple[CopiedFrom, ...]
    quoted: tuple[Heard, ...]
    gone: int
    changed: int


class Edited(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that is gone from the later text of its address, or became another one there."""

    was: ClaimRow
    became: ClaimRow | None
    ended_in: str


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a search found, a page of each kind and how many there are.

    `capped` says that more claims hold the words than were ranked.
    """

    claims: tuple[SearchHit, ...] = ()
    claims_total: int = 0
    capped: bool = False
    speakers: tuple[SpeakerRow, ...] = ()
    speakers_total: int = 0
    parties: tuple[PartyRow, ...] = ()
    parties_total: int = 0
    questions: tuple[QuestionRow, ...] = ()
    questions_total: int = 0
    disputed: frozenset[str] = frozenset()
    documents: tuple[DocumentRow, ...] = ()
    documents_total: int = 0
