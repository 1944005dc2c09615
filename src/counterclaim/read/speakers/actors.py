"""Who and what a document speaks of: everything that a pronoun or description may stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.names.rows import Sort
from counterclaim.read.parse import Parse
from counterclaim.read.speakers.bodies import Body
from counterclaim.read.speakers.holders import offices_of
from counterclaim.read.speakers.lexicon import (
    BODY_NOUNS,
    CANDIDATE_WORDS,
    COLLECTIVES,
    FEMALE_NOUNS,
    INDEFINITES,
    MALE_NOUNS,
    ROLES,
)
from counterclaim.read.speakers.persons import Person
from counterclaim.read.speakers.phrase import Phrase, phrase_at, singular

_SUBJECTS = frozenset("nsubj nsubjpass csubj".split())
_MODIFIERS = frozenset("poss compound amod nmod".split())
_UNNAMED_DEPS = frozenset("nsubj nsubjpass agent pobj dobj conj attr ROOT appos".split())


# What a text may call the person that a table has for a body's.
_HEADS = frozenset("head chief leader secretary-general secretary".split())

Named = tuple[Sequence[Person], Sequence[Body]]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names an actor: token index of its last word, and how it stands in its sentence."""

    at: int
    sentence: int
    subject: bool
    modifier: bool


@dataclass(frozen=True, slots=True, eq=False)
class Actor:
    """Somebody or something a source may stand for; `described` holds words, states as "=Peru".

    `heads` are the nouns that say what the actor is.
    """

    name: str
    kind: SpeakerKind
    sex: str | None
    plural: bool
    described: frozenset[str]
    mentions: tuple[Mention, ...]
    heads: frozenset[str] = frozenset()
    person: Person | None = None
    body: Body | None = None


def actors_of(
    parse: Parse, named: Named, sources: frozenset[int], aliases: Aliases, on: str | None
) -> tuple[Actor, ...]:
    """The named, unnamed groups, and unnamed persons that speak; `sources` are tokens of sources."""
    persons, bodies = named
    found = [_of_person(parse, person, aliases, on) for person in persons]
    found += [_of_body(parse, body, aliases) for body in bodies]
    covered = {at for person in persons for name in person.mentions for at in range(name.first, name.last)}
    covered |= {at for body in bodies for first, last in body.mentions for at in range(first, last)}
    return (*found, *_unnamed(parse, covered, sources))


def with_states(words: Iterable[str], texts: Iterable[str], aliases: Aliases) -> frozenset[str]:
    """Words, and the states that any of the texts names, as "=Peru"."""
    found = set(words)
    for text in texts:
        if text[:1].isupper():
            state = aliases.adjective(text)
            entry = None if state else aliases.find(text)
            if entry is not None and entry.kind is SpeakerKind.STATE:
                state = entry.party or entry.name
            if state:
                found.add("=" + state)
    return frozenset(found)


def _mention(parse: Parse, last: int) -> Mention:
    token = parse.tokens[last - 1]
    return Mention(last - 1, token.sentence, token.dep in _SUBJECTS, token.dep in _MODIFIERS)


def _of_person(parse: Parse, person: Person, aliases: Aliases, on: str | None) -> Actor:
    texts = [parse.tokens[at].text for one in person.descriptions for at in range(one.first, one.last)]
    return Actor(
        name=person.name,
        kind=SpeakerKind.PERSON,
        sex=person.sex,
        plural=False,
        described=with_states(person.described, texts, aliases) | _known_of(person, aliases, on),
        mentions=tuple(_mention(parse, name.last) for name in person.mentions),
        heads=frozenset(one.head for one in person.descriptions),
        person=person,
    )


def _known_of(person: Person, aliases: Aliases, on: str | None) -> set[str]:
    """The offices that a table knows the person to hold, and the state they speak for."""
    entry = aliases.find(person.name, on)
    known = set(offices_of(person.name if entry is None else entry.name, on))
    if entry is None or not entry.party:
        return known
    if entry.sort is Sort.CANDIDATE:
        return known | CANDIDATE_WORDS
    if entry.sort is not Sort.PERSON:
        return known
    body = aliases.find(entry.party, on)
    if body is not None and body.kind is SpeakerKind.ORGANISATION:
        known |= _HEADS | set(entry.party.lower().split())
    return known | {"=" + entry.party}


def _of_body(parse: Parse, body: Body, aliases: Aliases) -> Actor:
    return Actor(
        name=body.name,
        kind=body.kind,
        sex=None,
        plural=False,
        described=with_states(body.described, body.name.split(), aliases),
        mentions=tuple(_mention(parse, last) for _, last in body.mentions),
        heads=body.described,
        body=body,
    )


def _unnamed(parse: Parse, covered: set[int], sources: frozenset[int]) -> list[Actor]:
    """Unnamed persons and groups, each where it is introduced; the same words again are the same."""
    places: dict[str, list[Mention]] = defaultdict(list)
    phrases: dict[str, Phrase] = {}
    for index, token in enumerate(parse.tokens):
        if token.pos != "NOUN" or index in covered or token.dep not in _UNNAMED_DEPS:
            continue
        word = singular(token.lower)
        many = token.tag == "NNS" or token.lower in COLLECTIVES
        if not (
            word in ROLES or (many and (word in BODY_NOUNS or token.lower in COLLECTIVES or word == "people"))
        ):
            continue
        phrase = phrase_at(parse, index)
        if many or (phrase.opener in INDEFINITES and index in sources):
            phrases.setdefault(phrase.name.lower(), phrase)
            places[phrase.name.lower()].append(_mention(parse, index + 1))
    return [_of_phrase(parse, phrases[key], tuple(places[key])) for key in phrases]


def _of_phrase(parse: Parse, phrase: Phrase, mentions: tuple[Mention, ...]) -> Actor:
    token = parse.tokens[phrase.head]
    many = token.tag == "NNS" or token.lower in COLLECTIVES
    sex = "f" if token.lower in FEMALE_NOUNS else "m" if token.lower in MALE_NOUNS else None
    return Actor(
        name=phrase.name,
        kind=SpeakerKind.GROUP if many else SpeakerKind.ANONYMOUS,
        sex=sex,
        plural=many,
        described=frozenset(phrase.words),
        mentions=mentions,
        heads=frozenset({singular(token.lower)}),
    )


def unnamed_actor(parse: Parse, name: str, kind: SpeakerKind | None, at: int) -> Actor:
    """An actor for a source that names nobody, its head at a token."""
    noun = singular(parse.tokens[at].lower)
    sex = "f" if noun in FEMALE_NOUNS else "m" if noun in MALE_NOUNS else None
    return Actor(
        name=name,
        kind=kind or SpeakerKind.ANONYMOUS,
        sex=sex,
        plural=kind is SpeakerKind.GROUP,
        described=frozenset({noun, *name.lower().split()}),
        mentions=(_mention(parse, at + 1),),
        heads=frozenset({noun}),
    )
