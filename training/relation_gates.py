"""Fit how much the compared facts count: python -m training.relation_gates --shared ../shared --weights W.

The stories that the network was not trained on are read by the package's own reader, so that the facts are as
sure as they will be at work; a softmax regression from the network's log-probabilities and the facts to
the relation is drawn towards leaving the network as it is.  Written to gates.json beside the network.
Run in the environment of the package; no torch is needed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from counterclaim.link.relations.compare import compare, in_order
from counterclaim.link.relations.gates import GATES, facts_of
from counterclaim.link.relations.graph import Graph
from counterclaim.link.relations.judge import seen
from counterclaim.model.meaning import Meaning
from counterclaim.model.reading import QuoteType
from counterclaim.model.told import Told
from counterclaim.pipeline import interpret_text
from counterclaim.read.said import Said
from training.relations import LABELS, Pair, held_out, own_pairs
from training.relations import Told as Side

COUNT = len(set(LABELS.values()))
ROUNDS, RATE = 3000, 0.05
SOURCE = "Officials"  # where nobody is named


def meaning_of(side: Side) -> Meaning:
    """What the reader makes of a written claim, put as news puts it."""
    source = side.speaker or SOURCE
    start = len(f"{source} said ")
    content = (start, start + len(side.text))
    said = Said(
        source=((0, len(source)),),
        cue=((len(source) + 1, start - 1),),
        content=(content,),
        quote_type=QuoteType.INDIRECT,
        parent=None,
        claims=((content,),),
    )
    (found,) = interpret_text(f"{source} said {side.text}.", (said,), id="pair", published=side.day)
    return msgspec.structs.replace(found.meanings[0], said=None)


def told(side: Side, name: str) -> Told:
    """A written claim as the judge takes it."""
    return Told(
        document=name,
        id=name,
        words=side.text,
        speaker=side.speaker,
        party=side.party,
        published=side.day,
        meaning=meaning_of(side),
    )


def table(pairs: Sequence[Pair], graph: Graph) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Log-probabilities (N, COUNT), facts (N, F), labels (N,)."""
    found, facts = [], []
    for pair in pairs:
        first, second = in_order(told(pair.one, "a"), told(pair.other, "b"))
        compared = compare(first, second)
        judged = graph.judge(seen(first, second, compared, graph.tokenizer))
        found.append(judged.relation)
        facts.append(facts_of(compared, judged))
    return np.array(found), np.array(facts), np.array([pair.relation for pair in pairs])


def fit(found: np.ndarray, facts: np.ndarray, labels: np.ndarray, penalty: float) -> tuple[float, np.ndarray]:
    """A factor for the log-probabilities, and odds (F, COUNT) for the facts, by Adam on all rows."""
    parameters = np.zeros((facts.shape[1] * COUNT + 1,))
    parameters[0] = 1.0
    first, second = np.zeros_like(parameters), np.zeros_like(parameters)
    one_hot = np.eye(COUNT)[labels]
    for step in range(1, ROUNDS + 1):
        odds = parameters[1:].reshape(-1, COUNT)
        logits = parameters[0] * found + facts @ odds
        raised = np.exp(logits - logits.max(1, keepdims=True))
        off = raised / raised.sum(1, keepdims=True) - one_hot
        gradient = np.concatenate([[(off * found).sum()], (facts.T @ off + penalty * odds).ravel()])
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        rate = RATE * (1 - step / (ROUNDS + 1))
        parameters -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return float(parameters[0]), parameters[1:].reshape(-1, COUNT)


def right(found: np.ndarray, facts: np.ndarray, labels: np.ndarray, fitted: tuple[float, np.ndarray]) -> str:
    """Share right and mean log-likelihood."""
    logits = fitted[0] * found + facts @ fitted[1]
    logits -= np.log(np.exp(logits).sum(1, keepdims=True))
    return f"{(logits.argmax(1) == labels).mean():.3f} {logits[np.arange(len(labels)), labels].mean():.3f}"


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora and gold")
    parser.add_argument("--weights", type=Path, required=True, help="folder with relations.onnx")
    parser.add_argument("--part", type=int, default=0, help="which part of the stories was held out")
    parser.add_argument("--parts", type=int, default=8)
    parser.add_argument("--penalty", type=float, default=5.0)
    args = parser.parse_args()
    pairs = [p for p in own_pairs(args.shared / "gold") if held_out(p, args.part, args.parts)]
    found, facts, labels = table(pairs, Graph(args.weights))
    nothing = (1.0, np.zeros((facts.shape[1], COUNT)))
    print("network alone", right(found, facts, labels, nothing))
    parts = np.array([[held_out(pair, part, 3) for part in range(3)] for pair in pairs]).T
    for penalty in (3.0, 10.0, 30.0, 100.0):
        lines = []
        for out in parts:
            fitted = fit(found[~out], facts[~out], labels[~out], penalty)
            lines.append(right(found[out], facts[out], labels[out], fitted))
        print("penalty", penalty, "on other stories:", *lines)
    factor, odds = fit(found, facts, labels, args.penalty)
    rows = {name: [round(float(one), 3) for one in row] for name, row in zip(GATES, odds, strict=True)}
    path = args.weights / "gates.json"
    path.write_text(
        json.dumps({"network": round(factor, 3), "odds": rows}, indent=1) + "\n", encoding="utf-8"
    )
    print("fitted", right(found, facts, labels, (factor, odds)), path)


if __name__ == "__main__":
    main()
