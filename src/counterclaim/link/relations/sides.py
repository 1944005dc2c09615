"""Whether one side tells both claims."""

from __future__ import annotations

from counterclaim.link.relations.view import Side
from counterclaim.model.told import Told


def side_of(one: Told, other: Told) -> Side:
    """By speaker and party; who speaks for nobody known is no side.

    A state or body that is named as speaker is its own party, as "Russia" is where a ministry speaks for it.
    """
    mine, theirs = _names(one), _names(other)
    if not mine or not theirs:
        return Side.UNKNOWN
    return Side.SAME if mine & theirs else Side.OTHER


def _names(told: Told) -> frozenset[str]:
    """Parties where there are any, else speakers; several are joined by semicolons."""
    text = told.party or told.key or told.speaker or ""
    return frozenset(name for part in text.split(";") if (name := part.strip().casefold()))
