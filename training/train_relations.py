"""Train the network of relations: python -m training.train_relations --shared ../shared --output runs/r."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional

from counterclaim.link.relations.view import View
from counterclaim.read.words import load_tokenizer
from training.network import load_minilm
from training.relation_network import FEATURES, RelationNetwork
from training.relations import (
    CONTRADICTS,
    OTHER,
    UNSCORED,
    Pair,
    apart,
    by_group,
    held_out,
    inference_pairs,
    own_pairs,
    shown,
    thinned,
    unrelated,
    with_meanings,
)
from training.train import base_folder, rate_at

# Pairs of inference in each epoch beside our own: what was learned of them first is not to be forgotten.
INFERENCE = (2500, 2000, 1500, 1000)
WEIGHTS = "relations.safetensors"
UNRELATED = 0.15  # claims of different stories, for each own pair
APART, MOST_APART = 0.3, 16  # share of claims of one story that are not joined, and how many of a story
INFERENCE_WEIGHT = 0.7
Seen = tuple[View, Pair]


def batches(rows: Sequence[Seen], pieces: int, rng: random.Random | None) -> Iterator[list[Seen]]:
    """Rows of like length put together, at most so many pieces with padding; shuffled if there is an rng."""
    jitter = rng.random if rng else lambda: 0.0
    order = sorted(rows, key=lambda row: len(row[0].pieces) + 12 * jitter())
    groups: list[list[Seen]] = [[]]
    longest = 0
    for row in order:
        longest = max(longest, len(row[0].pieces))
        if groups[-1] and longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
            longest = len(row[0].pieces)
        groups[-1].append(row)
    if rng:
        rng.shuffle(groups)
    yield from groups


def padded(rows: Sequence[Seen]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces (B, T), features (B, T, 5), mask (B, T), labels (B, 2)."""
    longest = max(len(view.pieces) for view, _ in rows)
    pieces = np.zeros((len(rows), longest), dtype=np.int64)
    features = np.zeros((len(rows), longest, len(FEATURES)), dtype=np.int64)
    mask = np.zeros((len(rows), longest), dtype=np.bool_)
    for index, (view, _) in enumerate(rows):
        size = len(view.pieces)
        pieces[index, :size], features[index, :size], mask[index, :size] = view.pieces, view.features, True
    labels = torch.tensor([(pair.relation, pair.inference) for _, pair in rows])
    return torch.from_numpy(pieces), torch.from_numpy(features), torch.from_numpy(mask), labels


def loss(relation: Tensor, inference: Tensor, labels: Tensor, smoothing: float) -> Tensor:
    """Sum of both cross-entropies, each over the rows that have its label."""
    total = torch.zeros(())
    for logits, label, weight in ((relation, labels[:, 0], 1.0), (inference, labels[:, 1], INFERENCE_WEIGHT)):
        if (label != UNSCORED).any():
            each = functional.cross_entropy(
                logits.float(), label, ignore_index=UNSCORED, reduction="sum", label_smoothing=smoothing
            )
            total = total + weight * each / len(labels)
    return total


def predict(network: RelationNetwork, rows: Sequence[Seen]) -> tuple[np.ndarray, np.ndarray]:
    """Log-probabilities of the relation and labels, in one order."""
    network.eval()
    found, labels = [], []
    with torch.no_grad():
        for group in batches(rows, 8192, None):
            pieces, features, mask, label = padded(group)
            found.append(functional.log_softmax(network(pieces, features, mask)[0].float(), -1).numpy())
            labels.append(label[:, 0].numpy())
    network.train()
    return np.concatenate(found), np.concatenate(labels)


def figures(found: np.ndarray, labels: np.ndarray) -> str:
    """Accuracy, F1 of each label, precision of contradicts at recalls, false alarms on others."""
    guess = found.argmax(1)
    f1 = [
        2 * ((guess == k) & (labels == k)).sum() / max(1, (guess == k).sum() + (labels == k).sum())
        for k in range(found.shape[1])
    ]
    order = np.argsort(-found[:, CONTRADICTS])
    right = np.cumsum(labels[order] == CONTRADICTS)
    precision, recall = right / np.arange(1, len(order) + 1), right / right[-1]
    at = {r: precision[np.searchsorted(recall, r)] for r in (0.5, 0.65, 0.8)}
    false = (guess[labels == OTHER] == CONTRADICTS).mean()
    return (
        f"accuracy {100 * (guess == labels).mean():.1f} F1 {' '.join(f'{100 * f:.0f}' for f in f1)} "
        f"contradicts P at R {' '.join(f'{r}: {100 * p:.0f}' for r, p in at.items())} "
        f"others called so {100 * false:.1f}"
    )


