"""For which body a person of the document works, where no table tells: by the words beside the name."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.actors import Actor
from counterclaim.read.speakers.descriptions import resolve_description
from counterclaim.read.speakers.lexicon import BODY_NOUNS, ROLES
from counterclaim.read.speakers.phrase import singular
from counterclaim.read.speakers.scene import Scene
from counterclaim.read.speakers.source import source_of_tokens

Range = tuple[int, int]

_FORMER = frozenset("former ex onetime one-time ousted fired retired late".split())
_OF = frozenset("of for at with from to".split())
# They speak for themselves, whatever body stands beside them.
_ALONE = frozenset(
    """professor scientist historian scholar lecturer fellow pundit columnist author commentator journalist
    anchor correspondent reporter economist academic philosopher supporter critic opponent rival voter judge
    justice receiver quarterback pitcher player striker retiree worker doctor nurse waitress waiter expert
    reserve major friend resident fan customer patient student member backer donor ally veteran organist
    neighbor neighbour victim suspect defendant witness candidate writer novelist blogger star
    graduate""".split()
)
_STAFF = frozenset(
    """spokesman spokeswoman spokesperson aide adviser advisor strategist manager director staffer secretary
    attorney lawyer rep representative surrogate publicist counsel chief""".split()
)
_PARTIES = frozenset({"Republican Party", "Democratic Party"})  # "a Republican pollster" is not the party's
_EDITORS = frozenset("editor producer publisher spokesman spokeswoman director manager owner boss".split())


def employer(scene: Scene, actor: Actor, ranges: Iterable[Range]) -> str | None:
    """The body that the words at the ranges, which hold the name, say a person works for."""
    for first, last in ranges:
        words = {scene.parse.tokens[at].lower for at in range(first, last)}
        if words & _FORMER:
            continue
        found = _named(scene, actor, first, last) or _meant(scene, first, last)
        if found:
            return found
    return None


def _role(scene: Scene, at: int) -> bool:
    """Whether a noun says that somebody works for a body."""
    word = singular(scene.parse.tokens[at].lower)
    return (word in ROLES or word in ("frontman", "head")) and word not in _ALONE


def _named(scene: Scene, actor: Actor, first: int, last: int) -> str | None:
    """ "a spokesman for Orvane", "Orvane's chief", "Orvane's Dana Quill"."""
    roles = [at for at in range(first, last) if _role(scene, at) and at not in scene.names]
    for at in range(first, last):
        if at not in scene.body_at:
            continue
        _, end, body = scene.body_at[at]
        if (
            body.name in _PARTIES
            or body.body is None
            or body.body.place
            or body.kind is SpeakerKind.STATE
            or body.name in actor.name
        ):
            continue
        if body.kind is SpeakerKind.OUTLET and not _edits(scene, roles):
            continue
        if _works_for(scene, roles, at, end, last):
            return body.name
    return None


def owner_of_staff(scene: Scene, actor: Actor, ranges: Iterable[Range]) -> Actor | None:
    """The person whose staff somebody is: "Quill spokesman Dana Orr", "Quill's campaign manager"."""
    tokens = scene.parse.tokens
    for first, last in ranges:
        if {tokens[at].lower for at in range(first, last)} & _FORMER:
            continue
        for at in range(first, last - 2):
            if tokens[at].lower in ("his", "her") and tokens[at + 1].lower == "campaign":
                return _candidate_named_before(scene, at, actor)
        for at in range(first, last):
            if at not in scene.names or scene.names[at][1] is actor:
                continue
            name, owner = scene.names[at]
            for place in range(name.last, min(last, name.last + 5)):
                if tokens[place].pos in ("ADP", "PUNCT", "VERB"):
                    break
                if tokens[place].lower in _STAFF:
                    return owner
    return None


def _candidate_named_before(scene: Scene, at: int, actor: Actor) -> Actor | None:
    """The person named last before "his campaign manager" that the pronoun fits."""
    sex = "m" if scene.parse.tokens[at].lower == "his" else "f"
    named = [
        (mention.at, one)
        for one in scene.near(at)
        if one.person is not None and one is not actor and one.sex in (sex, None)
        for mention in one.mentions
        if mention.at < at
    ]
    return max(named, key=lambda pair: pair[0])[1] if named else None


def _edits(scene: Scene, roles: Iterable[int]) -> bool:
    return any(singular(scene.parse.tokens[at].lower) in _EDITORS for at in roles)


def _works_for(scene: Scene, roles: list[int], at: int, end: int, last: int) -> bool:
    """Whether a body stands right before the role or the name, or behind a preposition after the role."""
    tokens = scene.parse.tokens
    if end < last and tokens[end].tag == "POS" and end + 1 in scene.names:
        return True
    if any(0 <= role - end <= 4 for role in roles):
        between = next(role for role in roles if role >= end)
        return not any(tokens[place].pos in ("ADP", "PUNCT") for place in range(end, between))
    opener = at - 1 if at and tokens[at - 1].pos != "DET" else at - 2
    return opener >= 0 and tokens[opener].lower in _OF and any(role < at for role in roles)


def _meant(scene: Scene, first: int, last: int) -> str | None:
    """ "an adviser to the group", "the church's pastor": the body that the noun means."""
    tokens = scene.parse.tokens
    for at in range(first + 1, last):
        noun = singular(tokens[at].lower)
        if noun not in BODY_NOUNS or tokens[at].tag != "NN" or at in scene.body_at:
            continue
        if tokens[at - 1].lower not in ("the", "its", "their") or not _beside_role(scene, at, first, last):
            continue
        source = source_of_tokens(scene.parse, (at - 1, at), ())
        found = resolve_description(scene, source, range(0)) if source else None
        if found is not None and found.actor is not None and found.actor.body is not None:
            return found.actor.name
    return None


def _beside_role(scene: Scene, at: int, first: int, last: int) -> bool:
    tokens = scene.parse.tokens
    if at >= first + 2 and tokens[at - 2].lower in _OF:
        return any(_role(scene, role) for role in range(first, at))
    return any(_role(scene, role) for role in range(at + 1, min(last, at + 6)))
