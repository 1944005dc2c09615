"""Sources that belong to somebody: "her plan" speaks for her, "her office" is called by her name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.lexicon import BODY_NOUNS, COLLECTIVES, OUTLET_NOUNS, ROLES
from counterclaim.read.speakers.phrase import singular
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.source import Source, head_word

_AGENTS = (
    ROLES | BODY_NOUNS | OUTLET_NOUNS | COLLECTIVES | frozenset("people supporter fan staff force".split())
)
_ONES_OWN = frozenset("his her its their my our your".split())

Resolve = Callable[[list[int]], Referent | None]


def owner_of_thing(scene: Scene, source: Source, resolve: Resolve) -> Referent | None:
    """Whose words, thoughts or deeds a source names; None where it names somebody."""
    tokens = scene.parse.tokens
    head = tokens[source.head]
    words = {singular(head.lower), head_word(scene.parse, source.head), head.lower}
    if head.tag not in ("NN", "NNS") or words & _AGENTS or source.head in scene.body_at:
        return None
    owner = _owner(scene, source)
    found = resolve(owner) if owner else None
    return found if found is not None and found.name and found.actor is not None else None


def _owner(scene: Scene, source: Source) -> list[int]:
    """The words before the head that own it."""
    tokens = scene.parse.tokens
    if tokens[source.core[0]].tag == "PRP$":
        return [source.core[0]]
    for place, at in enumerate(source.core):
        if place and at < source.head and (tokens[at].tag == "POS" or tokens[at].lower in ("'s", "’s")):
            return list(source.core[:place])
    return []


def by_owner(scene: Scene, source: Source, referent: Referent, resolve: Resolve) -> Referent:
    """The referent with its owner's name in place of the pronoun: "Dana Quill's office"."""
    name = referent.name or ""
    word, _, rest = name.partition(" ")
    if word.lower() not in _ONES_OWN or not rest or scene.parse.tokens[source.core[0]].tag != "PRP$":
        return referent
    owner = resolve([source.core[0]])
    if owner is None or owner.actor is None or not owner.name or owner.kind is SpeakerKind.GROUP:
        return referent
    full = f"{owner.name}'s {rest}"
    return replace(referent, name=full, words=full)
