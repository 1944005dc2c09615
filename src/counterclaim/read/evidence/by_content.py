"""Signals in the claim's own words: what the speaker was told, or points to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.model.meaning import EvidenceKind
from counterclaim.read.evidence.by_senses import FIRST, WORD_OF, sensed, subject_of, with_subject
from counterclaim.read.evidence.kinds import GROUNDS, RESTS_ON, SHOWING
from counterclaim.read.evidence.medium import medium_of
from counterclaim.read.evidence.scene import Scene, Signal, child, subtree
from counterclaim.read.evidence.words import singular, verbs
from counterclaim.read.parse import Parse

_PERSONS = frozenset("me us him her them".split())
_OWN_PERSONS = frozenset("me us".split())
_HEARSAY = verbs("tell+told inform advise")
RECEIVED = verbs("receive get+got obtain have+has+had")
_MODALS = frozenset("will would could can may might should must to not n't n’t never".split())
_RECORDED = frozenset("recorded registered measured tallied".split())
_SAYS = frozenset("says said say reported reports".split())
_RESTS = frozenset(
    "based stemmed came come rested leaned grounded relied built due because attributed".split()
)
_HOLDS = frozenset(
    """written enshrined stipulated laid stated spelled documented outlined identified detailed described
    listed contained recorded published cited set says say said look looking found caught""".split()
)
_WITNESSES = frozenset("witness eyewitness onlooker bystander passer-by passerby".split())
_HAS = frozenset("have found got find obtained read reviewed".split())
_IDIOMS = re.compile(
    r"\b(?:as you (?:can|may) see|with (?:my|our|his|her|their|your) own (?:eyes|ears)|in full view"
    r"|(?P<camera>(?:caught|captured|recorded|filmed) on (?:camera|film|tape|video)))\b",
    re.IGNORECASE,
)
_YET_TO_COME = frozenset("will 'll ’ll would should must".split())
_GIVES = verbs("give+gave+given make+made")
_TOLD_BY_FIGURES = frozenset(
    """account case clue detail estimate evidence figure idea indication number picture proof reason share
    toll total value clear mention reference""".split()
)
_LONGEST = 25  # tokens of a phrase that names evidence


def content_signals(scene: Scene) -> Iterator[Signal]:
    """Everything that the claim's words tell."""
    parse = scene.parse
    own_past: int | None = None
    for index in scene.claim:
        token = parse.tokens[index]
        if token.pos in {"VERB", "AUX"}:
            yield from sensed(scene, index)
            yield from _heard_from(scene, index)
            if own_past is None and token.tag == "VBD" and scene.direct and subject_of(parse, index) in FIRST:
                own_past = index
        elif token.pos in {"NOUN", "PROPN"}:
            yield from noun_signals(scene, index, "content")
            if singular(token.lower) in _WITNESSES and _speaks(parse, index):
                yield Signal("content witness", EvidenceKind.WITNESSED, index, (index,))
        elif token.lower == "reportedly":
            yield Signal("reportedly", EvidenceKind.ANOTHER_SOURCE, index, (index,))
    yield from _idioms(scene)
    if own_past is not None:
        yield Signal("told in first person", EvidenceKind.WITNESSED, own_past, with_subject(parse, own_past))


def _idioms(scene: Scene) -> Iterator[Signal]:
    """Set phrases: "as you can see", "with our own eyes", "caught on camera"."""
    if not scene.claim:
        return
    parse = scene.parse
    start, end = parse.tokens[scene.claim[0]].start, parse.tokens[scene.claim[-1]].end
    for match in _IDIOMS.finditer(parse.text, start, end):
        words = tuple(one for one in parse.within(match.span()) if one in scene.claim_set)
        if words:
            kind = EvidenceKind.VIDEO if match["camera"] else EvidenceKind.WITNESSED
            yield Signal("idiom", kind, words[0], words)


def _heard_from(scene: Scene, verb: int) -> Iterator[Signal]:
    """Told by somebody, received word, recorded."""
    parse = scene.parse
    word = parse.tokens[verb].lower
    if any(parse.tokens[one].lower in _MODALS for one in parse.children[verb]):
        return
    if word in _HEARSAY:
        yield from _told(scene, verb)
    elif word in RECEIVED:
        yield from received(scene, verb)
    elif word in _RECORDED and subject_of(parse, verb) in FIRST:
        yield Signal("recorded", EvidenceKind.DATA, verb, with_subject(parse, verb))
    elif word in _SAYS:
        subject = child(parse, verb, "nsubj")
        if (
            subject is not None
            and parse.tokens[subject].pos in {"NOUN", "PROPN"}
            and subject in scene.claim_set
        ):
            yield Signal("others say", EvidenceKind.ANOTHER_SOURCE, subject, (subject, verb))


def received(scene: Scene, verb: int) -> Iterator[Signal]:
    """ "received reports", "has information"."""
    parse = scene.parse
    what = child(parse, verb, "dobj")
    if what is None or singular(parse.tokens[what].lower) not in WORD_OF or _is_denied(parse, what):
        return
    if subject_of(parse, verb):
        yield Signal("received word", EvidenceKind.ANOTHER_SOURCE, what, (*with_subject(parse, verb), what))


