"""Train the network of relations: python -m training.train_relations --shared ../shared --output runs/r."""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional

from counterclaim.link.relations.view import View
from counterclaim.read.words import load_tokenizer
from training.clock import Clock
from training.network import load_minilm
from training.relation_course import Batches, Course, Seen, batches
from training.relation_network import FEATURES, PairNetwork, RelationNetwork
from training.relations import CONTRADICTS, OTHER, UNSCORED, inference_pairs
from training.soft_pairs import Soft, read_soft
from training.train import base_folder, rate_at

# Pairs of inference in each epoch beside our own: what was learned of them first is not to be forgotten.
INFERENCE = (2500, 2000, 1500, 1000)
WEIGHTS = "relations.safetensors"
INFERENCE_WEIGHT = 0.7
SOFT_INFERENCE_WEIGHT = 0.35  # half of what labels of inference weigh
SOFT_SEED = 3  # of the order that soft pairs are mixed in
RELATION_HEAD, INFERENCE_HEAD = 0, 1


def padded_views(views: Sequence[View]) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces (B, T), features (B, T, 5), mask (B, T)."""
    longest = max(len(view.pieces) for view in views)
    pieces = np.zeros((len(views), longest), dtype=np.int64)
    features = np.zeros((len(views), longest, len(FEATURES)), dtype=np.int64)
    mask = np.zeros((len(views), longest), dtype=np.bool_)
    for index, view in enumerate(views):
        size = len(view.pieces)
        pieces[index, :size], features[index, :size], mask[index, :size] = view.pieces, view.features, True
    return torch.from_numpy(pieces), torch.from_numpy(features), torch.from_numpy(mask)


def padded(rows: Sequence[Seen]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces (B, T), features (B, T, 5), mask (B, T), labels (B, 2)."""
    labels = torch.tensor([(pair.relation, pair.inference) for _, pair in rows])
    return *padded_views([view for view, _ in rows]), labels


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


def soft_loss(relation: Tensor, inference: Tensor, rows: Sequence[Seen]) -> Tensor:
    """Sum of both cross-entropies against the teacher's chances, over the rows that have such."""
    soft = {index: pair for index, (_, pair) in enumerate(rows) if isinstance(pair, Soft)}
    total = torch.zeros(())
    if soft:
        for logits, chances, weight in (
            (relation, [pair.relations for pair in soft.values()], 1.0),
            (inference, [pair.inferences for pair in soft.values()], SOFT_INFERENCE_WEIGHT),
        ):
            wanted = torch.from_numpy(np.array(chances)).float()
            each = functional.cross_entropy(logits[list(soft)].float(), wanted, reduction="sum")
            total = total + weight * each
    return total / len(rows)


def predict(
    network: PairNetwork, rows: Sequence[Seen], head: int = RELATION_HEAD
) -> tuple[np.ndarray, np.ndarray]:
    """Log-probabilities by one of the heads and its labels, in one order."""
    network.eval()
    found, labels = [], []
    with torch.no_grad():
        for group in batches(rows, 8192, None):
            pieces, features, mask, label = padded(group)
            logits = network(pieces, features, mask)[head]
            found.append(functional.log_softmax(logits.float(), -1).numpy())
            labels.append(label[:, head].numpy())
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


class Learner:
    """A network with its optimizer: AdamW, the new heads at a higher rate than the encoder.

    Rates follow the steps; where a budget of seconds would be spent before all are made, the clock.
    """

    def __init__(self, network: PairNetwork, steps: int, args: argparse.Namespace) -> None:
        encoder = [p for p in network.encoder.parameters() if p.requires_grad]
        heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
        groups = [{"params": encoder, "peak": args.rate}, {"params": heads, "peak": args.head_rate}]
        self._optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self._network, self._args = network, args
        self.clock = Clock(steps, args.budget)

    def learn(self, rows: Sequence[Seen]) -> float:
        """Make one step on a batch; its loss."""
        step, steps = self.clock.step, self.clock.steps
        if step > steps // 16:  # until then the steps count alone
            step = max(step, int(self.clock.spent * steps))
        share = rate_at(min(step, steps - 1), steps)
        for group in self._optimizer.param_groups:
            group["lr"] = share * group["peak"]
        pieces, features, mask, labels = padded(rows)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self._args.bf16):
            relation, inference = self._network(pieces, features, mask)
        value = loss(relation, inference, labels, self._args.smoothing) + soft_loss(relation, inference, rows)
        self._optimizer.zero_grad(set_to_none=True)
        value.backward()
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), 1.0)
        self._optimizer.step()
        self.clock.step += 1
        return value.item()


def fit(
    network: PairNetwork,
    epochs: Sequence[Batches],
    args: argparse.Namespace,
    weights: str,
    judged: Callable[[], str],
) -> None:
    """Learn from all batches in turn; after each epoch tell how well, and keep the weights by this name."""
    learner = Learner(network, sum(map(len, epochs)), args)
    network.train()
    for number, groups in enumerate(epochs):
        losses: list[float] = []
        for group in groups:
            if learner.clock.done:
                break
            losses.append(learner.learn(group))
            if len(losses) % 100 == 0:
                mean = np.mean(losses[-100:])
                print(f"  {len(losses)}/{len(groups)} {mean:.3f} {learner.clock.seconds:.0f} s", flush=True)
        print(f"epoch {number} loss {np.mean(losses):.3f} {learner.clock.seconds:.0f} s", flush=True)
        if told := judged():
            print("  ", told, flush=True)
        args.output.mkdir(parents=True, exist_ok=True)
        save_file(network.state_dict(), args.output / weights)
        if learner.clock.done:
            break
    (args.output / "state.json").write_text(
        json.dumps({k: str(v) for k, v in vars(args).items()}, indent=2) + "\n"
    )


def started(args: argparse.Namespace, folder: Path) -> RelationNetwork:
    """The network to go on with: that of an earlier run, or the base with new heads."""
    network = RelationNetwork()
    if args.init:
        network.load_state_dict(load_file(args.init / WEIGHTS), strict=False)  # features may be newer
    else:
        load_minilm(network.encoder, load_file(folder / "model.safetensors"))
    return network


def train(args: argparse.Namespace) -> None:
    """Train on all pairs but the held-out stories; print how well these are judged."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    folder = base_folder()
    course = Course(args, load_tokenizer(str(folder / "tokenizer.json")))
    inference = inference_pairs(args.shared / "corpora")
    rng.shuffle(inference)
    soft: list[Seen] = [*read_soft(args.soft)] if args.soft else []
    random.Random(SOFT_SEED).shuffle(soft)
    network = started(args, folder)
    epochs = course.epochs(inference, soft, rng)
    counts = f"{len(course.own)} own pairs, {len(soft)} soft, {len(course.held_out)} held out"
    print(f"{counts}, {sum(map(len, epochs))} steps", flush=True)

    def judged() -> str:
        return figures(*predict(network, course.held_out)) if course.held_out else ""

    fit(network, epochs, args, WEIGHTS, judged)


def options(description: str) -> argparse.ArgumentParser:
    """What the command lines of this network and of its teacher have in common."""
    parser = argparse.ArgumentParser(description=description)
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
    parser.add_argument(
        "--budget", type=float, help="seconds to train at most (default: as long as it takes)"
    )
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action="store_true", help="mixed precision, for processors that have it")
    return parser


def main() -> None:
    """Read the command line."""
    parser = options((__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--soft", type=Path, help="JSONL file of training.soft_labels; half of it in each epoch"
    )
    train(parser.parse_args())


if __name__ == "__main__":
    main()
