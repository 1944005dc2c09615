"""The lists of disputes, changed answers and number series."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model.inquiry import DisputeShown, Shifted
from counterclaim.show.report.lists import dispute_view
from counterclaim.show.report.shifted import shift_view
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.receipts import PATHS, RECEIPTS
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell


def disputes_page(shell: Shell, disputes: Sequence[DisputeShown], paging: Paging) -> str:
    """Disputes in order of rank."""
    views = [dispute_view(one, RECEIPTS, PATHS) for one in disputes]
    return html("disputes", shell, "disputes", disputes=views, paging=paging)


def shifts_page(shell: Shell, shifts: Sequence[Shifted], paging: Paging) -> str:
    """Changed answers, the newest first."""
    views = [shift_view(one, RECEIPTS, PATHS) for one in shifts]
    return html("shifts", shell, "shifts", shifts=views, paging=paging)
