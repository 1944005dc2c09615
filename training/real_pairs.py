"""Find pairs of real claims to be judged: python -m training.real_pairs --shared ../shared --output F.jsonl.

Claims are read from bare texts that may be trained on, and laid side by side as they are at work.
Run in the environment of the package; no torch is needed.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from tokenizers import Tokenizer

from counterclaim.errors import InputError
from counterclaim.link.pairs import ranked_pairs
from counterclaim.link.relations.compare import compare, in_order
from counterclaim.link.relations.judge import WEIGHTS, seen
from counterclaim.link.relations.view import Between, Shown, view_of
from counterclaim.model.told import Told
from counterclaim.read.words import load_tokenizer
from evals.asked import Gold
from evals.found import found_claims
from evals.records import TextRecord
from training.corpus import polnear
from training.soft_pairs import RealPair, write_real

FILES = ("newswcl50_fulltext/newswcl50.jsonl", "ecbplus_text/ecbplus.jsonl")
MEASURED = "2022"  # the year of the crises that we measure on
SHORTEST, LONGEST = 4, 60  # words of a claim
NEIGHBOURS = 16  # of each claim
RANKS = 4  # ranks that are drawn from together, for near claims are few beside far ones
DRAWN = (6_000, 2_500, 1_300, 700)  # pairs of each such group, the last with all that is farther
WORDS_ONLY = 0.25  # share of pairs shown with nothing but the words
SEED = 5


def texts(corpora: Path, most: Sequence[int | None], rng: random.Random) -> Iterator[TextRecord]:
    """The texts of each source in turn, at most so many, none of them published in the year measured on."""
    articles = [TextRecord(id=one.id, text=one.text) for one in polnear(corpora / "polnear", "train")]
    rng.shuffle(articles)
    for source, count in zip([*(_of_file(corpora / file) for file in FILES), articles], most, strict=True):
        yield from [text for text in source if _may_be_read(text)][:count]


def _of_file(path: Path) -> list[TextRecord]:
    return [msgspec.json.decode(line, type=TextRecord) for line in path.read_bytes().splitlines()]


def _may_be_read(text: TextRecord) -> bool:
    return bool(text.text.strip()) and not (text.published or "").startswith(MEASURED)


def claims_of(read: Iterable[TextRecord]) -> list[Told]:
    """What the reader finds in texts, apart from fragments and whole paragraphs."""
    claims = []
    for text in read:
        alone = Gold(claims={}, rows={text.id: ()}, texts={text.id: text}, questions=())
        try:
            claims += found_claims(alone)[0]
        except InputError as error:
            print("skipped", text.id, error, flush=True)
    return [claim for claim in claims if SHORTEST <= len(claim.words.split()) <= LONGEST]


def drawn(claims: Sequence[Told], rng: random.Random) -> list[tuple[Told, Told, int]]:
    """Pairs that would be judged at work, with their ranks, of every nearness some."""
    groups: list[list[tuple[Told, Told, int]]] = [[] for _ in DRAWN]
    vectors = {(claim.document, claim.id): claim.vector for claim in claims}
    for one, other, rank in ranked_pairs(claims, vectors, most=NEIGHBOURS):
        pair = claims[one], claims[other], rank
        if pair[0].words.casefold() != pair[1].words.casefold():
            groups[min(rank // RANKS, len(DRAWN) - 1)].append(pair)
    print(sum(map(len, groups)), "candidates", flush=True)
    chosen = [
        pair
        for group, count in zip(groups, DRAWN, strict=True)
        for pair in rng.sample(group, min(count, len(group)))
    ]
    rng.shuffle(chosen)
    return chosen


def real_pair(pair: tuple[Told, Told, int], words_only: bool, tokenizer: Tokenizer) -> RealPair:
    """A pair as the network would see it, the claim told first in front."""
    first, second = in_order(pair[0], pair[1])
    if words_only:
        view = view_of(Shown(first.words), Shown(second.words), Between(), tokenizer)
    else:
        view = seen(first, second, compare(first, second), tokenizer)
    return RealPair(
        one=first.words,
        other=second.words,
        documents=(first.document, second.document),
        rank=pair[2],
        words_only=words_only,
        pieces=tuple(view.pieces.tolist()),
        features=tuple(map(tuple, view.features.tolist())),
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora")
    parser.add_argument("--output", type=Path, required=True, help="JSONL file")
    parser.add_argument(
        "--most",
        type=int,
        nargs=len(FILES) + 1,
        default=[None] * (len(FILES) + 1),
        help="texts of NewsWCL50, ECB+ and PolNeAR at most (default: all)",
    )
    parser.add_argument("--seed", type=int, default=SEED)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    tokenizer = load_tokenizer(str(WEIGHTS / "tokenizer.json"))
    claims = claims_of(texts(args.shared / "corpora", args.most, rng))
    print(len(claims), "claims", flush=True)
    pairs = (real_pair(pair, rng.random() < WORDS_ONLY, tokenizer) for pair in drawn(claims, rng))
    print(write_real(pairs, args.output), "pairs", flush=True)


if __name__ == "__main__":
    main()
