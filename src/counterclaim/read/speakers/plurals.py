"""Plural sources that mean persons of the document: "both presidents", "the two", "the pair"."""

from __future__ import annotations

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.actors import Actor
from counterclaim.read.speakers.lexicon import ROLES
from counterclaim.read.speakers.phrase import singular
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.source import Source

_TWO = frozenset("two both pair duo couple".split())
_PARTIES = frozenset("party side leader".split())
_WITHIN = 12  # sentences in which the two must have been named


def resolve_plural(scene: Scene, source: Source) -> Referent | None:
    """The two whom a source means; None where it means no two."""
    tokens = [scene.parse.tokens[at] for at in source.core]
    words = {token.lower for token in tokens}
    head = scene.parse.tokens[source.head]
    word = singular(head.lower)
    surname = _family(scene, source)
    if surname:
        return surname
    both = bool(words & _TWO)
    definite = tokens[0].lower in ("the", "both")
    if not (both and len(words - _TWO - {"the", "men", "women"}) <= 1) and not (
        definite and head.tag == "NNS" and word in ROLES and len(tokens) <= 2
    ):
        return None
    needed = word if word in ROLES and word not in _PARTIES else None
    found = _two(scene, source.head, needed)
    if found is None:
        return None
    members = tuple(Referent(one.name, one.kind, one, words=one.name) for one in found)
    return Referent("; ".join(one.name for one in found), SpeakerKind.PERSON, members=members)


def _family(scene: Scene, source: Source) -> Referent | None:
    """ "the Quills": all of that surname."""
    head = scene.parse.tokens[source.head]
    if head.tag != "NNPS" or not head.text.endswith("s"):
        return None
    bearers = [one for one in scene.actors if one.person is not None and one.person.surname == head.text[:-1]]
    if not bearers:
        return None
    members = tuple(Referent(one.name, one.kind, one, words=one.name) for one in bearers)
    return Referent("; ".join(one.name for one in bearers), SpeakerKind.PERSON, members=members)


def _two(scene: Scene, at: int, word: str | None) -> list[Actor] | None:
    """The two persons named last, of whom the noun was said if it was said of two."""
    sentence = scene.parse.tokens[at].sentence
    near: list[tuple[int, Actor]] = []
    for actor in scene.near(at):
        if actor.person is None:
            continue
        places = [
            mention.at
            for mention in actor.mentions
            if mention.at < at and sentence - mention.sentence <= _WITHIN
        ]
        if places:
            near.append((places[-1], actor))
    said_of = [pair for pair in near if word and word in pair[1].described]
    near = said_of if len(said_of) >= 2 else near
    sure = len(said_of) >= 2 or len(near) == 2 or word is None
    if len(near) < 2 or not sure:
        return None
    last = sorted(near, key=lambda pair: pair[0])[-2:]
    return sorted((actor for _, actor in last), key=lambda actor: actor.mentions[0].at)
