"""Claims that vectors are fitted on: those of labelled articles, sentences of news, written pairs."""

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
from counterclaim.read.meaning.view import View, view_of
from counterclaim.read.sentences import sentences
from counterclaim.read.words import Words, split_words
from training.corpus import Article, polnear, world
from training.relations import Told, own_pairs
from training.train import WORLD_TRAIN

POLNEAR = 12_000  # claims at most
NEWS = {"ecbplus_text/ecbplus.jsonl": 3_500, "newswcl50_fulltext/newswcl50.jsonl": 1_500}  # sentences
SHORTEST = 5  # words of a sentence
BEFORE = 160  # characters
PARTS = 10  # one of which is held out
WITHOUT_FRAME, AS_TRANSCRIPT = 0.3, 0.3  # shares of written claims
CUES = ("said", "said that", "told reporters", "claimed", "stated")


@dataclass(frozen=True, eq=False)
class Seen:
    """A claim as the network of meaning sees it, its words, and those right before it."""

    text: str
    before: str
    view: View
    held_out: bool


def gathered(shared: Path, tokenizer: Tokenizer, seed: int) -> list[Seen]:
    """All claims to fit on, in an order that is always the same."""
    rng = random.Random(seed)
    corpora, gold = shared / "corpora", shared / "gold"
    found = _some(_of_articles(polnear(corpora / "polnear", "train"), tokenizer), POLNEAR, rng)
    for name in WORLD_TRAIN:
        found += _of_articles(world(gold / f"world-{name}.attributions.jsonl"), tokenizer)
    for file, most in NEWS.items():
        found += _some(_sentences(corpora / file, tokenizer), most, rng)
    pairs = [pair for pair in own_pairs(gold) if pair.group.startswith("relations-")]  # real and written ones
    told = {side.text: side for pair in pairs for side in (pair.one, pair.other)}
    return [*found, *(_written(one, tokenizer, rng) for one in told.values())]


def _some(claims: Iterable[Seen], most: int, rng: random.Random) -> list[Seen]:
    found = list(claims)
    rng.shuffle(found)
    return found[:most]


def _of_articles(articles: Iterable[Article], tokenizer: Tokenizer) -> Iterator[Seen]:
    for article in articles:
        words = split_words(article.text, tokenizer)
        for said in article.attributions:
            source, cue = tuple(said.source), tuple(said.cue)
            for claim in split_claims(article.text, tuple(said.content)):
                yield _seen(article.id, (article.text, words), source, cue, claim)


def _sentences(path: Path, tokenizer: Tokenizer) -> Iterator[Seen]:
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        words = split_words(text, tokenizer)
        for start, end in sentences(text):
            if len(text[start:end].split()) >= SHORTEST:
                yield _seen(record["id"], (text, words), (), (), ((start, end),))


def _written(told: Told, tokenizer: Tokenizer, rng: random.Random) -> Seen:
    """A claim of a pair alone, under its speaker as in a transcript, or with a cue."""
    draw, cue = rng.random(), rng.choice(CUES)
    frame = ""
    if told.speaker and draw >= WITHOUT_FRAME:
        frame = f"{told.speaker}: " if draw < WITHOUT_FRAME + AS_TRANSCRIPT else f"{told.speaker} {cue} "
    text = frame + told.text
    source: Spans = ((0, len(told.speaker)),) if frame and told.speaker else ()
    cued: Spans = ((source[0][1] + 1, len(frame) - 1),) if source and not frame.endswith(": ") else ()
    claim = ((len(frame), len(text)),)
    return _seen(told.text, (text, split_words(text, tokenizer)), source, cued, claim)


def _seen(group: str, of: tuple[str, Words], source: Spans, cue: Spans, claim: Spans) -> Seen:
    text, words = of
    start = claim[0][0]
    return Seen(
        text=words_at(text, claim, joint=" "),
        before=text[max(0, start - BEFORE) : start],
        view=view_of(words, source, cue, claim),
        held_out=int(hashlib.sha256(group.encode()).hexdigest(), 16) % PARTS == 0,
    )
