"""Corpora in Parquet, read by DuckDB: in memory, shut off from everything but the one file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import duckdb

from counterclaim.errors import InputError, MalformedRecord
from counterclaim.fetch.corpus import Row, row_captures
from counterclaim.fetch.limits import DOCUMENT_BYTES, too_large
from counterclaim.fetch.records import OPTIONAL, REQUIRED
from counterclaim.model.document import Capture

MAGIC = b"PAR1"
_ROWS = 100  # taken at a time
_MEMORY = "512MB"
_RATIO = 200  # bytes of text for each of the file; columns of one repeated text go far beyond
_FREE = 20 * DOCUMENT_BYTES
_TEXTS = ("VARCHAR", "BLOB")
_REMEDY = "Write it again, or convert it to JSONL"


def parquet_captures(
    path: str, name: str, day: str | None, seen: dict[str, str] | None
) -> Iterator[Capture | InputError]:
    """The records of a Parquet file in its order; a bad one is an error value and the others are still read.

    Messages name `corpus.parquet:ROW`, counted from 1.  InputError or EmptyInput is
    raised for the file as a whole; where it breaks off in the middle, that is the last value.
    """
    yield from row_captures(_rows(path, name), name, day, seen)


def _rows(path: str, name: str) -> Iterator[Row]:
    # behind a link of a plain name: DuckDB takes * and [ in a name for a pattern, and s3: for a place
    with tempfile.TemporaryDirectory(prefix="counterclaim-") as folder:
        link = Path(folder) / "corpus.parquet"
        link.symlink_to(os.path.abspath(path))
        taken = 0
        try:
            with _connection(link, folder) as connection:
                for row in _selected(connection, link, name):
                    taken += 1
                    yield row
        except duckdb.Error as error:
            wrong = f"DuckDB cannot read it on ({_first_line(error)})"
            if not taken:
                raise InputError(name, wrong, _REMEDY) from error
            yield taken + 1, MalformedRecord(f"{name}:{taken + 1}", wrong, _REMEDY)


def _connection(link: Path, folder: str) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(
        ":memory:",
        config={
            "threads": 1,
            "memory_limit": _MEMORY,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "preserve_insertion_order": True,
            "temp_directory": "",
        },
    )
    connection.execute(f"SET allowed_paths = ['{_quoted(str(link))}']")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _selected(connection: duckdb.DuckDBPyConnection, link: Path, name: str) -> Iterator[Row]:
    """The rows with the fields that records have, a text that is too large left in the file."""
    source = f"read_parquet('{_quoted(str(link))}', hive_partitioning = false)"
    described = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
    kinds = {str(column): str(kind) for column, kind, *_ in described}
    _check_columns(kinds, name)
    fields = [field for field in (*REQUIRED, *OPTIONAL) if field in kinds]
    sizes = [
        f'strlen("{field}")' if kinds[field] == "VARCHAR" else f'octet_length("{field}")'
             for field in fields if kinds[field] in _TEXTS]  # fmt: skip
    size = " + ".join(f"coalesce({part}, 0)" for part in sizes) or "0"
    columns = ", ".join(f'CASE WHEN size <= {DOCUMENT_BYTES * 2} THEN "{field}" END' for field in fields)
    connection.execute(f"SELECT size, {columns} FROM (SELECT *, {size} AS size FROM {source})")
    allowed = _FREE + _RATIO * link.stat().st_size
    number = 0
    while rows := connection.fetchmany(_ROWS):
        for given, *values in rows:
            number += 1
            allowed -= given
            if allowed < 0:
                raise InputError(name, f"its texts are more than {_RATIO:,} times its size", _REMEDY)
            where = f"{name}:{number}"
            is_whole = given <= DOCUMENT_BYTES * 2
            yield number, _record(fields, values) if is_whole else too_large(where)


def _check_columns(kinds: dict[str, str], name: str) -> None:
    missing = next((column for column in REQUIRED if column not in kinds), None)
    if missing is not None:
        remedy = f"Name the columns like this: {', '.join((*REQUIRED, *OPTIONAL))}"
        raise InputError(name, f"it has no column `{missing}`", remedy)


def _record(fields: list[str], values: list[object]) -> dict[str, object]:
    found = dict(zip(fields, values, strict=True))
    published = found.get("published")
    if isinstance(published, datetime | date):
        found["published"] = published.isoformat()
    for field, value in found.items():
        if isinstance(value, bytes | bytearray):
            # text without a mark that it is text, as some writers leave it
            found[field] = value.decode("utf-8", "surrogateescape")
    return found


def _quoted(text: str) -> str:
    return text.replace("'", "''")


def _first_line(error: duckdb.Error) -> str:
    return str(error).partition("\n")[0][:200]
