"""A document as it is opened for reading: its reading, and what the ledger tells about it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from counterclaim.model.document import Document
from counterclaim.model.listing import DocumentRow, ReviewRow, Standing, Version
from counterclaim.model.question import Question
from counterclaim.model.reading import Reading


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """One text of an address; instants and days as they were told, None where they were not."""

    document: str
    published: str | None
    retrieved: str | None
    added: str


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """What a document has to do with others.

    `copied` is the document that it is taken to copy and `origin` the first of that text, both None for
    what is no copy.  `copies` are others of the same origin in the order of adding, `more_copies` how many
    of those are left out.  `editions` are all texts of its address, oldest first, itself among them unless
    a newer cleaner made another text of the same bytes: then `newest` is that document.
    """

    row: DocumentRow
    copied: DocumentRow | None
    origin: DocumentRow | None
    copies: tuple[DocumentRow, ...]
    more_copies: int
    editions: tuple[Edition, ...]
    newest: str | None


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """All that the reading view of a document shows.

    `standings` are of claims that are gone or changed in a later text of the address.  `reviews` are
    those in force, by the ids of the claims where they stand now; those of the document itself by its id.
    """

    family: Family
    reading: Reading
    questions: tuple[Question, ...]
    standings: Mapping[str, Standing]
    reviews: Mapping[str, tuple[ReviewRow, ...]]


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """Two texts of one address; `versions` are all of it, oldest first, `earlier` and `later` two of them.

    `came` says what became of claims from the one to the other, None where they do not follow each
    other.  With a single text both are that one.
    """

    versions: tuple[Version, ...]
    earlier: Document
    later: Document
    earlier_id: str
    later_id: str
    came: Version | None


class Shelf(msgspec.Struct, frozen=True, kw_only=True):
    """One page of the list of documents, the newest added first.

    `total` counts those of all pages; `outlets` are names with how many documents each published, the
    largest first.
    """

    rows: tuple[DocumentRow, ...]
    total: int
    outlets: tuple[tuple[str, int], ...]
