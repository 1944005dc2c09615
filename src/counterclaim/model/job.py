"""Work that a desk does in the background: what is to be added, and what has become of it so far."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from counterclaim.model.added import Added


class PastedText(msgspec.Struct, frozen=True, kw_only=True, tag="text"):
    """One text, with what the person who gives it knows of it; `published` is an ISO date."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


class GivenFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file as it was handed over: where it lies now, and what it was called, which is only shown."""

    path: str
    name: str


class GivenFiles(msgspec.Struct, frozen=True, kw_only=True, tag="files"):
    """Files of any kind that `add` takes; `published` is the day for documents that state none."""

    files: tuple[GivenFile, ...]
    published: str | None = None


class GivenAddress(msgspec.Struct, frozen=True, kw_only=True, tag="address"):
    """The address of a page or a sitemap; `published` is the day for pages that state none."""

    url: str
    published: str | None = None


class AskedFeeds(msgspec.Struct, frozen=True, kw_only=True, tag="feeds"):
    """Addresses of feeds, to be asked for what is new in them since they were asked last."""

    urls: tuple[str, ...]


class Comparison(msgspec.Struct, frozen=True, kw_only=True, tag="comparison"):
    """Nothing new: only what was added and is not compared with the others yet is compared."""


Addition = PastedText | GivenFiles | GivenAddress | AskedFeeds | Comparison


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    READING = "reading"
    COMPARING = "comparing"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will become of it."""
        return self in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


class JobDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document that came of a job; `not_read` says why it was kept and not read."""

    id: str
    title: str
    publisher: str | None
    published: str | None
    claims: int
    outcome: Added
    not_read: str | None = None


class JobFault(msgspec.Struct, frozen=True, kw_only=True):
    """What was not taken in: where, what was wrong, what to do; `passed_over` if that is by rule."""

    where: str
    wrong: str
    remedy: str
    passed_over: bool = False


class JobFound(msgspec.Struct, frozen=True, kw_only=True):
    """What comparing came to: relations between claims, and the disputes of the ledger before and after."""

    relations: int
    contradictions: int
    disputes_before: int
    disputes: int


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One addition, as it stands.

    `addition` is the tag of what was given, `name` what people call it, `feeds` are the addresses asked.
    `submitted` and `ended` are instants.  `read` counts what was told of so far, of `total` where that is
    known; `counts` the same by what became of it ("new", "known", "skipped" ...), with `claims` of what was
    new.  `documents` and `faults` are the last of each, the newest first.  `compared` documents of
    `to_compare` are compared with the others.  `error` is what a failed job failed of.
    """

    id: str
    addition: str
    name: str
    state: JobState
    submitted: str
    feeds: tuple[str, ...] = ()
    ended: str | None = None
    read: int = 0
    total: int | None = None
    counts: dict[str, int] = {}
    claims: int = 0
    documents: tuple[JobDocument, ...] = ()
    faults: tuple[JobFault, ...] = ()
    compared: int = 0
    to_compare: int | None = None
    found: JobFound | None = None
    cancelling: bool = False
    error: JobFault | None = None
