"""Campaigns, offices and staff that are called by their owner: "his campaign", "the Quill campaign"."""

from __future__ import annotations

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.actors import Actor
from counterclaim.read.speakers.lexicon import CANDIDATE_WORDS
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.source import Source


def campaign_of(scene: Scene, source: Source) -> Referent | None:
    """A campaign by the surname of whose it is; None for everything else."""
    if scene.parse.tokens[source.head].lower != "campaign":
        return None
    first = scene.parse.tokens[source.core[0]].lower
    owner = named_owner(scene, source) or _candidate(scene, source.head, first)
    if owner is None or owner.person is None:
        return None
    name = f"{owner.person.surname} campaign"
    return Referent(name, SpeakerKind.ORGANISATION, words=name)


def named_owner(scene: Scene, source: Source) -> Actor | None:
    """The person named before the head, as owner or modifier."""
    owners = [scene.names[at][1] for at in source.core if at < source.head and at in scene.names]
    return owners[-1] if owners else None


def _candidate(scene: Scene, at: int, word: str) -> Actor | None:
    """Whose "the campaign" or "his campaign" at a token is, `word` being the first of them.

    That is who spoke last, else who was named last of those that stand for office.
    """
    sex = {"his": "m", "her": "f"}.get(word)
    for past in reversed(scene.past[-6:]):
        actor = past.referent.actor
        if actor is not None and actor.person is not None and (sex is None or actor.sex in (sex, None)):
            return actor
    before = [
        (mention.at, actor)
        for actor in scene.near(at)
        if actor.person is not None and (sex is None or actor.sex in (sex, None))
        for mention in actor.mentions
        if mention.at < at
    ]
    standing = [pair for pair in before if pair[1].described & CANDIDATE_WORDS]
    found = max(standing or before, key=lambda pair: pair[0], default=None)
    return found[1] if found else None


def with_owner(scene: Scene, source: Source, name: str) -> str:
    """The name with its owner's full name ("Dana Quill's office")."""
    for at in source.core:
        if at < source.head and at in scene.names:
            found, actor = scene.names[at]
            short = " ".join(found.words)
            if found.last < len(scene.parse.tokens) and scene.parse.tokens[found.last].tag == "POS":
                return name.replace(short, actor.name, 1)
    return name
