"""Which of a document's actors a pronoun or description stands for: a linear score over what points to it."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.read.speakers.actors import Actor, Mention
from counterclaim.read.speakers.scene import Scene
from counterclaim.read.speakers.weights import FEATURES

OPENING = 2  # sentences at the beginning, the headline among them
NEAR = 3  # sentences in which mentions are counted


@dataclass(frozen=True, slots=True)
class Query:
    """A source to be resolved: its first token, what its words say, and the tokens of its own content.

    `head` is the noun, `like` nouns that may stand for it, `words` the other words and
    states; `around` speaks the words that hold the source, `direct` if in quotation marks.
    """

    at: int
    weights: tuple[float, ...]
    content: range
    sex: str | None = None
    head: str = ""
    like: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    around: Actor | None = None
    direct: bool = False


def best(scene: Scene, query: Query, actors: Iterable[Actor]) -> list[tuple[float, Actor]]:
    """Actors by falling score; equal ones in the order of the text."""
    scored = [
        (
            sum(
                weight * value
                for weight, value in zip(query.weights, features(scene, query, actor), strict=True)
            ),
            actor,
        )
        for actor in actors
    ]
    return sorted(scored, key=lambda pair: -pair[0])


def features(scene: Scene, query: Query, actor: Actor) -> tuple[float, ...]:
    """What points to an actor, in the order of `FEATURES`."""
    values = {**_by_place(scene, query, actor), **_by_words(query, actor)}
    return tuple(values[name] for name in FEATURES)


def _by_place(scene: Scene, query: Query, actor: Actor) -> dict[str, float]:
    sentence = scene.parse.tokens[query.at].sentence
    before = bisect_left(actor.mentions, query.at, key=lambda mention: mention.at)
    last = actor.mentions[before - 1] if before else None
    near = [one for one in actor.mentions[max(0, before - 12) : before] if sentence - one.sentence <= NEAR]
    turns = _turns_ago(scene, actor)
    content = bisect_left(actor.mentions, query.content.start, key=lambda mention: mention.at)
    inside = content < len(actor.mentions) and actor.mentions[content].at < query.content.stop
    return {
        "distance": math.log1p(_distance(scene, actor, last, sentence)),
        "same sentence": float(last is not None and last.sentence == sentence),
        "subject": float(last is not None and last.subject),
        "subject near": float(any(one.subject for one in near)),
        "modifier": float(last is not None and last.modifier),
        "spoke last": float(turns == 0),
        "spoke before last": float(turns == 1),
        "spoke": float(turns is not None),
        "count": math.log1p(len(actor.mentions)),
        "count near": math.log1p(len(near)),
        "only later": float(last is None and turns is None),
        "in own content": float(inside),
        "opens the text": float(bool(actor.mentions) and actor.mentions[0].sentence <= OPENING),
        "around": float(actor is query.around and not query.direct),
    }


def _by_words(query: Query, actor: Actor) -> dict[str, float]:
    overlap = query.words & actor.described
    return {
        "sex": float(query.sex is not None and actor.sex == query.sex),
        "head": float(query.head in actor.heads),
        "like": float(bool(query.like & actor.heads)),
        "words": math.log1p(len(overlap)),
        "share": len(overlap) / len(query.words) if query.words else 0.0,
        "state": float(any(word[:1] == "=" for word in overlap)),
        "named": float(actor.person is not None or actor.body is not None),
    }


def _turns_ago(scene: Scene, actor: Actor) -> int | None:
    """How many other speakers came since the actor spoke; None if never, or long ago."""
    turns, previous = 0, None
    for past in reversed(scene.past[-8:]):
        if past.referent.actor is actor:
            return turns
        if past.referent.actor is not previous:
            turns += 1
            previous = past.referent.actor
    return None


def _distance(scene: Scene, actor: Actor, last: Mention | None, sentence: int) -> int:
    """Sentences since the actor was named or spoke; 30 where neither."""
    spoke = next((past.sentence for past in reversed(scene.past[-8:]) if past.referent.actor is actor), None)
    seen = [one for one in (spoke, last.sentence if last else None) if one is not None and one <= sentence]
    return min(30, sentence - max(seen)) if seen else 30
