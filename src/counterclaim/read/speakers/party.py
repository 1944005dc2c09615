"""Whom a speaker speaks for: the document first, then the tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.names.fold import fold
from counterclaim.read.names.party import party_of
from counterclaim.read.names.rows import Sort
from counterclaim.read.speakers.actors import Actor
from counterclaim.read.speakers.employers import employer, owner_of_staff
from counterclaim.read.speakers.groups import body_before, body_in_sentence
from counterclaim.read.speakers.home_state import home_state, is_official, is_state_medium
from counterclaim.read.speakers.lexicon import CANDIDATE_WORDS
from counterclaim.read.speakers.police import RANKS, local_force
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.secretaries import Secretaries, is_portfolio

_REPUBLICAN, _DEMOCRATIC = "Republican Party", "Democratic Party"
_CAMPAIGN = re.compile(r"\b([A-Z][\w-]{1,40})(?:'s|’s)? campaign\b")
_PARTISAN = re.compile(r"\b(?:Democrat(?:s|ic)?|Republicans?|GOP)\b")
_DATED = re.compile(r"(?:Last|Next|This|Earlier) [a-z]")
_PLACE = re.compile(r"\b(?:in|of|from) ([A-Z][\w-]{2,24})$")
# Ranks of soldiers and firefighters are called the same.
_OTHER_RANKS = frozenset("navy army air marine marines fire force military rescue court sheriff".split())
_FORMER = frozenset("former ex ex-president ousted fired retired late onetime then-president".split())
# Who speaks for themselves whatever house pays them.
_SCHOLARS = frozenset(
    """professor scientist historian scholar lecturer fellow pundit columnist author commentator
    journalist anchor correspondent reporter economist academic philosopher""".split()
)
# Whoever the adjective of a party stands beside without speaking for it.
_PARTISANS = frozenset("pollster activist donor backer voter supporter consultant".split())
_RUNNING = frozenset("winner challenger".split())
_JUDGES = frozenset("judge justice".split())  # they speak for no side
_LOCAL_OFFICES = frozenset(
    """mayor governor gov police sheriff chief clerk spokesman spokeswoman official councilman councilwoman
    council commissioner attorney prosecutor officer director manager coroner superintendent head""".split()
)


_ELECTED = frozenset("mayor governor gov sheriff councilman councilwoman".split())
# What is signed or passed speaks for nobody ("the Minsk Agreements do not say so").
_TEXTS = frozenset(
    """agreement agreements treaty declaration charter constitution accord accords protocol protocols
    resolution memorandum article""".split()
)


class Parties:
    """Parties of the referents of one document; `sources` are tokens of sources that hold a person's name."""

    def __init__(self, scene: Scene, sources: Mapping[str, Sequence[tuple[int, int]]]) -> None:
        self._scene = scene
        self._sources = sources
        self._home = home_state(scene)
        self._secretaries = Secretaries(scene)
        self._persons = {
            name for one in scene.actors if one.person is not None for name in (one.name, one.person.surname)
        }
        self._known: dict[str, str | None] = {}
        self._open: set[str] = set()
        self._alone: dict[int, tuple[int, str]] | None = None
        self._text = scene.parse.text
        self._places = {one.name for one in scene.actors if one.body is not None and one.body.place}
        self._campaigns = set(_CAMPAIGN.findall(self._text))

    def of(self, referent: Referent) -> str | None:
        """The party of a referent; of several, the one they share; a text that is named is nobody's."""
        party = self._found(referent)
        return None if party is None or _is_a_text(party) else party

    def _found(self, referent: Referent) -> str | None:
        if referent.party is not None:
            return referent.party
        if referent.members:
            parties = {self.of(one) for one in referent.members}
            return parties.pop() if len(parties) == 1 else None
        if referent.kind is SpeakerKind.OUTLET:
            return self._of_medium(referent)
        if referent.actor is not None and referent.actor.person is not None:
            return self._of_person(referent.actor)
        if referent.actor is not None and referent.actor.body is not None:
            return self._of_body(referent.actor)
        party = self._of_words(referent.words) if referent.words else None
        return party or _by_name(referent) or self._of_unnamed(referent)

    def _of_words(self, words: str) -> str | None:
        """What the words alone tell, checked against the states that the document names."""
        party = party_of(words, self._scene.aliases, self._scene.on)
        return self._secretaries.checked(words, party)

    def _of_medium(self, referent: Referent) -> str | None:
        """The state of "state television"; other outlets speak for nobody."""
        words = (referent.name or "").split()
        entry = self._scene.aliases.find(referent.name or "", self._scene.on)
        if entry is not None and entry.party is not None and entry.party == self._scene.home:
            return entry.party
        if not is_state_medium({word.lower() for word in words}):
            return None
        states = (self._scene.aliases.adjective(word) for word in words if word[:1].isupper())
        return next((state for state in states if state), None) or self._home

    def _of_unnamed(self, referent: Referent) -> str | None:
        """The force of policemen, the state of officials."""
        words = set((referent.name or "").lower().split())
        if referent.kind not in (SpeakerKind.GROUP, SpeakerKind.ANONYMOUS) or words & _FORMER:
            return None
        if "police" in words:
            force = local_force(self._scene)
            return force.name if force else None
        return self._state_of_officials(referent) if is_official(words) else None

    def _state_of_officials(self, referent: Referent) -> str | None:
        """The state whose place they are called by, or that acts where they are named."""
        place = _PLACE.search(referent.name or "")
        if place is not None:
            entry = self._scene.aliases.find(place[1], self._scene.on)
            return entry.party if entry is not None else place[1]
        mentions = referent.actor.mentions if referent.actor is not None else ()
        return self._official_at(mentions[0].at) if mentions else self._home

    def _of_body(self, actor: Actor) -> str | None:
        """A body's party by the tables; one that they do not know speaks for itself."""
        body = actor.body
        if body is None:
            return None
        party = body.party or party_of(actor.name, self._scene.aliases, self._scene.on)
        known = self._scene.aliases.find(actor.name, self._scene.on) is not None
        still = known or not any(mention.subject for mention in actor.mentions)
        if body.kind is SpeakerKind.OUTLET or (body.place and still):
            return party
        return party or actor.name

    def _of_person(self, actor: Actor) -> str | None:
        if actor.name not in self._known:
            self._known[actor.name] = self._person(actor)
        return self._known[actor.name]

    def _person(self, actor: Actor) -> str | None:
        person = actor.person
        if person is None:
            return None
        entry = self._scene.aliases.find(person.name, self._scene.on)
        known = entry.party if entry else None
        if entry is not None and entry.sort is Sort.CANDIDATE:
            return known
        if self._is_candidate(actor, in_office=entry is not None and entry.sort is Sort.PERSON):
            return f"{person.surname} campaign"
        if actor.heads & _JUDGES:
            return None
        if actor.described & _SCHOLARS:
            return known
        ranges = (*person.phrases, *self._sources.get(actor.name, ()))
        longer = [one for one in ranges if entry is None or one[1] - one[0] > len(person.name.split())]
        return (
            self._told(actor, longer)
            or self._of_employer(actor, ranges)
            or known
            or self._of_owner(actor, ranges)
            or self._of_force(actor, ranges)
            or self._of_home(actor, ranges)
        )

    def _told(self, actor: Actor, ranges: Iterable[tuple[int, int]]) -> str | None:
        """The party of the first words beside the name that tell one."""
        tokens = self._scene.parse.tokens
        for first, last in ranges:
            words = self._text[tokens[first].start : tokens[last - 1].end]
            party = self._of_words(words)
            if party and self._may_speak_for(actor, party, words):
                return party
        return None

    def _of_employer(self, actor: Actor, ranges: Iterable[tuple[int, int]]) -> str | None:
        """The body that a person works for, or the state whose body it is."""
        body = employer(self._scene, actor, ranges) or self._of_its(ranges)
        if body is None or is_portfolio(body):
            return None
        party = party_of(body, self._scene.aliases, self._scene.on)
        entry = self._scene.aliases.find(party, self._scene.on) if party else None
        return party if entry is not None and entry.kind is SpeakerKind.STATE else body

    def _of_its(self, ranges: Iterable[tuple[int, int]]) -> str | None:
        """ "Its commander, Dana Quill": the body that was the subject before."""
        tokens = self._scene.parse.tokens
        for first, last in ranges:
            if tokens[first].lower == "its" and last - first > 2:
                return body_in_sentence(self._scene, first) or body_before(self._scene, first)
        return None

    def _may_speak_for(self, actor: Actor, party: str, words: str) -> bool:
        """Whether a party is more than the speaker's name, leaning or home, or another person."""
        if party in (_REPUBLICAN, _DEMOCRATIC) and actor.heads & _PARTISANS:
            return False
        if party in self._persons or _DATED.match(party):
            return False
        if f" from {party}" in words and not actor.described & _ELECTED:
            return False
        return not _is_own_name(party, actor.name) and not self._is_home(party, actor)

    def _of_owner(self, actor: Actor, ranges: Iterable[tuple[int, int]]) -> str | None:
        """The party of the person whose spokesman or aide it is ("Quill spokesman Dana Orr")."""
        owner = owner_of_staff(self._scene, actor, ranges)
        if owner is None or actor.name in self._open:
            return None
        self._open.add(actor.name)
        return self._of_person(owner) or owner.name

    def _of_home(self, actor: Actor, ranges: Iterable[tuple[int, int]]) -> str | None:
        """The state of an official of whom only the office is told."""
        tokens = self._scene.parse.tokens
        words = {tokens[at].lower for first, last in ranges for at in range(first, last)}
        if not is_official(words | actor.heads) or words & _FORMER or self._another_acts(actor):
            return None
        return self._official_at(actor.mentions[0].at) if actor.mentions else self._home

    def _official_at(self, at: int) -> str | None:
        """The state of an official at a token, if the document has one."""
        return self._scene.state_at(at) if self._home and self._scene.home else self._home

    def _another_acts(self, actor: Actor) -> bool:
        """Whether one capital word that is no state's known is a subject where the official is first named.

        It may be the official's own state.
        """
        if not actor.mentions or self._home is None:
            return False
        first = actor.mentions[0]
        if self._alone is None:
            self._alone = {
                mention.sentence: (mention.at, one.name)
                for one in self._scene.actors
                if one.name != self._home and _is_lone_word(one)
                for mention in one.mentions
                if mention.subject
            }
        at, name = self._alone.get(first.sentence, (first.at, ""))
        return at < first.at and name != actor.name

    def _of_force(self, actor: Actor, ranges: Iterable[tuple[int, int]]) -> str | None:
        """The police of whom only the rank is told."""
        tokens = self._scene.parse.tokens
        words = {tokens[at].lower.rstrip(".") for first, last in ranges for at in range(first, last)}
        titles = {title for name in actor.person.mentions for title in name.titles} if actor.person else set()
        if not ("police" in words or (words | titles) & RANKS) or words & _FORMER or words & _OTHER_RANKS:
            return None
        force = local_force(self._scene)
        return force.name if force else None

    def _is_home(self, party: str, actor: Actor) -> bool:
        """Whether it is only the place a person comes from."""
        return (
            party in self._places or party.lower().endswith((" city", " village"))
        ) and not actor.described & _LOCAL_OFFICES

    def _is_candidate(self, actor: Actor, in_office: bool) -> bool:
        """Whether the text says that a person stands for office now, or speaks of their campaign.

        The campaign of one in office may be long past.
        """
        person = actor.person
        if person is None:
            return False
        for found in person.descriptions:
            past = found.words & _FORMER or any(word.isdigit() for word in found.words)
            stands = found.words & CANDIDATE_WORDS or ("primary" in found.words and found.head in _RUNNING)
            if stands and not past:
                return True
        return not in_office and person.surname in self._campaigns


def _by_name(referent: Referent) -> str | None:
    """A body by itself; a group by the political party in its name."""
    name = referent.name or ""
    if referent.kind is SpeakerKind.GROUP:
        found = _PARTISAN.search(name)
        return None if found is None else _DEMOCRATIC if found[0].startswith("Dem") else _REPUBLICAN
    if referent.kind is SpeakerKind.ORGANISATION and any(word[:1].isupper() for word in name.split()):
        return name
    return None


def _is_a_text(name: str) -> bool:
    """Whether a name's head is an agreement or the like."""
    words = name.lower().partition(" of ")[0].split()
    return bool(words) and (words[-1] in _TEXTS or words[0] == "article")


def _is_lone_word(actor: Actor) -> bool:
    """Whether a name is one word, of a person or body that no words beside it explain."""
    return " " not in actor.name and actor.kind is not SpeakerKind.STATE and actor.name[:1].isupper()


def _is_own_name(party: str, name: str) -> bool:
    """Whether a party is only the speaker's name, a part of it, or ends in it behind other words."""
    words, own = fold(party).split(), fold(name).split()
    return set(words) <= set(own) or words[-len(own) :] == own
