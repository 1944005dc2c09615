"""The rows of a CSV file, read on behind one that is broken or too large."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from io import BufferedReader, TextIOWrapper

from counterclaim.errors import InputError, MalformedRecord
from counterclaim.fetch.limits import DOCUMENT_BYTES, LINE_LIMIT, too_large
from counterclaim.fetch.records import OPTIONAL, REQUIRED

_BLOCK = 1 << 20  # characters of a line that is passed over, read at a time
_FIELD = r'(?:"(?:[^"]++|"")*+"|[^",\r\n]*+)'
_WHOLE_ROW = re.compile(rf"{_FIELD}(?:,{_FIELD})*+[\r\n]*+")


class _TooLong(Exception):
    """A row has more characters than one document may have."""


class _Lines:
    """The physical lines of a text, which can be put back; `number` is that of the next one."""

    def __init__(self, text: TextIOWrapper) -> None:
        self._text = text
        self._back: deque[str] = deque()
        self.number = 1

    def take(self) -> str | None:
        """The next line, or None at the end.

        Of one over `LINE_LIMIT` it is the start, with a quotation mark behind it
        if the rest holds an odd number of them.
        """
        line = self._back.popleft() if self._back else self._text.readline(LINE_LIMIT + 1)
        if not line:
            return None
        self.number += 1
        if len(line) == LINE_LIMIT + 1 and not line.endswith(("\n", "\r")):
            quotes, part = 0, line
            while part and not part.endswith(("\n", "\r")):
                part = self._text.readline(_BLOCK)
                quotes += part.count('"')
            line += '"\n' if quotes % 2 else "\n"
        return line

    def put_back(self, lines: list[str]) -> None:
        """Make these the next lines again."""
        self._back.extendleft(reversed(lines))
        self.number -= len(lines)


def csv_rows(stream: BufferedReader, name: str) -> Iterator[tuple[int, dict[str, object] | InputError]]:
    """The rows under a header line, each with the line that it begins on; quoted fields may hold line breaks.

    A row whose quoting is broken is an error value, and reading goes on at the
    next line that begins a whole row: nothing better tells rows from text
    there.  A row that is too large is one too and is passed over.
    InputError is raised if the header does not name the columns.
    """
    text = TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        yield from _rows(_Lines(text), name)
    finally:
        text.detach()  # or it would close the stream, which is the caller's


def _rows(lines: _Lines, name: str) -> Iterator[tuple[int, dict[str, object] | InputError]]:
    header: list[str] | None = None
    lost = False  # behind a broken row, as long as no line begins a whole one
    while True:
        line, taken = lines.number, list[str]()
        where = f"{name}:{line}"
        fault: InputError | None = None
        row: list[str] | None = []
        try:
            row = _next_row(lines, taken)
        except _TooLong:
            fault = too_large(where)
        except csv.Error as error:
            fault = _broken(where, error, header is None)
        if row is None:
            return
        if header is None:
            if fault is not None:
                raise fault
            header = _checked_header(row, where) if row else None
        elif lost and (fault is not None or not _is_whole(row, taken, len(header))):
            lines.put_back(taken[1:])
        elif fault is not None:
            yield line, fault
            lost = not _passed_over(lines, taken, fault)
        elif row:
            lost = False
            yield line, _fields(header, row, where)


def _next_row(lines: _Lines, taken: list[str], opener: str = "") -> list[str] | None:
    """The next row, or None at the end; the lines it stands on are added to `taken`.

    `opener` is put before the first line.  csv.Error if the quoting is broken,
    `_TooLong` if it exceeds the limits.  The csv module's own limit is one for the whole
    process, so it is put back each time: other code may run before the next row.
    """

    def feed() -> Iterator[str]:
        size = 0
        while (line := lines.take()) is not None:
            taken.append(line)
            size += len(line)
            if size > LINE_LIMIT:
                raise _TooLong
            yield line if len(taken) > 1 else opener + line

    before = csv.field_size_limit(DOCUMENT_BYTES)
    try:
        return next(csv.reader(feed(), strict=True), None)
    except csv.Error as error:
        if "field limit" in str(error):  # the module has one class for all its errors
            raise _TooLong from error
        raise
    finally:
        csv.field_size_limit(before)


def _is_whole(row: list[str], taken: list[str], width: int) -> bool:
    """Whether a row found in a text that may be anything is one beyond doubt."""
    return len(row) == width and _WHOLE_ROW.fullmatch("".join(taken)) is not None


def _passed_over(lines: _Lines, taken: list[str], fault: InputError) -> bool:
    """Go to the next row if the end of the faulty one can be told, else back to its second line."""
    if isinstance(fault, MalformedRecord):
        lines.put_back(taken[1:])
        return False
    while sum(line.count('"') for line in taken) % 2:
        # the large field goes on: read it as one that begins here
        taken = []
        try:
            _next_row(lines, taken, opener='"')
        except _TooLong:
            taken[0] = '"' + taken[0]
        except csv.Error:
            lines.put_back(taken)
            return False
        else:
            return True
    return True


def _fields(header: list[str], row: list[str], where: str) -> dict[str, object] | MalformedRecord:
    if len(row) != len(header):
        return MalformedRecord(
            where,
            f"it has {len(row)} fields and the header has {len(header)}",
            "Put a field that holds commas in quotation marks",
        )
    return dict(zip(header, row, strict=True))


def _broken(where: str, error: csv.Error, in_header: bool) -> MalformedRecord:
    after = "" if in_header else "; reading goes on at the next line that begins a whole row"
    return MalformedRecord(
        where,
        f"the quotation marks or commas of this row are broken ({error}){after}",
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
