"""Small integers for enumerated values; the table `codes` of the ledger names the same."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeVar

from counterclaim.errors import DamagedLedger
from counterclaim.model.document import Field, Media
from counterclaim.model.edge import EdgeKind
from counterclaim.model.finding import FindingKind
from counterclaim.model.listing import Standing
from counterclaim.model.meaning import Certainty, EvidenceKind, Orientation, Polarity, SpeakerKind
from counterclaim.model.reading import QuoteType
from counterclaim.model.relation import ContradictionKind, RelationKind
from counterclaim.model.review import Fate, ReviewKind, TargetKind

E = TypeVar("E", bound=StrEnum)


class Names(tuple[E, ...]):
    """Values in the order of their codes; DamagedLedger for a code that names none."""

    def __new__(cls, *values: E) -> Names[E]:
        """The values, one after another."""
        return super().__new__(cls, values)

    def __getitem__(self, code: Any) -> Any:
        """The value of a code as a file has it."""
        if not isinstance(code, int) or not 0 <= code < len(self):
            wrong = f"it holds {code!r} where a code from 0 to {len(self) - 1} stands for a value"
            raise DamagedLedger("the ledger", wrong, "Run `counterclaim verify`, and restore it from a copy")
        return super().__getitem__(code)


# In the order of their codes.  A value is only ever added at the end, by a migration that names it.
MEDIA = Names(Media.TEXT, Media.HTML, Media.RECORD)
FIELD = Names(Field.TEXT, Field.TITLE)
QUOTE_TYPE = Names(QuoteType.DIRECT, QuoteType.MIXED, QuoteType.INDIRECT)
SPEAKER_KIND = Names(
    SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.STATE, SpeakerKind.GROUP,
    SpeakerKind.ANONYMOUS, SpeakerKind.OUTLET,
)  # fmt: skip
POLARITY = Names(Polarity.AFFIRMS, Polarity.DENIES, Polarity.NONE)
CERTAINTY = Names(Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
ORIENTATION = Names(
    Orientation.PAST, Orientation.PRESENT, Orientation.FUTURE, Orientation.COMMITMENT,
    Orientation.REQUEST, Orientation.OPINION,
)  # fmt: skip
EVIDENCE = Names(
    EvidenceKind.NONE, EvidenceKind.VIDEO, EvidenceKind.PICTURE, EvidenceKind.SATELLITE,
    EvidenceKind.DOCUMENT, EvidenceKind.DATA, EvidenceKind.WITNESSED, EvidenceKind.ANOTHER_SOURCE,
)  # fmt: skip
STANDING = Names(Standing.CURRENT, Standing.GONE, Standing.CHANGED)
EDGE = Names(EdgeKind.COPIES)
REVIEW = Names(
    ReviewKind.ACCEPT, ReviewKind.REJECT, ReviewKind.MERGE, ReviewKind.SPLIT, ReviewKind.CORRECT,
    ReviewKind.NOTE, ReviewKind.GRADE, ReviewKind.OUTCOME, ReviewKind.UNDO,
)  # fmt: skip
TARGET = Names(
    TargetKind.CLAIM, TargetKind.DOCUMENT, TargetKind.SOURCE, TargetKind.QUESTION, TargetKind.REVIEW,
)  # fmt: skip
PLACE = Names(Fate.SAME, Fate.CARRIED_OVER, Fate.NO_LONGER_READ)
RELATION = Names(
    RelationKind.CONTRADICTS, RelationKind.AGREES, RelationKind.REPEATS, RelationKind.SHIFTS,
    RelationKind.COPIES, RelationKind.LATER_FACT, RelationKind.OTHER_QUESTION,
)  # fmt: skip
CONTRADICTION = Names(
    ContradictionKind.DENIAL, ContradictionKind.OPPOSITE_DIRECTION, ContradictionKind.NUMBERS,
    ContradictionKind.TIMES, ContradictionKind.FRAMING,
)  # fmt: skip
FINDING = Names(
    FindingKind.QUESTION, FindingKind.DISPUTE, FindingKind.SHIFT, FindingKind.SERIES, FindingKind.FORECAST
)


def codes(values: tuple[E, ...]) -> dict[E, int]:
    """The code of each value."""
    return {value: code for code, value in enumerate(values)}
