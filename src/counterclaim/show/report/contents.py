"""What a report is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from counterclaim.model.inquiry import DisputeShown, ForecastShown, QuestionPage, SeriesShown, Shifted
from counterclaim.model.listing import ClaimRow, Stats
from counterclaim.model.reading import Reading
from counterclaim.model.relation import ClaimName

ReadingOf = Callable[[str], Reading]
"""The newest reading of a document by its id."""


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """All that a report tells of a ledger, called `name`, as it stands on the day `today` (ISO).

    `disputes` are the first to look at first, `questions` in any order, `forecasts` by when they fall due.
    """

    name: str
    today: str
    stats: Stats
    questions: tuple[QuestionPage, ...] = ()
    disputes: tuple[DisputeShown, ...] = ()
    shifts: tuple[Shifted, ...] = ()
    series: tuple[SeriesShown, ...] = ()
    forecasts: tuple[ForecastShown, ...] = ()

    def names(self) -> set[ClaimName]:
        """Every claim and statement whose words some page shows, by document and id."""
        found = {(row.document, row.id) for row in self._rows()}
        found |= {one.point.claims[0] for series in self.series for one in series.points}
        return found | {one.bearing.claim for forecast in self.forecasts for one in forecast.bearing}

    def _rows(self) -> Iterator[ClaimRow]:
        for page in self.questions:
            yield from (one.row for one in page.answers)
            yield from (row for related in page.relations for row in (related.one, related.other))
        for dispute in self.disputes:
            yield from (row for camp in dispute.camps for row in camp.rows)
        for shifted in self.shifts:
            yield from (shifted.before, shifted.after)
        for forecast in self.forecasts:
            yield from (teller.row for teller in forecast.tellers)
