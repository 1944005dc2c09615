"""Small integers for enumerated values; the table `codes` of the ledger names the same."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from counterclaim.model.document import Field, Media
from counterclaim.model.edge import EdgeKind
from counterclaim.model.listing import Standing
from counterclaim.model.meaning import Certainty, EvidenceKind, Orientation, Polarity, SpeakerKind
from counterclaim.model.reading import QuoteType
from counterclaim.model.review import Fate, ReviewKind, TargetKind

E = TypeVar("E", bound=StrEnum)

# In the order of their codes.  A value is only ever added at the end, by a migration that names it.
MEDIA = (Media.TEXT, Media.HTML, Media.RECORD)
FIELD = (Field.TEXT, Field.TITLE)
QUOTE_TYPE = (QuoteType.DIRECT, QuoteType.MIXED, QuoteType.INDIRECT)
SPEAKER_KIND = (
    SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.STATE, SpeakerKind.GROUP,
    SpeakerKind.ANONYMOUS, SpeakerKind.OUTLET,
)  # fmt: skip
POLARITY = (Polarity.AFFIRMS, Polarity.DENIES, Polarity.NONE)
CERTAINTY = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
ORIENTATION = (
    Orientation.PAST, Orientation.PRESENT, Orientation.FUTURE, Orientation.COMMITMENT,
    Orientation.REQUEST, Orientation.OPINION,
)  # fmt: skip
EVIDENCE = (
    EvidenceKind.NONE, EvidenceKind.VIDEO, EvidenceKind.PICTURE, EvidenceKind.SATELLITE,
    EvidenceKind.DOCUMENT, EvidenceKind.DATA, EvidenceKind.WITNESSED, EvidenceKind.ANOTHER_SOURCE,
)  # fmt: skip
STANDING = (Standing.CURRENT, Standing.GONE, Standing.CHANGED)
EDGE = (EdgeKind.COPIES,)
REVIEW = (
    ReviewKind.ACCEPT, ReviewKind.REJECT, ReviewKind.MERGE, ReviewKind.SPLIT, ReviewKind.CORRECT,
    ReviewKind.NOTE, ReviewKind.GRADE, ReviewKind.OUTCOME, ReviewKind.UNDO,
)  # fmt: skip
TARGET = (
    TargetKind.CLAIM, TargetKind.DOCUMENT, TargetKind.SOURCE, TargetKind.QUESTION, TargetKind.REVIEW,
)  # fmt: skip
PLACE = (Fate.SAME, Fate.CARRIED_OVER, Fate.NO_LONGER_READ)


def codes(values: tuple[E, ...]) -> dict[E, int]:
    """The code of each value."""
    return {value: code for code, value in enumerate(values)}