def _told(scene: Scene, verb: int) -> Iterator[Signal]:
    """ "jurors told him", "I was told"."""
    parse = scene.parse
    another = EvidenceKind.ANOTHER_SOURCE
    if parse.tokens[verb].tag not in {"VBD", "VBN", "VBZ", "VBP"}:
        return
    passive = child(parse, verb, "nsubjpass")
    listener = child(parse, verb, "dobj", "dative")
    heard = parse.tokens[listener].lower if listener is not None else ""
    if passive is not None and parse.tokens[passive].lower in FIRST:
        yield Signal("was told", another, verb, with_subject(parse, verb))
    elif passive is None and heard in (_OWN_PERSONS if scene.direct else _PERSONS):
        yield Signal("told me", another, verb, with_subject(parse, verb))


def noun_signals(scene: Scene, index: int, where: str) -> Iterator[Signal]:
    """A medium inside claim or cue, by the part it plays there."""
    parse, token = scene.parse, scene.parse.tokens[index]
    medium = medium_of(parse, index)
    kind = medium[1] if medium else GROUNDS.get(singular(token.lower))
    part = _part(parse, index) if kind else None
    if (
        kind is None
        and singular(token.lower) in RESTS_ON
        and token.dep == "pobj"
        and _rests(parse, token.head)
    ):
        kind, part = EvidenceKind.ANOTHER_SOURCE, "grounds"
    if kind is None or part is None or (medium and medium[0] != index) or _is_denied(parse, index):
        return
    shown = child(parse, token.head, "ccomp", "dobj", "xcomp") if part == "shows" else None
    shows = subtree(parse, shown, scene.claim_set) if shown is not None else ()
    phrase = subtree(parse, index, scene.claim_set)[:_LONGEST]
    yield Signal(f"{where} {part}", kind, index, phrase or (index,), shows)


def _speaks(parse: Parse, index: int) -> bool:
    """Whether witnesses act or give accounts, and are not merely spoken of."""
    token = parse.tokens[index]
    return (
        token.dep == "nsubj"
        or (
            token.dep == "compound"
            and parse.tokens[token.head].lower in {"account", "accounts", "statements"}
        )
        or (token.dep == "pobj" and parse.tokens[token.head].lower == "by")
    )


def _is_denied(parse: Parse, index: int) -> bool:
    """ "no evidence", "not a single document", "pictures prove nothing"."""
    token = parse.tokens[index]
    beside = parse.children[token.head] if token.dep == "nsubj" else ()
    return any(parse.tokens[one].lower in {"no", "not", "any"} for one in parse.children[index]) or any(
        parse.tokens[one].lower in {"nothing", "little"} for one in beside
    )


def _part(parse: Parse, index: int) -> str | None:
    """What the medium does in its clause: shows, grounds, or is the speaker's own; else None."""
    token = parse.tokens[index]
    if token.dep == "nsubj" and parse.tokens[token.head].lower in SHOWING and _tells(parse, token.head):
        return "shows"
    if any(
        parse.tokens[one].dep == "acl" and parse.tokens[one].lower in SHOWING for one in parse.children[index]
    ):
        return "shows"
    if token.dep == "pobj" and _grounds(parse, token.head):
        return "grounds"
    return "ours" if _is_own(parse, index) else None


def _tells(parse: Parse, verb: int) -> bool:
    """Whether a verb of showing tells what is known: no "will find", nor "gives them the vote"."""
    if any(parse.tokens[one].lower in _YET_TO_COME for one in parse.children[verb]):
        return False
    if parse.tokens[verb].lower not in _GIVES:
        return True
    what = child(parse, verb, "dobj")
    return what is None or singular(parse.tokens[what].lower) in _TOLD_BY_FIGURES


def _grounds(parse: Parse, preposition: int) -> bool:
    """ "according to X", "based on X", "written in X"."""
    token = parse.tokens[preposition]
    above = parse.tokens[token.head].lower
    if token.lower in {"in", "into", "at", "on"} and above in _HOLDS:
        return True
    return (token.lower == "to" and above == "according") or _rests(parse, preposition)


def _rests(parse: Parse, preposition: int) -> bool:
    """ "based on", "came from", "due to", "because of"."""
    token = parse.tokens[preposition]
    if token.lower not in {"on", "from", "of", "to"}:
        return False
    owing = any(parse.tokens[one].lower in {"because", "due"} for one in parse.children[preposition])
    return owing or token.dep == "pcomp" or parse.tokens[token.head].lower in _RESTS


def _is_own(parse: Parse, index: int) -> bool:
    """ "we have a video", "the information we have", "if you read the report", "here is the record"."""
    token = parse.tokens[index]
    head = parse.tokens[token.head]
    if token.dep == "dobj" and head.lower in _HAS:
        return subject_of(parse, token.head) in FIRST | {"you"}
    if token.dep in {"nsubj", "attr"} and any(
        parse.tokens[one].lower == "here" for one in parse.children[token.head]
    ):
        return True
    return any(
        parse.tokens[one].dep == "relcl"
        and parse.tokens[one].lower in _HAS
        and subject_of(parse, one) in FIRST
        for one in parse.children[index]
    )
