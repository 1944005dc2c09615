"""Train the teacher of vectors: it learns what claims answer one question.

python -m training.train_question_teacher --shared ../shared --base runs/mpnet --output runs/q

Claims of a story that answer one question come to lie near each other.  Each batch is of whole stories,
so that those told apart are mostly claims of one story, which have words in common.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from counterclaim.read.vectors import BEFORE, seen
from counterclaim.read.words import load_tokenizer
from training.answers import Story, alike, average_precision, batches, split, stories_of
from training.descent import Descent, fit, options, save
from training.relations import Told, own_pairs
from training.teacher_network import load_mpnet
from training.train import base_folder
from training.vector_network import TEACHER_WEIGHTS, Claim, QuestionTeacher, padded, vectors_of

TEMPERATURE = 0.07
CHANCE_WEIGHT = 1.5  # of the loss by pair beside the contrastive one
SAME_QUESTION, SAME_STORY, OTHER_STORY = 3.0, 1.0, 0.05  # what pairs count


def contrastive(cosines: Tensor, same: Tensor) -> Tensor:
    """How unlikely each claim finds those that answer its question among all others (Khosla et al., 2020)."""
    itself = torch.eye(len(cosines), dtype=torch.bool)
    chances = functional.log_softmax((cosines / TEMPERATURE).masked_fill(itself, -1e9), dim=1)
    wanted = same & ~itself
    each = (chances * wanted).sum(1) / wanted.sum(1).clamp(min=1)
    answered = wanted.any(1)
    return -each[answered].sum() / answered.sum().clamp(min=1)


def by_pair(logits: Tensor, same: Tensor, together: Tensor) -> Tensor:
    """Weighted cross-entropy of whether two claims answer one question."""
    weights = torch.where(same, SAME_QUESTION, torch.where(together, SAME_STORY, OTHER_STORY))
    weights = weights.masked_fill(torch.eye(len(same), dtype=torch.bool), 0)
    return functional.binary_cross_entropy_with_logits(logits, same.float(), weights, reduction="sum") / (
        weights.sum()
    )


def loss(network: QuestionTeacher, batch: Sequence[Story], claims: Sequence[Claim]) -> Tensor:
    """Both losses on a batch; `claims` is what is seen of its claims."""
    same, together = map(torch.from_numpy, alike(batch))
    vectors = functional.normalize(network(*padded(claims)), dim=-1)
    cosines = vectors @ vectors.T
    return contrastive(cosines, same) + CHANCE_WEIGHT * by_pair(network.logits(cosines), same, together)


def shown(told: Told, tokenizer: Tokenizer, *, alone: bool) -> Claim:
    """What is seen of a claim, with or without what stands before it."""
    return seen(told.text, "" if alone else told.before[-BEFORE:], tokenizer)


def judged(network: QuestionTeacher, held_out: Sequence[Story], tokenizer: Tokenizer) -> float:
    """Average precision on pairs of claims of one story, which are seen without what stands before them."""
    cosines, answers = [], []
    for story in held_out:
        vectors = vectors_of(network, [shown(told, tokenizer, alone=True) for told in story.claims])
        pairs = np.triu_indices(len(vectors), 1)
        cosines.append((vectors @ vectors.T)[pairs])
        answers.append(alike([story])[0][pairs])
    return average_precision(np.concatenate(cosines), np.concatenate(answers))


def train(args: argparse.Namespace) -> None:
    """Train on all stories but those held out; print how well these are judged."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    tokenizer = load_tokenizer(str(base_folder() / "tokenizer.json"))
    learned, held_out = split(stories_of(own_pairs(args.shared / "gold")), args.part, args.parts)
    network = QuestionTeacher(bf16=args.bf16)
    load_mpnet(network.encoder, args.base)
    network.encoder.freeze()
    epochs = [list(batches(learned, args.claims, rng)) for _ in range(args.epochs)]
    descent = Descent(network.encoder, [network.scale, network.bias], sum(map(len, epochs)), args)
    print(f"{len(learned)} stories, {len(held_out)} held out, {sum(map(len, epochs))} steps", flush=True)

    def loss_of(batch: Sequence[Story]) -> Tensor:
        told = [one for story in batch for one in story.claims]
        claims = [shown(one, tokenizer, alone=rng.random() >= args.before) for one in told]
        return loss(network, batch, claims)

    def ended() -> str:
        save(network, args, TEACHER_WEIGHTS)
        return f"held out: average precision {judged(network, held_out, tokenizer):.3f}"

    fit(descent, epochs, loss_of, ended)


def main() -> None:
    """Read the command line."""
    parser = options((__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with gold")
    parser.add_argument("--base", type=Path, required=True, help="folder of training.teacher_base")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--part", type=int, default=0, help="which part of the stories is held out")
    parser.add_argument("--parts", type=int, default=12, help="parts that the stories fall into")
    parser.add_argument("--claims", type=int, default=72, help="claims a batch at least")
    parser.add_argument(
        "--before", type=float, default=0.6, help="share of claims seen with what stands before"
    )
    parser.set_defaults(epochs=2, rate=2e-5, head_rate=0.01, warmup=0.1, seed=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
