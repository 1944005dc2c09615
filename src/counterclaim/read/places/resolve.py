"""One of several places of a name: by the words around it, the states of the document, and size."""

from __future__ import annotations

import math
from dataclasses import dataclass

from counterclaim.model.meaning import Precision
from counterclaim.read.places.context import Context
from counterclaim.read.places.table import Sort, Spot, spots

# What a state's being named in the document is worth, and its being named most, in decimal logarithms
# of inhabitants.
_NAMED = 0.8
_NAMED_MOST = 0.7
_PART_NAMED = 0.7
_MARGIN = 0.7  # by which the likeliest must lead: five times the inhabitants, all else equal
_GREAT_CITY = 600_000  # inhabitants from which a settlement is meant rather than the region of its name

_PRECISION = {
    Sort.COUNTRY: Precision.COUNTRY,
    Sort.REGION: Precision.REGION,
    Sort.FEATURE: Precision.FEATURE,
    Sort.SETTLEMENT: Precision.SETTLEMENT,
}
UNKNOWN = "not in the table of places"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What is known of a name: fields as in `Place`."""

    name: str
    country: str | None
    precision: Precision | None
    latitude: float | None = None
    longitude: float | None = None
    reason: str | None = None


def resolve(name: str, within: str | None, context: Context) -> Resolved:
    """Settle a name; `within` names what the text says it lies in ("Springfield, Illinois")."""
    found = spots(name)
    if not found:
        return Resolved(name, None, None, reason=UNKNOWN)
    told = [spot for spot in found if within and _lies_in(spot, within)]
    if told:
        return _of(max(told, key=lambda spot: spot.population))
    lands = [spot for spot in found if spot.sort is not Sort.SETTLEMENT]
    cities = [spot for spot in found if spot.sort is Sort.SETTLEMENT]
    if lands and not any(spot.population >= _GREAT_CITY for spot in cities):
        return _land(name, lands, cities, context)
    countries = [spot for spot in lands if spot.sort is Sort.COUNTRY]
    return _of(countries[0]) if len(countries) == 1 else _settlement(name, cities, context)


def _lies_in(spot: Spot, within: str) -> bool:
    for outer in spots(within):
        if outer.sort is Sort.COUNTRY and outer.country == spot.country and spot.sort is not Sort.COUNTRY:
            return True
        if outer.sort is Sort.REGION and outer.country == spot.country and outer.part == spot.part:
            return spot.sort is Sort.SETTLEMENT
    return (
        spot.country == "US" and spot.part == within.replace(".", "").upper() and spot.sort is Sort.SETTLEMENT
    )


def _land(name: str, lands: list[Spot], cities: list[Spot], context: Context) -> Resolved:
    """A state or part of one; "Georgia" is both, and the rest of the document tells which."""
    weights = sorted((context.states.get(spot.country, 0) for spot in lands), reverse=True)
    best = max(lands, key=lambda spot: context.states.get(spot.country, 0))
    elsewhere = any(spot.country in context.states for spot in cities) and best.country not in context.states
    if (len(lands) > 1 and weights[0] == weights[1]) or (elsewhere and best.sort is Sort.REGION):
        return Resolved(name, None, None, reason=f"one of {len(lands) + len(cities)} places of that name")
    return _of(best)


def _settlement(name: str, cities: list[Spot], context: Context) -> Resolved:
    scores = sorted(((_score(spot, context), at) for at, spot in enumerate(cities)), reverse=True)
    best = cities[scores[0][1]]
    if len(scores) == 1 or scores[0][0] - scores[1][0] >= _MARGIN:
        return _of(best)
    country = best.country if len({spot.country for spot in cities}) == 1 else None
    return Resolved(
        name, country, Precision.SETTLEMENT, reason=f"one of {len(cities)} settlements of that name"
    )


def _score(spot: Spot, context: Context) -> float:
    score = math.log10(max(spot.population, 1))
    if spot.country in context.states:
        score += _NAMED
        score += _NAMED_MOST * (context.states[spot.country] == max(context.states.values()))
    if f"{spot.country}-{spot.part}" in context.parts:
        score += _PART_NAMED
    return score


def _of(spot: Spot) -> Resolved:
    return Resolved(spot.name, spot.country or None, _PRECISION[spot.sort], spot.latitude, spot.longitude)
