"""Questions made anew after people joined, parted, related or renamed: a job of the desk, in its turn."""

from __future__ import annotations

from contextlib import suppress

from counterclaim.desk.desk import Desk
from counterclaim.errors import BusyLedger
from counterclaim.model.job import Comparison, Job, JobState

_TAG = Comparison.__struct_config__.tag


def make_questions_anew(desk: Desk) -> Job | None:
    """Have it done once what is at work now is done; asked while it waits in line it is done once for all.

    None where it is done with what waits in line already.
    """
    waiting = next((one for one in _comparisons(desk) if one.state is JobState.WAITING), None)
    if waiting is None:
        with suppress(BusyLedger):  # what waits in line already makes them anew as well
            return desk.jobs.submit(Comparison())
    return waiting


def is_making_anew(desk: Desk) -> bool:
    """Whether it waits or is at work, so that pages do not yet show all that was signed."""
    return any(not one.state.is_over for one in _comparisons(desk))


def _comparisons(desk: Desk) -> list[Job]:
    return [one for one in desk.jobs.recent() if one.addition == _TAG]
