"""The other process, held by its pipe: started when there is work, lost without losing the desk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from counterclaim.desk.job_news import Ended, News
from counterclaim.desk.job_work import Order, Stop, work
from counterclaim.desk.settings import Settings
from counterclaim.model.job import Addition, JobFault, JobState

GRACE = 3.0  # seconds that it has to come to the end of a document when the desk closes
_SPAWN = get_context("spawn")  # a forked copy of a process with threads in it may hang
_LOST = JobFault(
    where="adding",
    wrong="the process that read ended before its work was done, perhaps for want of memory",
    remedy="Add it once more: what was kept stays, and it goes on from there",
)


class Hand:
    """One process that adds; it is started again where it has ended."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._sending = threading.Lock()
        self._ordered: str | None = None
        self._stopped: str | None = None

    def do(self, job: str, addition: Addition) -> Iterator[News]:
        """What the job comes to, step by step; the last step is that it has ended, whatever happens."""
        try:
            pipe = self._started()
            if not self._order(pipe, Order(job, addition)):
                yield Ended(JobState.CANCELLED)
                return
            news: News | None = None
            while not isinstance(news, Ended):
                news = pipe.recv()
                yield news
        except (EOFError, OSError):
            self.end()
            yield Ended(JobState.FAILED, error=_LOST)

    def stop(self, job: str) -> None:
        """Have it stop a job behind the document that it is at."""
        with self._sending:
            self._stopped = job
            if self._pipe is not None and self._ordered == job:
                try:
                    self._pipe.send(Stop(job))
                except OSError:
                    return  # it has ended, and whoever waits for it is told so

    def kill(self) -> None:
        """End the process at once; the ledger stands as it was after its last whole step."""
        with self._sending:
            if self._process is not None:
                self._process.terminate()

    def end(self) -> None:
        """Let the process end, which it does when nobody is at the other end of its pipe."""
        with self._sending:
            process, pipe = self._process, self._pipe
            self._process = self._pipe = None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.join(GRACE)
            if process.is_alive():
                process.terminate()
                process.join()
            process.close()

    def _order(self, pipe: Connection, order: Order) -> bool:
        """Order it, but for what was stopped before it began."""
        with self._sending:
            if self._stopped == order.job:
                return False
            self._ordered = order.job
            pipe.send(order)
            return True

    def _started(self) -> Connection:
        if self._process is not None and self._pipe is not None and self._process.is_alive():
            return self._pipe
        self.end()
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=work, args=(theirs, self._settings), name="counterclaim adding")
        process.start()
        theirs.close()
        with self._sending:
            self._process, self._pipe = process, ours
        return ours