def _of_own(own: Sequence[Pair], rng: random.Random) -> Iterator[Pair]:
    """What one epoch sees of our own pairs: all that are joined, and some of what answers other questions."""
    apart_by_story = [pair for pair in own if pair.relation == OTHER and pair.group.startswith("story:")]
    left_out = set(map(id, apart_by_story))
    joined = [pair for pair in own if id(pair) not in left_out]
    yield from joined
    yield from thinned(apart_by_story, APART, MOST_APART, rng)
    yield from thinned(apart(joined), APART, MOST_APART, rng)
    yield from unrelated(joined, int(UNRELATED * len(joined)), rng)


def _started(args: argparse.Namespace, folder: Path) -> RelationNetwork:
    """The network to go on with: that of an earlier run, or the base with new heads."""
    network = RelationNetwork()
    if args.init:
        network.load_state_dict(load_file(args.init / WEIGHTS), strict=False)  # features may be newer
    else:
        load_minilm(network.encoder, load_file(folder / "model.safetensors"))
    network.train()
    return network


def _optimizer(network: RelationNetwork, args: argparse.Namespace) -> torch.optim.Optimizer:
    """AdamW, the new heads at a higher rate than the encoder."""
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    return torch.optim.AdamW(
        [
            {"params": list(network.encoder.parameters()), "lr": args.rate},
            {"params": heads, "lr": args.head_rate},
        ],
        weight_decay=0.01,
    )


def train(args: argparse.Namespace) -> None:
    """Train on all pairs but the held-out stories; print how well these are judged."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    folder = base_folder()
    tokenizer = load_tokenizer(str(folder / "tokenizer.json"))
    everything = with_meanings(own_pairs(args.shared / "gold"), args.meanings) if args.own else []
    own = [pair for pair in everything if not held_out(pair, args.part, args.parts)]
    near = by_group(everything)
    develop = [
        (shown(pair, tokenizer, None, near), pair)
        for pair in everything
        if held_out(pair, args.part, args.parts)
    ]
    inference = inference_pairs(args.shared / "corpora")
    rng.shuffle(inference)
    network = _started(args, folder)
    optimizer = _optimizer(network, args)
    epochs = []
    for count in args.inference:
        pairs = [*(_of_own(own, rng) if own else ()), *inference[:count]]
        inference = inference[count:]
        rows = [(shown(pair, tokenizer, rng, near), pair) for pair in pairs]
        epochs.append(list(batches(rows, args.pieces, rng)))
    total = sum(len(epoch) for epoch in epochs)
    print(len(own), "own pairs,", len(develop), "held out,", total, "steps", flush=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate_at(step, total))
    started = time.time()
    for epoch, groups in enumerate(epochs):
        running = []
        for group in groups:
            pieces, features, mask, labels = padded(group)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bf16):
                logits = network(pieces, features, mask)
            value = loss(*logits, labels, args.smoothing)
            optimizer.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            if schedule.last_epoch < total - 1:
                schedule.step()
            running.append(value.item())
            if len(running) % 100 == 0:
                told = f"{len(running)}/{len(groups)} {np.mean(running[-100:]):.3f}"
                print(f"  {told} {time.time() - started:.0f} s", flush=True)
        print(f"epoch {epoch} loss {np.mean(running):.3f} {time.time() - started:.0f} s", flush=True)
        if develop:
            print("  ", figures(*predict(network, develop)), flush=True)
        args.output.mkdir(parents=True, exist_ok=True)
        save_file(network.state_dict(), args.output / WEIGHTS)
    (args.output / "state.json").write_text(
        json.dumps({k: str(v) for k, v in vars(args).items()}, indent=2) + "\n"
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora and gold")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--part", type=int, default=0, help="which part of the stories is held out")
    parser.add_argument("--parts", type=int, default=8, help="parts that the stories fall into")
    parser.add_argument("--init", type=Path, help="go on from the weights in this folder")
    parser.add_argument(
        "--inference", type=int, nargs="+", default=INFERENCE, help="such pairs in each epoch; so many epochs"
    )
    parser.add_argument(
        "--own", action=argparse.BooleanOptionalAction, default=True, help="train on our own pairs too"
    )
    parser.add_argument("--meanings", type=Path, help="file of training.relation_meanings; needed with own")
    parser.add_argument("--pieces", type=int, default=3072, help="word pieces a batch")
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--head-rate", type=float, default=6e-4)
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action="store_true", help="mixed precision, for processors that have it")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
