"""A claim as comparing it with others needs it, wherever it comes from."""

from __future__ import annotations

import msgspec

from counterclaim.model.meaning import Meaning, SpeakerKind

# Numbers of a vector; those of readers before had 96, and are not to be compared with these.
VECTOR_SIZE = 128
VECTOR_ONE = 127  # what stands for 1 in it


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One claim of one document, with who told it and when.

    `document` and `id` together name it.  `words` are the claim's own, `before` the stretch of
    text right before them, which says what they refer to.  `speaker` is the name that a reader
    would list or the words of the text, `key` the name folded for comparison.  `said` is when it was
    said (EDTF), else `published` counts.  `origin` is the document where its text began.
    `vector` is that of the reader (`Reading.vectors`), empty where it is not known or of another size.
    """

    document: str
    id: str
    words: str
    meaning: Meaning
    before: str = ""
    speaker: str | None = None
    key: str | None = None
    kind: SpeakerKind | None = None
    party: str | None = None
    published: str | None = None
    title: str | None = None
    origin: str | None = None
    vector: bytes = b""

    @property
    def day(self) -> str | None:
        """When it was told: the day of saying, else of publication."""
        return self.meaning.said or self.published
