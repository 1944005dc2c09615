"""Versions of one address: whether the words of each claim still stand in the later ones."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.matching import Spoken, fates

CURRENT, GONE, CHANGED = 0, 1, 2

SPOKEN = (
    "SELECT claims.row, claims.words, coalesce(speakers.key, speakers.name, attributions.source, '')"
    " FROM readings"
    " JOIN claims ON claims.row BETWEEN readings.first_claim AND readings.first_claim + readings.claims - 1"
    " JOIN attributions ON attributions.row = claims.attribution"
    " JOIN speakers ON speakers.row = attributions.speaker"
    " WHERE readings.document = ? AND readings.listed = 1 ORDER BY claims.row"
)

# Versions in the order in which they were got, else added; rows only part what is of one instant.
_CHAIN = (
    "SELECT documents.row, documents.cleaner, documents.not_read IS NULL FROM captures"
    " JOIN documents ON documents.capture = captures.row"
    " WHERE captures.address = ? AND documents.listed = 1"
    " ORDER BY coalesce(captures.retrieved, captures.added), captures.row"
)


class VersionOf(msgspec.Struct, frozen=True):
    """A listed document in the chain of its address."""

    row: int
    cleaner: str
    is_read: bool


Outcome = tuple[int, int | None, int | None]  # standing, ended, became


def chain(connection: Connection, address: int) -> list[VersionOf]:
    """The listed documents of an address, in order."""
    return [
        VersionOf(row, cleaner, bool(read)) for row, cleaner, read in connection.execute(_CHAIN, (address,))
    ]


def comparable(earlier: VersionOf, later: VersionOf) -> bool:
    """Whether what is missing in the later text was taken out, and not just cleaned or read otherwise."""
    return earlier.cleaner == later.cleaner and earlier.is_read and later.is_read


def keep_standing(connection: Connection, address: int) -> None:
    """Bring the standing of all claims of an address up to date.

    From the last version backwards: what stands unchanged in the next version fares as it does there.
    """
    versions = chain(connection, address)
    if not versions:
        return
    said = {version.row: spoken(connection, version.row) for version in versions}
    outcomes: dict[int, Outcome] = {
        claim.row: (CURRENT, None, None) for claims in said.values() for claim in claims
    }
    for earlier, later in reversed(list(pairwise(versions))):
        if comparable(earlier, later):
            _carry_back(outcomes, said[earlier.row], said[later.row], later.row)
    connection.executemany(
        "UPDATE claims SET standing = ?, ended = ?, became = ? WHERE row = ?"
        " AND (standing, ended, became) IS NOT (?, ?, ?)",
        ((*outcome, row, *outcome) for row, outcome in outcomes.items()),
    )


def _carry_back(
    outcomes: dict[int, Outcome], earlier: list[Spoken], later: list[Spoken], document: int
) -> None:
    for fate in fates(earlier, later):
        if fate.later is None:
            outcomes[fate.earlier] = (GONE, document, None)
        elif fate.same:
            outcomes[fate.earlier] = outcomes[fate.later]
        else:
            outcomes[fate.earlier] = (CHANGED, document, fate.later)


def spoken(connection: Connection, document: int) -> list[Spoken]:
    """The claims of a document's listed reading, as they are compared."""
    return [Spoken(*found) for found in connection.execute(SPOKEN, (document,))]
