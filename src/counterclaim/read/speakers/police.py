"""The police force that a document means by "police" alone."""

from __future__ import annotations

from collections import Counter

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.parse import Parse
from counterclaim.read.speakers.phrase import singular
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.source import Source

# Who is of a force by rank, whatever is said beside.
RANKS = frozenset(
    """detective det inspector sgt sergeant lt lieutenant patrolman policeman policewoman constable
    superintendent supt officer trooper captain capt deputy""".split()
)
_POLICE = frozenset("police cops".split())
_WIDER = frozenset("department force service commissioner chief officer spokesman spokeswoman".split())
_SHERIFFS = frozenset("department office official deputy".split())
_OFFICES = frozenset("department office".split())
_LONGEST = 4  # words of a name before "police"


def local_force(scene: Scene) -> Referent | None:
    """The force that the document names most, the first of equals; None where it names none."""
    if scene.force is None:
        scene.force = _found(scene)
    return scene.force if scene.force.name else None


def bare_police(scene: Scene, source: Source) -> Referent | None:
    """ "Police", "the police": the force that the document means."""
    words = [scene.parse.tokens[at].lower for at in source.tokens]
    return local_force(scene) if words in (["police"], ["cops"], ["the", "police"]) else None


def sheriffs(scene: Scene, source: Source) -> Referent | None:
    """ "the sheriff's department", "sheriff's officials": the department that the document names in full."""
    tokens = scene.parse.tokens
    words = [tokens[at].lower for at in source.core]
    bare = words in (["deputies"], ["the", "deputies"])
    if not bare and ("sheriff" not in words or singular(tokens[source.head].lower) not in _SHERIFFS):
        return None
    if scene.sheriff is None:
        scene.sheriff = _sheriffs_department(scene.parse) or ""
    name = scene.sheriff
    return Referent(name, SpeakerKind.ORGANISATION, words=name, party=name) if name else None


def _sheriffs_department(parse: Parse) -> str | None:
    tokens = parse.tokens
    for at in range(len(tokens) - 2):
        office = tokens[at + 1].tag == "POS" and tokens[at + 2].lower in _OFFICES
        of_rank = tokens[at + 1].tag == "POS" and singular(tokens[at + 2].lower.rstrip(".")) in RANKS
        if tokens[at].lower != "sheriff" or not (office or of_rank):
            continue
        first = at
        while first > 0 and at - first < _LONGEST and tokens[first - 1].tag in ("NNP", "NNPS"):
            first -= 1
        if first < at:
            place = " ".join(parse.text[tokens[first].start : tokens[at - 1].end].split())
            return f"{place} Sheriff's {tokens[at + 2].text.title() if office else _its_office(parse)}"
    return None


def _its_office(parse: Parse) -> str:
    """Whether a text calls the sheriff's body an office or a department."""
    at_office = any(
        token.lower == "office" and "sheriff" in (parse.tokens[at - 2].lower, parse.tokens[at - 1].lower)
        for at, token in enumerate(parse.tokens)
        if at >= 2
    )
    return "Office" if at_office else "Department"


def _found(scene: Scene) -> Referent:
    bodies = [one for one in scene.actors if one.body is not None and _POLICE & set(one.name.lower().split())]
    bodies = [one for one in bodies if " " in one.name]
    if bodies:
        most = max(bodies, key=lambda one: len(one.mentions))
        return Referent(most.name, most.kind, most, words=most.name)
    known = {
        at
        for entity in scene.parse.entities
        if entity.label in ("GPE", "ORG", "LOC")
        for at in range(entity.first, entity.last)
    }
    places = range(len(scene.parse.tokens))
    names = Counter(name for at in places if (name := _name_at(scene.parse, at, known)))
    if not names:
        return Referent(None, None)
    name = names.most_common(1)[0][0]
    return Referent(name, SpeakerKind.ORGANISATION, words=name)


def _name_at(parse: Parse, at: int, known: set[int]) -> str | None:
    """ "Northfield police": capitals right before the word, which no rank or person follows."""
    tokens = parse.tokens
    if tokens[at].lower not in _POLICE:
        return None
    first = at
    while first > 0 and at - first < _LONGEST and tokens[first - 1].tag == "NNP":
        if "\n" in parse.text[tokens[first - 1].end : tokens[first].start]:
            break
        first -= 1
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    named = first < at and (first in known or tokens[at].tag == "NNP")
    if not named or (following is not None and _names_a_person(following.lower, following.tag)):
        return None
    last = at + 1 + (following is not None and following.lower in ("department", "force", "service"))
    return " ".join(parse.text[tokens[first].start : tokens[last - 1].end].split())


def _names_a_person(word: str, tag: str) -> bool:
    word = singular(word.rstrip("."))
    return tag == "NNP" and word not in _WIDER | RANKS
