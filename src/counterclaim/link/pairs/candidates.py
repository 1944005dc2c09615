"""The pairs of a whole ledger that are worth a judgement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import numpy as np

from counterclaim.link.pairs.index import LEAST, MOST, Index, Neighbour
from counterclaim.link.pairs.packed import pack
from counterclaim.model.relation import ClaimName
from counterclaim.model.told import Told

_NEVER = "9999"  # sorts behind all days


def candidate_pairs(
    claims: Iterable[Told],
    vectors: Mapping[ClaimName, bytes] | None = None,
    *,
    most: int = MOST,
    least: float = LEAST,
) -> Iterator[tuple[int, int]]:
    """Pairs by the places of claims as given, the one told first in front, in order of time.

    A pair is one of which either claim is among the `most` likest of the other.  They depend on the
    claims alone, not on the order in which these are given.
    """
    for one, other, _ in ranked_pairs(claims, vectors, most=most, least=least):
        yield one, other


def ranked_pairs(
    claims: Iterable[Told],
    vectors: Mapping[ClaimName, bytes] | None = None,
    *,
    most: int = MOST,
    least: float = LEAST,
) -> Iterator[tuple[int, int, int]]:
    """The same pairs, each with its rank: how many others one of the claims finds before the other."""
    given = list(claims)
    order = sorted(range(len(given)), key=lambda place: (given[place].document, given[place].id))
    in_time = sorted(range(len(given)), key=lambda number: _age(given[order[number]]))
    when = np.argsort(np.array(in_time, np.int64))
    pairs, ranks = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for number, near in _neighbours([given[place] for place in order], vectors or {}, most, least):
        others = when[np.array([neighbour.number for neighbour in near], np.int64)]
        first, last = np.minimum(when[number], others), np.maximum(when[number], others)
        pairs.append(first * len(given) + last)
        ranks.append(np.arange(len(near)))
    found, rank = np.concatenate(pairs), np.concatenate(ranks)
    best = np.lexsort((rank, found))
    found, rank = found[best], rank[best]
    once = np.concatenate(([True], found[1:] != found[:-1]))[: len(found)]
    for pair, of_pair in zip(found[once].tolist(), rank[once].tolist(), strict=True):
        one, other = divmod(pair, len(given))
        yield order[in_time[one]], order[in_time[other]], of_pair


def _neighbours(
    claims: Sequence[Told], vectors: Mapping[ClaimName, bytes], most: int, least: float
) -> Iterator[tuple[int, tuple[Neighbour, ...]]]:
    """Of claims in order of documents, when all are in the index."""
    index, documents = Index(), []
    for document, of_document in groupby(claims, key=lambda claim: claim.document):
        told = list(of_document)
        rows = [vectors.get((document, claim.id), b"") for claim in told]
        documents.append(index.add(document, pack(told, rows)))
    for numbers in documents:
        yield from zip(numbers, index.neighbours(numbers, most, least), strict=True)


def _age(claim: Told) -> tuple[str, str, str]:
    return claim.day or _NEVER, claim.document, claim.id
