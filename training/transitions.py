"""Count how roles follow one another: python -m training.transitions --shared ../shared."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from counterclaim.read.tagger import LEFT_WORDS, RIGHT_WORDS
from counterclaim.read.words import load_tokenizer
from training.examples import make_example
from training.train import base_folder, training_articles


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = load_tokenizer(str(base_folder() / "tokenizer.json"))
    pairs = np.zeros((4, 4))
    for article in training_articles(args.shared):
        example = make_example(article, tokenizer)
        for cue, roles in zip(example.cues, example.roles, strict=True):
            view = roles[max(0, cue - LEFT_WORDS) : cue + RIGHT_WORDS]
            np.add.at(pairs, (view[:-1], view[1:]), 1)
    joint = (pairs + 0.5) / (pairs + 0.5).sum()
    pmi = np.log(joint / joint.sum(axis=1, keepdims=True) / joint.sum(axis=0, keepdims=True))
    print(np.round(pmi, 2).tolist())


if __name__ == "__main__":
    main()
