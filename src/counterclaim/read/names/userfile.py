"""A user's own names: a CSV file with the header `alias,name,kind,party,from,until`."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from counterclaim.errors import MalformedRecord, MissingInput, NotText, UnreadableInput
from counterclaim.read.names.fold import fold
from counterclaim.read.names.rows import Sort

COLUMNS = ("alias", "name", "kind", "party", "from", "until")
KINDS = ("person", "organisation", "state", "group", "outlet")
_LONGEST = 1_000  # characters of a field


def user_rows(path: Path) -> Mapping[str, str]:
    """Rows of a file by folded alias, written as those of the packaged table.

    Raises MissingInput, UnreadableInput, NotText, or MalformedRecord with the line and what to do.
    """
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    rows: dict[str, str] = {}
    try:
        for number, fields in enumerate(reader):
            if number == 0:
                _check_header(fields, path)
            elif any(field.strip() for field in fields):
                key, line = _row([field.strip() for field in fields], f"{path}, line {reader.line_num}")
                rows[key] = f"{rows[key]}\n{line}" if key in rows else line
    except csv.Error as error:
        where = f"{path}, line {reader.line_num}"
        raise MalformedRecord(
            where, f"not CSV ({error})", "Put fields with commas or quotation marks in quotation marks."
        ) from error
    if reader.line_num == 0:
        _check_header([], path)
    return rows


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise MissingInput(str(path), "no such file", "Check the path of the file of aliases.") from error
    except UnicodeDecodeError as error:
        raise NotText(
            str(path), "the file of aliases is not UTF-8 text", "Save it as CSV in UTF-8."
        ) from error
    except OSError as error:
        reason = error.strerror or "the system refused"
        raise UnreadableInput(
            str(path), f"cannot be read: {reason}", "Check that it is a file you may read."
        ) from error


def _check_header(fields: list[str], path: Path) -> None:
    if [field.strip().lower() for field in fields] != list(COLUMNS):
        raise MalformedRecord(
            f"{path}, line 1",
            "the header is not that of a file of aliases",
            f"Begin the file with {','.join(COLUMNS)}",
        )


def _row(fields: list[str], where: str) -> tuple[str, str]:
    """Key and line of one record."""
    if not 4 <= len(fields) <= len(COLUMNS):
        raise MalformedRecord(where, f"{len(fields)} fields", f"Give four to six: {','.join(COLUMNS)}")
    alias, name, kind, party, since, until = fields + [""] * (len(COLUMNS) - len(fields))
    _check(fields, where)
    key = fold(alias)
    if not key or not name:
        raise MalformedRecord(
            where, "alias or name is empty", "Give the words of the text and the name to show."
        )
    if kind.lower() not in KINDS:
        raise MalformedRecord(where, f"unknown kind {kind!r}", f"Use one of {', '.join(KINDS)}")
    _check_dates(since, until, where)
    return key, "\t".join((str(Sort(kind.lower())), name, party, since, until, ""))


def _check(fields: list[str], where: str) -> None:
    for field in fields:
        if len(field) > _LONGEST or not field.isprintable():
            raise MalformedRecord(
                where, "a field is too long or holds tabs or ends of line", "Keep a name to one short line."
            )


def _check_dates(since: str, until: str, where: str) -> None:
    for day in filter(None, (since, until)):
        try:
            good = date.fromisoformat(day).isoformat() == day
        except ValueError:
            good = False
        if not good:
            raise MalformedRecord(
                where, f"{day!r} is no date", "Write dates as 2022-02-16, or leave them empty."
            )
    if since and until and since > until:
        raise MalformedRecord(where, f"{since} is after {until}", "Put the earlier date under 'from'.")
