"""Train the network of vectors: python -m training.train_vectors --shared S --teacher runs/q --output runs/v.

It learns the vectors that its teacher gives claims, and how near they are to each other.  No label is used.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from counterclaim.read.words import load_tokenizer
from training.descent import Descent, fit, options, save
from training.network import load_minilm
from training.train import base_folder
from training.vector_claims import SEED, Seen, gathered, seen_claim
from training.vector_network import (
    TEACHER_WEIGHTS,
    WEIGHTS,
    Array,
    Claim,
    QuestionTeacher,
    VectorNetwork,
    of_like_length,
    padded,
    vectors_of,
)

TAUGHT = "teacher_vectors.npy"
NEARNESS_WEIGHT = 10.0  # of the loss on cosines of two claims beside that on each claim
WATCHED = 600  # claims held out that are looked at after each epoch


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """Claims as seen with and without what stands before them, and the vectors wanted (N, SIZE)."""

    behind: Sequence[Claim]
    alone: Sequence[Claim]
    wanted: Tensor

    def of(self, rows: Sequence[int]) -> Lesson:
        """Some of the claims."""
        behind, alone = [self.behind[row] for row in rows], [self.alone[row] for row in rows]
        return Lesson(behind, alone, self.wanted[list(rows)])

    def shown(self, alone: float, rng: random.Random) -> list[Claim]:
        """The claims, such a share of them without what stands before."""
        both = zip(self.behind, self.alone, strict=True)
        return [short if rng.random() < alone else whole for whole, short in both]


def taught(args: argparse.Namespace, claims: Sequence[Claim]) -> Array:
    """The teacher's unit vectors, taken from the output folder if an earlier run left them there."""
    path = args.output / TAUGHT
    if path.exists():
        found: Array = np.load(path)
        if len(found) != len(claims):
            raise SystemExit(f"{path} has vectors of {len(found)} claims, not {len(claims)}: delete it")
        return found
    teacher = QuestionTeacher(bf16=args.bf16)
    teacher.load_state_dict(load_file(args.teacher / TEACHER_WEIGHTS))
    print(f"taking the teacher's vectors of {len(claims)} claims", flush=True)
    found = vectors_of(teacher, claims)
    args.output.mkdir(parents=True, exist_ok=True)
    np.save(path, found)
    return found


def centred(vectors: Array, learned: npt.NDArray[np.bool_]) -> Array:
    """Unit vectors as seen from the centre of those that are learned."""
    moved = vectors - vectors[learned].mean(0)
    return moved / np.linalg.norm(moved, axis=1, keepdims=True)


def loss(found: Tensor, wanted: Tensor) -> Tensor:
    """How far unit vectors point elsewhere than is wanted, and how far off their cosines are."""
    direction = (1 - (found * wanted).sum(1)).mean()
    return direction + NEARNESS_WEIGHT * functional.mse_loss(found @ found.T, wanted @ wanted.T)


def judged(network: VectorNetwork, lesson: Lesson) -> str:
    """How the cosines of two claims go with those wanted, and the mean cosine to what is wanted."""
    found, wanted = vectors_of(network, lesson.behind), lesson.wanted.numpy()
    pairs = np.triu_indices(len(found), 1)
    correlation = np.corrcoef((found @ found.T)[pairs], (wanted @ wanted.T)[pairs])[0, 1]
    return f"held out: correlation of cosines {correlation:.3f}, cosine {(found * wanted).sum(1).mean():.3f}"


def lessons(args: argparse.Namespace, told: Sequence[Seen]) -> tuple[Lesson, Lesson]:
    """What is learned, and what is watched of the claims held out."""
    tokenizer = load_tokenizer(str(base_folder() / "tokenizer.json"))
    behind = [seen_claim(one, tokenizer) for one in told]
    alone = [seen_claim(one, tokenizer, alone=True) for one in told]
    held_out = np.array([one.held_out for one in told])
    wanted = centred(taught(args, behind), ~held_out)
    everything = Lesson(behind, alone, torch.from_numpy(wanted))
    return everything.of(np.flatnonzero(~held_out).tolist()), everything.of(
        np.flatnonzero(held_out)[:WATCHED].tolist()
    )


def train(args: argparse.Namespace) -> None:
    """Take the teacher's vectors and learn them; print after each epoch how well those held out are met."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    lesson, watched = lessons(args, gathered(args.shared, SEED)[: args.limit])
    network = VectorNetwork(bf16=args.bf16)
    load_minilm(network.encoder, load_file(base_folder() / "model.safetensors"))
    epochs = [of_like_length(lesson.behind, args.claims, rng) for _ in range(args.epochs)]
    steps = sum(map(len, epochs))
    descent = Descent(network.encoder, list(network.head.parameters()), steps, args)
    print(f"{len(lesson.behind)} claims, {steps} steps", flush=True)

    def loss_of(rows: Sequence[int]) -> Tensor:
        group = lesson.of(rows)
        vectors = network(*padded(group.shown(args.alone, rng)))
        return loss(functional.normalize(vectors, dim=-1), group.wanted)

    def ended() -> str:
        save(network, args, WEIGHTS)
        return judged(network, watched)

    fit(descent, epochs, loss_of, ended)


def main() -> None:
    """Read the command line."""
    parser = options((__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora and gold")
    parser.add_argument("--teacher", type=Path, required=True, help=f"folder with {TEACHER_WEIGHTS}")
    parser.add_argument(
        "--output", type=Path, required=True, help=f"{TAUGHT} of an earlier run in it is used again"
    )
    parser.add_argument("--claims", type=int, default=48, help="claims a batch")
    parser.add_argument("--alone", type=float, default=0.1, help="share seen without what stands before")
    parser.add_argument("--limit", type=int, help="learn on so many claims only, to try things out")
    parser.set_defaults(epochs=3, rate=1.5e-4, head_rate=1e-3, warmup=0.06, seed=3)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
