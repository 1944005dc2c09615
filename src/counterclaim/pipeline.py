"""The way of the data, wired: captures in, readings out, in the order they came.

    fetch -> clean -> read -> (show)

Each document is cleaned and read by itself, so the result does not depend on
its company or on the number of processes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from multiprocessing import get_context

from counterclaim.clean import clean
from counterclaim.errors import InputError
from counterclaim.model.document import Capture, Media
from counterclaim.model.reading import Reading
from counterclaim.read.reader import Reader

AHEAD = 8  # documents handed out per process before the first result is taken


@cache
def the_reader() -> Reader:
    """The packaged reader, loaded once in each process."""
    return Reader()


def read_capture(capture: Capture | InputError) -> Reading | InputError:
    """Clean and read one capture; what is wrong with it comes back as a value."""
    if isinstance(capture, InputError):
        return capture
    try:
        return the_reader().read(clean(capture))
    except InputError as error:
        return error


def read_all(captures: Iterable[Capture | InputError], jobs: int = 1) -> Iterator[Reading | InputError]:
    """Readings of all captures, in order, by so many processes."""
    if jobs == 1:
        yield from map(read_capture, captures)
        return
    # spawn: a forked copy of a process with threads of onnxruntime in it may hang
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Reading | InputError]] = deque()
        source = iter(captures)
        for capture in source:
            waiting.append(pool.submit(read_capture, capture))
            for following in islice(source, max(0, AHEAD * jobs - len(waiting))):
                waiting.append(pool.submit(read_capture, following))
            yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def read_text(text: str, *, id: str, title: str | None = None, published: str | None = None) -> Reading:
    """Read one text as a corpus record would be; InputError if it cannot be."""
    capture = Capture(
        name=id,
        data=text.encode("utf-8"),
        media=Media.RECORD,
        id=id,
        title=title,
        published=published,
    )
    return the_reader().read(clean(capture))
