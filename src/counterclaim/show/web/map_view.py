"""Which stretch of the world a map shows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from counterclaim.model.places import NamedPlace, PlaceKind
from counterclaim.show.web.map_outlines import Area, outlines
from counterclaim.show.web.map_projection import WORLD, View

MIDDLE = 0.84  # of what is weighed lies between the edges, before some room is added
_ROOM = 0.15  # of the width and height, on each side
_LEAST = 14.0  # degrees of the meridian from edge to edge, so that a reader knows where it is
_AROUND = 5.0  # degrees of the meridian around one settlement, on each side
_WIDEST = 140.0  # degrees of longitude; what is wider is shown on the world

Weighed = tuple[float, float, int]  # degrees east and north, and how many claims


def close_view(places: Iterable[NamedPlace], share: float = MIDDLE) -> View | None:
    """The stretch in which this share of the named settlements lies, of states where there are none.

    None where that is most of the world, or nothing is placed.
    """
    some = list(places)
    points = [_point(one) for one in some if one.kind is PlaceKind.SETTLEMENT]
    if not points:
        points = [(*area.middle, one.claims) for one in some if (area := area_of(one))]
    if not points:
        return None
    points = _turned(points)
    west, east = _between([(x, many) for x, _, many in points], share)
    south, north = _between([(y, many) for _, y, many in points], share)
    return _roomy(west, south, east, north)


def view_of(place: NamedPlace) -> View | None:
    """The stretch around a place; None where it is not drawn."""
    if place.kind is PlaceKind.SETTLEMENT:
        x, y, _ = _point(place)
        wide = _AROUND / max(0.2, math.cos(math.radians(y)))
        return _roomy(x - wide, y - _AROUND, x + wide, y + _AROUND)
    area = area_of(place)
    if area is None:
        return None
    ring = outlines().ring(area.rings[0], 3)
    (west, south), (east, north) = ring.min(axis=0), ring.max(axis=0)
    return _roomy(float(west), float(south), float(east), float(north)) or WORLD


def area_of(place: NamedPlace) -> Area | None:
    """The outline of a place, where there is one."""
    if place.kind is PlaceKind.COUNTRY:
        return outlines().by_code.get(place.country or "")
    if place.kind is PlaceKind.REGION and place.country:
        return next(
            (
                area
                for area in outlines().areas
                if area.code.startswith(f"{place.country}-") and area.name == place.name
            ),
            None,
        )
    return None


def _point(place: NamedPlace) -> Weighed:
    return place.longitude or 0.0, place.latitude or 0.0, place.claims


def _turned(points: Sequence[Weighed]) -> list[Weighed]:
    """The same with degrees counted on, so that none is more than half a turn from where most are."""
    east = sum(many * math.cos(math.radians(x)) for x, _, many in points)
    north = sum(many * math.sin(math.radians(x)) for x, _, many in points)
    middle = math.degrees(math.atan2(north, east))
    return [(x - 360 * round((x - middle) / 360), y, many) for x, y, many in points]


def _between(weighed: Iterable[tuple[float, int]], share: float) -> tuple[float, float]:
    """The first and the last of the values that lie in the middle by weight, which is this share of all."""
    values = sorted(weighed)
    out = sum(many for _, many in values) * (1 - share) / 2
    return _from_below(values, out), _from_below(values[::-1], out)


def _from_below(values: Sequence[tuple[float, int]], out: float) -> float:
    so_far = 0.0
    for value, many in values:
        so_far += many
        if so_far > out:
            return value
    return values[-1][0]


def _roomy(west: float, south: float, east: float, north: float) -> View | None:
    """The view with room around it, in whole degrees; None where it is most of the world."""
    narrow = max(0.2, math.cos(math.radians((south + north) / 2)))
    beside = (east - west) * _ROOM + max(0.0, _LEAST / narrow - (east - west)) / 2
    above = (north - south) * _ROOM + max(0.0, _LEAST - (north - south)) / 2
    if east - west + 2 * beside > _WIDEST:
        return None
    south, north = max(-85.0, south - above), min(85.0, north + above)
    return View(
        float(math.floor(west - beside)), float(math.floor(south)),
        float(math.ceil(east + beside)), float(math.ceil(north)),
    )  # fmt: skip
