"""Definite descriptions as sources: "the minister", "the group", "the Utah Republican"."""

from __future__ import annotations

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.names.fold import fold
from counterclaim.read.speakers.actors import Actor, with_states
from counterclaim.read.speakers.alike import alike
from counterclaim.read.speakers.holders import holder
from counterclaim.read.speakers.lexicon import (
    BODY_NOUNS,
    FEMALE_NOUNS,
    INDEFINITES,
    MALE_NOUNS,
    OUTLET_NOUNS,
    ROLES,
    STATE_OFFICES,
    US_STATES,
)
from counterclaim.read.speakers.owners import named_owner, with_owner
from counterclaim.read.speakers.phrase import phrase_of, singular
from counterclaim.read.speakers.ranking import Query, best
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.source import Source, head_word
from counterclaim.read.speakers.told import is_told
from counterclaim.read.speakers.weights import DESCRIPTION, PERSON_PRONOUN

_ONE = (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS)
_OF_A_BODY = frozenset(
    "employee spokesman spokeswoman spokesperson aide staffer official officer worker member".split()
)
_VAGUE = frozenset("man woman person boy girl lady source".split())
_PARTISAN = frozenset("republican democratic gop".split())  # a Republican group is not the party
_STATES = frozenset("country nation state kingdom republic government regime".split())
_OF_ONE_STATE = frozenset(
    "embassy consulate ministry navy army military delegation mission admiralty".split()
)
# What tells one minister or secretary from another.
_PORTFOLIOS = frozenset(
    """foreign defence defense home finance interior health energy trade education justice culture economy
    treasury labor labour transport agriculture environment commerce press prime""".split()
)
_BODIES = (SpeakerKind.ORGANISATION, SpeakerKind.STATE, SpeakerKind.OUTLET)


def is_description(scene: Scene, source: Source) -> bool:
    """Whether a source means one that the text has named: definite, singular, of a person or body."""
    token = scene.parse.tokens[source.head]
    opener = scene.parse.tokens[source.core[0]].lower
    if token.tag in ("NNS", "NNPS") or opener in INDEFINITES:
        return False
    if token.lower in OUTLET_NOUNS and any(scene.parse.tokens[at].lower == "state" for at in source.core):
        return False
    if all(scene.parse.tokens[at].tag in ("NNP", "NNPS") for at in source.core) and len(source.core) > 1:
        return token.lower in ROLES  # else capitals throughout: a name, of a body that no table knows
    words = {singular(token.lower), head_word(scene.parse, source.head)}
    return bool(words & (ROLES | BODY_NOUNS | OUTLET_NOUNS))


def resolve_description(scene: Scene, source: Source, content: range) -> Referent:
    """Whom a description means; its own words where nobody in the document fits."""
    token = scene.parse.tokens[source.head]
    joined = head_word(scene.parse, source.head)
    head = joined if joined in ROLES else singular(token.lower)
    person = head in ROLES
    kinds: tuple[SpeakerKind, ...] = _ONE if person else _BODIES
    if token.lower in BODY_NOUNS and token.lower in ROLES:
        kinds = (*_ONE, *_BODIES)
    sex = "f" if token.lower in FEMALE_NOUNS else "m" if token.lower in MALE_NOUNS else None
    query = Query(
        source.tokens[0],
        DESCRIPTION,
        content,
        sex,
        head=head,
        like=alike(head),
        words=query_words(scene, source) - {token.lower} - (frozenset() if person else _PARTISAN),
    )
    held = _holder(scene, query.words, head) if person else None
    if held is not None:
        return held
    proper = _proper_words(scene, source) if not person or token.lower in _OF_A_BODY else set()
    inside = [scene.names[at][1] for at in source.tokens if at in scene.names]
    owner = named_owner(scene, source) or _owner_by_pronoun(scene, source)
    fitting = [
        actor
        for actor in scene.near(query.at)
        if actor.kind in kinds
        and not _clashes(actor, sex, query.words)
        and (person or _is_like(actor, token.lower))
        and (token.lower not in _OF_ONE_STATE or _is_that_of_state(actor, query))
        and actor is not owner
        and actor not in inside
        and _may_be_unnamed(actor, query)
        and proper <= actor.described | set(actor.name.lower().split())
    ]
    if not person and _is_owned(scene, source):
        fitting = [actor for actor in fitting if head in actor.heads]
    ranked = best(scene, query, (one for one in fitting if is_told(scene, query, one, person)))
    if ranked:
        actor = ranked[0][1]
        return Referent(actor.name, actor.kind, actor, words=actor.name)
    return _as_it_stands(scene, source, person)


def _may_be_unnamed(actor: Actor, query: Query) -> bool:
    """Whether an unnamed person was called by the same noun, or the noun says little."""
    if actor.kind is not SpeakerKind.ANONYMOUS:
        return True
    return query.head in actor.heads or query.head in _VAGUE or bool(query.like & actor.heads)


