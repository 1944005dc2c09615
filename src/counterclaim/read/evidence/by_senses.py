"""Signals that the speaker saw or heard it: "I saw", "we have not seen", "he said he heard"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.model.meaning import EvidenceKind
from counterclaim.read.evidence.scene import Scene, Signal, child, subtree
from counterclaim.read.evidence.words import singular
from counterclaim.read.parse import Parse

FIRST = frozenset("i we".split())
_THIRD = frozenset("he she they".split())
_NOW = frozenset("see seeing hear hearing watch watching witnessing witness observe observing find".split())
_THEN = frozenset(
    "saw seen heard noticed witnessed watched observed felt overheard smelled smelt counted".split()
)
_MODALS = frozenset("will 'll ’ll would could can may might should must to want shall wo ca 'd ’d".split())
_NEGATIONS = frozenset("not n't n’t never no".split())
_ADVERBS = frozenset("often sometimes always usually ever before generally".split())
_NEWS = frozenset("that of from about".split())
WORD_OF = frozenset(
    """report confirmation information signal message word assurance indication call figure rumor rumour
    allegation news""".split()
)
_THOUGHT = frozenset(
    """need reason point way future opportunity chance role parallel brand progress value purpose sense use
    benefit problem difference growth demand rise increase decline decrease drop surge shift trend interest
    improvement success it this that you potential hope anything something""".split()
)
_QUAKES = frozenset(
    "quake earthquake tremor shock aftershock explosion blast shaking building ground".split()
)
_MARKS = '"“”„«»'
_ASKS = frozenset("asked whether asks".split())


def subject_of(parse: Parse, verb: int) -> str:
    """The subject's word, in lower case; of a joined verb that of the first."""
    for _ in range(3):
        one = child(parse, verb, "nsubj", "nsubjpass")
        if one is not None:
            return parse.tokens[one].lower
        if parse.tokens[verb].dep not in {"conj", "xcomp"}:
            break
        verb = parse.tokens[verb].head
    return ""


def with_subject(parse: Parse, verb: int) -> tuple[int, ...]:
    """Subject, helping words and verb."""
    near = {
        one for one in parse.children[verb] if parse.tokens[one].dep in {"nsubj", "aux", "neg"} and one < verb
    }
    return tuple(sorted(near | {verb}))


def sensed(scene: Scene, verb: int) -> Iterator[Signal]:
    """What a verb of the claim tells of the speaker's own senses."""
    parse = scene.parse
    word = parse.tokens[verb].lower
    if word not in _NOW and word not in _THEN:
        return
    person = _person(scene, verb)
    near = {parse.tokens[one].lower for one in parse.children[verb]}
    if not person or near & _MODALS:
        return
    what = child(parse, verb, "dobj", "ccomp")
    if word.startswith("hear") and _is_hearsay(parse, verb):
        yield Signal("hears", EvidenceKind.ANOTHER_SOURCE, verb, with_subject(parse, verb))
    elif not is_thought(parse, verb, what, near):
        negated = bool(near & _NEGATIONS) or _has_no(parse, what)
        shows = subtree(parse, what, scene.claim_set) if what is not None and not negated else ()
        name = f"sensed {person} {_when(word, near, negated)}"
        yield Signal(name, EvidenceKind.WITNESSED, verb, with_subject(parse, verb), shows)


def _person(scene: Scene, verb: int) -> str | None:
    """ "first" where the speaker speaks, "third" where he is spoken of, None where it is another."""
    subject = subject_of(scene.parse, verb)
    if subject in FIRST:
        return "first"
    asked = any(scene.parse.tokens[one].lower in _ASKS for one in scene.cue)
    return "third" if subject in _THIRD and not asked and not _is_quoted(scene, verb) else None


def _is_quoted(scene: Scene, verb: int) -> bool:
    """Whether a verb of the claim stands in quotation marks, judged by the marks before it."""
    tokens = scene.parse.tokens
    before = scene.parse.text[tokens[scene.claim[0]].start : tokens[verb].start]
    return scene.quoted or sum(map(before.count, _MARKS)) % 2 == 1


def _is_hearsay(parse: Parse, verb: int) -> bool:
    """Whether what is heard is news, and no sound."""
    return any(
        (one > verb and parse.tokens[one].lower in _NEWS)
        or singular(parse.tokens[one].lower) in WORD_OF
        or (parse.tokens[one].dep == "ccomp" and child(parse, one, "mark") is not None)
        for one in parse.children[verb]
    )


def is_thought(parse: Parse, verb: int, what: int | None, near: set[str]) -> bool:
    """Whether "see" is a manner of thinking ("we see this as"), or a habit, and "feel" no touch."""
    word = parse.tokens[verb].lower
    thing = singular(parse.tokens[what].lower) if what is not None and parse.tokens[what].tag != "WDT" else ""
    if word == "felt":
        return thing not in _QUAKES
    if word in {"find", "counted"}:
        return what is None or (not _has_no(parse, what) and word == "find")
    return thing in _THOUGHT or bool(near & _ADVERBS) or "as" in near or "way" in _above(parse, verb)


def _above(parse: Parse, verb: int) -> str:
    return parse.tokens[parse.tokens[verb].head].lower


def _has_no(parse: Parse, what: int | None) -> bool:
    return what is not None and any(parse.tokens[one].lower == "no" for one in parse.children[what])


def _when(word: str, near: set[str], negated: bool) -> str:
    """Now, then, or sometime: "have seen" tells of experience, "have not seen" of watching."""
    if word in _NOW:
        return "now"
    at_some_time = bool(near & {"have", "'ve", "’ve", "has", "'s", "’s"}) and not negated
    return "sometime" if at_some_time else "then"
