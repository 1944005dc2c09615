"""Corpora: files of many documents, read one record at a time.

Only one record and the ids seen are held in memory, so a corpus may be larger
than it.  A byte order mark at the start of the file is no part of any record.
"""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Callable, Iterator
from io import BufferedReader, TextIOWrapper
from pathlib import PurePath

from counterclaim.errors import EmptyInput, InputError, MalformedRecord, NotText
from counterclaim.fetch.limits import DOCUMENT_BYTES, too_large
from counterclaim.fetch.records import OPTIONAL, REQUIRED, record_capture
from counterclaim.fetch.sniff import foreign_format
from counterclaim.model.document import Capture

LINE_LIMIT = 2 * DOCUMENT_BYTES  # room for a document whose JSON escapes double its size

_Row = tuple[int, dict[str, object] | InputError]
"""The line where a record begins, and its fields or what is wrong with it."""


def corpus_captures(stream: BufferedReader, name: str, day: str | None) -> Iterator[Capture | InputError]:
    """The records of a corpus in its order; a bad one is an error value and the others are still read.

    Messages name `corpus.jsonl:LINE`, the line where the record begins.  An id
    that was seen before makes the later record a `MalformedRecord`.
    NotText, EmptyInput or InputError is raised for the file as a whole.
    """
    _check_start(stream, name)
    rows = _READERS[PurePath(name).suffix.lower()](stream, name)
    seen: dict[str, int] = {}
    records = 0
    for line, row in rows:
        records += 1
        if isinstance(row, InputError):
            yield row
            continue
        where = f"{name}:{line}"
        try:
            capture = record_capture(row, where, day)
        except InputError as error:
            yield error
            continue
        if (first := seen.setdefault(capture.id, line)) != line:
            yield MalformedRecord(
                where,
                f"the id {capture.id!r} is already that of line {first}",
                "Give every record an id of its own",
            )
            continue
        yield capture
    if not records:
        raise EmptyInput(name, "there is no record in it", "Give a corpus with at least one record")


def _check_start(stream: BufferedReader, name: str) -> None:
    head = stream.peek(4096)
    found = foreign_format(head)
    if found is None and head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        found = "UTF-16"
    if found is not None:
        raise NotText(name, f"it is {found}; a corpus is text in UTF-8", "Convert or export it as UTF-8")


def _json_rows(stream: BufferedReader, name: str) -> Iterator[_Row]:
    """One JSON object a line; blank lines are passed over."""
    number = 0
    while line := stream.readline(LINE_LIMIT + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        where = f"{name}:{number}"
        if len(line) > LINE_LIMIT:
            _skip_line(stream, line)
            yield number, too_large(where)
        elif line.strip():
            yield number, _json_object(line, where)


def _skip_line(stream: BufferedReader, part: bytes) -> None:
    while part and not part.endswith(b"\n"):
        part = stream.readline(1 << 20)


def _json_object(line: bytes, where: str) -> dict[str, object] | MalformedRecord:
    try:
        value = json.loads(line.decode("utf-8", "surrogateescape"))
    except json.JSONDecodeError as error:
        return MalformedRecord(
            where,
            f"it is not JSON: {error.msg} at column {error.colno}",
            "Write one JSON object on each line, without line breaks inside",
        )
    except (ValueError, RecursionError) as error:
        # a number of thousands of digits, or thousands of brackets
        return MalformedRecord(where, f"it is not JSON that can be read: {error}", "Leave the field out")
    if not isinstance(value, dict):
        remedy = 'Write each record like this: {"id": "a1", "text": "..."}'
        return MalformedRecord(where, "it is not a JSON object", remedy)
    return value


def _csv_rows(stream: BufferedReader, name: str) -> Iterator[_Row]:
    """Rows under a header line; quoted fields may hold line breaks.

    Where the quoting is broken nothing tells any more which lines are rows and
    which are text, so reading ends there, with an error value that says so.
    """
    text = TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    reader = csv.reader(_bounded(text, name), strict=True)
    header: list[str] | None = None
    while True:
        line = reader.line_num + 1
        where = f"{name}:{line}"
        try:
            row = _next_row(reader)
        except csv.Error as error:
            yield line, _broken_csv(where, error)
            return
        if row is None:
            return
        if not row:
            continue
        if header is None:
            header = _checked_header(row, where)
        elif len(row) != len(header):
            yield (
                line,
                MalformedRecord(
                    where,
                    f"it has {len(row)} fields and the header has {len(header)}",
                    "Put a field that holds commas in quotation marks",
                ),
            )
        else:
            yield line, dict(zip(header, row, strict=True))


def _bounded(text: TextIOWrapper, name: str) -> Iterator[str]:
    while line := text.readline(LINE_LIMIT):
        if len(line) == LINE_LIMIT and not line.endswith("\n"):
            raise too_large(name)
        yield line


def _next_row(reader: Iterator[list[str]]) -> list[str] | None:
    """The next row, or None at the end, under our own limit for a field.

    The limit is one for the whole process, so it is put back each time: other
    code may run before the next row is asked for.
    """
    before = csv.field_size_limit(DOCUMENT_BYTES)
    try:
        return next(reader, None)
    finally:
        csv.field_size_limit(before)


def _broken_csv(where: str, error: csv.Error) -> MalformedRecord:
    return MalformedRecord(
        where,
        f"the quotation marks or commas of this row are broken ({error}); the rows from here on are not read",
        'Double every quotation mark inside a field ("" for "), or convert the corpus to JSONL',
    )


def _checked_header(row: list[str], where: str) -> list[str]:
    """The column names; InputError if a column is missing or there twice."""
    header = [column.strip() for column in row]
    missing = [column for column in REQUIRED if column not in header]
    if missing:
        remedy = f"Name the columns in the first line: {','.join((*REQUIRED, *OPTIONAL))}"
        if len(row) == 1 and any(mark in row[0] for mark in ";\t"):
            remedy = "Save it with commas between the fields, not semicolons or tabs"
        raise InputError(where, f"the header has no column `{missing[0]}`", remedy)
    twice = next((column for column in header if column and header.count(column) > 1), None)
    if twice is not None:
        wrong = f"the header has the column `{twice}` twice"
        raise InputError(where, wrong, "Give every column a name of its own")
    return header


_READERS: dict[str, Callable[[BufferedReader, str], Iterator[_Row]]] = {
    ".jsonl": _json_rows,
    ".csv": _csv_rows,
}
CORPUS_SUFFIXES = frozenset(_READERS)
