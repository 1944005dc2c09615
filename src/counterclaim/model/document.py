"""What was taken in (`Capture`) and the text made from it (`Document`)."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from counterclaim.model.span import Span


class Field(StrEnum):
    """Which stored text of a document a span counts in."""

    TEXT = "text"
    TITLE = "title"


class Media(StrEnum):
    """What kind of bytes a capture holds."""

    TEXT = "text"
    HTML = "html"
    RECORD = "record"


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes as they were found, with what the place itself said about them.

    `name` is how messages call the input (a path, `-`, `corpus.jsonl:12`).
    The optional fields are what a corpus record states; `default_published` is
    the day for a document that states none itself.  `retrieved` is the instant
    (ISO 8601, UTC) at which the bytes were got where that is known, as from a server
    or an archive.  For a corpus record `data` is its `text` field in UTF-8.
    """

    name: str
    data: bytes
    media: Media
    id: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    title: str | None = None
    language: str | None = None
    default_published: str | None = None
    retrieved: str | None = None


class MarkKind(StrEnum):
    """Why a stretch of text is not read."""

    BOILERPLATE = "boilerplate"
    REPEATED_HEADLINE = "repeated headline"
    SECTION_NAME = "section name"


class Mark(msgspec.Struct, frozen=True):
    """A stretch of the text that stays in place and is not read."""

    start: int
    end: int
    kind: MarkKind


class LinkKind(StrEnum):
    """What a link points to, or what is embedded."""

    LINK = "link"
    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    EMBED = "embed"


class Link(msgspec.Struct, frozen=True):
    """A hyperlink or embedded medium of the page, at its place in the text.

    For a link, start to end are the words that carry it.  For a medium they
    are its caption, or an empty span where it stood (start == end).
    """

    start: int
    end: int
    url: str
    kind: LinkKind


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One text as stored, with everything the cleaner learned about it.

    `sha256` is of `text` in UTF-8, `title_sha256` of `title` where the title is
    a text of its own (corpus records); for HTML the title is part of `text`.
    `headlines` are the spans of `text` that are headlines or subheadings.
    `not_read` says why the reader must leave the document alone, or is None.
    """

    id: str
    name: str
    text: str
    sha256: str
    language: str | None
    cleaner: str
    title: str | None = None
    title_is_separate: bool = False
    title_sha256: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    byline: str | None = None
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    headlines: tuple[Span, ...] = ()
    not_read: str | None = None
