"""Following a job: an event whenever it stands otherwise, until it is over or the desk closes."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator

from counterclaim.desk.jobs import Jobs
from counterclaim.errors import UnknownId
from counterclaim.model.job import Job
from counterclaim.show.web.adding import job_part
from counterclaim.show.web.shell import Shell

OFTEN = 0.3  # seconds between two looks
ALIVE = 15.0  # seconds after which a word is sent although nothing has happened


async def followed(jobs: Jobs, id: str, shell: Shell) -> AsyncIterator[bytes]:
    """Server-sent events: `job`, with its state and the part of the page that shows it, until it is over."""
    seen: Job | None = None
    said = 0.0
    yield b"retry: 2000\n\n"
    while not jobs.is_closed:
        try:
            job = jobs.job(id)
        except UnknownId:
            return
        if job is not seen:
            seen, said = job, time.monotonic()
            yield _event(job, shell)
            if job.state.is_over:
                return
        elif time.monotonic() - said > ALIVE:
            said = time.monotonic()
            yield b": still here\n\n"
        await asyncio.sleep(OFTEN)


def _event(job: Job, shell: Shell) -> bytes:
    data = {"state": job.state.value, "over": job.state.is_over, "html": job_part(shell, job)}
    return f"event: job\ndata: {json.dumps(data)}\n\n".encode()
