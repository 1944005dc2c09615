"""The records of a web archive (WARC), read on behind one that is damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

import msgspec
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from counterclaim.errors import InputError, MalformedRecord
from counterclaim.fetch.archive_stream import ArchiveStream, Source
from counterclaim.fetch.limits import DOCUMENT_BYTES, too_large
from counterclaim.fetch.unpack import GZIP, Members, next_member

FAULTS = 1_000
"""Damaged places after which an archive is given up: each costs a search."""

_CONTENT = DOCUMENT_BYTES + (1 << 16)  # a document and its HTTP head
_LENGTH = re.compile(r"\d{1,15}", re.ASCII)
_REMEDY = "Get the archive again, or check it with `warcio check`"


class Place(msgspec.Struct, frozen=True):
    """Where a record stands: the gzip member's first byte in the file, and how far into its content."""

    member: int
    offset: int


class ArchiveRecord(msgspec.Struct, frozen=True):
    """One record as it stands in the archive; the names of its headers are in lower case."""

    where: str
    place: Place
    kind: WarcRecordType
    headers: dict[str, str]
    content: bytes


def archive_records(stream: BufferedReader, name: str) -> Iterator[ArchiveRecord | InputError]:
    """The records of an archive in its order, and an error value in the place of each that is damaged.

    Messages name `archive.warc:NUMBER`.  Behind damage reading goes on at the next
    thing that begins as a record does.  The stream must be one that can seek.
    """
    reading = _Reading(name, _has_bare_line_ends(stream))
    records = reading.packed(stream) if stream.peek(2).startswith(GZIP) else reading.plain(stream)
    for record in records:
        yield record
        if reading.faults > FAULTS:
            wrong = f"it has more than {FAULTS:,} damaged places; the rest of it is not read"
            yield InputError(name, wrong, _REMEDY)
            return


def record_at(stream: BufferedReader, place: Place, where: str) -> ArchiveRecord | None:
    """The record at a place that `archive_records` gave; None if it is not there or too far in."""
    source: Source = stream
    if stream.peek(2).startswith(GZIP):
        source = Members(stream, place.member)
        if place.offset > DOCUMENT_BYTES:
            return None
        left = place.offset
        while left and (piece := source.read(left)):
            left -= len(piece)
    else:
        stream.seek(place.offset)
    found = next(_Reading(where, False).plain(source), None)
    return found if isinstance(found, ArchiveRecord) else None


def _has_bare_line_ends(stream: BufferedReader) -> bool:
    """Whether the lines of an archive end as those of Unix files do, against the standard."""
    return re.match(rb"WARC/[\d.]+\n", stream.peek(64)) is not None


class _Reading:
    """One pass over an archive: how many records and how much damage were met."""

    def __init__(self, name: str, quirks: bool) -> None:
        self.faults = 0
        self._name = name
        self._quirks = quirks
        self._number = 0

    def packed(self, stream: BufferedReader) -> Iterator[ArchiveRecord | InputError]:
        """The records of a gzip file; most have one in each member, some one in two, or all in one."""
        start: int | None = 0
        while start is not None:
            content = Members(stream, start)
            yield from self.plain(content)
            if content.fault is None:
                return
            yield self._fault(f"{content.fault} (at byte {content.start:,} of the file)")
            start = next_member(stream, content.start + 1, b"WARC/")

    def plain(self, source: Source) -> Iterator[ArchiveRecord | InputError]:
        """The records that stand one behind the other in a source."""
        stream = ArchiveStream(source)
        going_on = True
        while going_on:
            run = _Run(stream)
            try:
                for record in self._iterator(stream):
                    yield from self._one(record, run, source)
                    if run.wrong is not None:
                        break
            except OSError as error:
                run.is_last_whole = True
                run.wrong = f"what stands here is no record ({error})"
            if run.wrong is None and stream.is_blank_from(run.end):
                return
            going_on = stream.go_to_record(run.behind_damage())
            if not (isinstance(source, Members) and source.fault is not None):
                yield self._fault(run.wrong or "what stands behind the last record is no record")

    def _iterator(self, stream: ArchiveStream) -> Iterator[WarcRecord]:
        return iter(
            ArchiveIterator(stream, parse_http=False, stream_detect=False, quirks_mode=self._quirks)  # type: ignore[arg-type]
        )

    def _one(self, record: WarcRecord, run: _Run, source: Source) -> Iterator[ArchiveRecord | InputError]:
        """The record, or nothing where `run` now says what is wrong with it."""
        at = record.stream_pos
        headers = {name.lower(): value for name, value in record.headers.to_tuples()}
        content = record.reader.read(_CONTENT + 1)
        run.met(at, record.content_length)
        run.wrong = _wrong(headers, record.content_length, content)
        if run.wrong is not None:
            return
        self._number += 1
        where = f"{self._name}:{self._number}"
        place = Place(*source.origin(at)) if isinstance(source, Members) else Place(0, at)
        if len(content) > _CONTENT:
            yield too_large(where)
        else:
            yield ArchiveRecord(where, place, record.record_type, headers, content)

    def _fault(self, wrong: str) -> MalformedRecord:
        self.faults += 1
        self._number += 1
        return MalformedRecord(f"{self._name}:{self._number}", wrong, _REMEDY)


class _Run:
    """Records read one behind the other without damage: where the last one ended, and what is wrong now."""

    def __init__(self, stream: ArchiveStream) -> None:
        self._stream = stream
        self._start = stream.tell()
        self._head_end = self._start
        self.end = self._start
        self.wrong: str | None = None
        self.is_last_whole = False

    def met(self, at: int, length: int) -> None:
        """Take note of a record."""
        self._start = at
        self._head_end = self._stream.head_end(at) or self._stream.tell()
        self.end = self._head_end + length
        self._stream.forget(at)

    def behind_damage(self) -> int:
        """Where to look for the next record: not inside the content of a whole one, and always further on."""
        if self.end > self._stream.tell():
            return self._head_end  # it has swallowed what follows
        # what cannot be read begins where the last whole one ends: another look at it would not help
        return max(self._stream.behind_head(self.end) if self.is_last_whole else self.end, self._start + 1)


def _wrong(headers: dict[str, str], length: int, content: bytes) -> str | None:
    if "warc-type" not in headers:
        return "it does not say of what type it is (WARC-Type)"
    stated = headers.get("content-length", "").strip()
    if not _LENGTH.fullmatch(stated):
        return f"its length is {stated[:40]!r}, which is no number of bytes"
    if len(content) < min(length, _CONTENT):
        return f"it breaks off: {len(content):,} of {length:,} bytes are there"
    return None
