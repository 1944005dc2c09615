"""The docket: forecasts and commitments, when they fall due, and what was said later that bears on them.

Outcomes are no part of it: a person records them.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from counterclaim.model.meaning import Orientation
from counterclaim.model.relation import ClaimName


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """The days in which something falls due, as ISO days; None where that side is open.

    `approximate` says that the words leave an end vague: "in a few days".
    """

    first: str | None
    last: str | None
    approximate: bool = False


class DueState(StrEnum):
    """Where a window stands on one day.

    `due` is within the window.  What has no last day is never overdue.
    """

    COMING = "coming"
    DUE = "due"
    OVERDUE = "overdue"
    NO_DATE = "no date"


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One claim that makes a forecast or commitment, and whose it is."""

    claim: ClaimName
    speaker: str | None
    key: str | None
    party: str | None
    day: str | None
    origin: str


class Bearing(msgspec.Struct, frozen=True, kw_only=True):
    """A later statement that may tell what became of a forecast.

    `days` is how long after the first day of the window it was told, or after the forecast where
    that day is not known.  `shared` are the words that both have, the rarest first.
    """

    claim: ClaimName
    day: str
    days: int
    shared: tuple[str, ...]
    weight: float


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """A forecast or commitment; what tells it again is folded into it.

    `words`, `orientation` and `due` (EDTF) are of the first telling, `tellings` in order of time.
    `origins` counts where the texts of the tellings began.  `bearing` are later statements that may tell
    what became of it, of any day, where it is kept with them.
    """

    id: str
    words: str
    orientation: Orientation
    due: str | None
    window: Window | None
    tellings: tuple[Telling, ...]
    origins: int
    bearing: tuple[Bearing, ...] = ()


class DocketEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A forecast as it stands on one day.

    `days` are left until the last day of the window, below zero where it is overdue; of a window without
    a last day until the first.  None where nothing is left to count, or without a day to stand on.
    """

    forecast: Forecast
    state: DueState | None
    days: int | None
    bearing: tuple[Bearing, ...] = ()
