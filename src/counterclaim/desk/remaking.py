"""Questions made anew after people joined, parted, related or renamed: a job of the desk, in its turn."""

from __future__ import annotations

from contextlib import suppress

from counterclaim.desk.desk import Desk
from counterclaim.errors import BusyLedger
from counterclaim.model.job import Comparison, Job

_TAG = Comparison.__struct_config__.tag


def make_questions_anew(desk: Desk) -> Job | None:
    """Have it done once what is at work now is done, by the job that is in line for it if there is one.

    None where so much waits in line that nothing more is taken: each of these additions does it as well.
    """
    with suppress(BusyLedger):
        return desk.jobs.submit(Comparison())
    return None


def is_making_anew(desk: Desk) -> bool:
    """Whether it waits or is at work, so that pages do not yet show all that was signed."""
    return any(one.addition == _TAG and not one.state.is_over for one in desk.jobs.recent())
