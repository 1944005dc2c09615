"""What the process that adds tells the desk, step by step, and how a job stands after it."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from counterclaim.errors import CounterclaimError, PassedOver
from counterclaim.ledger.instants import utc_now
from counterclaim.model.added import Added
from counterclaim.model.job import Job, JobDocument, JobFault, JobFound, JobState

MOST_DOCUMENTS, MOST_FAULTS = 100, 50
"""What a job remembers of each; the ledger has all."""
_LONGEST = 400  # code points of each part of a message
SKIPPED, PASSED_OVER = "skipped", "passed over"


class Begun(msgspec.Struct, frozen=True):
    """The job has begun; so many documents are to be read, None where only reading tells."""

    total: int | None


class Told(msgspec.Struct, frozen=True):
    """What became of one capture: a document that is there now, or only how it came out."""

    outcome: Added
    document: JobDocument | None


class Left(msgspec.Struct, frozen=True):
    """Something was not taken in."""

    fault: JobFault


class Comparing(msgspec.Struct, frozen=True):
    """All is read; so many documents are to be compared with the others."""

    documents: int


class Compared(msgspec.Struct, frozen=True):
    """So many documents more are compared."""

    documents: int


class Ended(msgspec.Struct, frozen=True):
    """The job is over."""

    state: JobState
    found: JobFound | None = None
    error: JobFault | None = None


News = Begun | Told | Left | Comparing | Compared | Ended


def job_fault(error: CounterclaimError) -> JobFault:
    """What was wrong, in words of bounded length."""
    return JobFault(
        where=_bounded(error.where),
        wrong=_bounded(error.wrong),
        remedy=_bounded(error.remedy),
        passed_over=isinstance(error, PassedOver),
    )


def advanced(job: Job, news: News) -> Job:
    """The job as it stands after the news."""
    if isinstance(news, Begun):
        return replace(job, state=JobState.READING, total=news.total)
    if isinstance(news, Told):
        return _with_document(job, news)
    if isinstance(news, Left):
        kind = PASSED_OVER if news.fault.passed_over else SKIPPED
        return replace(_counted(job, kind), faults=(news.fault, *job.faults)[:MOST_FAULTS])
    if isinstance(news, Comparing):
        return replace(job, state=JobState.COMPARING, to_compare=news.documents)
    if isinstance(news, Compared):
        return replace(job, compared=job.compared + news.documents)
    return replace(job, state=news.state, found=news.found, error=news.error, ended=utc_now())


def _with_document(job: Job, news: Told) -> Job:
    job = _counted(job, news.outcome.value)
    if news.document is None:
        return job
    is_new = news.outcome in (Added.NEW, Added.NEW_VERSION, Added.NEW_READING)
    others = tuple(one for one in job.documents if one.id != news.document.id)
    return replace(
        job,
        claims=job.claims + (news.document.claims if is_new else 0),
        documents=(news.document, *others)[:MOST_DOCUMENTS],
    )


def _counted(job: Job, what: str) -> Job:
    return replace(job, read=job.read + 1, counts={**job.counts, what: job.counts.get(what, 0) + 1})


def _bounded(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
