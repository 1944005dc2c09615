"""Score which pairs of claims blocking keeps: `evals pairs`.

`kept` is the share of the gold's related pairs (all but `other question`) that are among the candidates,
for all and for each relation; `candidates` counts these, each pair once, and `claims` what they are
candidates of.  `kept_at_5` is the share where each claim finds only so many others that there are at most
five candidates a claim.  Figures with `end_to_end_` are those among all claims found in the bare texts,
where a predicted claim stands for a gold one; pairs of which one claim was not found count as lost there,
`end_to_end_kept_of_found` leaves them out.

Baseline: `cosine_` takes as many pairs, those with the highest cosine of words.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from counterclaim.errors import MalformedRecord, MissingInput
from counterclaim.link.pairs import MOST, candidate_pairs, ranked_pairs
from counterclaim.link.pairs.vectors import ONE
from counterclaim.model.relation import ClaimName, RelationKind
from counterclaim.model.told import Told
from evals import report
from evals.answers import installed_understanding
from evals.bootstrap import Estimate
from evals.expected import share_right
from evals.near import cosines
from evals.options import positive
from evals.pairs import Pair, read_pairs
from evals.tellings import tellings

BUDGETS = (5, 10, 20, 40)  # candidates a claim

Names = frozenset[ClaimName]


def measure(
    pairs: Sequence[Pair],
    claims: Sequence[Told],
    stands_for: Mapping[ClaimName, ClaimName],
    rounds: int,
    vectors: Mapping[ClaimName, bytes] | None = None,
    neighbours: int = MOST,
) -> dict[str, Estimate]:
    """Estimates by metric name."""
    chosen = {
        frozenset((_name(claims[one]), _name(claims[other])))
        for one, other in candidate_pairs(claims, vectors, most=neighbours)
    }
    related = [
        (pair, _in_place(pair, stands_for))
        for pair in pairs
        if pair.relation is not RelationKind.OTHER_QUESTION
    ]
    metrics = {"kept": _share(related, chosen, rounds)}
    # With twice as many neighbours each budget is met, whoever finds whom.
    ranks = {
        frozenset((_name(claims[one]), _name(claims[other]))): rank
        for one, other, rank in ranked_pairs(claims, vectors, most=2 * max(BUDGETS), least=0.0)
    }
    for budget in BUDGETS:
        metrics[f"kept_at_{budget}"] = _share(related, _within(ranks, budget * len(claims)), rounds)
    found = [(pair, names) for pair, names in related if names is not None]
    metrics["kept_of_found"] = _share(found, chosen, rounds)
    for kind in RelationKind:
        if of_kind := [(pair, names) for pair, names in related if pair.relation is kind]:
            metrics[f"kept_{kind.value.replace(' ', '_')}"] = _share(of_kind, chosen, rounds)
    counts = {"candidates": len(chosen), "claims": len(claims)}
    return metrics | {name: Estimate(float("nan"), None, None, n) for name, n in counts.items()}


def _share(rows: Sequence[tuple[Pair, Names | None]], chosen: set[Names], rounds: int) -> Estimate:
    return share_right([(pair.one.document, names in chosen) for pair, names in rows], rounds)


def _within(ranks: Mapping[Names, int], most: int) -> set[Names]:
    """So many pairs at most, all up to one rank."""
    many = np.cumsum(np.bincount(sorted(ranks.values())))
    last = int(np.searchsorted(many, most, "right"))
    return {names for names, rank in ranks.items() if rank < last}


def nearest(claims: Sequence[Told], most: int) -> set[Names]:
    """So many pairs with the highest cosine of words."""
    rows, columns = np.triu_indices(len(claims), 1)
    near = np.round(cosines(claims)[rows, columns], 9)
    best = np.argsort(-near, kind="stable")[:most]
    return {frozenset((_name(claims[rows[at]]), _name(claims[columns[at]]))) for at in best}


def _in_place(pair: Pair, stands_for: Mapping[ClaimName, ClaimName]) -> Names | None:
    one, other = stands_for.get(_name(pair.one)), stands_for.get(_name(pair.other))
    return frozenset((one, other)) if one and other else None


def _name(claim: Told) -> ClaimName:
    return claim.document, claim.id


def _own_vectors(claims: Sequence[Told]) -> dict[ClaimName, bytes]:
    return {_name(claim): claim.vector for claim in claims}


def read_vectors(path: Path) -> dict[ClaimName, bytes]:
    """Vectors of an `.npz` file by `document#claim`, seen from their mean; errors name the file."""
    if not path.is_file():
        raise MissingInput(str(path), "no such file", "Give the path of an .npz file")
    try:
        with np.load(path) as rows:
            named = {name.partition("#"): rows[name].astype(np.float64) for name in rows.files}
    except ValueError as error:
        raise MalformedRecord(str(path), str(error), "Give arrays named `document#claim`") from error
    centre = np.mean(list(named.values()), axis=0) if named else 0
    return {(document, claim): _unit(row - centre) for (document, _, claim), row in named.items()}


def _unit(row: NDArray[np.float64]) -> bytes:
    length = float(np.linalg.norm(row)) or 1.0
    return np.rint(row / length * ONE).astype(np.int8).tobytes()


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `evals pairs` to the commands."""
    parser = commands.add_parser("pairs", help="which pairs of claims are worth a judgement?")
    parser.add_argument("--claims", type=Path, required=True, help="JSONL of documents with claims")
    parser.add_argument("--pairs", type=Path, required=True, help="JSONL of pairs with their relation")
    parser.add_argument("--texts", type=Path, nargs="+", default=[], help="JSONL of id and text")
    parser.add_argument("--vectors", type=Path, help=".npz of vectors by `document#claim` to try")
    parser.add_argument(
        "--neighbours", type=positive, default=MOST, help=f"that a claim finds (default {MOST})"
    )
    parser.add_argument("--given", action="store_true", help="leave out what is read from the bare texts")
    parser.add_argument("--bootstrap", type=positive, default=1000, metavar="N", help="rounds (default 1000)")
    parser.add_argument("--json", action="store_true", help="print JSON with fractions")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    pairs = read_pairs(options.claims, options.pairs, options.texts)
    given, found = tellings(options.claims, options.texts, installed_understanding(), not options.given)
    vectors = read_vectors(options.vectors) if options.vectors else _own_vectors(given.claims)
    claims = [claim for claim in given.claims if _name(claim) in given.stands_for]
    metrics = measure(pairs, claims, given.stands_for, options.bootstrap, vectors, options.neighbours)
    near = nearest(claims, metrics["candidates"].n)
    related = [
        (pair, _in_place(pair, given.stands_for))
        for pair in pairs
        if pair.relation is not RelationKind.OTHER_QUESTION
    ]
    metrics["cosine_kept"] = _share(related, near, options.bootstrap)
    if not options.given:
        own = _own_vectors(found.claims)
        read = measure(pairs, found.claims, found.stands_for, options.bootstrap, own, options.neighbours)
        metrics |= {f"end_to_end_{name}": estimate for name, estimate in read.items()}
    print(report.as_json(metrics) if options.json else report.as_table(metrics))
