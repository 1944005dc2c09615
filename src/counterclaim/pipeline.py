"""The way of the data, wired: captures in, readings out, in the order they came.

    fetch -> clean -> read -> (show)

Each document is cleaned and read by itself, so the result does not depend on
its company or on the number of processes.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from functools import cache, partial
from pathlib import Path

from counterclaim.clean import clean
from counterclaim.errors import InputError
from counterclaim.model.document import Capture, Media
from counterclaim.model.reading import Reading
from counterclaim.model.receipt import text_sha256
from counterclaim.read.interpret import Interpreted
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.reader import Reader
from counterclaim.read.said import Said
from counterclaim.workers import Lost, Workers


@cache
def the_reader(aliases: Path | None = None) -> Reader:
    """The packaged reader with a user's own names, loaded once in each process."""
    return Reader(aliases=aliases)


def read_capture(capture: Capture | InputError, aliases: Path | None = None) -> Reading | InputError:
    """Clean and read one capture; what is wrong with it comes back as a value."""
    if isinstance(capture, InputError):
        return capture
    try:
        return the_reader(aliases).read(clean(capture))
    except InputError as error:
        return error


def read_all(
    captures: Iterable[Capture | InputError], jobs: int = 1, aliases: Path | None = None
) -> Generator[Reading | InputError, None, None]:
    """Readings of all captures, in order, by so many processes; an InputError where one died of its capture.

    `aliases` is a file of names to know beside the packaged ones; raises if it is at fault.
    Close it to stop early: what was handed out and is not in work is then dropped.
    """
    read = partial(read_capture, aliases=aliases)
    if jobs == 1:
        the_reader(aliases)  # a fault of the aliases is no document's
        yield from map(read, captures)
        return
    if aliases:
        Aliases.packaged().with_file(aliases)
    with Workers(jobs, read, partial(the_reader, aliases)) as workers:
        for capture, found in workers.map(captures, size_of):
            yield what_was_lost(capture) if isinstance(found, Lost) else found


def size_of(capture: Capture | InputError) -> int:
    """Bytes of a capture, none of an error."""
    return len(capture.data) if isinstance(capture, Capture) else 0


def what_was_lost(capture: Capture | InputError) -> InputError:
    """The error for a capture of which every process died that read it."""
    return InputError(
        capture.name if isinstance(capture, Capture) else capture.where,
        "the process that read it ended before its work was done, perhaps for want of memory",
        "Try it alone, or with fewer --jobs",
    )


def read_text(
    text: str,
    *,
    id: str,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
) -> Reading:
    """Read one text as a corpus record would be; InputError if it cannot be, NotText on lone surrogates."""
    return the_reader().read(clean(_record(text, id, title, publisher, published)))


def interpret_text(
    text: str,
    said: Sequence[Said],
    *,
    id: str,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
) -> tuple[Interpreted, ...]:
    """Speakers and meanings of attributions that are known already, in the order given."""
    return the_reader().interpret(clean(_record(text, id, title, publisher, published)), said)


def _record(text: str, id: str, title: str | None, publisher: str | None, published: str | None) -> Capture:
    text_sha256(text, id)  # raises NotText
    return Capture(
        name=id,
        data=text.encode("utf-8"),
        media=Media.RECORD,
        id=id,
        title=title,
        publisher=publisher,
        published=published,
    )
