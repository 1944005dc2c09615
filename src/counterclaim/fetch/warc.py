"""From the records of a web archive to captures: pages that a server gave, or that were put there as such."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BufferedReader

from fastwarc.warc import WarcRecordType
from msgspec.structs import replace

from counterclaim.errors import EmptyInput, InputError, MalformedRecord, NotText, PassedOver
from counterclaim.fetch.archive import ArchiveRecord, archive_records
from counterclaim.fetch.archived_http import Answer, answer
from counterclaim.fetch.fetched import Fetched
from counterclaim.fetch.page import page_capture
from counterclaim.fetch.revisits import Revisits
from counterclaim.fetch.unpack import unpacked
from counterclaim.model.document import Capture

_SILENT = WarcRecordType.warcinfo | WarcRecordType.request | WarcRecordType.metadata
_PAGES = {"text/html", "application/xhtml+xml"}
_HTTP_OR_FILE = re.compile(r"(?:https?|file|urn|ftp):", re.IGNORECASE)


class _PassedOver(Exception):
    """The record is whole and holds no page; the message says what it holds."""


def warc_captures(
    stream: BufferedReader, path: str, name: str, day: str | None, revisits: Revisits
) -> Iterator[Capture | InputError]:
    """The pages of an archive in its order; a damaged record is an error value and the others are still read.

    A page is HTML or text that a server gave with status 200, or that stands there as a
    resource or a conversion.  A revisit is the earlier page again at a later date;
    `revisits` knows those of all archives of the run.  What is whole and no page is
    counted, and named by one error value at the end.
    """
    passed_over: Counter[str] = Counter()
    for record in archive_records(stream, name):
        if isinstance(record, InputError):
            yield record
            continue
        try:
            if not record.kind & _SILENT:
                yield replace(_capture(record, path, revisits), name=record.where, default_published=day)
        except _PassedOver as what:
            passed_over[str(what)] += 1
        except InputError as error:
            yield error
    if passed_over:
        yield _summary(name, passed_over)


def arc_refusal(name: str) -> NotText:
    """The error for an archive of the old ARC format."""
    return NotText(
        name,
        "it is an ARC archive, the format before WARC",
        "Convert it with `warcio recompress OLD.arc NEW.warc.gz` and give the new file",
    )


def _capture(record: ArchiveRecord, path: str, revisits: Revisits) -> Capture:
    if record.kind == WarcRecordType.revisit:
        return _page(revisits.earlier(record), record)
    if record.kind not in (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion):
        raise _PassedOver(f"of type {record.headers['warc-type'][:40]}")
    capture = _page(record, record)
    revisits.remember(record, path)
    return capture


def _page(record: ArchiveRecord, dated: ArchiveRecord) -> Capture:
    """The capture of a record with the address and date of another, which may be the same."""
    url = _address(dated)
    found = _content(record)
    try:
        return page_capture(
            Fetched(
                url=url,
                requested=dated.where,
                status=200,
                retrieved=_instant(dated) or "",
                body=found.body,
                content_type=found.media_type,
                charset=found.charset,
            )
        )
    except EmptyInput as error:
        raise _PassedOver("an empty page") from error
    except NotText as error:
        if found.media_type in _PAGES:
            raise
        raise _PassedOver(found.media_type or "of no stated type") from error


def _content(record: ArchiveRecord) -> Answer:
    """What was archived, with the codings of its transfer undone."""
    if record.kind != WarcRecordType.response:
        return Answer.of(200, record.headers, record.content)
    found = answer(record.content, record.where)
    if found.status != 200:
        raise _PassedOver(f"status {found.status}")
    return replace(found, body=unpacked(found.body, found.coding, record.where))


def _address(record: ArchiveRecord) -> str:
    # wget writes it in the angle brackets that only the record's own name should have
    url = record.headers.get("warc-target-uri", "").strip().removeprefix("<").removesuffix(">")
    if not url:
        raise MalformedRecord(record.where, "it does not say what page it is of", "Get the archive again")
    if not url.isprintable() or "\ufffd" in url:
        raise MalformedRecord(record.where, "its address is no text", "Get the archive again")
    if not _HTTP_OR_FILE.match(url):
        raise _PassedOver(f"notes of the crawler ({url.partition(':')[0][:20]}:)")
    if url.endswith("/robots.txt"):
        raise _PassedOver("robots.txt")
    return url


def _instant(record: ArchiveRecord) -> str | None:
    """The date of a record as an ISO 8601 instant to the second, where it has one."""
    try:
        date = datetime.fromisoformat(record.headers.get("warc-date", "").strip())
        date = date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return date.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _summary(name: str, passed_over: Counter[str]) -> InputError:
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(passed_over.items())[:20])
    return PassedOver(
        name,
        f"{passed_over.total():,} of its records hold no page and are passed over ({kinds})",
        "Nothing needs to be done",
    )
