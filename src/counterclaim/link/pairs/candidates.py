"""The pairs of a whole ledger that are worth a judgement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from counterclaim.link.pairs.features import features_of
from counterclaim.link.pairs.index import MOST, Index
from counterclaim.link.pairs.spread import Spread
from counterclaim.link.pairs.vectors import Vector, centre_of
from counterclaim.model.relation import ClaimName
from counterclaim.model.told import Told

_NEVER = "9999"  # sorts behind all days


def candidate_pairs(
    claims: Iterable[Told],
    vectors: Mapping[ClaimName, Vector] | None = None,
    *,
    neighbours: int = MOST,
    most: int | None = None,
) -> Iterator[tuple[int, int]]:
    """Pairs by the places of claims as given, the one told first in front.

    They depend on the claims alone, not on the order in which these are given.  A claim has at most so
    many `neighbours` among those before it; with `most` only so many pairs are handed out, those most
    alike of all.
    """
    given = list(claims)
    found = _likely(given, vectors or {}, neighbours)
    if most is not None:
        best = nsmallest(most, found, key=lambda pair: (-pair[2], pair[3]))
        found = iter(sorted(best, key=lambda pair: pair[3]))
    yield from ((one, other) for one, other, _, _ in found)


def _likely(
    given: Sequence[Told], vectors: Mapping[ClaimName, Vector], neighbours: int
) -> Iterator[tuple[int, int, float, tuple[int, int]]]:
    """Pairs with their likeness, and with their places in order of time."""
    centre = centre_of(vectors[name] for name in sorted(vectors))
    index = Index(Spread(features_of(claim) for claim in given), centre, neighbours)
    order = sorted(range(len(given)), key=lambda place: _age(given[place]))
    for later, place in enumerate(order):
        claim = given[place]
        for neighbour in index.add(claim, vectors.get((claim.document, claim.id))):
            yield order[neighbour.place], place, neighbour.likeness, (later, neighbour.place)


def _age(claim: Told) -> tuple[str, str, str]:
    return claim.day or _NEVER, claim.document, claim.id
