"""Train the network of meaning: python -m training.train_meaning --shared ../shared --output runs/m."""

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

from counterclaim.read.words import load_tokenizer
from training.meaning_network import FEATURES, MeaningNetwork
from training.meanings import UNSCORED, Meant, as_transcript, meant, polnear_texts, story_texts, written
from training.network import load_minilm
from training.train import base_folder, rate_at

TRAIN = ("train-more-A.semantics", "train-more-B.semantics", *(f"world-{x}.attributions" for x in "BCDEF"))
DEVELOP = ("polnear-train.semantics", "story-dev.attributions", "world-A.attributions")
WRITTEN = sorted(Path(__file__).parent.glob("written_*.tsv"))
AS_TRANSCRIPT = 0.4  # share of quoted claims shown as a transcript has them, anew each epoch
WEIGHTS = (1.0, 0.7, 1.0, 0.5)  # of the fields' losses
NAMES = ("polarity", "certainty", "orientation", "evidence")


def batches(rows: Sequence[Meant], pieces: int, rng: random.Random | None) -> Iterator[list[Meant]]:
    """Rows of like length put together, at most so many pieces with padding; shuffled if there is an rng."""
    jitter = rng.random if rng else lambda: 0.0
    order = sorted(rows, key=lambda row: len(row.view.pieces) + 24 * jitter())
    groups: list[list[Meant]] = [[]]
    for row in order:
        longest = max([len(row.view.pieces), *(len(r.view.pieces) for r in groups[-1])])
        if groups[-1] and longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
        groups[-1].append(row)
    if rng:
        rng.shuffle(groups)
    yield from groups


def padded(rows: Sequence[Meant]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces (B, T), features (B, T, 3), mask (B, T), labels (B, fields)."""
    longest = max(len(row.view.pieces) for row in rows)
    pieces = np.zeros((len(rows), longest), dtype=np.int64)
    features = np.zeros((len(rows), longest, len(FEATURES)), dtype=np.int64)
    mask = np.zeros((len(rows), longest), dtype=np.bool_)
    for index, row in enumerate(rows):
        size = len(row.view.pieces)
        pieces[index, :size], features[index, :size], mask[index, :size] = (
            row.view.pieces,
            row.view.features,
            True,
        )
    labels = torch.tensor([row.labels for row in rows])
    return torch.from_numpy(pieces), torch.from_numpy(features), torch.from_numpy(mask), labels


def loss(logits: list[Tensor], labels: Tensor, smoothing: float) -> Tensor:
    """Weighted sum of the fields' cross-entropies; orientation counts half where there is no stand."""
    total = torch.zeros(())
    for index, (field, weight) in enumerate(zip(logits, WEIGHTS, strict=True)):
        label = labels[:, index]
        if not (label != UNSCORED).any():
            continue
        each = functional.cross_entropy(
            field.float(), label, ignore_index=UNSCORED, reduction="none", label_smoothing=smoothing
        )
        if NAMES[index] == "orientation":
            each = each * torch.where(labels[:, 1] == UNSCORED, 0.5, 1.0)
        total = total + weight * each.sum() / len(labels)
    return total


def predict(network: MeaningNetwork, rows: Sequence[Meant]) -> dict[int, list[np.ndarray]]:
    """Log-probabilities of all fields by the row's identity."""
    network.eval()
    found = {}
    with torch.no_grad():
        for group in batches(rows, 4096, None):
            pieces, features, mask, _ = padded(group)
            logits = [
                functional.log_softmax(field.float(), -1).numpy() for field in network(pieces, features, mask)
            ]
            for index, row in enumerate(group):
                found[id(row)] = [field[index] for field in logits]
    network.train()
    return found


def scores(rows: Sequence[Meant], found: dict[int, list[np.ndarray]]) -> dict[str, float]:
    """Accuracies as the evaluation defines them, and F1 of some evidence against none."""
    guess = np.array([[int(field.argmax()) for field in found[id(row)]] for row in rows])
    label = np.array([row.labels for row in rows])
    stand = label[:, 1] != UNSCORED
    result = {
        "polarity": float((guess[:, 0] == label[:, 0]).mean()),
        "certainty": float((guess[stand, 1] == label[stand, 1]).mean()),
        "orientation": float((guess[stand, 2] == label[stand, 2]).mean()),
    }
    none = len(found[id(rows[0])][3]) - 1
    some, said = label[:, 3] != none, guess[:, 3] != none
    both = float((some & said).sum())
    result["evidence"] = 2 * both / max(1.0, float(some.sum() + said.sum()))
    return result


def train(args: argparse.Namespace) -> None:
    """Train on all labelled sets but the development ones; print how well these are read."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    folder = base_folder()
    tokenizer = load_tokenizer(str(folder / "tokenizer.json"))
    texts = polnear_texts(args.shared) | story_texts(args.shared)
    gold = args.shared / "gold"
    rows = list(meant([gold / f"{name}.jsonl" for name in TRAIN], texts, tokenizer))
    for path in args.written:
        rows += written(path, tokenizer, rng)
    develop = {name: list(meant([gold / f"{name}.jsonl"], texts, tokenizer)) for name in DEVELOP}
    network = MeaningNetwork()
    load_minilm(network.encoder, load_file(folder / "model.safetensors"))
    network.train()
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [
            {"params": list(network.encoder.parameters()), "lr": args.rate},
            {"params": heads, "lr": args.head_rate},
        ],
        weight_decay=0.01,
    )
    total = args.epochs * len(list(batches(rows, args.pieces, rng)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate_at(step, total))
    started = time.time()
    for epoch in range(args.epochs):
        running = []
        shown = [as_transcript(row) if rng.random() < AS_TRANSCRIPT else row for row in rows]
        for group in batches(shown, args.pieces, rng):
            pieces, features, mask, labels = padded(group)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bf16):
                logits = network(pieces, features, mask)
            value = loss(logits, labels, args.smoothing)
            optimizer.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            if schedule.last_epoch < total:
                schedule.step()
            running.append(value.item())
        print(f"epoch {epoch} loss {np.mean(running):.3f} {time.time() - started:.0f} s", flush=True)
        if epoch >= args.epochs - 2 or epoch % 3 == 2:
            for name, chosen in develop.items():
                figures = scores(chosen, predict(network, chosen))
                print("  ", name, " ".join(f"{k} {100 * v:.1f}" for k, v in figures.items()), flush=True)
    args.output.mkdir(parents=True, exist_ok=True)
    save_file(network.state_dict(), args.output / "meaning.safetensors")
    (args.output / "state.json").write_text(
        json.dumps({k: str(v) for k, v in vars(args).items()}, indent=2) + "\n"
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora and gold")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument(
        "--written", type=Path, nargs="*", default=WRITTEN, help="tables of written claims (default: all)"
    )
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--pieces", type=int, default=2048, help="word pieces a batch")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=5e-4)
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action="store_true", help="mixed precision, for processors that have it")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
