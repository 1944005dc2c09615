"""Corpora: files of many documents, read one record at a time.

Only one record and the ids seen are held in memory, so a corpus may be larger
than it.  A byte order mark at the start of the file is no part of any record.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from pathlib import PurePath

from counterclaim.errors import EmptyInput, InputError, MalformedRecord, NotText
from counterclaim.fetch.limits import LINE_LIMIT, too_large
from counterclaim.fetch.records import record_capture
from counterclaim.fetch.sniff import foreign_format
from counterclaim.fetch.table import csv_rows
from counterclaim.model.document import Capture

Row = tuple[int, dict[str, object] | InputError]
"""The line where a record begins, and its fields or what is wrong with it."""


def corpus_captures(
    stream: BufferedReader, name: str, day: str | None, seen: dict[str, str] | None
) -> Iterator[Capture | InputError]:
    """The records of a corpus in its order; a bad one is an error value and the others are still read.

    Messages name `corpus.jsonl:LINE`, the line where the record begins.  NotText,
    EmptyInput or InputError is raised for the file as a whole.  For `seen` see `row_captures`.
    """
    _check_start(stream, name)
    return row_captures(_READERS[PurePath(name).suffix.lower()](stream, name), name, day, seen)


def row_captures(
    rows: Iterable[Row], name: str, day: str | None, seen: dict[str, str] | None
) -> Iterator[Capture | InputError]:
    """The captures of the rows of a corpus, whatever file it is; EmptyInput is raised if there are none.

    `seen` holds the ids of the run so far, with the places they are from, and gets
    those of the corpus; an id that is in it makes the record a `MalformedRecord`.
    With None an id may come again.
    """
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
        if seen is not None and capture.id in seen:
            wrong = f"the id {capture.id!r} is already that of {seen[capture.id]}"
            yield MalformedRecord(where, wrong, "Give every record an id of its own")
            continue
        if seen is not None:
            seen[capture.id] = where
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


def _json_rows(stream: BufferedReader, name: str) -> Iterator[Row]:
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


_READERS: dict[str, Callable[[BufferedReader, str], Iterator[Row]]] = {
    ".jsonl": _json_rows,
    ".csv": csv_rows,
}
CORPUS_SUFFIXES = frozenset(_READERS)
