"""Sources that name nobody: groups, unnamed persons, and words that tell nothing."""

from __future__ import annotations

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.lexicon import (
    COLLECTIVES,
    NUMBER_WORDS,
    OUTLET_NOUNS,
    PRONOUNS_NOBODY,
    QUANTIFIERS,
    ROLES,
    UNIT_NOUNS,
)
from counterclaim.read.speakers.phrase import phrase_of, singular
from counterclaim.read.speakers.police import local_force
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.source import Source, source_of_tokens

NOBODY = "the text names nobody"
_SPOKES = frozenset("spokesman spokeswoman spokesperson representative".split())
_STATE_NOUNS = frozenset("government side leadership authorities administration regime".split())
_EMPTY = frozenset("thing sign story report rumor rumour speculation evidence source".split())


def describe_unnamed(scene: Scene, source: Source) -> Referent:
    """The words themselves, as a reader would list them, with the kind they tell."""
    token = scene.parse.tokens[source.head]
    word = singular(token.lower)
    if word in PRONOUNS_NOBODY | QUANTIFIERS | NUMBER_WORDS | UNIT_NOUNS and len(source.core) <= 2:
        return Referent(None, SpeakerKind.GROUP, reason=NOBODY)
    first = source.core[0]
    source = _counted(scene, source)
    token = scene.parse.tokens[source.head]
    word = singular(token.lower)
    phrase = phrase_of(scene.parse, source.core[0], source.core[-1] + 1, source.head)
    many = token.tag in ("NNS", "NNPS") or token.lower in COLLECTIVES
    if word in _SPOKES and not many:
        return _spokesman(scene, source, phrase.name)
    if word in _EMPTY and len(phrase.words) == 1:
        return Referent(None, SpeakerKind.ANONYMOUS, reason=NOBODY)
    police = local_force(scene) if phrase.words in (("police",), ("cops",)) else None
    if police is not None:
        return police
    if many and scene.parse.tokens[first].lower == "one":
        kind = SpeakerKind.ANONYMOUS
    elif many:
        kind = SpeakerKind.OUTLET if token.lower in ("media", "press") else SpeakerKind.GROUP
    elif word in ROLES:
        kind = SpeakerKind.ANONYMOUS
    else:
        kind = SpeakerKind.OUTLET if token.lower in OUTLET_NOUNS else SpeakerKind.ORGANISATION
    return Referent(phrase.name, kind, words=phrase.name)


def state_of(scene: Scene, source: Source) -> Referent | None:
    """ "the Russian side", "the Americans": the state."""
    tokens = [scene.parse.tokens[at] for at in source.core]
    word = scene.parse.tokens[source.head].lower
    if word not in _STATE_NOUNS and not (tokens[0].lower == "the" and len(tokens) == 2):
        return None
    for token in tokens:
        state = _of_people(scene, token.text) if token.text[0].isupper() else None
        entry = scene.aliases.find(token.text, scene.on) if token.text[0].isupper() and not state else None
        if entry is not None and (entry.kind is SpeakerKind.STATE or entry.kind is SpeakerKind.GROUP):
            state = entry.party
        if state:
            return Referent(state, SpeakerKind.STATE, words=state)
    return None


def _of_people(scene: Scene, word: str) -> str | None:
    """The state of "Peruvian" or "Peruvians"."""
    return scene.aliases.adjective(word) or (
        scene.aliases.adjective(word[:-1]) if word.endswith("s") else None
    )


def _counted(scene: Scene, source: Source) -> Source:
    """What is counted in "75 percent of the voters", "a lot of people"."""
    tokens = scene.parse.tokens
    place = source.core.index(source.head) if source.head in source.core else 0
    counting = singular(tokens[source.head].lower) in UNIT_NOUNS or tokens[source.head].pos in (
        "NUM",
        "ADJ",
        "PRON",
        "DET",
    )
    if not counting or place + 2 >= len(source.core) or tokens[source.core[place + 1]].lower != "of":
        return source
    inner = source_of_tokens(scene.parse, source.core[place + 2 :], source.rest)
    return inner or source


def _spokesman(scene: Scene, source: Source, name: str) -> Referent:
    """An unnamed spokesman, with the body that the source or the sentences before name."""
    tokens = source.tokens
    inside = any(at in scene.body_at or at in scene.names for at in tokens)
    if inside or len(source.core) > 2:
        words = scene.parse.text[scene.parse.tokens[tokens[0]].start : scene.parse.tokens[tokens[-1]].end]
        return Referent(name, SpeakerKind.ANONYMOUS, words=words)
    body = body_before(scene, tokens[0])
    full = f"{body} {name}" if body else name
    return Referent(full, SpeakerKind.ANONYMOUS, words=body or "")


def body_before(scene: Scene, at: int) -> str | None:
    """The body that spoke or was the subject last, at most two sentences before."""
    sentence = scene.parse.tokens[at].sentence
    for past in reversed(scene.past[-3:]):
        actor = past.referent.actor
        if actor is not None and actor.body is not None and sentence - past.sentence <= 2:
            return actor.name
    near = [
        (mention.subject, mention.at, actor.name)
        for actor in scene.near(at)
        if actor.body is not None
        for mention in actor.mentions
        if mention.at < at and sentence - mention.sentence <= 2
    ]
    return max(near)[2] if near else None
