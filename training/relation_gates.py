"""Fit how much compared facts count: python -m training.relation_gates --shared S --folds F0 F1 --output W.

Each story is judged by the network that was not trained on it, and read by the package's own reader, so that
everything is as sure as it will be at work; a softmax regression from the network's log-probabilities and
the facts to the relation is drawn towards leaving the network as it is.  These odds go on to be fitted to
the pairs of the development story, for what ships.  Both are written to W.
Run in the environment of the package; no torch is needed.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from counterclaim.link.relations.compare import Compared, compare, in_order
from counterclaim.link.relations.gates import Odds, odds_as_json
from counterclaim.link.relations.graph import Found, Graph
from counterclaim.link.relations.judge import ODDS, WRITTEN_ODDS, Judge, seen
from counterclaim.model.told import Told
from evals.odds import LABELS, fit, likelihood, nothing, table
from evals.pairs import read_pairs
from evals.ratios import Floats
from evals.relations import PENALTY, judge_all
from training.relation_meanings import read_of
from training.relations import OTHER, Pair, apart, held_out, own_pairs, thinned
from training.relations import Told as Side

CROSSED = 3
APART, MOST_APART = 0.3, 16  # as in training


def told(side: Side, name: str) -> Told:
    """A written claim as the judge takes it."""
    meaning, vector = read_of(side)
    return Told(
        document=name,
        id=name,
        words=side.text,
        before=side.before,
        speaker=side.speaker,
        party=side.party,
        published=side.day,
        meaning=meaning,
        vector=vector,
    )


def judged(pairs: Sequence[Pair], graph: Graph) -> tuple[list[Found], list[Compared]]:
    """What the network finds of pairs, and what rules see of them."""
    found, facts = [], []
    for pair in pairs:
        first, second = in_order(told(pair.one, "a"), told(pair.other, "b"))
        compared = compare(first, second)
        found.append(graph.judge(seen(first, second, compared, graph.tokenizer)))
        facts.append(compared)
    return found, facts


def pairs_to_fit(gold: Path, seed: int = 20261126) -> list[Pair]:
    """All pairs that are joined or told apart, and some of each story that simply have nothing to do."""
    pairs, rng = own_pairs(gold), random.Random(seed)
    dense = [pair for pair in pairs if pair.relation == OTHER and pair.group.startswith("story:")]
    left_out = set(map(id, dense))
    joined = [pair for pair in pairs if id(pair) not in left_out]
    return [*joined, *thinned(dense, APART, MOST_APART, rng), *thinned(apart(joined), APART, MOST_APART, rng)]


def written_odds(gold: Path, folds: Sequence[Path], penalty: float) -> Odds:
    """Odds fitted to the written stories, each judged by the network that had not seen it."""
    everything = pairs_to_fit(gold)
    pairs, found, compared = [], [], []
    for part, folder in enumerate(folds):
        mine = [pair for pair in everything if held_out(pair, part, len(folds))]
        of_words, facts = judged(mine, Graph(folder))
        pairs, found, compared = [*pairs, *mine], [*found, *of_words], [*compared, *facts]
    rows, labels = table(found, compared), np.array([pair.relation for pair in pairs])
    known = nothing(rows[1].shape[1])
    print("network alone: share right, log-likelihood", likelihood(*rows, labels, known))
    for other in (penalty / 3, penalty, 3 * penalty):
        print("penalty", other, "on other stories:", _crossed(rows, labels, pairs, other))
    return fit(*rows, labels, known, penalty)


def _crossed(
    rows: tuple[Floats, Floats], labels: np.ndarray, pairs: Sequence[Pair], penalty: float
) -> tuple[float, ...]:
    """Share right and log-likelihood on each third of the stories by odds fitted to the others, the mean."""
    thirds = []
    for part in range(CROSSED):
        out = np.array([held_out(pair, part, CROSSED) for pair in pairs])
        known = nothing(rows[1].shape[1])
        odds = fit(*(row[~out] for row in rows), labels[~out], known, penalty)
        thirds.append(likelihood(*(row[out] for row in rows), labels[out], odds))
    return tuple(float(one) for one in np.mean(thirds, axis=0))


def shipped_odds(gold: Path, weights: Path, known: Odds) -> Odds:
    """The same, drawn on to the development story, of which every pair is real."""
    name = "story-dev"
    claims, relations, texts = (
        gold / f"{name}.{kind}.jsonl" for kind in ("attributions", "relations", "texts")
    )
    scored = judge_all(read_pairs(claims, relations, [texts]), Judge(weights, WRITTEN_ODDS))
    rows = table([one.found for one in scored], [one.compared for one in scored])
    return fit(*rows, np.array([LABELS[one.pair.relation] for one in scored]), known, PENALTY)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora and gold")
    parser.add_argument(
        "--folds",
        type=Path,
        nargs="+",
        required=True,
        help="folders with relations.onnx, by the part held out",
    )
    parser.add_argument("--output", type=Path, required=True, help="folder with the relations.onnx to ship")
    parser.add_argument("--penalty", type=float, default=10.0)
    args = parser.parse_args()
    gold = args.shared / "gold"
    written = written_odds(gold, args.folds, args.penalty)
    (args.output / WRITTEN_ODDS).write_bytes(odds_as_json(written))
    (args.output / ODDS).write_bytes(odds_as_json(shipped_odds(gold, args.output, written)))


if __name__ == "__main__":
    main()
