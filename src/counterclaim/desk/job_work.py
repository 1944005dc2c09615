"""The other process: takes additions from a pipe, one after another, and says at each step what was done."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection

import msgspec

from counterclaim.desk.additions import Source, plain, total_of
from counterclaim.desk.job_news import Begun, Compared, Comparing, Ended, Left, News, Told, job_fault
from counterclaim.desk.settings import Settings
from counterclaim.errors import CounterclaimError, InputError
from counterclaim.fetch.client import Client
from counterclaim.ledger.ledger import Ledger, open_ledger
from counterclaim.model.added import Added
from counterclaim.model.document import Capture
from counterclaim.model.finding import FindingKind
from counterclaim.model.job import Addition, JobDocument, JobFound, JobState

_NICENESS = 5  # pages go before reading


class Order(msgspec.Struct, frozen=True):
    """Do this job."""

    job: str
    addition: Addition


class Stop(msgspec.Struct, frozen=True):
    """Stop this job behind the document that it is at."""

    job: str


def work(pipe: Connection, settings: Settings) -> None:
    """Do what is ordered until there is nobody at the other end of the pipe."""
    _stand_alone()
    # one client for all jobs, so that what sites ask of visitors is remembered from one to the next
    with suppress(EOFError, OSError), Client(allowed_hosts=frozenset(settings.allow_hosts)) as client:
        while True:
            order = pipe.recv()
            if isinstance(order, Order):  # a Stop that comes when its job is over means nothing
                _do(order, pipe, settings, client)


def _do(order: Order, pipe: Connection, settings: Settings, client: Client) -> None:
    for news in steps(order.addition, settings, client):
        pipe.send(news)
        if not isinstance(news, Ended) and _is_stopped(order.job, pipe):
            pipe.send(Ended(JobState.CANCELLED))
            return


def _is_stopped(job: str, pipe: Connection) -> bool:
    while pipe.poll():
        if pipe.recv() == Stop(job):
            return True
    return False


def steps(addition: Addition, settings: Settings, client: Client) -> Iterator[News]:
    """Add, then compare what is new with the others; the last news is that it has ended."""
    try:
        yield Begun(total_of(addition))
        with open_ledger(settings.ledger, create=True) as held:
            yield from _added(addition, settings, client, held)
            yield from _linked(held, settings.jobs)
    except CounterclaimError as error:
        yield Ended(JobState.FAILED, error=job_fault(error))


def _added(addition: Addition, settings: Settings, client: Client, held: Ledger) -> Iterator[News]:
    # imported here, because the reader takes a second that the first news need not wait for
    from counterclaim.adding import add_each

    source = Source(addition, client, held)
    for error in source.not_due():
        yield Left(job_fault(error))
    for capture, outcome in add_each(source.captures(), held, settings.jobs, settings.aliases):
        if isinstance(outcome, InputError):
            yield Left(job_fault(type(outcome)(plain(outcome.where), outcome.wrong, outcome.remedy)))
        else:
            yield Told(outcome, None if capture is None else _document(held, capture, outcome))
    source.settle()


def _document(held: Ledger, capture: Capture, outcome: Added) -> JobDocument | None:
    row = held.made_of(capture)
    if row is None:
        return None
    return JobDocument(
        id=row.id,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        claims=row.claims,
        outcome=outcome,
        not_read=row.not_read,
    )


def _linked(held: Ledger, jobs: int) -> Iterator[News]:
    # imported here, because what compares takes a second to load
    from counterclaim.linking import DERIVER, Linked, link, linker_version

    before = held.count_findings(FindingKind.DISPUTE)
    waiting = len(held.unlinked(linker_version()))
    if waiting == 0 and held.is_derived(DERIVER):
        yield Ended(JobState.DONE)
        return
    yield Comparing(waiting)
    for step in link(held, jobs):
        if isinstance(step, Linked):
            found = JobFound(
                relations=step.pairs,
                contradictions=step.contradictions,
                disputes_before=before,
                disputes=step.disputes,
            )
            yield Ended(JobState.DONE, found)
        else:
            yield Compared(step.documents)


def _stand_alone() -> None:
    """Leave Ctrl+C to the process that ordered the work, and let its pages go first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "setpgrp"):
        os.setpgrp()  # so that it does not hit the processes that this one reads with either
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
