"""What a ledger answers: rows of claims, claims in context, versions, changes, counts.

Days are ISO dates; `added` and `at` are instants as they were given when something was put in.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from counterclaim.model.meaning import Certainty, EvidenceKind, Orientation, Polarity
from counterclaim.model.reading import Attribution, Claim, QuoteType
from counterclaim.model.review import StoredReview
from counterclaim.model.span import Spans


class Standing(StrEnum):
    """Whether the words of a claim still stand in the later version of its document."""

    CURRENT = "current"
    GONE = "gone"
    CHANGED = "changed"


class ClaimRow(msgspec.Struct, frozen=True, kw_only=True):
    """One claim as lists show it.

    `title` is the document's, or what the input was called where it has none.  `day` is
    when it was said, else published, None where neither is told.  `documents` counts those
    of one origin that hold the same words, this one included.
    """

    id: str
    attribution: str
    document: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    speaker: str | None
    party: str | None
    source: str
    words: str
    quote_type: QuoteType
    polarity: Polarity
    certainty: Certainty
    certainty_word: str | None
    orientation: Orientation
    said: str | None
    due: str | None
    day: str | None
    evidence_offered: EvidenceKind
    confidence: float
    standing: Standing
    documents: int
    added: str


class SearchHit(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that was found, with the places of the words sought.

    `marks` are spans of the row's `words`, in code points; empty where only the speaker or
    the source matched.
    """

    claim: ClaimRow
    marks: Spans


class SearchResult(msgspec.Struct, frozen=True, kw_only=True):
    """The best hits, best first.

    `capped` says that so many claims hold the words that only those added last were ranked.
    """

    hits: tuple[SearchHit, ...]
    capped: bool


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """The stretch of text around a claim.

    `start` is where it begins in the stored text; the spans count in this stretch.
    `cut_before` and `cut_after` say that the text goes on there.
    """

    text: str
    start: int
    source: Spans
    cue: Spans
    content: Spans
    cut_before: bool
    cut_after: bool


class ReviewRow(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a person wrote, as it stands beside a claim.

    `fate` says how it came to this claim: made on the same words, or carried over after a
    new reading, to be confirmed.  `in_force` is false once it was taken back.
    """

    id: str
    kind: str
    by: str
    at: str
    target: str
    field: str | None
    value: str | None
    note: str | None
    fate: str | None
    in_force: bool

    @classmethod
    def of(cls, stored: StoredReview) -> ReviewRow:
        """A review as it is shown beside what it is about."""
        made = stored.review
        return cls(
            id=stored.id,
            kind=made.kind.value,
            by=made.by,
            at=made.at,
            target=made.target,
            field=made.field,
            value=made.value,
            note=made.note,
            fate=None if stored.fate is None else stored.fate.value,
            in_force=stored.in_force,
        )


class ClaimInContext(msgspec.Struct, frozen=True, kw_only=True):
    """One claim of one document with all that is known of it.

    `attribution` holds the claim alone.  `became` is the row of the claim that took its
    place in the later version where it is changed.  `versions` are all texts of the
    document's address, `also_in` the rows of copies that hold the same words.
    """

    row: ClaimRow
    claim: Claim
    attribution: Attribution
    context: Context
    became: ClaimRow | None
    versions: tuple[Version, ...]
    also_in: tuple[ClaimRow, ...]
    reviews: tuple[ReviewRow, ...]


class ChangeKind(StrEnum):
    """What happened to a claim."""

    NEW = "new"
    CORRECTED = "corrected"
    GONE = "gone"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened to a claim, and when it was added.

    For what is corrected `claim` is the one of the later version and `before` the one it
    took the place of; for what is gone `claim` is the one that is gone.
    """

    kind: ChangeKind
    at: str
    claim: ClaimRow
    before: ClaimRow | None = None


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One text of an address, and what became of claims since the version before it.

    `new`, `gone` and `changed` are the numbers of claims; None where the version before was
    made by another cleaner, so that the two cannot be compared.
    """

    document: str
    title: str
    sha256: str
    cleaner: str
    retrieved: str | None
    published: str | None
    added: str
    claims: int
    new: tuple[ClaimRow, ...] | None = ()
    gone: tuple[ClaimRow, ...] | None = ()
    changed: tuple[tuple[ClaimRow, ClaimRow], ...] | None = ()


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """One document as lists show it.

    `origin` is the document where its text began, itself if it is no copy; `reason` says why it is
    one, `agency` to which news agency the text is credited, both None where there is nothing to say.
    """

    id: str
    address: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None
    not_read: str | None
    claims: int
    origin: str
    reason: str | None
    agency: str | None
    added: str


class Stats(msgspec.Struct, frozen=True, kw_only=True):
    """How much a ledger holds.

    `claims` counts those of the newest reading of every document, `told_once` the same with
    copies folded to one origin.  `not_linked` counts documents that were not compared with others
    as they are read now.
    """

    captures: int
    documents: int
    addresses: int
    readings: int
    attributions: int
    claims: int
    told_once: int
    gone: int
    changed: int
    statements: int
    speakers: int
    parties: int
    copies: int
    relations: int
    contradictions: int
    questions: int
    disputes: int
    not_linked: int
    reviews: int
    skipped: int
    forgotten: int
    first_day: str | None
    last_day: str | None
    bytes: int


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """A record that was not taken in, and why."""

    where: str
    wrong: str
    remedy: str
    added: str
