"""Pronouns as sources."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.actors import Actor
from counterclaim.read.speakers.author import author_of
from counterclaim.read.speakers.couples import joined_before
from counterclaim.read.speakers.lexicon import (
    PRONOUNS_FEMALE,
    PRONOUNS_FIRST,
    PRONOUNS_MALE,
    PRONOUNS_PLURAL,
    PRONOUNS_RELATIVE,
    PRONOUNS_SECOND,
    PRONOUNS_THING,
)
from counterclaim.read.speakers.phrase import phrase_at
from counterclaim.read.speakers.ranking import Query, best
from counterclaim.read.speakers.scene import Around, Referent, Scene
from counterclaim.read.speakers.weights import OTHER_PRONOUN, PERSON_PRONOUN

NOBODY = "the text names nobody"
_ONE = (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS)
_BODIES = (SpeakerKind.ORGANISATION, SpeakerKind.STATE, SpeakerKind.OUTLET)
_JOINT_WITHIN = 3  # sentences in which "they" may be those who just spoke together

Resolve = Callable[[list[int]], Referent | None]


def is_pronoun(word: str, tag: str) -> bool:
    """Whether a source's only word stands for another."""
    return tag in ("PRP", "PRP$", "WP", "WDT", "WP$") or word in (
        PRONOUNS_MALE | PRONOUNS_FEMALE | PRONOUNS_PLURAL | PRONOUNS_THING | PRONOUNS_FIRST | PRONOUNS_SECOND
    )


def resolve_pronoun(scene: Scene, at: int, content: range, around: Around, resolve: Resolve) -> Referent:
    """Whom a pronoun at a token stands for; `around` is who speaks the words that hold it."""
    word = scene.parse.tokens[at].lower
    if word in PRONOUNS_MALE | PRONOUNS_FEMALE:
        return _person(scene, at, content, "m" if word in PRONOUNS_MALE else "f", around)
    if word in PRONOUNS_FIRST:
        return around.speaker or _author(scene)
    if word in PRONOUNS_RELATIVE:
        return _antecedent(scene, at, resolve)
    query = Query(at, OTHER_PRONOUN, content, around=around.actor, direct=around.direct)
    if word in PRONOUNS_PLURAL:
        joint = None if around.direct else _joint(scene, at) or joined_before(scene, at)
        return joint or _best(scene, query, lambda one: one.plural or _is_others(one, around))
    if word in PRONOUNS_THING:
        paper = None if around.direct else _paper(scene, at)
        return paper or _best(scene, query, lambda one: _is_others(one, around) and _acts(scene, one))
    return Referent(None, SpeakerKind.GROUP, reason=NOBODY)


def _person(scene: Scene, at: int, content: range, sex: str, around: Around) -> Referent:
    """He or she, which nobody says of themselves within quotation marks."""
    query = Query(at, PERSON_PRONOUN, content, sex, around=around.actor, direct=around.direct)
    me = around.actor if around.direct else None
    return _best(scene, query, lambda one: one is not me and one.kind in _ONE and one.sex in (sex, None))


def _is_others(actor: Actor, around: Around) -> bool:
    """Whether it is a body, and not the one for which the speaker of the quotation around speaks."""
    if actor.kind not in _BODIES or (actor.body is not None and actor.body.place):
        return False
    if actor.kind is SpeakerKind.STATE and not any(mention.subject for mention in actor.mentions):
        return False
    own = around.actor if around.direct else None
    return own is None or (actor is not own and "=" + actor.name not in own.described)


def _best(scene: Scene, query: Query, fits: Callable[[Actor], bool]) -> Referent:
    """The best of the actors that fit, among those already there if any is."""
    fitting = [actor for actor in scene.near(query.at) if fits(actor)]
    there = [actor for actor in fitting if actor.mentions and actor.mentions[0].at < query.at]
    ranked = best(scene, query, there or fitting)
    if not ranked:
        return Referent(None, None, reason=NOBODY)
    actor = ranked[0][1]
    return Referent(actor.name, actor.kind, actor, words=actor.name)


def _acts(scene: Scene, actor: Actor) -> bool:
    """Whether a body does something in the text: it spoke, or is a subject."""
    return any(mention.subject for mention in actor.mentions) or any(
        past.referent.actor is actor for past in scene.past[-8:]
    )


def _paper(scene: Scene, at: int) -> Referent | None:
    """Who made the document that spoke in this sentence or the one before, known or not."""
    for past in scene.past[-1:]:
        if past.paper and scene.parse.tokens[at].sentence - past.sentence <= 1:
            return past.referent
    return None


def _joint(scene: Scene, at: int) -> Referent | None:
    """Those who spoke together, or the group that spoke, right before."""
    for past in reversed(scene.past[-3:]):
        if scene.parse.tokens[at].sentence - past.sentence > _JOINT_WITHIN:
            return None
        if past.referent.name:
            many = past.referent.members or past.referent.kind is SpeakerKind.GROUP
            return past.referent if many else None
    return None


def _author(scene: Scene) -> Referent:
    """Who writes in the first person outside of quotations: the author."""
    name = author_of(scene)
    if name:
        return Referent(name, SpeakerKind.PERSON)
    return Referent(None, SpeakerKind.PERSON, reason="the author is not named")


def _antecedent(scene: Scene, at: int, resolve: Resolve) -> Referent:
    """The noun on which the clause of "who" or "which" hangs."""
    tokens = scene.parse.tokens
    verb = tokens[at].head
    for _ in range(3):
        if tokens[verb].dep in ("relcl", "acl", "ROOT"):
            break
        verb = tokens[verb].head
    noun = tokens[verb].head if tokens[verb].dep in ("relcl", "acl") and tokens[verb].head < at else None
    if noun is None:
        nouns = [index for index in range(max(0, at - 6), at) if tokens[index].pos in ("NOUN", "PROPN")]
        noun = nouns[-1] if nouns else None
    found = None
    if noun is not None and tokens[noun].pos in ("NOUN", "PROPN"):
        phrase = phrase_at(scene.parse, noun)
        found = resolve(list(range(phrase.first, phrase.last)))
    return found or Referent(None, None, reason=NOBODY)
