"""Two who are named together as one subject: whom "they" means in the next words."""

from __future__ import annotations

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.actors import Actor
from counterclaim.read.speakers.scene import Referent, Scene

_SUBJECTS = frozenset("nsubj nsubjpass".split())
_WITHIN = 1  # sentences before


def joined_before(scene: Scene, at: int) -> Referent | None:
    """The two whom "and" joins in the last subject before a token; None where that is anybody else."""
    tokens = scene.parse.tokens
    first = at
    while first > 0 and tokens[at].sentence - tokens[first - 1].sentence <= _WITHIN:
        first -= 1
    for place in range(at - 1, first - 1, -1):
        if tokens[place].dep not in _SUBJECTS or tokens[place].pos not in ("NOUN", "PROPN"):
            continue
        return _couple(scene, place, at)
    return None


def _couple(scene: Scene, place: int, end: int) -> Referent | None:
    """The actor of a subject and the one joined to it."""
    tokens = scene.parse.tokens
    one = _named_at(scene, place)
    joined = [child for child in scene.parse.children[place] if tokens[child].dep == "conj" and child < end]
    if one is None or len(joined) != 1:
        return None
    other = _named_at(scene, joined[0])
    if other is None or other is one or _many(scene, joined[0]):
        return None
    members = tuple(Referent(actor.name, actor.kind, actor, words=actor.name) for actor in (one, other))
    kind = one.kind if one.kind is other.kind else SpeakerKind.GROUP
    return Referent(f"{one.name}; {other.name}", kind, members=members)


def _many(scene: Scene, at: int) -> bool:
    """Whether a third is joined to the second."""
    return any(scene.parse.tokens[child].dep == "conj" for child in scene.parse.children[at])


def _named_at(scene: Scene, at: int) -> Actor | None:
    """The person or body whose name ends at a token."""
    for first in range(at, max(-1, at - 6), -1):
        if first in scene.names and scene.names[first][0].last == at + 1:
            return scene.names[first][1]
        if first in scene.body_at and scene.body_at[first][1] == at + 1:
            return scene.body_at[first][2]
    return None
