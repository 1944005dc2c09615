"""Train the teacher of relations: python -m training.train_teacher --shared S --base B --output runs/t."""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch
from safetensors.torch import load_file

from counterclaim.read.words import load_tokenizer
from training.relation_course import Course
from training.relations import inference_pairs
from training.teacher_network import WEIGHTS, Teacher, load_mpnet
from training.train import base_folder
from training.train_relations import INFERENCE_HEAD, figures, fit, options, predict

INFERENCE_SEED = 7  # one order for all runs, so that one can go on where another ended
WATCHED = 600  # pairs of inference that no run learns from


def started(args: argparse.Namespace) -> Teacher:
    """The teacher to go on with: that of an earlier run, or the base with new heads; some layers rest."""
    network = Teacher()
    if args.init:
        network.load_state_dict(load_file(args.init / WEIGHTS))
    else:
        load_mpnet(network.encoder, args.base)
    network.encoder.freeze()
    return network


def train(args: argparse.Namespace) -> None:
    """Train on all pairs but the held-out stories; print how well these, or else inference, are judged."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    course = Course(args, load_tokenizer(str(base_folder() / "tokenizer.json")))
    inference = inference_pairs(args.shared / "corpora")
    random.Random(INFERENCE_SEED).shuffle(inference)
    watched = course.seen(inference[-WATCHED:])
    network = started(args)
    epochs = course.epochs(inference[args.skip : -WATCHED], (), random.Random(args.seed))
    counts = f"{len(course.own)} own pairs, {len(course.held_out)} held out"
    print(f"{counts}, {sum(map(len, epochs))} steps", flush=True)

    def judged() -> str:
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bf16):
            if course.held_out:
                return figures(*predict(network, course.held_out))
            found, labels = predict(network, watched, INFERENCE_HEAD)
            return f"inference {100 * (found.argmax(1) == labels).mean():.1f}"

    fit(network, epochs, args, WEIGHTS, judged)


def main() -> None:
    """Read the command line."""
    parser = options((__doc__ or "").splitlines()[0])
    parser.add_argument("--base", type=Path, help="folder of training.teacher_base; needed without init")
    parser.add_argument(
        "--skip", type=int, default=0, help="pairs of inference that an earlier run learned from"
    )
    parser.set_defaults(pieces=2048, parts=12, rate=4e-5, head_rate=3e-4)
    args = parser.parse_args()
    if (args.init is None) == (args.base is None):
        parser.error("give either --base or --init")
    train(args)


if __name__ == "__main__":
    main()
