"""Compare the claims that are new to a ledger with all others that they may have to do with.

All documents enter the index first, so that which pairs are worth comparing depends on what the ledger holds
and not on where an earlier run was cut off.  What was found of a few documents is kept in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache

from counterclaim.errors import LedgerError
from counterclaim.ledger.ledger import Ledger
from counterclaim.link.pairs import Index, pack
from counterclaim.link.relations.judge import Judge
from counterclaim.linking.version import linker_version
from counterclaim.model.relation import ClaimName, Relation, RelationKind
from counterclaim.model.told import Told
from counterclaim.workers import Lost, Workers

AT_ONCE = 1500
"""Pairs judged between two transactions, or those of one document: some seconds of work."""
MOST, LEAST = 12, 2
"""Claims that each is compared with, of those that it finds; others may find it too."""
AFFORDABLE = 200_000
"""Comparisons sought in one ledger: in a larger one each claim is compared with fewer, down to LEAST, so that
100,000 claims are linked in some 20 minutes of processor time."""
_PIECE = 50  # pairs that a process is given at a time

Pair = tuple[Told, Told]
Names = tuple[ClaimName, ClaimName]


@dataclass(frozen=True, slots=True)
class Compared:
    """What was done: documents, their claims, the pairs judged, the contradictions found among them."""

    documents: int = 0
    claims: int = 0
    pairs: int = 0
    contradictions: int = 0

    def __add__(self, other: Compared) -> Compared:
        return Compared(
            self.documents + other.documents,
            self.claims + other.claims,
            self.pairs + other.pairs,
            self.contradictions + other.contradictions,
        )


@dataclass(slots=True)
class _Batch:
    """Documents whose pairs are judged and kept together: their packed claims, and how many there are."""

    documents: list[tuple[str, bytes, int]] = field(default_factory=list)
    pairs: list[Names] = field(default_factory=list)


def compare_new(ledger: Ledger, jobs: int = 1, most: int | None = None) -> Iterator[Compared]:
    """Compare what is new by so many processes, and say after each step what was done in it.

    A claim is compared with at most `most` others that it finds, else with as many as `most_among` says.
    A run that is stopped goes on where it was, and ends with the same relations.
    """
    version = linker_version()
    waiting = ledger.unlinked(version)
    if not waiting:
        return
    index = Index()
    for document, body in ledger.linked(version):
        index.add(document, body)
    if not len(index):  # another version compared it, or nothing did
        ledger.unlink()
    with ExitStack() as stack:
        judge = _judging(stack, jobs)
        for batch in _batches(ledger, waiting, index, most):
            yield _kept(ledger, version, batch, judge(_told(ledger, batch.pairs)))


def most_among(claims: int) -> int:
    """With how many others each of so many claims is compared."""
    return max(LEAST, min(MOST, AFFORDABLE // max(1, claims)))


def _batches(ledger: Ledger, waiting: Sequence[str], index: Index, most: int | None) -> Iterator[_Batch]:
    bodies = [(document, _packed(list(ledger.told(document)))) for document in waiting]
    places = [(document, body, index.add(document, body)) for document, body in bodies]
    most = most or most_among(len(index))
    batch, done = _Batch(), set[tuple[int, int]]()
    for document, body, numbers in places:
        batch.documents.append((document, body, len(numbers)))
        batch.pairs += _new_pairs(index, numbers, most, done)
        if len(batch.pairs) >= AT_ONCE:
            yield batch
            batch = _Batch()
    if batch.documents:
        yield batch


def _packed(told: Sequence[Told]) -> bytes:
    return pack(told, [claim.vector for claim in told])


def _new_pairs(index: Index, numbers: range, most: int, done: set[tuple[int, int]]) -> Iterator[Names]:
    """Each pair once, whichever of its claims found the other."""
    for number, near in zip(numbers, index.neighbours(numbers, most), strict=True):
        for neighbour in near:
            pair = min(number, neighbour.number), max(number, neighbour.number)
            if pair not in done:
                done.add(pair)
                yield index.name(number), index.name(neighbour.number)


def _told(ledger: Ledger, pairs: Sequence[Names]) -> list[Pair]:
    told = ledger.told_of({name for pair in pairs for name in pair})
    return [(told[one], told[other]) for one, other in pairs if one in told and other in told]


def _kept(ledger: Ledger, version: str, batch: _Batch, relations: Sequence[Relation]) -> Compared:
    with ledger.transaction():
        for document, body, _ in batch.documents:
            ledger.keep_linked(document, version, body)
        ledger.keep_relations(relations)
    return Compared(
        documents=len(batch.documents),
        claims=sum(claims for _, _, claims in batch.documents),
        pairs=len(relations),
        contradictions=sum(one.kind is RelationKind.CONTRADICTS for one in relations),
    )


@cache
def _the_judge() -> Judge:
    """The packaged judge, loaded once in each process."""
    return Judge()


def _relate(pairs: Sequence[Pair]) -> list[Relation]:
    judge = _the_judge()
    return [judge.relate(one, other) for one, other in pairs]


def _judging(stack: ExitStack, jobs: int) -> Callable[[Sequence[Pair]], list[Relation]]:
    """What judges pairs: this process, or so many others."""
    if jobs == 1:
        return _relate
    workers = stack.enter_context(Workers(jobs, _relate, _the_judge))

    def judge(pairs: Sequence[Pair]) -> list[Relation]:
        pieces = [pairs[start : start + _PIECE] for start in range(0, len(pairs), _PIECE)]
        found: list[Relation] = []
        for _, relations in workers.map(pieces, lambda piece: 0):
            if isinstance(relations, Lost):
                raise LedgerError(
                    "comparing claims",
                    "a process ended before its work was done, perhaps for want of memory",
                    "Try again with fewer --jobs: it goes on where it was",
                )
            found += relations
        return found

    return judge
