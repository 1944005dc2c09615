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
from itertools import combinations
from pathlib import Path

from tokenizers import Tokenizer

from counterclaim.link.relations.view import (
    Between,
    Outlook,
    Shown,
    Side,
    Stand,
    View,
    gap_of,
    outlook_of,
    stand_of,
    view_of,
)
from counterclaim.model.meaning import Orientation, Polarity

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
RETOLD = frozenset({"w004", "w180"})  # written stories that retell, under other names, what we measure on
MEASURED = ("2022-01", "2022-02")  # nor is anything trained on that bears dates of those months
STORIES = Path(__file__).parent / "written_relations"
WITHOUT_FRAME, WITHOUT_DAYS, WITHOUT_MEANING, WITH_BEFORE = (
    0.35,
    0.2,
    0.25,
    0.3,
)  # shares of pairs shown so, anew each epoch
LONGEST = 330  # characters of both sentences of an inference pair, to keep batches small


@dataclass(frozen=True, slots=True)
class Told:
    """One side of a pair as the gold has it."""

    text: str
    speaker: str | None = None
    party: str | None = None
    day: str | None = None
    before: str = ""
    polarity: Polarity | None = None
    orientation: Orientation | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims with the label of their relation, of their inference, or both; `group` never splits."""

    one: Told
    other: Told
    group: str
    relation: int = UNSCORED
    inference: int = UNSCORED


def own_pairs(gold: Path) -> list[Pair]:
    """The written pairs, those real ones that may be trained on, and those of our own stories."""
    pairs = story_pairs(STORIES)
    for name in ("relations-written-world", "relations-written-home", "relations-real"):
        for line in (gold / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if "set" in row and row["set"] not in REAL_TO_TRAIN:
                continue
            group = row.get("story") or row.get("group") or row["event"]
            if group in RETOLD or any((row[side].get("date") or "").startswith(MEASURED) for side in "ab"):
                continue
            pairs.append(Pair(_told(row["a"]), _told(row["b"]), f"{name}:{group}", LABELS[row["relation"]]))
    return pairs


def story_pairs(folder: Path) -> list[Pair]:
    """Pairs of our own stories, in each of which all pairs that are not listed answer other questions."""
    pairs = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            story = json.loads(line)
            claims = {row["id"]: _told(row) for row in story["claims"]}
            listed = {frozenset((one, other)): relation for one, other, relation in story["pairs"]}
            for one, other in combinations(claims, 2):
                label = LABELS[listed.get(frozenset((one, other)), "other question")]
                pairs.append(Pair(claims[one], claims[other], f"story:{story['story']}", label))
    return pairs


def apart(pairs: Sequence[Pair]) -> list[Pair]:
    """Claims of one story or event that no chain of relations joins: they answer other questions.

    Of thirty such pairs that were looked at all but two did.
    """
    found = []
    for group, of_group in grouped(pairs).items():
        claims, questions = joined(of_group)
        known = {frozenset((pair.one.text, pair.other.text)) for pair in of_group}
        for one, other in combinations(claims, 2):
            if frozenset((one, other)) not in known and questions[one] != questions[other]:
                found.append(Pair(claims[one], claims[other], group, OTHER))
    return found


def joined(pairs: Sequence[Pair]) -> tuple[dict[str, Told], dict[str, str]]:
    """Claims by their words; and for each one claim, the same for all that chains of relations join."""
    claims: dict[str, Told] = {}
    above: dict[str, str] = {}
    for pair in pairs:
        claims |= {pair.one.text: pair.one, pair.other.text: pair.other}
        one, other = _root(pair.one.text, above), _root(pair.other.text, above)
        if pair.relation != OTHER and one != other:
            above[one] = other
    return claims, {text: _root(text, above) for text in claims}


def grouped(pairs: Sequence[Pair]) -> dict[str, list[Pair]]:
    """Pairs by the story or event that they are of."""
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[pair.group].append(pair)
    return groups


def _root(text: str, above: dict[str, str]) -> str:
    while text in above:
        text = above[text]
    return text


def thinned(pairs: Sequence[Pair], share: float, most: int, rng: random.Random) -> list[Pair]:
    """A share of pairs, at most so many of each story."""
    kept: list[Pair] = []
    for of_group in grouped(pairs).values():
        count = min(most, round(share * len(of_group)) or 1)
        kept += rng.sample(of_group, min(count, len(of_group)))
    return kept


def _told(row: dict[str, str]) -> Told:
    return Told(row["text"], row.get("speaker"), row.get("party"), row.get("date"), row.get("before", ""))


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
    return in_part(pair.group, part, parts)


def in_part(group: str, part: int, parts: int) -> bool:
    """Whether a story belongs to one of so many parts."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % parts == part


def with_meanings(pairs: Sequence[Pair], path: Path) -> list[Pair]:
    """Pairs with what the reader makes of each claim (`training/relation_meanings.py`)."""
    known = json.loads(path.read_text(encoding="utf-8"))

    def meant(told: Told) -> Told:
        polarity, orientation = known[meaning_key(told)]
        return replace(told, polarity=Polarity(polarity), orientation=Orientation(orientation))

    return [replace(pair, one=meant(pair.one), other=meant(pair.other)) for pair in pairs]


def meaning_key(told: Told) -> str:
    """What the meaning of a claim is kept by."""
    return f"{told.speaker or ''}: {told.text}"


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
    frame, meaning = draw() >= WITHOUT_FRAME, draw() >= WITHOUT_MEANING
    between = Between(
        gap_of(None if days is None or draw() < WITHOUT_DAYS else abs(days)),
        side_of(one, other) if frame else Side.UNKNOWN,
        _stand(one, other) if meaning else Stand.UNKNOWN,
    )
    views = [
        Shown(
            told.text,
            _frame(told) if frame else "",
            _before(told, pair, rng, near),
            outlook_of(told.orientation) if meaning and told.orientation else Outlook.UNKNOWN,
        )
        for told in (one, other)
    ]
    return view_of(views[0], views[1], between, tokenizer)


def _stand(one: Told, other: Told) -> Stand:
    return stand_of(one.polarity, other.polarity) if one.polarity and other.polarity else Stand.UNKNOWN


def _before(told: Told, pair: Pair, rng: random.Random | None, near: dict[str, list[str]]) -> str:
    if told.before and (rng is None or rng.random() >= WITH_BEFORE):
        return told.before
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
