"""Pairs of claims to train on: our own with relations, public ones with natural language inference."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tokenizers import Tokenizer

from counterclaim.link.relations.view import Shown, Side, View, gap_of, view_of

OTHER, SAME, CONTRADICTS, SHIFTS, LATER = range(5)
LABELS = {
    "other question": OTHER,
    "agrees": SAME,
    "repeats": SAME,
    "copies": SAME,
    "contradicts": CONTRADICTS,
    "shifts": SHIFTS,
    "later fact": LATER,
}
INFERENCES = ("entailment", "neutral", "contradiction")
UNSCORED = -100
REAL_TO_TRAIN = ("ecbplus_text", "newswcl50_fulltext")  # the others are for evaluation only
WITHOUT_FRAME, WITHOUT_DAYS, WITH_BEFORE = 0.35, 0.2, 0.3  # shares of pairs shown so, anew each epoch
LONGEST = 330  # characters of both sentences of an inference pair, to keep batches small


@dataclass(frozen=True, slots=True)
class Told:
    """One side of a pair as the gold has it."""

    text: str
    speaker: str | None = None
    party: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims with the label of their relation, of their inference, or both; `group` never splits."""

    one: Told
    other: Told
    group: str
    relation: int = UNSCORED
    inference: int = UNSCORED


def own_pairs(gold: Path) -> list[Pair]:
    """The written pairs and those real ones that may be trained on."""
    pairs = []
    for name in ("relations-written-world", "relations-written-home", "relations-real"):
        for line in (gold / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if "set" in row and row["set"] not in REAL_TO_TRAIN:
                continue
            group = row.get("story") or row.get("group") or row["event"]
            pairs.append(Pair(_told(row["a"]), _told(row["b"]), f"{name}:{group}", LABELS[row["relation"]]))
    return pairs


def _told(row: dict[str, str]) -> Told:
    return Told(row["text"], row.get("speaker"), row.get("party"), row.get("date"))


def inference_pairs(corpora: Path) -> list[Pair]:
    """Short pairs of natural language inference, whole sets."""
    pairs = []
    with gzip.open(corpora / "nli" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            if len(row["premise"]) + len(row["hypothesis"]) > LONGEST:
                continue
            one, other = Told(row["premise"]), Told(row["hypothesis"])
            label = INFERENCES.index(row["label"])
            pairs.append(Pair(one, other, f"nli:{number}", inference=label))
    return pairs


def unrelated(pairs: Sequence[Pair], count: int, rng: random.Random) -> Iterator[Pair]:
    """Claims of different stories put side by side: no answers to one question."""
    while count:
        first, second = rng.choice(pairs), rng.choice(pairs)
        if first.group != second.group:
            count -= 1
            day = first.one.day if rng.random() < 0.5 else second.other.day
            other = replace(second.other, day=day)
            if rng.random() < 0.3:  # the same side need not speak of the same thing
                other = replace(other, party=first.one.party, speaker=first.one.speaker)
            yield Pair(first.one, other, first.group, OTHER)


def held_out(pair: Pair, part: int, parts: int) -> bool:
    """Whether a pair belongs to one of so many parts, whole stories together."""
    return int(hashlib.sha256(pair.group.encode()).hexdigest(), 16) % parts == part


def by_group(pairs: Sequence[Pair]) -> dict[str, list[str]]:
    """The words of all claims of each story, from which a text before is drawn."""
    words: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        words[pair.group] += [pair.one.text, pair.other.text]
    return words


def shown(pair: Pair, tokenizer: Tokenizer, rng: random.Random | None, near: dict[str, list[str]]) -> View:
    """The view of a pair, told first in front; with an rng order, frame, days and text before vary."""
    one, other = pair.one, pair.other
    draw = rng.random if rng else lambda: 1.0
    days = _days(one, other)
    if (days is not None and days < 0) or (not days and draw() < 0.5):
        one, other = other, one
    frame = draw() >= WITHOUT_FRAME
    side = side_of(one, other) if frame else Side.UNKNOWN
    gap = gap_of(None if days is None or draw() < WITHOUT_DAYS else abs(days))
    views = [
        Shown(told.text, _frame(told) if frame else "", _before(pair, rng, near)) for told in (one, other)
    ]
    return view_of(views[0], views[1], gap, side, tokenizer)


def _before(pair: Pair, rng: random.Random | None, near: dict[str, list[str]]) -> str:
    if rng is None or pair.group not in near or rng.random() >= WITH_BEFORE:
        return ""
    return rng.choice(near[pair.group])


def _frame(told: Told) -> str:
    parts = [part for part in (told.speaker, told.party) if part]
    return ", ".join(dict.fromkeys(parts)) + ":" if parts else ""


def side_of(one: Told, other: Told) -> Side:
    """Same party, or same speaker where a party is not plain."""
    for mine, theirs in ((one.party, other.party), (one.speaker, other.speaker)):
        if mine and theirs:
            return Side.SAME if mine.casefold() == theirs.casefold() else Side.OTHER
    return Side.UNKNOWN


def _days(one: Told, other: Told) -> int | None:
    if not one.day or not other.day:
        return None
    try:
        return (date.fromisoformat(other.day) - date.fromisoformat(one.day)).days
    except ValueError:
        return None
