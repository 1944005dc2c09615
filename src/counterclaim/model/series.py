"""Number series: one quantity as different parties count it over time, every bound as it was told."""

from __future__ import annotations

import msgspec

from counterclaim.model.meaning import Quantity
from counterclaim.model.relation import ClaimName


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One count, by whom and when.

    `speaker` and `party` are None in the outlet's own voice, where `own_voice` is true.  `claims`
    are those that tell this count, the first of them before others of its origin that repeat it.
    """

    claims: tuple[ClaimName, ...]
    quantity: Quantity
    words: str
    day: str | None
    speaker: str | None = None
    key: str | None = None
    party: str | None = None
    own_voice: bool = False
    origin: str


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of the same quantity in order of time; never added up or averaged.

    `unit` is the class of what is counted, `of` the words of the point that say most of it,
    `owners` and `places` name whose and where as the points do (in small letters, cut to a stem).
    """

    id: str
    unit: str
    of: str
    owners: tuple[str, ...]
    places: tuple[str, ...]
    points: tuple[Point, ...]

    @property
    def parties(self) -> tuple[str, ...]:
        """Who counts, in order of the first count; the outlet's own voice is no party."""
        names = (point.party or point.speaker for point in self.points if not point.own_voice)
        return tuple(dict.fromkeys(name for name in names if name))
