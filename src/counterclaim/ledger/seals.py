"""Seals: one hash over all that is stored of a document or a reading, so that any damage shows.

Row numbers are no part of it: an attribution is known by its place in the reading, a speaker by
its id.  Neither are derived columns, which change.  The columns are named here in the order in
which they are hashed; one that a later migration adds is never put among them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

DOCUMENT = (
    "name", "label", "title", "title_is_separate", "title_sha256", "language", "url", "publisher",
    "published", "byline", "marks", "links", "headlines", "not_read",
)  # fmt: skip
ATTRIBUTION = (
    "id", "field", "source_start", "source_end", "cue_start", "cue_end", "content_start", "content_end",
    "spans", "source", "cue", "quote_type", "confidence",
)  # fmt: skip
MEANING = (
    "polarity", "certainty", "orientation", "certainty_word", "certainty_band", "due", "said", "flags",
    "evidence_offered", "meaning",
)  # fmt: skip
CLAIM = ("id", "start", "end", "spans", "words", "confidence", *MEANING)
STATEMENT = ("id", "field", "start", "end", "spans", "words", "why", *MEANING)

_encode = msgspec.json.Encoder().encode


class SealedReading(msgspec.Struct):
    """What is hashed of a reading.

    `attributions` are the columns of ATTRIBUTION, then the place of the parent (or None) and
    the speaker's id; `claims` those of CLAIM, then the place of the attribution.
    """

    attributions: Sequence[Sequence[object]]
    claims: Sequence[Sequence[object]]
    statements: Sequence[Sequence[object]]


def seal(facts: object) -> bytes:
    """SHA-256 of the facts as JSON."""
    return hashlib.sha256(_encode(facts)).digest()
