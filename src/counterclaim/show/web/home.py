"""The first page of the desk."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.model.front import Front
from counterclaim.model.listing import DocumentRow
from counterclaim.show.report.docket import forecast_views
from counterclaim.show.report.lists import dispute_view
from counterclaim.show.report.numbers import series_view
from counterclaim.show.report.shifted import shift_view
from counterclaim.show.report.words import day_words
from counterclaim.show.visible import one_line
from counterclaim.show.web.receipts import PATHS, RECEIPTS
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell


class ArrivalView(NamedTuple):
    """A document in a list."""

    href: str
    name: str
    outlet: str
    day: str
    claims: int
    added: str
    is_copy: bool
    not_read: str


def home_page(shell: Shell, front: Front) -> str:
    """What to look at first, and ways to everything else."""
    stats = front.stats
    forecasts = forecast_views(front.forecasts, RECEIPTS)
    return html(
        "home",
        shell,
        "home",
        stats=stats,
        today=day_words(shell.today),
        disputes=[dispute_view(one, RECEIPTS, PATHS) for one in front.disputes],
        more_disputes=max(0, stats.disputes - len(front.disputes)),
        due=[one._replace(href=f"docket/{one.id}") for one in forecasts],
        shifts=[shift_view(one, RECEIPTS, PATHS) for one in front.shifts],
        series=[series_view(one, RECEIPTS)._replace(path=f"numbers/{one.series.id}") for one in front.series],
        arrivals=[arrival_view(one) for one in front.arrivals],
    )


def arrival_view(row: DocumentRow) -> ArrivalView:
    """The view of a document in a list."""
    return ArrivalView(
        href=f"documents/{row.id}",
        name=one_line(row.title),
        outlet=one_line(row.publisher or ""),
        day=day_words(row.published) if row.published else "",
        claims=row.claims,
        added=row.added,
        is_copy=row.origin != row.id,
        not_read=one_line(row.not_read or ""),
    )
