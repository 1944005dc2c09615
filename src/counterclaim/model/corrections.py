"""What people accepted and corrected, in the form in which a reader is trained: fields as gold has them.

Spans count code points in `text`, or in `title` where `field` says so.  `by` and `at` tell who said it last
and when.
"""

from __future__ import annotations

import msgspec

from counterclaim.model.document import Field
from counterclaim.model.meaning import Bound
from counterclaim.model.span import Spans


class CorrectedQuantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number as the speaker bounds it; a vague word stands in `word`."""

    value: int | float | None
    low: int | float | None
    high: int | float | None
    bound: Bound
    unit: str | None
    of: str | None
    word: str | None


class CorrectedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """One claim with the source and cue of its attribution, as people left it; `id` is the ledger's.

    `corrected` names the fields that were corrected; the others were accepted as they were read.
    """

    id: str
    field: Field
    source: Spans
    cue: Spans
    content: Spans
    speaker: str | None
    speaker_kind: str | None
    party: str | None
    quote_type: str
    polarity: str
    certainty: str
    orientation: str
    due: str | None
    said: str | None
    quantities: tuple[CorrectedQuantity, ...]
    evidence_offered: str
    asks_for_evidence: bool
    text: str
    corrected: tuple[str, ...]
    by: str
    at: str


class CorrectedDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A text and what of it people accepted and corrected, which is never all that stands in it."""

    id: str
    sha256: str
    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    text: str
    attributions: tuple[CorrectedClaim, ...]
    exhaustive: bool = False


class RelatedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """One of two claims; `ref` names its document and itself in the ledger: "d...#c..."."""

    text: str
    speaker: str | None
    party: str | None
    date: str | None
    outlet: str | None
    ref: str


class CorrectedRelation(msgspec.Struct, frozen=True, kw_only=True):
    """How the claim `b` stands to `a`, the one told first."""

    a: RelatedClaim
    b: RelatedClaim
    relation: str
    by: str
    at: str


class CorrectedQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question in a person's words, with the claims that it is about, as in `RelatedClaim.ref`."""

    id: str
    question: str
    claims: tuple[str, ...]
    by: str
    at: str


class Corrections(msgspec.Struct, frozen=True, kw_only=True):
    """All that a ledger holds of it; `left_out` are claims whose corrected words do not stand in the text."""

    documents: tuple[CorrectedDocument, ...]
    relations: tuple[CorrectedRelation, ...]
    questions: tuple[CorrectedQuestion, ...]
    left_out: tuple[str, ...] = ()
