"""Processes that each do one piece of work after another; one that dies costs its piece and no more.

The standard library's pool gives up all work when one of its processes is killed,
as systems do when memory runs out.  Here another takes its place, the piece it was at
is tried once more, and if that ends the same way it is handed back as `Lost`.
"""

from __future__ import annotations

import queue
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Generic, Self, TypeVar

from counterclaim.errors import CounterclaimError

T = TypeVar("T")
R = TypeVar("R")

HELD = 2  # pieces given to a process: one to be at, one to go on with
AHEAD = 8  # pieces taken in per process before the first result is taken
AHEAD_BYTES = 4_000_000  # so many bytes of them per process, besides one piece of any size
TRIES = 2
_READY = "ready"
_SPAWN = get_context("spawn")  # a forked copy of a process with threads in it may hang


@dataclass(frozen=True)
class Lost:
    """In place of a result: every process that was at this piece ended before its work was done."""


@dataclass(eq=False)
class _Worker:
    """A process, our end of its pipe, and the numbers of the pieces given to it, oldest first."""

    process: BaseProcess
    pipe: Connection
    held: deque[int] = field(default_factory=deque)
    ready: bool = False


class Workers(Generic[T, R]):
    """So many processes that compute `task`; to be used in a `with`, which ends them.

    `prepare` is called once in each process before its first piece; a CounterclaimError
    of it is raised here.  Both must be importable, with arguments that can be pickled.
    """

    def __init__(self, jobs: int, task: Callable[[T], R], prepare: Callable[[], object]) -> None:
        self._jobs = jobs
        self._task = task
        self._prepare = prepare
        self._workers: list[_Worker] = []
        self._queue: deque[int] = deque()
        self._pieces: dict[int, T] = {}
        self._results: dict[int, R | Lost] = {}
        self._tries: dict[int, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()
        self._workers.clear()

    def map(self, pieces: Iterable[T], size: Callable[[T], int]) -> Iterator[tuple[T, R | Lost]]:
        """Each piece with its result, in order.

        `size` tells the bytes of a piece; no more pieces are taken in than keep the processes
        busy and memory within AHEAD_BYTES for each.
        """
        first = last = held = 0
        for piece in pieces:
            while first < last and (
                first in self._results or self._is_enough(last - first, held + size(piece))
            ):
                done, result = self._take(first)
                held -= size(done)
                first += 1
                yield done, result
            self._pieces[last] = piece
            self._queue.append(last)
            held += size(piece)
            last += 1
            self._hand_out()
        for number in range(first, last):
            yield self._take(number)

    def _is_enough(self, pieces: int, held: int) -> bool:
        return pieces >= AHEAD * self._jobs or (pieces >= self._jobs and held > AHEAD_BYTES * self._jobs)

    def _take(self, number: int) -> tuple[T, R | Lost]:
        while number not in self._results:
            self._hand_out()
            self._wait()
        self._tries.pop(number, None)
        return self._pieces.pop(number), self._results.pop(number)

    def _hand_out(self) -> None:
        """Give waiting pieces to processes that have room, and start processes while there is need."""
        while self._queue:
            if len(self._workers) < self._jobs and all(worker.held for worker in self._workers):
                self._workers.append(self._started())
            free = min(self._workers, key=lambda worker: len(worker.held))
            if len(free.held) >= HELD:
                return
            number = self._queue.popleft()
            free.held.append(number)
            try:
                free.pipe.send(self._pieces[number])
            except OSError:
                self._bury(free)

    def _wait(self) -> None:
        """Take in what processes say, or see that one is gone."""
        for pipe in wait([worker.pipe for worker in self._workers]):
            worker = next(worker for worker in self._workers if worker.pipe is pipe)
            try:
                said = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if isinstance(said, CounterclaimError) and not worker.ready:
                raise said
            if worker.ready:
                self._results[worker.held.popleft()] = said
            worker.ready = True

    def _bury(self, worker: _Worker) -> None:
        """Have the pieces of a process that ended done by others."""
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        if not worker.ready:
            self._do_with_fewer()
        elif worker.held:
            self._blame(worker.held)
        self._queue.extendleft(reversed(worker.held))

    def _do_with_fewer(self) -> None:
        """Go on without a process that ended before it could begin; raise if there is no other."""
        self._jobs -= 1
        if not self._workers:
            raise CounterclaimError(
                "reading",
                "a process ended before it could begin, perhaps for want of memory",
                "Try again with fewer --jobs",
            )

    def _blame(self, held: deque[int]) -> None:
        """Count a try of the piece that a process was at when it ended; give it up after the last."""
        at = held[0]
        self._tries[at] = self._tries.get(at, 0) + 1
        if self._tries[at] >= TRIES:
            self._results[at] = Lost()
            held.popleft()

    def _started(self) -> _Worker:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_work, args=(theirs, self._task, self._prepare), daemon=True)
        with _interrupts_held():
            process.start()
        theirs.close()
        return _Worker(process, ours)


def _work(pipe: Connection, task: Callable[[T], R], prepare: Callable[[], object]) -> None:
    """What a process does: pieces from the pipe, results into it, until there is nobody at its end."""
    _end_on_interrupt()
    pieces: queue.SimpleQueue[tuple[T] | None] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(pipe, pieces), daemon=True).start()
    with suppress(BrokenPipeError):
        try:
            prepare()
        except CounterclaimError as error:
            pipe.send(error)
            return
        pipe.send(_READY)
        while (piece := pieces.get()) is not None:
            pipe.send(task(piece[0]))


def _listen(pipe: Connection, pieces: queue.SimpleQueue[tuple[T] | None]) -> None:
    """Take pieces off the pipe as they come, so that whoever sends never waits for work to be done."""
    try:
        while True:
            pieces.put((pipe.recv(),))
    except (EOFError, OSError):
        pieces.put(None)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait while a process is started, so that it starts with it held.

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
