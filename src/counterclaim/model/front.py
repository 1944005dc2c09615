"""The first page of a desk."""

from __future__ import annotations

import msgspec

from counterclaim.model.inquiry import DisputeShown, ForecastShown, SeriesShown, Shifted
from counterclaim.model.listing import DocumentRow, Stats


class Front(msgspec.Struct, frozen=True, kw_only=True):
    """What to look at first; `arrivals` are the documents added last, the newest first."""

    stats: Stats
    disputes: tuple[DisputeShown, ...]
    forecasts: tuple[ForecastShown, ...]
    shifts: tuple[Shifted, ...]
    series: tuple[SeriesShown, ...]
    arrivals: tuple[DocumentRow, ...]
