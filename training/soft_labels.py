"""Have the teacher judge real pairs: python -m training.soft_labels PAIRS --teacher RUN --output F.jsonl."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from msgspec.structs import replace
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from training.soft_pairs import RealPair, read_real, write_real
from training.teacher_network import WEIGHTS, Teacher
from training.train_relations import padded_views

TOGETHER = 600  # pairs that are put in order of length, so that little is padded
BATCH = 24
DIGITS = 4


def judged(teacher: Teacher, pairs: Sequence[RealPair], bf16: bool) -> Iterator[RealPair]:
    """Pairs with log-probabilities of the relation and of inference, of each stretch the shortest first."""
    teacher.eval()
    for start in range(0, len(pairs), TOGETHER):
        stretch = sorted(pairs[start : start + TOGETHER], key=lambda pair: len(pair.pieces))
        for first in range(0, len(stretch), BATCH):
            group = stretch[first : first + BATCH]
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
                logits = teacher(*padded_views([pair.view for pair in group]))
            for pair, relation, inference in zip(group, *map(_log_probabilities, logits), strict=True):
                yield replace(pair, relation=relation, inference=inference)
        print(min(start + TOGETHER, len(pairs)), "of", len(pairs), flush=True)


def _log_probabilities(logits: Tensor) -> list[tuple[float, ...]]:
    found = functional.log_softmax(logits.float(), -1).tolist()
    return [tuple(round(value, DIGITS) for value in row) for row in found]


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pairs", type=Path, help="JSONL file of training.real_pairs")
    parser.add_argument("--teacher", type=Path, required=True, help=f"folder with {WEIGHTS}")
    parser.add_argument("--output", type=Path, required=True, help="JSONL file")
    parser.add_argument("--most", type=int, help="judge only the first so many pairs")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action="store_true", help="mixed precision, for processors that have it")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    teacher = Teacher()
    teacher.load_state_dict(load_file(args.teacher / WEIGHTS))
    write_real(judged(teacher, read_real(args.pairs, args.most), args.bf16), args.output)


if __name__ == "__main__":
    main()
