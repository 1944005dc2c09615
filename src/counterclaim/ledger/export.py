"""A whole ledger as CSV and JSON Lines, one file a table, equal bytes for equal content.

FOLDER/csv/claims.csv       values that begin like a formula have an apostrophe before them
FOLDER/jsonl/claims.jsonl   the exact values
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

import msgspec

from counterclaim.errors import OutputError
from counterclaim.ledger import blobs
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.export_tables import TABLES, Column, Table

FORMATS = ("csv", "jsonl")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets take for the beginning of one


def export(
    connection: Connection, folder: Path, formats: Sequence[str] = FORMATS, *, times: bool = False
) -> list[Path]:
    """Write every table into the folder and give the files; OutputError where one cannot be written.

    All tables are as of one instant.  `times` adds when this computer took each thing in.
    """
    connection.execute("BEGIN")
    try:
        return [path for table in TABLES for path in _write(connection, table, folder, formats, times)]
    except OSError as error:
        raise OutputError(
            str(error.filename or folder),
            f"the export cannot be written ({error.strerror})",
            "Name a folder that you may write to, on a disk with room, and try again",
        ) from error
    finally:
        connection.execute("ROLLBACK")


def _write(
    connection: Connection, table: Table, folder: Path, formats: Sequence[str], times: bool
) -> Iterator[Path]:
    columns = [column for column in table.columns if times or not column.clock]
    names = [column.name for column in columns]
    paths = [folder / format / f"{table.name}.{format}" for format in formats]
    with ExitStack() as files:
        sinks = [files.enter_context(_opened(path)) for path in paths]
        for format, sink in zip(formats, sinks, strict=True):
            if format == "csv":
                sink.write(_csv_line(names))
        for values in _rows(connection, table, columns):
            for format, sink in zip(formats, sinks, strict=True):
                sink.write(_csv_line(values) if format == "csv" else _json_line(names, values))
    yield from paths


def _opened(path: Path) -> BinaryIO:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("wb")


def _rows(connection: Connection, table: Table, columns: Sequence[Column]) -> Iterator[list[object]]:
    """The rows of a table, told as its columns say; a document's text is looked up."""
    asked = ", ".join(column.sql for column in columns)
    texts = [table.name == "documents" and column.name == "text" for column in columns]
    for found in connection.execute(f"SELECT {asked} FROM {table.source} ORDER BY {table.order}"):
        yield [
            blobs.read(connection, value).decode("utf-8")
            if is_text
            else value
            if column.convert is None
            else column.convert(value)
            for value, column, is_text in zip(found, columns, texts, strict=True)
        ]


def _json_line(names: Sequence[str], values: Sequence[object]) -> bytes:
    return msgspec.json.encode(dict(zip(names, values, strict=True))) + b"\n"


def _csv_line(values: Sequence[object]) -> bytes:
    """One line as RFC 4180 has it."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_cell(value) for value in values])
    return line.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return msgspec.json.encode(value).decode("utf-8")
