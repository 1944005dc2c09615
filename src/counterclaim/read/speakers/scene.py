"""All that is known of a document before its sources are resolved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from counterclaim.model.document import Document
from counterclaim.model.meaning import SpeakerKind
from counterclaim.model.span import Spans
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.parse import Parse
from counterclaim.read.said import Said
from counterclaim.read.speakers.actors import Actor, actors_of, unnamed_actor
from counterclaim.read.speakers.bodies import find_bodies
from counterclaim.read.speakers.names_in_text import Name
from counterclaim.read.speakers.own_names import own_names
from counterclaim.read.speakers.persons import find_persons
from counterclaim.read.transcripts import Turn, turns

# Bounds on who is considered for one source, so that long documents take no longer a word.
BEFORE, AFTER = 150, 50  # mentions before and behind the source
MAIN = 15  # actors named most
HEARD = 40  # sources before


@dataclass(frozen=True, slots=True, eq=False)
class Referent:
    """Whom a source stands for; `members` where several persons speak together.

    `words` are those of the source that say for whom an unnamed one speaks.
    """

    name: str | None
    kind: SpeakerKind | None
    actor: Actor | None = None
    members: tuple[Referent, ...] = ()
    words: str = ""
    reason: str | None = None
    party: str | None = None  # where it is told already


@dataclass(frozen=True, slots=True)
class Around:
    """Who speaks the words that hold a source, if anybody does, and whether they stand in quotation marks."""

    speaker: Referent | None = None
    direct: bool = False

    @property
    def actor(self) -> Actor | None:
        """The speaker among the document's actors."""
        return self.speaker.actor if self.speaker else None


@dataclass(frozen=True, slots=True)
class Past:
    """A source already resolved: where it stood, its content, and whom it stood for."""

    at: int
    sentence: int
    content: Spans
    referent: Referent
    paper: bool = False  # whether the source was a document, which speaks for its maker


@dataclass(eq=False)
class Scene:
    """A document's actors, and the sources resolved so far in reading order."""

    document: Document
    parse: Parse
    said: Sequence[Said]
    aliases: Aliases
    actors: tuple[Actor, ...]
    names: dict[int, tuple[Name, Actor]]
    body_at: dict[int, tuple[int, int, Actor]]
    past: list[Past] = field(default_factory=list)
    documents: list[tuple[str, Referent]] = field(default_factory=list)
    document_places: dict[str, list[int]] | None = None
    author: str | None = None
    force: Referent | None = None
    sheriff: str | None = None
    turns: tuple[Turn, ...] = ()
    home: str | None = None
    adjective: str | None = None

    def __post_init__(self) -> None:
        named = ((mention.at, place) for place, actor in enumerate(self.actors) for mention in actor.mentions)
        self._mentions = sorted(named)
        self._main = sorted(range(len(self.actors)), key=lambda place: -len(self.actors[place].mentions))[
            :MAIN
        ]
        self.name_parts = {
            at: actor for name, actor in self.names.values() for at in range(name.first, name.last)
        }
        self._acting: list[tuple[int, int, str]] | None = None
        self._unnamed: dict[tuple[str, SpeakerKind | None], Actor] = {}
        for actor in self.actors:
            self._unnamed.setdefault((actor.name, actor.kind), actor)

    def turn_at(self, offset: int) -> Turn | None:
        """The labelled turn in whose words an offset lies."""
        place = bisect_right(self.turns, offset, key=lambda turn: turn.speech[0]) - 1
        return self.turns[place] if place >= 0 and offset < self.turns[place].speech[1] else None

    def near(self, at: int) -> list[Actor]:
        """Actors named around a token, those of whom the document speaks most, and those who spoke last."""
        place = bisect_left(self._mentions, (at, -1))
        window = self._mentions[max(0, place - BEFORE) : place + AFTER]
        found = {number for _, number in window} | set(self._main)
        heard = [past.referent.actor for past in self.past[-HEARD:]]
        chosen = {id(self.actors[number]): number for number in found}
        later = [actor for actor in heard if actor is not None and id(actor) not in chosen]
        return [*(self.actors[number] for number in sorted(found)), *dict.fromkeys(later)]

    def state_at(self, at: int) -> str | None:
        """The state that is the subject right before a token, at most two sentences before; else `home`.

        None where that subject is one word that nothing explains, which may be a state too.
        """
        sentence = self.parse.tokens[at].sentence
        if self._acting is None:
            self._acting = sorted(
                (mention.at, mention.sentence, actor.name if actor.kind is SpeakerKind.STATE else "")
                for actor in self.actors
                if _may_be_state(actor)
                for mention in actor.mentions
                if mention.subject
            )
        place = bisect_left(self._acting, (at, 0, "")) - 1
        if self.home is None or place < 0 or sentence - self._acting[place][1] > 2:
            return self.home
        start, end = self.parse.tokens[self._acting[place][0]].end, self.parse.tokens[at].start
        before = self.parse.text[start:end]
        return self.home if "\n" in before else self._acting[place][2] or None

    @property
    def on(self) -> str | None:
        """The day that the document is of."""
        return self.document.published[:10] if self.document.published else None

    def last(self) -> Referent | None:
        """Who spoke last, whoever is known to have spoken."""
        return next((past.referent for past in reversed(self.past) if past.referent.name), None)

    def introduce(self, referent: Referent, at: int) -> Referent:
        """Add an unnamed speaker to the actors; the same words are the same one."""
        if referent.name is None or referent.actor is not None or referent.members:
            return referent
        key = (referent.name, referent.kind)
        if key not in self._unnamed:
            self._unnamed[key] = unnamed_actor(self.parse, referent.name, referent.kind, at)
        actor = self._unnamed[key]
        return replace(referent, actor=actor)


def _may_be_state(actor: Actor) -> bool:
    """Whether an actor is a state, or one capital word that is no acronym and that no table explains."""
    if actor.kind is SpeakerKind.STATE:
        return True
    lone = " " not in actor.name and actor.name.istitle()
    return actor.body is not None and actor.body.party is None and (actor.body.place or lone)


def scene_of(document: Document, parse: Parse, said: Sequence[Said], aliases: Aliases) -> Scene:
    """Find everybody a document speaks of."""
    on = document.published[:10] if document.published else None
    own = own_names(parse, said, aliases, on)
    aliases = own.aliases
    sources = [span for one in said for span in one.source]
    persons = find_persons(parse, document.title, sources, aliases, on)
    covered = {at for person in persons for name in person.mentions for at in range(name.first, name.last)}
    bodies = find_bodies(parse, covered, own, on)
    actors = actors_of(parse, (persons, bodies), frozenset(parse.within_all(tuple(sources))), aliases, on)
    names, body_at = {}, {}
    for actor in actors:
        if actor.person is not None:
            for name in actor.person.mentions:
                names[name.first] = (name, actor)
        if actor.body is not None:
            for first, last in actor.body.mentions:
                body_at[first] = (first, last, actor)
    return Scene(
        document,
        parse,
        said,
        aliases,
        actors,
        names,
        body_at,
        turns=tuple(turns(document.text)),
        home=own.home,
        adjective=own.adjective,
    )
