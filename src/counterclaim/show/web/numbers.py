"""Number series: the list of them, and the page of each."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model.inquiry import SeriesShown
from counterclaim.show.report.numbers import SeriesView, series_values, series_view
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.receipts import RECEIPTS
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell


def numbers_page(shell: Shell, series: Sequence[SeriesShown], about: str, paging: Paging) -> str:
    """A stretch of the list; `about` are the words that were asked for."""
    return html("numbers", shell, "numbers", series=list(map(_view, series)), about=about, paging=paging)


def series_page(shell: Shell, found: SeriesShown) -> str:
    """Who counted what, and when, with every bound."""
    return html("series", shell, "numbers", id=found.series.id, **series_values(found, RECEIPTS))


def _view(found: SeriesShown) -> SeriesView:
    return series_view(found, RECEIPTS)._replace(path=f"numbers/{found.series.id}")
