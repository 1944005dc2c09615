"""Attributions whose source the text leaves out."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.model.meaning import SpeakerKind
from counterclaim.model.reading import QuoteType
from counterclaim.read.parse import Parse
from counterclaim.read.said import Said
from counterclaim.read.speakers.author import agency_of, author_of
from counterclaim.read.speakers.phrase import phrase_at
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.titles import speaker_of_title

NOBODY = Referent(None, SpeakerKind.ANONYMOUS, reason="the text names nobody")
_CONTINUES_WITHIN = 2  # sentences between a speaker's words and their unattributed continuation
_PASSIVE = frozenset("allegedly reportedly alleged allegations accusations rumored rumors reports".split())

# What a text says in its own voice, or asks a speaker itself.
_OWN_VOICE = frozenset("seem seems seemed seemingly appear appears appeared apparently".split())

Resolve = Callable[[list[int]], Referent | None]


def resolve_implicit(scene: Scene, said: Said, at: int, resolve: Resolve) -> Referent:
    """The subject of the cue, else who goes on speaking, else the speaker of the title; else nobody."""
    tokens = scene.parse.within_all(said.cue)
    if said.parent is not None:
        return _subject(scene, tokens, resolve) or NOBODY
    words = {scene.parse.tokens[at].lower for at in tokens}
    if "unclear" in words:
        return NOBODY
    if words & _OWN_VOICE or (words <= {"asked", "when"} and "asked" in words):
        return _outlet(scene)
    if tokens:
        return _subject(scene, tokens, resolve) or NOBODY
    if said.quote_type is QuoteType.INDIRECT:
        return _going_on(scene, at) or NOBODY
    return _going_on(scene, at) or _speech(scene) or NOBODY


def _outlet(scene: Scene) -> Referent:
    """Who writes: the author of an opinion, the agency of a dateline, the publisher."""
    agency = agency_of(scene)
    if agency:
        return Referent(agency, SpeakerKind.OUTLET, words=agency)
    author = author_of(scene)
    if author:
        return Referent(author, SpeakerKind.PERSON)
    if scene.document.publisher:
        return Referent(scene.document.publisher, SpeakerKind.OUTLET)
    return Referent(None, SpeakerKind.OUTLET, reason="the outlet is not named")


def _subject(scene: Scene, cue: list[int], resolve: Resolve) -> Referent | None:
    """The subject of an active cue, its own or the one it shares with the clause it hangs on."""
    parse = scene.parse
    verbs = [at for at in cue if parse.tokens[at].pos == "VERB"]
    if (
        not verbs
        or any(parse.tokens[at].lower in _PASSIVE for at in cue)
        or _is_passive(parse, verbs[0], cue)
    ):
        return None
    at = verbs[0]
    for _ in range(4):
        subject = next((child for child in parse.children[at] if parse.tokens[child].dep == "nsubj"), None)
        if subject is not None and subject not in cue:
            phrase = phrase_at(parse, subject)
            whole = list(range(phrase.first, phrase.last))
            found = resolve(whole if parse.tokens[subject].pos != "PRON" else [subject])
            return found if found is not None and _may_speak(found) else None
        if parse.tokens[at].dep not in ("conj", "advcl", "xcomp", "pcomp", "prep", "acl", "ccomp"):
            return None
        at = parse.tokens[at].head
    return None


def _may_speak(found: Referent) -> bool:
    """Whether a subject is somebody: "auction of a gun" is not."""
    known = found.actor is not None and (found.actor.person is not None or found.actor.body is not None)
    named = any(word[:1].isupper() for word in (found.name or "").split())
    return known or named or found.kind is not SpeakerKind.ORGANISATION


def _is_passive(parse: Parse, verb: int, cue: list[int]) -> bool:
    """Whether the cue is a participle without "have": "was told", "asked", "is expected"."""
    if parse.tokens[verb].tag not in ("VBN", "VBD"):
        return False
    if any(parse.tokens[child].dep in ("auxpass", "nsubjpass") for child in parse.children[verb]):
        return True
    helped = any(parse.tokens[at].lower in ("have", "has", "had", "'ve") for at in cue)
    return (parse.tokens[verb].tag == "VBN" and not helped) or parse.tokens[verb].text == "Asked"


def _going_on(scene: Scene, at: int) -> Referent | None:
    """Who spoke in the sentences right before."""
    sentence = scene.parse.tokens[at].sentence
    for past in reversed(scene.past[-3:]):
        near = sentence - _last_sentence(scene, past.content[-1][1], past.sentence) <= _CONTINUES_WITHIN
        if past.referent.name and near:
            return past.referent
    return None


def _last_sentence(scene: Scene, end: int, sentence: int) -> int:
    inside = scene.parse.within((max(0, end - 1), end))
    return max(sentence, scene.parse.tokens[inside.start].sentence) if inside else sentence


def _speech(scene: Scene) -> Referent | None:
    """The speaker of a speech that has no labels, by its title."""
    name = speaker_of_title(scene.document.title, scene.aliases, scene.on)
    return Referent(name, SpeakerKind.PERSON, words=name) if name else None
