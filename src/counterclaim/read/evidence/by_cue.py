"""Signals in the reporting words and around them: "published a video", "saw", "citing"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.model.meaning import EvidenceKind
from counterclaim.read.evidence.by_content import RECEIVED, noun_signals, received
from counterclaim.read.evidence.by_senses import is_thought
from counterclaim.read.evidence.kinds import BROADCASTERS, SUPPLYING, VISUAL
from counterclaim.read.evidence.medium import Medium, medium_of
from counterclaim.read.evidence.scene import Scene, Signal, child, subtree
from counterclaim.read.parse import Parse

_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd"})
_SENSED = frozenset("saw heard noticed witnessed observed watched felt noticing hearing seeing".split())
_TELLING = frozenset("testified testify testifies recalled recalls recounted recalling".split())
_COURTS = frozenset("court inquest jury jurors inquiry hearing tribunal judge".split())
_CITING = frozenset("citing cited cites".split())
_QUOTING = frozenset("quoting quoted quotes".split())
_AUTHORITIES = frozenset(
    """official officials source sources authorities police witness witnesses spokesman spokeswoman ministry
    agency agencies military army expert experts intelligence reports researchers scientists aides diplomats
    prosecutors investigators residents law article media""".split()
)
_NAMED = frozenset({"PERSON", "ORG"})
_SHOWS = frozenset("showed shows showing shown aired broadcast".split())
_BEGINS = 4  # tokens of a sentence in which it must take up the evidence before it
_OPEN_ENDS = frozenset({"ADP", "PUNCT", "SCONJ", "PRON"})
_LONGEST = 25  # tokens of a phrase that names evidence
_TAKES_UP = frozenset("it they them these this".split())
_SEEMS = frozenset("appear appears appeared seem seems seemed apparently visible seen shown purports".split())
_ITS_TITLE = frozenset("titled entitled headlined".split())


def cue_signals(scene: Scene) -> Iterator[Signal]:
    """Everything that cue and frame tell."""
    parse = scene.parse
    titled = any(parse.tokens[one].lower in _ITS_TITLE for one in scene.cue)
    yield from _shown(scene)
    for index in scene.cue:
        word = parse.tokens[index].lower
        if word in _SENSED:
            yield from _sensed(scene, index)
        elif word in RECEIVED:
            yield from received(scene, index)
        elif word in _TELLING:
            yield Signal("cue recalled", EvidenceKind.WITNESSED, index, (index,))
        for one, kind in () if titled else supplied(parse, index):
            yield Signal(f"cue {kind}", kind, one, _phrase(scene, one), scene.claim)
        yield from noun_signals(scene, index, "cue")
    for index in scene.frame:
        yield from _grounds(scene, index)


def _shown(scene: Scene) -> Iterator[Signal]:
    """Pictures in the cue beside a verb that brings them forward, or a broadcaster that shows something."""
    parse = scene.parse
    verb = next((one for one in scene.cue if parse.tokens[one].lower in SUPPLYING), None)
    if verb is None:
        return
    for index in scene.cue:
        medium = medium_of(parse, index, alone=True)
        if medium and medium[1] in VISUAL:
            yield Signal(f"cue {medium[1]}", medium[1], medium[0], _phrase(scene, medium[0]), scene.claim)
            return
    if parse.tokens[verb].lower in _SHOWS and len(scene.cue) == 1 and _is_broadcaster(scene):
        yield Signal("cue picture", EvidenceKind.PICTURE, verb, (verb,), scene.claim)


def _is_broadcaster(scene: Scene) -> bool:
    return any(scene.parse.tokens[one].lower in BROADCASTERS for one in scene.source)


def _sensed(scene: Scene, index: int) -> Iterator[Signal]:
    """The source saw or heard it: not as a court hears, nor as one sees one thing "as" another."""
    parse = scene.parse
    near = {parse.tokens[one].lower for one in parse.children[index]}
    thought = parse.tokens[index].lower != "felt" and is_thought(
        parse, index, child(parse, index, "dobj"), near
    )
    if scene.source and not thought and not any(parse.tokens[one].lower in _COURTS for one in scene.source):
        hears = parse.tokens[index].lower == "hearing"
        kind = EvidenceKind.ANOTHER_SOURCE if hears else EvidenceKind.WITNESSED
        yield Signal("cue sensed", kind, index, (*scene.source, index), scene.claim)


def _phrase(scene: Scene, head: int) -> tuple[int, ...]:
    """A phrase without words of the claim, and without a preposition that it was left with."""
    words = subtree(scene.parse, head)
    kept = [one for one in words if one not in scene.claim_set and abs(one - head) < _LONGEST]
    while len(kept) > 1 and scene.parse.tokens[kept[-1]].pos in _OPEN_ENDS and kept[-1] != head:
        kept.pop()
    return tuple(kept) or (head,)


def supplied(parse: Parse, verb: int) -> Iterator[Medium]:
    """Evidence that a verb brings forward: its object, its passive subject, or what it does it "with"."""
    if parse.tokens[verb].lower not in SUPPLYING:
        return
    for one in parse.children[verb]:
        token = parse.tokens[one]
        noun = child(parse, one, "pobj") if token.lower == "with" and token.dep == "prep" else one
        if noun is None or (noun == one and token.dep not in _OBJECTS):
            continue
        if medium := medium_of(parse, noun):
            yield medium


def _grounds(scene: Scene, index: int) -> Iterator[Signal]:
    """ "citing intelligence"; an outlet that "quoted the head of the zone as saying"."""
    parse = scene.parse
    word = parse.tokens[index].lower
    thing = child(parse, index, "dobj")
    if word in _CITING and thing is not None:
        medium = medium_of(parse, thing)
        if medium or _is_authority(parse, thing):
            kind = medium[1] if medium else EvidenceKind.ANOTHER_SOURCE
            yield Signal("citing", kind, thing, _phrase(scene, thing), scene.claim)
    elif word in _QUOTING and index in scene.cue and not _is_passive(parse, index):
        at = thing if thing is not None and thing not in scene.source else index
        yield Signal("quoting", EvidenceKind.ANOTHER_SOURCE, at, (index,), scene.claim)


def _is_passive(parse: Parse, verb: int) -> bool:
    return any(parse.tokens[one].dep in {"auxpass", "nsubjpass"} for one in parse.children[verb])


def _is_authority(parse: Parse, index: int) -> bool:
    """Whether a noun names somebody who could be the source of a report."""
    token = parse.tokens[index]
    if token.lower in _AUTHORITIES:
        return True
    names = parse.entities_within((token.start, token.end)) if token.pos == "PROPN" else []
    return bool(names) and names[0].label in _NAMED


def neighbour_signals(scene: Scene) -> Iterator[Signal]:
    """Evidence that the sentence before brings forward, where the claim takes it up: "It shows ..."."""
    if not scene.claim:
        return
    parse = scene.parse
    first = parse.tokens[scene.claim[0]]
    sentence = parse.sentence(first.sentence)
    if first.sentence == 0 or scene.claim[0] - sentence.start > _BEGINS or not _takes_up(parse, sentence):
        return
    before = parse.sentence(first.sentence - 1)
    if "\n" in parse.text[parse.tokens[before.stop - 1].end : first.start]:
        return
    for verb in before:
        for one, kind in supplied(parse, verb) if verb not in scene.cue else ():
            if kind in VISUAL:
                yield Signal(f"before {kind}", kind, one, _phrase(scene, one), scene.claim)


def _takes_up(parse: Parse, sentence: range) -> bool:
    words = [parse.tokens[one].lower for one in sentence]
    return bool(_TAKES_UP & set(words[:_BEGINS]) or _SEEMS & set(words))
