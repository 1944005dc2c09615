"""The packaged table of places, read once when first asked for."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from counterclaim.errors import ModelError
from counterclaim.read.places.key import place_key

_TABLE = "places.tsv.gz"


class Sort(StrEnum):
    """What a line of the table is."""

    COUNTRY = "c"
    REGION = "r"
    FEATURE = "f"
    SETTLEMENT = "s"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the table.

    `country` is its ISO 3166-1 code, empty where it is of no one state; `part` the state's postal code
    (United States only); degrees north and east, None where it is no settlement; inhabitants.
    """

    sort: Sort
    name: str
    country: str
    part: str
    latitude: float | None
    longitude: float | None
    population: int


def spots(name: str) -> tuple[Spot, ...]:
    """All places of a name, those spelt just so before those that only sound so."""
    lines = _table().get(place_key(name))
    if lines is None:
        return ()
    found = [_spot(line) for line in lines.split("\n")]
    plain = name.casefold()
    exact = [spot for spot in found if spot.name.casefold() == plain]
    return tuple(
        exact
        if exact and any(spot.population or spot.sort is not Sort.SETTLEMENT for spot in exact)
        else found
    )


@cache
def country_code(name: str) -> str | None:
    """The ISO 3166-1 code of a state by a name of it."""
    return next((spot.country for spot in spots(name) if spot.sort is Sort.COUNTRY), None)


@cache
def _table() -> Mapping[str, str]:
    """Lines by key, several of one key joined by ends of line.

    Raises ModelError where the table is missing or damaged.
    """
    table = files("counterclaim.read") / "tables" / _TABLE
    try:
        text = gzip.decompress(table.read_bytes()).decode()
    except (OSError, EOFError, ValueError) as error:
        raise ModelError(
            str(table), f"the table of places cannot be read ({error})", "Install counterclaim again."
        ) from error
    lines: dict[str, str] = {}
    for line in text.split("\n"):
        key, _, rest = line.partition("\t")
        lines[key] = f"{lines[key]}\n{rest}" if key in lines else rest
    return lines


def _spot(line: str) -> Spot:
    sort, name, country, part, latitude, longitude, population = line.split("\t")
    return Spot(
        sort=Sort(sort),
        name=name,
        country=country,
        part=part,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        population=int(population or 0),
    )
