"""Sources that name somebody: a person, several, or a body, with whatever stands around the name."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.names.rows import Sort
from counterclaim.read.parse import Token
from counterclaim.read.speakers.actors import Actor
from counterclaim.read.speakers.bodies import kind_of_name
from counterclaim.read.speakers.lexicon import DETERMINERS, INDEFINITES, POSSESSIVES, ROLES
from counterclaim.read.speakers.names_in_text import LETTERS, Name, is_title
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.source import Source

_NO_LIST = frozenset("who which whose including like such plus under".split())
_FIELDS = frozenset("Ministry Department Office Directorate".split())
_BETWEEN = frozenset({"and", "&", ","})  # members of a list
_CONJUNCTIONS = frozenset({"and", "&"})
_PARTISANS = frozenset(
    "republican republicans democrat democrats libertarian libertarians democratic".split()
)
_INITIALS = 6  # letters
_APPOSITION = 8  # words between the comma and the name of an apposition


def of_person(actor: Actor) -> Referent:
    """The referent for a person of the document."""
    return Referent(actor.name, actor.kind, actor, words=actor.name)


def named_person(scene: Scene, source: Source) -> Referent | None:
    """The person who heads the core, or whose name stands in apposition to it."""
    heads = [(name, actor) for name, actor in _names(scene, source.core) if is_head(scene, source.core, name)]
    if heads:
        return of_person(heads[-1][1])
    if len(source.tokens) == 1 and source.head in scene.name_parts:
        return of_person(scene.name_parts[source.head])
    if scene.parse.tokens[source.head].tag == "NNS":
        return None
    return _in_apposition(scene, source)


def named_several(scene: Scene, source: Source) -> Referent | None:
    """ "The two reporters who told of it, Dana Quill and Robert Orvane": the persons that end the source."""
    tokens = scene.parse.tokens
    if tokens[source.head].tag != "NNS":
        return None
    found: list[Actor] = []
    at = source.tokens[-1]
    while at > source.head:
        ending = [(name, actor) for name, actor in _names(scene, source.rest) if name.last == at + 1]
        if not ending:
            break
        found.insert(0, ending[0][1])
        at = ending[0][0].first - 1
        while at > source.head and tokens[at].lower in _BETWEEN:
            at -= 1
    if len(found) < 2:
        return None
    return Referent(
        "; ".join(one.name for one in found),
        SpeakerKind.PERSON,
        members=tuple(of_person(one) for one in found),
    )


def _names(scene: Scene, tokens: Sequence[int]) -> list[tuple[Name, Actor]]:
    return [scene.names[at] for at in tokens if at in scene.names]


def is_head(scene: Scene, core: Sequence[int], name: Name) -> bool:
    """Whether a name is what the words are about, not an owner, a modifier or an object in them."""
    tokens = scene.parse.tokens
    after = [tokens[at] for at in core if at >= name.last]
    if after and not _ends_name(after):
        return False
    before = [tokens[at] for at in core if at < name.first]
    prepositions = [place for place, token in enumerate(before) if token.pos == "ADP" or token.lower == "to"]
    if not prepositions:
        return True
    gap = before[prepositions[-1] + 1 :]
    proper = [token for token in gap if not (is_title(token) or token.lower in ROLES or token.pos == "DET")]
    if proper:
        return before[0].lower not in INDEFINITES
    office = before[0].text[0].isupper() and before[0].lower not in DETERMINERS | INDEFINITES | POSSESSIVES
    return office and len(gap) > 0 and before[0].tag != "NNS"


def _ends_name(after: Sequence[Token]) -> bool:
    """Whether what follows leaves the name the head: a preposition, an age, a last possessive."""
    if after[0].text in LETTERS:
        return True
    if after[0].tag == "POS" or after[0].lower in ("'s", "’s", "'", "’"):
        return len(after) == 1
    if after[0].lower in ("itself", "himself", "herself", "a", "an"):  # "Dana Quill a local official"
        return True
    return after[0].pos in ("ADP", "NUM", "VERB", "PUNCT", "ADV") or after[0].tag in ("IN", "VBN", "VBG")


def _in_apposition(scene: Scene, source: Source) -> Referent | None:
    """ "The bank's chief, Dana Quill," """
    tokens = scene.parse.tokens
    rest = source.rest
    if not rest or tokens[rest[0]].text not in (",", "-", "–", "--"):
        return None
    for at in rest[1 : 1 + _APPOSITION]:
        if at in scene.names:
            name, actor = scene.names[at]
            closed = name.last > rest[-1] or tokens[name.last].text in (",", "-", "–", "--", "(")
            return of_person(actor) if closed else None
        if tokens[at].pos in ("VERB", "AUX", "PUNCT", "ADP") or tokens[at].lower in ("who", "and"):
            return None
    return None


def parts_of(scene: Scene, source: Source) -> list[list[int]]:
    """The source cut at its conjunctions, where each part may be somebody; one part where it is not joint."""
    tokens = scene.parse.tokens
    stretch = list(source.tokens)
    stretch = stretch[: _end_of_list(scene, stretch)]
    places = [
        place
        for place, at in enumerate(stretch)
        if tokens[at].lower in _CONJUNCTIONS and _joins_speakers(scene, stretch, place)
    ]
    if not places:
        return [stretch]
    parts: list[list[int]] = [[]]
    for place, at in enumerate(stretch):
        listed = tokens[at].text == "," and place < places[-1] and _begins_name(scene, stretch, place + 1)
        if place in places or listed:
            parts.append([])
        else:
            parts[-1].append(at)
    return [part for part in parts if part]


def _end_of_list(scene: Scene, stretch: Sequence[int]) -> int:
    """Where a clause, an apposition or an example begins, in which "and" joins no speakers."""
    tokens = scene.parse.tokens
    for place, at in enumerate(stretch):
        word = tokens[at].lower
        if place and (
            word in _NO_LIST or (tokens[at - 1].text == "," and _opens_apposition(scene, stretch, place))
        ):
            return place
    return len(stretch)


def _opens_apposition(scene: Scene, stretch: Sequence[int], place: int) -> bool:
    """Whether what a name is called begins behind a comma, and no next member of a list."""
    token = scene.parse.tokens[stretch[place]]
    named = any(name.last == stretch[place - 1] for name, _ in _names(scene, stretch[:place]))
    return token.lower in ("a", "an", "his", "her", "its") or (
        named and token.text.islower() and token.pos != "CCONJ"
    )


def _joins_speakers(scene: Scene, stretch: Sequence[int], place: int) -> bool:
    """Whether "and" joins two speakers, not two words in the name or office of one."""
    tokens = scene.parse.tokens
    if place == 0 or place + 1 >= len(stretch):
        return False
    before, after = stretch[place - 1], stretch[place + 1]
    closed = any(name.last in (before, before + 1) for name, _ in _names(scene, stretch[:place]))
    if closed and _begins_name(scene, stretch, place + 1):
        return True
    opens = (
        tokens[after].pos in ("DET", "PRON")
        or is_title(tokens[after])
        or after in scene.names
        or after in scene.body_at
    )
    begins = tokens[stretch[0]].pos in ("DET", "PRON", "PROPN") or stretch[0] in scene.names
    return (
        opens
        and begins
        and tokens[tokens[stretch[place]].head].dep not in ("pobj", "compound", "amod", "nmod")
    )


def _begins_name(scene: Scene, stretch: Sequence[int], place: int) -> bool:
    """Whether a name begins in the next words, so that a comma lists it."""
    return any(at in scene.names or at in scene.body_at for at in stretch[place : place + 5])


def named_body(scene: Scene, source: Source) -> Referent | None:
    """The body, state or outlet that the head of the core belongs to."""
    tokens = scene.parse.tokens
    if _is_people(scene, source.head):
        return None
    for at in source.core:
        first, last, actor = scene.body_at.get(at, (0, 0, None))
        if actor is None or not first <= source.head < last:
            continue
        rest = [tokens[index] for index in source.core if index >= last]
        if rest and not _ends_name(rest):
            return None
        full = _name_ending_in_place(scene, source, first, actor) or _name_going_on(
            scene, source, first, last
        )
        if full is not None:
            return full
        whole = _longer_name(scene, actor)
        return Referent(whole.name, whole.kind, whole, words=whole.name)
    return _known_body(scene, source)


def _name_ending_in_place(scene: Scene, source: Source, first: int, actor: Actor) -> Referent | None:
    """ "Vodafone Peru": a body with a place at its end, capitals throughout, and no place itself."""
    tokens = scene.parse.tokens
    core = [at for at in source.core if tokens[at].lower not in DETERMINERS]
    place = actor.kind is SpeakerKind.STATE or (actor.body is not None and actor.body.place)
    before = [tokens[at] for at in core if at < first]
    if not place or not before or any(token.tag != "NNP" for token in before):
        return None
    if any(scene.aliases.adjective(token.text) for token in before):
        return None
    name = " ".join(scene.parse.text[before[0].start : tokens[core[-1]].end].split())
    return Referent(name, kind_of_name(name), words=name)


def _name_going_on(scene: Scene, source: Source, first: int, last: int) -> Referent | None:
    """ "Orvessan Ministry for the Straits", of which the grammar took the beginning for the name."""
    tokens = scene.parse.tokens
    rest = [tokens[at] for at in source.core if at >= last]
    if tokens[last - 1].text not in _FIELDS or not rest or rest[0].lower not in ("for", "of"):
        return None
    if rest[-1].tag not in ("NNP", "NNPS") or any(one.pos in ("VERB", "AUX", "PUNCT") for one in rest):
        return None
    start = first + (tokens[first].lower in DETERMINERS)
    name = " ".join(scene.parse.text[tokens[start].start : rest[-1].end].split())
    return Referent(name, SpeakerKind.ORGANISATION, words=name)


def _is_people(scene: Scene, head: int) -> bool:
    """Whether a head means people of a party or state, not the body ("Republicans", "Peruvians")."""
    token = scene.parse.tokens[head]
    if token.lower in _PARTISANS:
        return True
    return token.tag == "NNPS" and scene.aliases.adjective(token.text[:-1]) is not None


def _known_body(scene: Scene, source: Source) -> Referent | None:
    """A body that a table knows though the grammar missed it."""
    tokens = [scene.parse.tokens[at] for at in source.core]
    if tokens[0].lower in DETERMINERS:
        tokens = tokens[1:]
    if not tokens or not tokens[0].text[0].isupper() or not tokens[-1].text[0].isupper():
        return None
    entry = scene.aliases.find(scene.parse.text[tokens[0].start : tokens[-1].end], scene.on)
    if entry is None or entry.kind in (SpeakerKind.PERSON, SpeakerKind.GROUP):
        return None
    name = entry.party if entry.sort is Sort.CAPITAL and entry.party else entry.name
    actor = next((one for one in scene.actors if one.name == name), None)
    return Referent(name, entry.kind, actor, words=name)


def _longer_name(scene: Scene, actor: Actor) -> Actor:
    """The body named in full elsewhere, where this is the end of its name ("the Gazette") or its initials."""
    for other in scene.actors:
        known = other.body is not None and other is not actor
        if not known:
            continue
        if other.kind is actor.kind and other.name.lower().endswith(" " + actor.name.lower()):
            return other
        if _are_initials(actor.name, other.name) and scene.aliases.find(actor.name, scene.on) is None:
            return other
    return actor


def _are_initials(short: str, name: str) -> bool:
    """Whether capitals are the initials of a name, with its small words or without."""
    words = name.split()
    if not (3 <= len(short) <= _INITIALS and short.isupper() and len(words) > 2):
        return False
    all_of = "".join(word[0] for word in words).upper()
    large = "".join(word[0] for word in words if word[0].isupper())
    return short in (all_of, large, "T" + large)