def _owner_by_pronoun(scene: Scene, source: Source) -> Actor | None:
    """Whom "her" in "her publicist" stands for, who is not the publicist."""
    word = scene.parse.tokens[source.core[0]].lower
    sex = {"his": "m", "her": "f"}.get(word)
    if sex is None:
        return None
    query = Query(source.core[0], PERSON_PRONOUN, range(0), sex)
    ranked = best(scene, query, (one for one in scene.near(query.at) if one.person and one.sex == sex))
    return ranked[0][1] if ranked else None


def _is_owned(scene: Scene, source: Source) -> bool:
    """Whether a capital with "'s" stands before the head: whose body it is, so that it is no other."""
    tokens = scene.parse.tokens
    return any(
        at < source.head and tokens[at].tag == "POS" and tokens[at - 1].tag in ("NNP", "NNPS")
        for at in source.core[1:]
    )


def _holder(scene: Scene, words: frozenset[str], head: str) -> Referent | None:
    """Who held the office of the state named, if that is known beforehand."""
    states = [word[1:] for word in words if word[:1] == "="]
    office = " ".join(sorted(words)) if head == "minister" else head
    name = holder("president" if "president" in words else office, states, scene.on) if states else None
    if name is None or not (head in STATE_OFFICES or head in alike("leader")):
        return None
    actor = next(
        (one for one in scene.actors if one.person is not None and fold(one.name) == fold(name)), None
    )
    return Referent(actor.name if actor else name, SpeakerKind.PERSON, actor, words=name)


def _proper_words(scene: Scene, source: Source) -> set[str]:
    """Capitalised words beside the head that name no state: who fits must be described by them."""
    words = set()
    for at in source.core:
        token = scene.parse.tokens[at]
        capital = (
            token.text[0].isupper()
            and token.tag in ("NNP", "NNPS")
            and at not in (source.core[0], source.head)
        )
        if capital and not scene.aliases.adjective(token.text) and not _is_known_body(scene, token.text):
            words.add(token.lower)
    return words


def _is_known_body(scene: Scene, word: str) -> bool:
    entry = scene.aliases.find(word, scene.on)
    return entry is not None and entry.kind is not SpeakerKind.PERSON


def _is_like(actor: Actor, noun: str) -> bool:
    """Whether a body may be called so: an outlet is no company, a state no group, a place neither."""
    if actor.body is None:
        return True
    if actor.body.place:
        return noun in actor.described
    if noun in OUTLET_NOUNS and noun not in BODY_NOUNS:
        return actor.kind is SpeakerKind.OUTLET
    if actor.kind is SpeakerKind.STATE:
        return noun in _STATES
    return actor.kind is SpeakerKind.ORGANISATION or noun in OUTLET_NOUNS


def query_words(scene: Scene, source: Source) -> frozenset[str]:
    """Content words of a description, what is like them, and the states they name."""
    tokens = [scene.parse.tokens[at] for at in source.tokens]
    words = {token.lower.rstrip(".") for token in tokens if token.pos in ("NOUN", "PROPN", "ADJ", "NUM")}
    if {"head", "state"} <= words:
        words |= {"president"}
    words |= {"republican"} if "gop" in words else set()
    return with_states(words, (token.text for token in tokens), scene.aliases)


def _is_that_of_state(actor: Actor, query: Query) -> bool:
    """Whether an actor is called so, and is of the state that a description names, if it names one."""
    states = {word for word in query.words if word[:1] == "="}
    return bool((query.like | {query.head}) & actor.described) and (
        not states or bool(states & actor.described)
    )


def _clashes(actor: Actor, sex: str | None, words: frozenset[str]) -> bool:
    """Whether sex, or the state or portfolio named, is another's."""
    states = {word for word in words if word[:1] == "="}
    theirs = {word for word in actor.described if word[:1] == "="}
    home, theirs_home = words & US_STATES, actor.described & US_STATES
    if actor.person is not None and home and theirs_home and not home & theirs_home:
        return True
    fields, theirs_fields = words & _PORTFOLIOS, actor.described & _PORTFOLIOS
    if actor.person is not None and fields and theirs_fields and not fields & theirs_fields:
        return True
    other_sex = sex is not None and actor.sex is not None and actor.sex != sex
    return other_sex or bool(states and theirs and not states & theirs)


def _as_it_stands(scene: Scene, source: Source, person: bool) -> Referent:
    phrase = phrase_of(scene.parse, source.core[0], source.core[-1] + 1, source.head)
    kind = SpeakerKind.ANONYMOUS if person else SpeakerKind.ORGANISATION
    name = with_owner(scene, source, phrase.name)
    return Referent(name, kind, words=name)
