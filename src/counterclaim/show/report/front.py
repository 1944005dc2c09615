"""The first page: what is disputed most, what is due, who changed, which numbers differ."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.show.report.claim import Receipts
from counterclaim.show.report.contents import Contents
from counterclaim.show.report.docket import ForecastView
from counterclaim.show.report.lists import DisputeView
from counterclaim.show.report.numbers import series_view
from counterclaim.show.report.render import Page, page
from counterclaim.show.report.shifted import ShiftView
from counterclaim.show.report.words import day_words
from counterclaim.show.visible import one_line

MOST_DISPUTES, MOST_DUE, MOST_SHIFTS, MOST_SERIES = 10, 8, 8, 6
_ROUND = ("due", "coming")  # what the first page shows of the docket before what is past


def front_page(
    contents: Contents,
    disputes: Sequence[DisputeView],
    forecasts: Sequence[ForecastView],
    shifts: Sequence[ShiftView],
    receipts: Receipts,
) -> Page:
    """The first page; its lists are the beginnings of longer ones."""
    stats = contents.stats
    soon = [one for one in forecasts if one.css in _ROUND and not one.outcome]
    past = [one for one in forecasts if one.css == "overdue" and not one.outcome]
    return page(
        "index",
        "index.html",
        name=one_line(contents.name),
        today=day_words(contents.today),
        not_linked=stats.not_linked,
        counts=(
            ("documents", stats.documents, "documents.html"),
            ("claims", stats.claims, ""),
            ("parties", stats.parties, "matrix.html"),
            ("questions", len(contents.questions), "questions.html"),
            ("disputes", len(contents.disputes), "disputes.html"),
            ("changed answers", len(contents.shifts), "shifts.html"),
            ("forecasts", len(contents.forecasts), "docket.html"),
            ("number series", len(contents.series), "numbers.html"),
        ),
        disputes=disputes[:MOST_DISPUTES],
        more_disputes=max(0, len(disputes) - MOST_DISPUTES),
        due=(soon + past)[:MOST_DUE],
        more_due=max(0, len(forecasts) - MOST_DUE),
        shifts=shifts[:MOST_SHIFTS],
        more_shifts=max(0, len(shifts) - MOST_SHIFTS),
        series=[series_view(one, receipts) for one in contents.series[:MOST_SERIES]],
        more_series=max(0, len(contents.series) - MOST_SERIES),
    )
