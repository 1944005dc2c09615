"""From what a person names on the command line to captures.

A file is one document, of text or HTML; a `.jsonl` or `.csv` file is a corpus
of many; `-` is standard input, one document.
"""

from __future__ import annotations

import errno
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from counterclaim.errors import EmptyInput, InputError, MissingInput, NotText, UnreadableInput
from counterclaim.fetch.corpus import CORPUS_SUFFIXES, corpus_captures
from counterclaim.fetch.dates import iso_day
from counterclaim.fetch.limits import DOCUMENT_BYTES, too_large
from counterclaim.fetch.sniff import foreign_format, is_blank, looks_like_html
from counterclaim.model.document import Capture, Media

STDIN = "-"
_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
_NO_SUCH_FILE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}


def captures(
    inputs: Iterable[str], *, stdin: BinaryIO | None = None, published: str | None = None
) -> Iterator[Capture | InputError]:
    """Every document of the inputs, in order, and an error value in the place of each that is none.

    Errors are handed over, not raised, so that one bad file or record does not
    keep the others from being read: `MalformedRecord` for one record of a
    corpus, another `InputError` for a whole input.  `published` is the day for
    documents that state none; InputError is raised if it is not an ISO date.
    No two captures have the same id: a file's is its name, or its path as given
    where several inputs have that name.
    Nothing is decoded here but corpora: a capture holds bytes.
    """
    day = stated_day(published)
    return _each(list(inputs), stdin, day)


def _each(inputs: list[str], stdin: BinaryIO | None, day: str | None) -> Iterator[Capture | InputError]:
    ids = _ids(inputs)
    seen: dict[str, str] = {}
    for name in inputs:
        try:
            if is_corpus(name):
                with opened(name) as stream:
                    yield from corpus_captures(stream, shown_name(name), day, seen)
            else:
                capture = _one_document(name, ids[name], stdin, day)
                _take_id(capture, seen)
                yield capture
        except InputError as error:
            yield error
        except OSError as error:
            yield refused(name, error)


def is_corpus(name: str) -> bool:
    """Whether a file is a corpus of text, by its extension."""
    return Path(name).suffix.lower() in CORPUS_SUFFIXES


def _ids(inputs: list[str]) -> dict[str, str]:
    """The id of each input that is one document, told from the list alone."""
    given = {name: shown_name(Path(name).name) for name in inputs if not is_corpus(name)}
    times = Counter(given.values())
    return {name: short if times[short] == 1 else shown_name(name) for name, short in given.items()}


def _take_id(capture: Capture, seen: dict[str, str]) -> None:
    if capture.id in seen:
        first = seen[capture.id]
        if first == capture.name:
            raise InputError(capture.name, "it is given twice", "Name every input once")
        wrong = f"its id {capture.id!r} is already that of {first}"
        raise InputError(capture.name, wrong, "Read it in a run of its own")
    seen[capture.id] = capture.name


def stated_day(published: str | None) -> str | None:
    """The day that a person gives for documents that state none; InputError if it is no ISO date."""
    try:
        return None if published is None else iso_day(published)
    except ValueError as error:
        raise InputError(
            "published", str(error), "Give the day of publication like this: 2022-02-16"
        ) from error


def _one_document(name: str, id: str, stdin: BinaryIO | None, day: str | None) -> Capture:
    """The capture of a file or of standard input."""
    if name == STDIN:
        data = standard_input(stdin)
    else:
        with opened(name) as stream:
            data = stream.read(DOCUMENT_BYTES + 1)
    return document_capture(data, name, id, day)


def standard_input(stdin: BinaryIO | None) -> bytes:
    """What stands on standard input, or one byte more than a document may have."""
    return (stdin or sys.stdin.buffer).read(DOCUMENT_BYTES + 1)


def document_capture(data: bytes, name: str, id: str, day: str | None) -> Capture:
    """The capture of one document's bytes, which `name` is the file of; raises if they are no text."""
    shown = shown_name(name)
    _check(data, shown)
    is_html = Path(name).suffix.lower() in _HTML_SUFFIXES or looks_like_html(data)
    return Capture(
        name=shown,
        data=data,
        media=Media.HTML if is_html else Media.TEXT,
        id=id,
        default_published=day,
    )


def _check(data: bytes, name: str) -> None:
    """Raise if the data cannot be one document of text."""
    if len(data) > DOCUMENT_BYTES:
        raise too_large(name)
    if is_blank(data):
        raise EmptyInput(name, "there is no text in it", "Give a file that holds an article")
    found = foreign_format(data)
    if found is not None:
        raise NotText(
            name, f"it is {found}, not text", "Save or export it as plain text or HTML and give that file"
        )


def opened(name: str) -> BufferedReader:
    """The file, open for reading bytes; InputError saying what is in the way."""
    try:
        if Path(name).is_dir():
            raise InputError(
                shown_name(name),
                "it is a folder",
                f"Name the files in it, for example {shown_name(name).rstrip('/')}/*",
            )
        return open(name, "rb")
    except (OSError, ValueError) as error:
        raise refused(name, error) from error


def refused(name: str, error: OSError | ValueError) -> InputError:
    """Our error for the system's; a ValueError is a name with a NUL in it, which no file has."""
    shown = shown_name(name)
    if not isinstance(error, OSError) or error.errno in _NO_SUCH_FILE:
        return MissingInput(shown, "there is no such file", "Check the name and the folder you are in")
    if isinstance(error, PermissionError):
        wrong, remedy = "you have no permission to read it", "Change its permissions, or copy it"
    else:
        wrong = f"the system refused to read it ({error.strerror or error})"
        remedy = "Copy it to another disk and try again"
    return UnreadableInput(shown, wrong, remedy)


def shown_name(name: str) -> str:
    """The name as it can be printed: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")
