"""What the reader saw in a document: attributions, and the claims inside them."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from counterclaim.model.document import Document, Field
from counterclaim.model.meaning import Meaning, Speaker
from counterclaim.model.receipt import Receipt
from counterclaim.model.span import Spans


class QuoteType(StrEnum):
    """How much of the content stands in the speaker's own words."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One proposition, a sentence or clause of an attribution's content."""

    id: str
    content: Spans
    confidence: float
    receipt: Receipt
    meaning: Meaning


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """What the outlet states itself, attributed to nobody, and worth checking.

    `why` says what makes it so: "quantity", "date", "event"; one or more of them.
    """

    id: str
    content: Spans
    receipt: Receipt
    meaning: Meaning
    why: tuple[str, ...]
    field: Field = Field.TEXT


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """In the text, a source says (cue) a content.

    `source` and `cue` are empty where the text leaves them out.  `parent` is
    the id of the attribution whose content holds this one, or None.
    `confidence` is the measured probability that source and content are right.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    quote_type: QuoteType
    parent: str | None
    confidence: float
    receipt: Receipt
    claims: tuple[Claim, ...]
    speaker: Speaker
    field: Field = Field.TEXT


class Reading(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """All that one reader version saw in one document, in reading order.

    `vectors` serve to find claims near in meaning: one for each claim of all attributions, in their order,
    or none at all where the reading was stored and taken out again.  Each is a unit vector of 8-bit whole
    numbers (127 stands for 1).  They are never shown, and readings that differ in them alone are equal.
    """

    document: Document
    attributions: tuple[Attribution, ...]
    reader: str
    own_voice: tuple[Statement, ...] = ()
    vectors: tuple[bytes, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Whether both saw the same."""
        return isinstance(other, Reading) and self._seen() == other._seen()

    def __hash__(self) -> int:
        return hash(self._seen())

    def _seen(self) -> tuple[object, ...]:
        return self.document, self.attributions, self.reader, self.own_voice
