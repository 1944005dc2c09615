"""Additions as jobs: one after another, done by one other process, so that pages stay quick meanwhile."""

from __future__ import annotations

import atexit
import secrets
import shutil
import signal
import tempfile
import threading
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from counterclaim.desk.additions import check, name_of
from counterclaim.desk.job_hand import GRACE, Hand
from counterclaim.desk.job_news import Ended, News, advanced
from counterclaim.desk.settings import Settings
from counterclaim.errors import BusyLedger, CounterclaimError, UnknownId
from counterclaim.ledger.instants import utc_now
from counterclaim.model.job import Addition, AskedFeeds, Comparison, GivenFiles, Job, JobState

MOST_WAITING = 20
MOST_REMEMBERED = 50
IDLE = 300.0  # seconds without work after which the other process, with the reader in it, is let go


@dataclass(frozen=True, slots=True)
class _Ticket:
    """A job in line."""

    id: str
    addition: Addition


class Jobs:
    """The jobs of a desk, from the time it is opened; the ledger is written to by one at a time."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._changed = threading.Condition()
        self._jobs: dict[str, Job] = {}
        self._line: deque[_Ticket] = deque()
        self._at: str | None = None
        self._hand = Hand(settings)
        self._thread: threading.Thread | None = None
        self._is_closed = False
        self._shelf: tempfile.TemporaryDirectory[str] | None = None

    def folder(self) -> Path:
        """A new folder for the files of an addition, which only this user can look into.

        It goes when the job ends that they are given to, at the latest with the desk.
        """
        with self._changed:
            if self._shelf is None:
                self._shelf = tempfile.TemporaryDirectory(
                    prefix="counterclaim-desk-", ignore_cleanup_errors=True
                )
            return Path(tempfile.mkdtemp(dir=self._shelf.name))

    def submit(self, addition: Addition) -> Job:
        """Put an addition in line, and say which job it is.

        A comparison that waits in line already serves for all that ask for one.
        InputError (EmptyInput, InputTooLarge, RefusedAddress) where it can be seen that it cannot be added,
        LedgerError on a desk for looking only, BusyLedger where too much waits in line.
        """
        try:
            return self._put_in_line(addition)
        except CounterclaimError:
            _drop(addition)
            raise

    def _put_in_line(self, addition: Addition) -> Job:
        self._settings.must_write()
        check(addition, frozenset(self._settings.allow_hosts))
        job = Job(
            id=f"j{secrets.token_hex(8)}",
            addition=str(addition.__struct_config__.tag),
            name=name_of(addition),
            state=JobState.WAITING,
            submitted=utc_now(),
            feeds=addition.urls if isinstance(addition, AskedFeeds) else (),
        )
        with self._changed:
            waiting = self._comparison_in_line() if isinstance(addition, Comparison) else None
            if waiting is not None:
                return waiting
            self._must_have_room()
            self._jobs[job.id] = job
            self._line.append(_Ticket(job.id, addition))
            self._forget_old()
            self._changed.notify_all()
            if self._thread is None:
                atexit.register(self.close)
                self._thread = threading.Thread(target=self._work, name="additions", daemon=True)
                self._thread.start()
        return job

    def job(self, id: str) -> Job:
        """The job as it stands now; UnknownId where there is none of that name."""
        found = self._jobs.get(id)
        if found is None:
            raise UnknownId(
                id, "no addition of that name is remembered", "See what was added last under /documents"
            )
        return found

    def recent(self) -> list[Job]:
        """The jobs that are remembered, the newest first."""
        with self._changed:
            return list(reversed(self._jobs.values()))

    @property
    def is_closed(self) -> bool:
        """Whether the desk is closing, so that nothing more will be told of jobs."""
        return self._is_closed

    def cancel(self, id: str) -> Job:
        """Have a job stop behind the document that it is at; what it has kept stays.  UnknownId."""
        with self._changed:
            job = self.job(id)
            if job.state is JobState.WAITING and self._at != id:
                for ticket in [one for one in self._line if one.id == id]:
                    self._line.remove(ticket)
                    _drop(ticket.addition)
                self._jobs[id] = replace(job, state=JobState.CANCELLED, ended=utc_now())
            elif not job.state.is_over:
                self._jobs[id] = replace(job, cancelling=True)
                self._hand.stop(id)
            return self._jobs[id]

    def say_closed(self) -> None:
        """Have all who follow a job end, and the job stop behind the document that it is at."""
        self._is_closed = True
        if self._at is not None:
            self._hand.stop(self._at)

    def close(self) -> None:
        """Stop all work and remove what was put aside for it; what is kept stays, and can be gone on with."""
        self.say_closed()
        with self._changed:
            self._line.clear()
            self._changed.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(GRACE)
            self._hand.kill()
            thread.join()
        atexit.unregister(self.close)
        if self._shelf is not None:
            self._shelf.cleanup()

    def _comparison_in_line(self) -> Job | None:
        """A comparison that has not begun: it will see all that is there by then."""
        return next((self._jobs[one.id] for one in self._line if isinstance(one.addition, Comparison)), None)

    def _must_have_room(self) -> None:
        if self._is_closed or len(self._line) >= MOST_WAITING:
            raise BusyLedger(
                str(self._settings.ledger),
                "the desk is closing"
                if self._is_closed
                else f"{MOST_WAITING} additions wait in line already",
                "Wait until some of them are done and try again",
            )

    def _forget_old(self) -> None:
        over = [job.id for job in self._jobs.values() if job.state.is_over]
        for id in over[: max(0, len(self._jobs) - MOST_REMEMBERED)]:
            del self._jobs[id]

    # What follows is done by the thread that waits for the other process

    def _work(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            # what is started from here starts with Ctrl+C held, which is for the desk to hear
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        while (ticket := self._next()) is not None:
            for news in self._hand.do(ticket.id, ticket.addition):
                if isinstance(news, Ended):
                    _drop(ticket.addition)
                self._learn(ticket.id, news)

    def _next(self) -> _Ticket | None:
        """The next in line, once there is one; None where none comes for a while, or the desk closes."""
        with self._changed:
            self._changed.wait_for(lambda: self._line or self._is_closed, IDLE)
            if not self._line or self._is_closed:
                self._hand.end()
                self._thread = None
                return None
            ticket = self._line.popleft()
            self._at = ticket.id
            return ticket

    def _learn(self, id: str, news: News) -> None:
        with self._changed:
            self._jobs[id] = advanced(self._jobs[id], news)
            if isinstance(news, Ended):
                self._at = None


def _drop(addition: Addition) -> None:
    """Remove the files of an addition."""
    if isinstance(addition, GivenFiles):
        for folder in {Path(one.path).parent for one in addition.files}:
            shutil.rmtree(folder, ignore_errors=True)
