"""Signals in the words that name the source: a medium that speaks, or people who were there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from counterclaim.model.meaning import EvidenceKind
from counterclaim.model.span import Span
from counterclaim.read.evidence.medium import Medium, heads, media_in, medium_of
from counterclaim.read.evidence.onlookers import group_in, group_of
from counterclaim.read.evidence.scene import Scene, Signal
from counterclaim.read.evidence.words import verbs
from counterclaim.read.parse import Parse

_STANDS_FOR = frozenset("it this which that".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BACK = 2  # sentences before a pronoun in which its noun is looked for
_PLACES = 12  # how many mentions of a speaker are looked at
_AROUND = 9  # tokens before or behind a mention in which its description stands
_DESCRIBES = frozenset({"appos", "compound", "nmod", "amod"})
_SENSED = frozenset("saw heard witnessed watched".split())
_ASKS = frozenset("ask asks asked asking".split())
_REPORTS = verbs(
    """say+said+says tell+told report add testify recall recount believe claim explain notice describe call
    write+wrote+written see+saw+seen hear+heard"""
) | {"according"}
_AT_SCENE = frozenset("scene spot".split())
_WAS_THERE = frozenset(
    "lives lived visited attended watched saw witnessed heard escaped fled survived".split()
)
_POLLS = frozenset("poll polls survey polling".split())
_FOUND = frozenset("found finds find according".split())
_KEPT = frozenset({"witness", "local"})


def source_signals(scene: Scene) -> Iterator[Signal]:
    """Everything that the words of the source, and of its speaker elsewhere, tell."""
    parse = scene.parse
    media = media_in(parse, scene.source) if scene.source else []
    if media and not any(parse.tokens[one].lower in _ASKS for one in scene.cue):
        for head, kind in media:
            yield Signal(f"source {kind}", kind, head, scene.source, scene.claim)
    if not media:
        yield from _pronoun(scene)
        yield from _pollster(scene)
        yield from _onlooker(scene)


def _pronoun(scene: Scene) -> Iterator[Signal]:
    """A pronoun as source that stands for a medium named before."""
    if len(scene.source) != 1 or scene.parse.tokens[scene.source[0]].lower not in _STANDS_FOR:
        return
    if medium := _antecedent(scene.parse, scene.source[0]):
        yield Signal(f"pronoun {medium[1]}", medium[1], medium[0], scene.source, scene.claim)


def _pollster(scene: Scene) -> Iterator[Signal]:
    """Somebody who "found", after a poll was spoken of: the maker of the poll."""
    parse = scene.parse
    if not scene.source or not any(parse.tokens[one].lower in _FOUND for one in scene.cue):
        return
    number = parse.tokens[scene.source[0]].sentence
    if any(entity.label == "PERSON" for one in _spans(scene) for entity in parse.entities_within(one)):
        return
    for back in range(number, max(-1, number - _BACK - 1), -1):
        for one in parse.sentence(back):
            if parse.tokens[one].lower in _POLLS and one not in scene.claim_set and one < scene.source[0]:
                yield Signal("pollster", EvidenceKind.DATA, one, (one,), scene.claim)
                return


def _spans(scene: Scene) -> list[tuple[int, int]]:
    tokens = scene.parse.tokens
    return [(tokens[scene.source[0]].start, tokens[scene.source[-1]].end)]


def _antecedent(parse: Parse, index: int) -> Medium | None:
    """The medium that a pronoun most likely stands for: a subject before it, or its own noun."""
    token = parse.tokens[index]
    if token.tag in {"WDT", "WP"}:
        verb = parse.tokens[token.head]
        return medium_of(parse, verb.head) if verb.dep == "relcl" else None
    for number in range(token.sentence, max(-1, token.sentence - _BACK - 1), -1):
        for one in parse.sentence(number):
            if one < index and parse.tokens[one].dep in _SUBJECTS and (medium := medium_of(parse, one)):
                return medium
    return None


def _onlooker(scene: Scene) -> Iterator[Signal]:
    """People who were there, told by the source's words or by how the text describes them elsewhere."""
    parse = scene.parse
    if scene.cue and not any(parse.tokens[one].lower in _REPORTS for one in scene.cue):
        return
    group = group_in(parse, scene.source, heads(parse, scene.source))
    if group:
        index, name = group
        yield Signal(f"source {name}", EvidenceKind.WITNESSED, index, scene.source)
        if any(parse.tokens[one].lower in _AT_SCENE | _WAS_THERE for one in scene.source):
            yield Signal("source at scene", EvidenceKind.WITNESSED, index, scene.source)
    elif scene.speaker.name:
        yield from islice(_described_elsewhere(scene, scene.speaker.name), 1)


def _described_elsewhere(scene: Scene, name: str) -> Iterator[Signal]:
    """A speaker whom the text shows, elsewhere, as one who was there."""
    parse, last = scene.parse, (name.split() or [name])[-1]
    own = set(scene.source)
    for place in islice(_mentions(parse.text, last), _PLACES):
        inside = parse.within(place)
        if not inside or inside[-1] in scene.claim_set or inside[-1] in own:
            continue
        at = inside[-1]
        if described := _description(parse, at):
            yield Signal(f"speaker {described[1]}", EvidenceKind.WITNESSED, described[0], (described[0],))
        verb = parse.tokens[at].head
        if parse.tokens[at].dep == "nsubj" and parse.tokens[verb].lower in _SENSED:
            yield Signal("speaker sensed", EvidenceKind.WITNESSED, verb, (verb,))


def _mentions(text: str, name: str) -> Iterator[Span]:
    """Where a name stands in a text, as whole words or not."""
    at = text.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + len(name))


def _description(parse: Parse, at: int) -> tuple[int, str] | None:
    """The onlooker's noun that hangs on a name, or on which the name hangs."""
    token = parse.tokens[at]
    sentence = parse.sentence(token.sentence)
    for one in range(max(sentence.start, at - _AROUND), min(sentence.stop, at + _AROUND + 1)):
        other = parse.tokens[one]
        group = group_of(parse, one)
        if group in _KEPT and (
            (other.dep in _DESCRIBES and other.head == at) or (token.dep in _DESCRIBES and token.head == one)
        ):
            return one, str(group)
    return None
