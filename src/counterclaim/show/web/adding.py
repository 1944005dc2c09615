"""The page of adding, and that of one addition with what has become of it so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from counterclaim.errors import CounterclaimError
from counterclaim.model.added import Added
from counterclaim.model.fetch_state import FetchState
from counterclaim.model.job import Job, JobDocument, JobFault, JobFound, JobState
from counterclaim.show.report.words import counted, day_words
from counterclaim.show.visible import one_line
from counterclaim.show.web.render import html, part
from counterclaim.show.web.shell import Shell

MOST_JOBS = 8
MOST_BYTES, MOST_DOCUMENT = 64 * 1024 * 1024, 10_000_000
"""What the desk takes at once, and what is read as one document: said before anything is sent."""
_STATES = {
    JobState.WAITING: "Waits for its turn",
    JobState.READING: "Reading",
    JobState.COMPARING: "Comparing with the others",
    JobState.DONE: "Done",
    JobState.FAILED: "Stopped by an error",
    JobState.CANCELLED: "Cancelled",
}
_OUTCOMES = {
    "new": "new",
    "new version": "new version",
    "new reading": "read anew",
    "known": "known already",
    "forgotten": "to be forgotten, not kept",
    "skipped": "skipped",
    "passed over": "passed over by rule",
}


class AddingView(NamedTuple):
    """What the page shows beside its forms: jobs, the newest first, feeds, how many documents to compare."""

    jobs: Sequence[Job]
    feeds: Sequence[FetchState]
    not_compared: int


class Given(NamedTuple):
    """What was sent with a form, to stand there again with what was wrong with it."""

    form: str
    values: Mapping[str, str | None]
    trouble: CounterclaimError | None = None

    def with_trouble(self, trouble: CounterclaimError) -> Given:
        """The same with what was wrong."""
        return self._replace(trouble=trouble)


class DocumentView(NamedTuple):
    """A document that came of an addition."""

    id: str
    href: str
    name: str
    facts: str
    claims: str
    outcome: str


class JobView(NamedTuple):
    """An addition as it is shown; `progress` is done and all of it, None where that cannot be told."""

    id: str
    href: str
    name: str
    state: str
    is_over: bool
    is_failed: bool
    may_cancel: bool
    when: str
    tally: Sequence[str]
    progress: tuple[int, int] | None
    documents: Sequence[DocumentView]
    more_documents: int
    faults: Sequence[JobFault]
    more_faults: int
    compared: str
    error: JobFault | None
    feeds: Sequence[str]


def adding_page(shell: Shell, view: AddingView, given: Given | None = None) -> str:
    """Ways to add, feeds that were asked before, and what was added last."""
    return html(
        "add",
        shell,
        "add",
        jobs=[job_view(one) for one in view.jobs[:MOST_JOBS]],
        feeds=[one.url for one in view.feeds],
        not_compared=counted(view.not_compared, "document") if view.not_compared else "",
        form=given.form if given else "",
        values={name: value or "" for name, value in given.values.items()} if given else {},
        trouble=given.trouble if given else None,
        most_bytes=MOST_BYTES,
        most_document=MOST_DOCUMENT,
    )


def job_page(shell: Shell, job: Job) -> str:
    """What has become of an addition so far; a browser without script asks for it again and again."""
    return html("add_job", shell, "add", job=job_view(job))


def job_part(shell: Shell, job: Job) -> str:
    """The part of that page that changes, as scripts put it in."""
    return part("add_progress", shell=shell, job=job_view(job))


def job_view(job: Job) -> JobView:
    """The view of an addition."""
    return JobView(
        id=job.id,
        href=f"/add/jobs/{job.id}",
        name=one_line(job.name),
        state=_state(job),
        is_over=job.state.is_over,
        is_failed=job.state is JobState.FAILED,
        may_cancel=not job.state.is_over and not job.cancelling,
        when=f"{day_words(job.submitted[:10])}, {job.submitted[11:16]} UTC",
        tally=_tally(job),
        progress=_progress(job),
        documents=[_document(one) for one in job.documents],
        more_documents=max(0, _documents_in(job) - len(job.documents)),
        faults=job.faults,
        more_faults=max(0, _faults_in(job) - len(job.faults)),
        compared=_compared(job),
        error=job.error,
        feeds=job.feeds,
    )


def _state(job: Job) -> str:
    if job.cancelling and not job.state.is_over:
        return "Stops behind this document"
    if job.state is JobState.COMPARING and job.compared >= (job.to_compare or 0):
        return "Finding what follows from it"
    return _STATES[job.state]


def _tally(job: Job) -> list[str]:
    """What became of the documents, in words: 3 new, 41 claims, 2 skipped."""
    told = [f"{job.counts[kind]:,} {words}" for kind, words in _OUTCOMES.items() if job.counts.get(kind)]
    if job.claims:
        told.insert(1, counted(job.claims, "claim"))
    if not told and job.state is JobState.DONE and job.addition != "comparison":
        told.append("nothing new")
    return told


def _progress(job: Job) -> tuple[int, int] | None:
    if job.state is JobState.READING and job.total:
        return min(job.read, job.total), job.total
    if job.state is JobState.COMPARING and job.to_compare and job.compared < job.to_compare:
        return min(job.compared, job.to_compare), job.to_compare
    return None


def _documents_in(job: Job) -> int:
    kinds = (Added.NEW, Added.NEW_VERSION, Added.NEW_READING, Added.KNOWN)
    return sum(job.counts.get(kind.value, 0) for kind in kinds)


def _faults_in(job: Job) -> int:
    return job.counts.get("skipped", 0) + job.counts.get("passed over", 0)


def _compared(job: Job) -> str:
    found = job.found
    if found is None:
        return ""
    more = found.disputes - found.disputes_before
    change = (
        f" ({more:,} more than before)" if more > 0 else f" ({-more:,} fewer than before)" if more < 0 else ""
    )
    return f"{_relations(found)}; {counted(found.disputes, 'dispute')} in the ledger{change}"


def _relations(found: JobFound) -> str:
    if not found.relations:
        return "no relation to what others say"
    exclude = f", {found.contradictions:,} of them contradictions" if found.contradictions else ""
    return f"{counted(found.relations, 'relation')}{exclude}"


def _document(one: JobDocument) -> DocumentView:
    facts = [one.publisher or "", day_words(one.published) if one.published else ""]
    return DocumentView(
        id=one.id,
        href=f"/documents/{one.id}",
        name=one_line(one.title),
        facts=" · ".join(one_line(fact) for fact in facts if fact),
        claims=f"not read: {one_line(one.not_read)}" if one.not_read else counted(one.claims, "claim"),
        outcome=_OUTCOMES[one.outcome.value],
    )
