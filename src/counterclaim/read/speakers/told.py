"""Whether a text gives enough to take an actor for the one that a description means."""

from __future__ import annotations

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.actors import Actor
from counterclaim.read.speakers.ranking import Query
from counterclaim.read.speakers.scene import Scene

_HEARD = 4  # sources before in which somebody must have spoken to be called by a new word
_NEAR = 2  # sentences
# What readers take for a new word for one just named.  Every other noun says an office, a part in the
# events or a relation ("the judge", "the witness", "her employer"), which the text must have told before.
_NEW_WORDS = frozenset(
    """businessman businesswoman billionaire millionaire tycoon mogul magnate entrepreneur developer investor
    candidate nominee front-runner frontrunner hopeful contender incumbent challenger republican democrat
    conservative liberal libertarian socialist independent senator congressman congresswoman lawmaker
    legislator politician statesman star actor actress singer musician comedian artist entertainer author
    filmmaker documentarian showrunner celebrity socialite legend athlete champion veteran native spouse
    widow widower physicist scientist""".split()
)
_NEW_WORDS_FOR_BODIES = frozenset(
    """company firm corporation giant maker manufacturer operator carrier airline retailer startup start-up
    chain brewer bookmaker conglomerate studio label group organization organisation agency team club
    nonprofit non-profit charity watchdog regulator newspaper paper tabloid daily weekly broadsheet magazine
    network broadcaster outlet channel website site think-tank""".split()
)


def is_told(scene: Scene, query: Query, actor: Actor, person: bool) -> bool:
    """Whether an actor was called so, or may be called so for the first time here."""
    called = actor.described | actor.heads
    new = query.head in (_NEW_WORDS if person else _NEW_WORDS_FOR_BODIES)
    if query.head in called:
        return True
    if query.like & called and (new or _fits_in_full(query, called)):
        return True
    return new and (
        bool(query.words & called)
        or any(past.referent.actor is actor for past in scene.past[-_HEARD:])
        or _is_near(scene, query, actor)
    )


def _fits_in_full(query: Query, called: frozenset[str]) -> bool:
    """Whether a word before the noun fits too: a lawyer need not be "the special counsel"."""
    return not query.words or bool(query.words & called)


def _is_near(scene: Scene, query: Query, actor: Actor) -> bool:
    """Whether somebody named in full stands right before; a body must do something there."""
    sentence = scene.parse.tokens[query.at].sentence
    if actor.kind is SpeakerKind.PERSON and " " not in actor.name:
        return False
    return any(
        (one.subject if actor.person is None else not one.modifier)
        and 0 <= sentence - one.sentence <= _NEAR
        and one.at < query.at
        for one in actor.mentions
    )
