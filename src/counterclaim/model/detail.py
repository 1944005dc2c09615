"""What a question page shows beside the answers: what each claim means, and where the texts came from."""

from __future__ import annotations

import msgspec

from counterclaim.model.listing import DocumentRow
from counterclaim.model.meaning import Meaning
from counterclaim.model.relation import ClaimName


class OriginShown(msgspec.Struct, frozen=True, kw_only=True):
    """One text that answers stand in, and who carried it.

    `carriers` are the documents that hold the words of at least one answer, the earliest published
    first; `answers` counts the answers that began in this text.  `origin` is the id of the document
    where it began.
    """

    origin: str
    answers: int
    carriers: tuple[DocumentRow, ...]


class QuestionDetail(msgspec.Struct, frozen=True, kw_only=True):
    """`meanings` of the newest answers by their claims; `origins`, those of most answers first."""

    meanings: dict[ClaimName, Meaning]
    origins: tuple[OriginShown, ...]
