"""Sources that name nobody: groups, unnamed persons, and words that tell nothing."""

from __future__ import annotations

from bisect import bisect_left

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.speakers.lexicon import (
    BODY_NOUNS,
    COLLECTIVES,
    NUMBER_WORDS,
    OUTLET_NOUNS,
    PRONOUNS_NOBODY,
    QUANTIFIERS,
    ROLES,
    UNIT_NOUNS,
)
from counterclaim.read.speakers.phrase import listed, phrase_of, singular
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.source import Source, source_of_tokens

NOBODY = "the text names nobody"
_SPOKES = frozenset("spokesman spokeswoman spokesperson representative".split())
_ANYBODY = frozenset("man woman person".split())
_PRESIDENCIES = frozenset("presidency government palace crown president".split())
_STATE_NOUNS = frozenset("government side leadership authorities administration regime".split())
_EMPTY = frozenset("thing sign story report rumor rumour speculation evidence source".split())


def describe_unnamed(scene: Scene, source: Source) -> Referent:
    """The words themselves, as a reader would list them, with the kind they tell."""
    token = scene.parse.tokens[source.head]
    word = singular(token.lower)
    group = _who_speaks_for(scene, source)
    if group is not None:
        return group
    if word in PRONOUNS_NOBODY | QUANTIFIERS | NUMBER_WORDS | UNIT_NOUNS and len(source.core) <= 2:
        return Referent(None, SpeakerKind.GROUP, reason=NOBODY)
    if is_lone_name(scene, source):
        name = scene.parse.tokens[source.head].text
        known = scene.aliases.find(name, scene.on) is not None
        return Referent(name, SpeakerKind.PERSON, words=name if known else "")
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
    if many and scene.parse.tokens[first].lower == "one":
        kind = SpeakerKind.ANONYMOUS
    elif many:
        kind = SpeakerKind.OUTLET if token.lower in ("media", "press") else SpeakerKind.GROUP
    elif word in ROLES:
        kind = SpeakerKind.ANONYMOUS
    else:
        kind = SpeakerKind.OUTLET if token.lower in OUTLET_NOUNS else SpeakerKind.ORGANISATION
    return Referent(phrase.name, kind, words=phrase.name)


def is_lone_name(scene: Scene, source: Source) -> bool:
    """Whether a source is one capital word that nothing explains: a surname, as far as a reader can tell.

    At the beginning of a sentence every word has a capital, so the word must have one elsewhere too.
    """
    token = scene.parse.tokens[source.head]
    if len(source.tokens) != 1 or not token.text.istitle() or token.tag in ("NNS", "NNPS"):
        return False
    if scene.home is not None and Aliases.packaged().find(scene.home) is None:
        return False  # where one state is unknown, an unknown capital may be another
    word = singular(token.lower)
    if word in ROLES | BODY_NOUNS | OUTLET_NOUNS | COLLECTIVES or word in _EMPTY:
        return False
    return token.tag == "NNP" or any(
        other.text == token.text and not _begins_sentence(scene, at)
        for at, other in enumerate(scene.parse.tokens)
    )


def _begins_sentence(scene: Scene, at: int) -> bool:
    tokens = scene.parse.tokens
    return at == 0 or tokens[at - 1].sentence != tokens[at].sentence or tokens[at - 1].pos == "PUNCT"


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


def spokesman_of_body(scene: Scene, source: Source) -> Referent | None:
    """ "its spokesman", "one of its spokesmen": the spokesman of the body that spoke last."""
    tokens = scene.parse.tokens
    word = singular(tokens[source.head].lower)
    before = [tokens[at].lower for at in source.core if at < source.head]
    if word not in _SPOKES or before not in (["its"], ["one", "of", "its"]):
        return None
    body = body_before(scene, source.head)
    return Referent(f"{body} {word}", SpeakerKind.ANONYMOUS, words=body) if body else None


def _who_speaks_for(scene: Scene, source: Source) -> Referent | None:
    """ "a man who speaks for the Quill Tower": its spokesman."""
    tokens = scene.parse.tokens
    rest = [tokens[at] for at in source.rest]
    if tokens[source.head].lower not in _ANYBODY or [one.lower for one in rest[:3]] != [
        "who",
        "speaks",
        "for",
    ]:
        return None
    if len(rest) < 4:
        return None
    words = " ".join(scene.parse.text[rest[3].start : rest[-1].end].split())
    office = words.removeprefix("the ") in _PRESIDENCIES
    state = scene.state_at(source.head) if office else None
    name = f"spokesman for {words}" + (f" of {state}" if state else "")
    return Referent(name, SpeakerKind.ANONYMOUS, words=words, party=state)


def _spokesman(scene: Scene, source: Source, name: str) -> Referent:
    """An unnamed spokesman, with the body that the source or the sentences before name."""
    tokens = source.tokens
    inside = any(at in scene.body_at or at in scene.names for at in tokens)
    behind = [at for at in source.core if at > source.head]
    if behind and scene.parse.tokens[behind[0]].lower in ("for", "of"):
        name = listed(scene.parse, source.head, behind[-1] + 1)
    if inside or len(source.core) > 2:
        words = scene.parse.text[scene.parse.tokens[tokens[0]].start : scene.parse.tokens[tokens[-1]].end]
        return Referent(name, SpeakerKind.ANONYMOUS, words=words)
    body = body_before(scene, tokens[0])
    full = f"{body} {name}" if body else name
    return Referent(full, SpeakerKind.ANONYMOUS, words=body or "")


def _is_body(referent: Referent) -> bool:
    """Whether a body with a name of its own spoke."""
    if referent.actor is not None and referent.actor.body is not None:
        return True
    named = referent.name is not None and any(word[:1].isupper() for word in referent.name.split())
    return named and referent.kind is SpeakerKind.ORGANISATION


def _is_seat(scene: Scene, name: str) -> bool:
    """Whether a body speaks for another, as a seat of power does for the state."""
    entry = scene.aliases.find(name, scene.on)
    return entry is not None and entry.kind is SpeakerKind.ORGANISATION and entry.party == scene.home


def body_in_sentence(scene: Scene, at: int) -> str | None:
    """The body named last in the sentence before a token, by whatever part it has there."""
    sentence = scene.parse.tokens[at].sentence
    near = [
        (mention.at, actor.name)
        for actor in scene.near(at)
        if actor.body is not None and not actor.body.place
        for mention in actor.mentions
        if mention.at < at and mention.sentence == sentence
    ]
    return max(near)[1] if near else None


def body_before(scene: Scene, at: int) -> str | None:
    """The body that spoke or was the subject last, at most two sentences before."""
    sentence = scene.parse.tokens[at].sentence
    place = bisect_left(scene.past, at, key=lambda past: past.at)
    for past in reversed(scene.past[max(0, place - 3) : place]):
        if sentence - past.sentence <= 2 and _is_body(past.referent):
            return past.referent.name
    near = [
        (_is_seat(scene, actor.name), mention.subject, mention.at, actor.name)
        for actor in scene.near(at)
        if actor.body is not None
        for mention in actor.mentions
        if mention.at < at and sentence - mention.sentence <= 2
    ]
    return max(near)[3] if near else None
