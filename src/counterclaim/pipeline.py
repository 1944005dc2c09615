"""The way of the data, wired: captures in, readings out, in the order they came.

    fetch -> clean -> read -> (show)

Each document is cleaned and read by itself, so the result does not depend on
its company or on the number of processes.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

from counterclaim.clean import clean
from counterclaim.errors import CounterclaimError, InputError
from counterclaim.model.document import Capture, Media
from counterclaim.model.reading import Reading
from counterclaim.model.receipt import text_sha256
from counterclaim.read.interpret import Interpreted
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.reader import Reader
from counterclaim.read.said import Said

AHEAD = 8  # documents handed out per process before the first result is taken
AHEAD_BYTES = 4_000_000  # so many bytes of them per process, besides one document of any size


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
    """Readings of all captures, in order, by so many processes; CounterclaimError if one of them dies.

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
    try:
        yield from _read_in_processes(captures, jobs, read)
    except BrokenProcessPool as error:
        raise CounterclaimError(
            "reading",
            "a process ended before its work was done, perhaps for want of memory",
            "Try again with fewer --jobs",
        ) from error


def _read_in_processes(
    captures: Iterable[Capture | InputError],
    jobs: int,
    read: Callable[[Capture | InputError], Reading | InputError],
) -> Iterator[Reading | InputError]:
    # spawn: a forked copy of a process with threads of onnxruntime in it may hang
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_on_interrupt)
    waiting: deque[tuple[Future[Reading | InputError], int]] = deque()
    held = 0
    try:
        for capture in captures:
            size = len(capture.data) if isinstance(capture, Capture) else 0
            while _is_enough(len(waiting), held + size, jobs):
                future, done = waiting.popleft()
                yield future.result()
                held -= done
            with _interrupts_held():
                waiting.append((pool.submit(read, capture), size))
            held += size
        while waiting:
            yield waiting.popleft()[0].result()
    finally:
        # who stops early waits for the documents in work only
        pool.shutdown(cancel_futures=True)


def _is_enough(documents: int, held: int, jobs: int) -> bool:
    return documents >= AHEAD * jobs or (documents >= jobs and held > AHEAD_BYTES * jobs)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait while the first `submit` starts the processes, so that they start with it held.

    A process hit while it starts would print a traceback.  Windows has no such mask.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_on_interrupt() -> None:
    """Have Ctrl-C end this process without a word; the one that started it has the say."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


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
