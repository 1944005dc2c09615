"""Claims that vectors are learned on: those of labelled articles, sentences of news, written pairs."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from counterclaim.model.span import Spans, words_at
from counterclaim.read.claims import split_claims
from counterclaim.read.sentences import sentences
from counterclaim.read.vectors import BEFORE, Pieces, Shares, seen
from training.corpus import Article, polnear, world
from training.relations import Told, own_pairs
from training.train import WORLD_TRAIN

SEED = 20261126  # of the claims, one for all steps
POLNEAR = 12_000  # claims at most
NEWS = {"ecbplus_text/ecbplus.jsonl": 3_500, "newswcl50_fulltext/newswcl50.jsonl": 1_500}  # sentences
SHORTEST = 5  # words of a sentence
PARTS = 10  # one of which is held out
WITHOUT_FRAME, AS_TRANSCRIPT = 0.3, 0.3  # shares of written claims
CUES = ("said", "said that", "told reporters", "claimed", "stated")


@dataclass(frozen=True, slots=True)
class Seen:
    """A claim's words, and what stands right before it."""

    text: str
    before: str
    held_out: bool


def seen_claim(claim: Seen, tokenizer: Tokenizer, *, alone: bool = False) -> tuple[Pieces, Shares]:
    """A claim as the network of vectors sees it at work, or without what stands before it."""
    return seen(claim.text, "" if alone else claim.before, tokenizer)


def gathered(shared: Path, seed: int) -> list[Seen]:
    """All claims to learn on, in an order that is always the same."""
    rng = random.Random(seed)
    corpora, gold = shared / "corpora", shared / "gold"
    found = _some(_of_articles(polnear(corpora / "polnear", "train")), POLNEAR, rng)
    for name in WORLD_TRAIN:
        found += _of_articles(world(gold / f"world-{name}.attributions.jsonl"))
    for file, most in NEWS.items():
        found += _some(_sentences(corpora / file), most, rng)
    pairs = [pair for pair in own_pairs(gold) if pair.group.startswith("relations-")]  # real and written ones
    told = {side.text: side for pair in pairs for side in (pair.one, pair.other)}
    return [*found, *(_written(one, rng) for one in told.values())]


def _some(claims: Iterable[Seen], most: int, rng: random.Random) -> list[Seen]:
    found = list(claims)
    rng.shuffle(found)
    return found[:most]


def _of_articles(articles: Iterable[Article]) -> Iterator[Seen]:
    for article in articles:
        for said in article.attributions:
            for claim in split_claims(article.text, tuple(said.content)):
                yield _seen(article.id, article.text, claim)


def _sentences(path: Path) -> Iterator[Seen]:
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for start, end in sentences(record["text"]):
            if len(record["text"][start:end].split()) >= SHORTEST:
                yield _seen(record["id"], record["text"], ((start, end),))


def _written(told: Told, rng: random.Random) -> Seen:
    """A claim of a pair alone, behind its speaker as in a transcript, or behind speaker and cue."""
    draw, cue = rng.random(), rng.choice(CUES)
    frame = ""
    if told.speaker and draw >= WITHOUT_FRAME:
        frame = f"{told.speaker}: " if draw < WITHOUT_FRAME + AS_TRANSCRIPT else f"{told.speaker} {cue} "
    return _seen(told.text, frame + told.text, ((len(frame), len(frame) + len(told.text)),))


def _seen(group: str, text: str, claim: Spans) -> Seen:
    start = claim[0][0]
    return Seen(
        text=words_at(text, claim, joint=" "),
        before=text[max(0, start - BEFORE) : start],
        held_out=int(hashlib.sha256(group.encode()).hexdigest(), 16) % PARTS == 0,
    )
