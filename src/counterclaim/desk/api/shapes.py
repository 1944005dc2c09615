"""Records that only programs are told, and those that they are told flat, as JSON Lines have them."""

from __future__ import annotations

import msgspec

from counterclaim.model.document import Document
from counterclaim.model.listing import Change, ChangeKind, ClaimRow, DocumentRow, SearchHit, Version
from counterclaim.model.profile import Profile
from counterclaim.model.reading import Attribution, Reading, Statement
from counterclaim.model.review import Fate, Review, StoredReview
from counterclaim.model.span import Spans
from counterclaim.show.flat import flat


class FoundClaim(ClaimRow, frozen=True, kw_only=True):
    """A claim that was found; `marks` are spans of its `words` that hold what was sought, in code points."""

    marks: Spans


class FoundClaims(msgspec.Struct, frozen=True, kw_only=True):
    """The best hits, best first.

    `capped` says that so many claims hold the words that only those added last were ranked.
    """

    hits: tuple[FoundClaim, ...]
    capped: bool


class ChangedClaim(ClaimRow, frozen=True, kw_only=True):
    """A claim that something happened to, and when it was added.

    What is corrected is the claim of the later version, `before` the id of the one it took the place of
    and `before_words` the words of that; what is gone is the claim that is gone.
    """

    change: ChangeKind
    at: str
    before: str | None
    before_words: str | None


class KeptReview(Review, frozen=True, kw_only=True):
    """A judgement as the ledger has it.

    `words` are those that it was made on, None where it is not about words or they were forgotten.
    `fate` is how it stands to the newest readings, None where it is not about a claim; `claims` are the
    ids of the claims it stands at now.  `in_force` is false once it was taken back.
    """

    id: str
    document: str | None
    words: str | None
    fate: Fate | None
    claims: tuple[str, ...]
    in_force: bool


class VersionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One text of an address, and the ids of the claims that came, went or changed with it.

    `new`, `gone` and `changed` (before and after) are None where the version before was made by another
    cleaner, so that the two cannot be compared.
    """

    document: str
    title: str
    sha256: str
    cleaner: str
    retrieved: str | None
    published: str | None
    added: str
    claims: int
    new: tuple[str, ...] | None
    gone: tuple[str, ...] | None
    changed: tuple[tuple[str, str], ...] | None


FLAT: dict[type[msgspec.Struct], type[msgspec.Struct]] = {
    SearchHit: FoundClaim,
    Change: ChangedClaim,
    StoredReview: KeptReview,
    Version: VersionRow,
}


def shaped(record: msgspec.Struct) -> msgspec.Struct:
    """The record as programs are told it: flat where JSON Lines have it flat, else as it is."""
    kind = FLAT.get(type(record))
    return record if kind is None else kind(**flat(record))


class ReadDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its newest reading: who says what in it, and what the outlet states itself.

    `row` is as lists show it.  All spans count in `document.text`, in code points, or in its title where
    a `field` says so.
    """

    row: DocumentRow
    document: Document
    attributions: tuple[Attribution, ...]
    own_voice: tuple[Statement, ...]
    reader: str

    @classmethod
    def of(cls, row: DocumentRow, reading: Reading) -> ReadDocument:
        """Both of one document."""
        return cls(
            row=row,
            document=reading.document,
            attributions=reading.attributions,
            own_voice=reading.own_voice,
            reader=reading.reader,
        )


class VoiceProfile(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a speaker or party: its names, and how much it has a part in."""

    name: str
    claims: int
    profile: Profile


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """Who asks, and of which desk.

    `csrf` is what a request that writes carries in the header X-CSRF-Token, with the cookie that came
    with this answer.  `name` is what judgements are signed with, empty until the desk was told.
    `today` is the day on which the docket stands.
    """

    csrf: str
    name: str
    ledger: str
    read_only: bool
    today: str
    version: str
