"""Plural sources that mean two of the document: "both presidents", "the two", "the two countries"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.actors import Actor
from counterclaim.read.speakers.lexicon import ROLES
from counterclaim.read.speakers.phrase import singular
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.source import Source

_TWO = frozenset("two both pair duo couple".split())
_NO_NOUN = frozenset("the man woman".split())
_STATES = frozenset("country nation state government neighbor neighbour capital power".split())
_BODIES = frozenset(
    """company firm group organization organisation team club agency union bank university airline
    newspaper""".split()
)
_SIDES = frozenset("side party".split())  # of states, of persons or of crowds: the noun does not say
_ANY_ROLE = frozenset("leader".split())
_WITHIN = 12  # sentences in which the two must have been named

Fits = Callable[[Actor], bool]


def resolve_plural(scene: Scene, source: Source) -> Referent | None:
    """The two whom a source means; None where it means no two."""
    return _family(scene, source) or _two_of(scene, source)


def _two_of(scene: Scene, source: Source) -> Referent | None:
    tokens = [scene.parse.tokens[at] for at in source.core]
    words = {token.lower for token in tokens}
    noun = singular(scene.parse.tokens[source.head].lower)
    others = {singular(word) for word in words} - _TWO - _NO_NOUN - {noun}
    if others:
        return None
    both = bool(words & _TWO)
    if both and noun in _TWO | _NO_NOUN:
        return _joined(_last_two(scene, source.head), SpeakerKind.PERSON)
    if both and noun in _STATES:
        return _joined(_only_two(scene, source.head, _is_state), SpeakerKind.STATE)
    if both and noun in _BODIES:
        return _joined(_only_two(scene, source.head, _is_organisation), SpeakerKind.ORGANISATION)
    if noun in _SIDES:
        return _sides(scene, source.head) if both else None
    if scene.parse.tokens[source.head].tag != "NNS" or tokens[0].lower not in ("the", "both"):
        return None
    return _joined(_two_called(scene, source.head, noun), SpeakerKind.PERSON) if noun in ROLES else None


def _joined(found: Sequence[Actor], kind: SpeakerKind) -> Referent | None:
    """Those found as one speaker; None where nobody was."""
    if not found:
        return None
    members = tuple(Referent(one.name, one.kind, one, words=one.name) for one in found)
    return Referent("; ".join(one.name for one in found), kind, members=members)


def _family(scene: Scene, source: Source) -> Referent | None:
    """ "the Quills": all of that surname."""
    head = scene.parse.tokens[source.head]
    if head.tag != "NNPS" or not head.text.endswith("s"):
        return None
    bearers = [one for one in scene.actors if one.person is not None and one.person.surname == head.text[:-1]]
    return _joined(bearers, SpeakerKind.PERSON)


def _sides(scene: Scene, at: int) -> Referent | None:
    """ "Both sides": two who just spoke together, else the only two states, else the only two persons."""
    last = scene.last()
    if last is not None and len(last.members) == 2:
        return last
    states = _only_two(scene, at, _is_state)
    if states or any(_named_before(scene, at, _is_state)):
        return _joined(states, SpeakerKind.STATE)
    return _joined(_only_two(scene, at, _is_person), SpeakerKind.PERSON)


def _is_person(actor: Actor) -> bool:
    return actor.person is not None


def _is_state(actor: Actor) -> bool:
    return actor.kind is SpeakerKind.STATE and actor.body is not None and not actor.body.place


def _is_organisation(actor: Actor) -> bool:
    return actor.kind is SpeakerKind.ORGANISATION and actor.body is not None and not actor.body.place


def _named_before(scene: Scene, at: int, fits: Fits) -> list[Actor]:
    """Actors that fit and were named in the sentences before, the last one last."""
    sentence = scene.parse.tokens[at].sentence
    near: list[tuple[int, Actor]] = []
    for actor in scene.near(at):
        places = [
            mention.at
            for mention in actor.mentions
            if mention.at < at and sentence - mention.sentence <= _WITHIN
        ]
        if places and fits(actor):
            near.append((places[-1], actor))
    return [actor for _, actor in sorted(near, key=lambda pair: pair[0])]


def _in_order(actors: Sequence[Actor]) -> list[Actor]:
    return sorted(actors, key=lambda actor: actor.mentions[0].at)


def _only_two(scene: Scene, at: int, fits: Fits) -> list[Actor]:
    """Two that fit where there are no more; else none."""
    near = _named_before(scene, at, fits)
    return _in_order(near) if len(near) == 2 else []


def _last_two(scene: Scene, at: int) -> list[Actor]:
    """The two persons named last; none where there is only one."""
    near = _named_before(scene, at, _is_person)
    return _in_order(near[-2:]) if len(near) >= 2 else []


def _two_called(scene: Scene, at: int, noun: str) -> list[Actor]:
    """The two persons of whom the noun was said; for leaders the last two."""
    near = _named_before(scene, at, _is_person)
    called = [actor for actor in near if noun in actor.described]
    if len(called) >= 2 and noun not in _ANY_ROLE:
        return _in_order(called[-2:])
    return _in_order(near[-2:]) if noun in _ANY_ROLE and len(near) > 1 else []
