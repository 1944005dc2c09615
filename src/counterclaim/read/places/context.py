"""Which states a document is about: what settles an ambiguous name of a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.read.names.aliases import Aliases
from counterclaim.read.parse import Entity, Parse
from counterclaim.read.places.table import Sort, country_code, spots

_REMEMBERED = 4  # documents; the claims of one are asked one after the other


@dataclass(frozen=True, slots=True)
class Context:
    """How often a document names each state (by ISO code) and each part of one ("US-GA"), people included."""

    states: Mapping[str, int]
    parts: Mapping[str, int]


@lru_cache(maxsize=_REMEMBERED)
def context_of(parse: Parse, aliases: Aliases) -> Context:
    """Count the states and their parts among a document's names; ambiguous names count for none."""
    states: Counter[str] = Counter()
    parts: Counter[str] = Counter()
    for entity in parse.entities:
        if entity.label in {"GPE", "LOC", "NORP", "ORG"}:
            _count(entity, parse, aliases, states, parts)
    return Context(states, parts)


def _count(entity: Entity, parse: Parse, aliases: Aliases, states: Counter[str], parts: Counter[str]) -> None:
    text = bare_name(parse.text[entity.start : entity.end])
    people = aliases.adjective(text) or (
        aliases.adjective(text.removesuffix("s")) if text.endswith("s") else None
    )
    if people:
        code = country_code(people)
        states.update([code] if code else [])
        return
    found = [spot for spot in spots(text) if spot.sort in {Sort.COUNTRY, Sort.REGION} and spot.country]
    if len({spot.country for spot in found}) == 1:
        states[found[0].country] += 1
        if found[0].part:
            parts[f"{found[0].country}-{found[0].part}"] += 1
    elif not found:
        settlements = spots(text)
        if settlements and len({spot.country for spot in settlements}) == 1:
            states[settlements[0].country] += 1


def bare_name(text: str) -> str:
    """A name without its article and possessive ending."""
    text = " ".join(text.split())
    text = text.removeprefix("the ").removeprefix("The ")
    for ending in ("'s", "’s", "'", "’"):
        text = text.removesuffix(ending)
    return text.strip(' ,.;:"“”') if not text.isupper() else text.strip(' ,;:"“”')
