"""Who supplies a piece of evidence: by the words at it, else the speaker."""

from __future__ import annotations

from counterclaim.model.meaning import EvidenceKind
from counterclaim.read.evidence.kinds import SUPPLYING
from counterclaim.read.evidence.scene import Scene, Signal, child, subtree
from counterclaim.read.parse import Parse

_MAKERS = frozenset({"ORG", "PERSON", "GPE", "NORP"})
_BY = frozenset("by from".split())
_OWN = frozenset({"he", "she", "it", "they", "we", "i", "his", "her", "its", "their", "our", "my", "whose"})
_LONGEST = 14  # tokens of a supplier's name and description


def supplier_of(scene: Scene, signal: Signal) -> str | None:
    """Words of the text that name the supplier, or the speaker's name; None where the text does not tell.

    Tries "released by X" and "by X", then "X's", a name before the noun ("a Gazette poll"), and
    the subject of the verb that brings the evidence forward.
    """
    if signal.kind is EvidenceKind.WITNESSED:
        return None if signal.name.startswith("content") else scene.speaker.name
    parse = scene.parse
    for found in (_by(parse, signal.head), _possessor(parse, signal.head), _named_before(parse, signal.head)):
        if found:
            return _words(parse, found)
    if signal.name.startswith(("content", "told", "was", "hears", "received", "others")):
        return _words(parse, signal.words[:1]) if signal.name == "others say" else None
    if signal.name.startswith("before"):
        subject = child(parse, parse.tokens[signal.head].head, "nsubj")
        return _words(parse, subtree(parse, subject)) if subject is not None else None
    return scene.speaker.name


def _words(parse: Parse, indices: tuple[int, ...]) -> str | None:
    """The words from the first token to the last, blanks put to one; None for a bare pronoun."""
    kept = [one for one in indices if abs(one - indices[0]) < _LONGEST]
    if not kept or (len(kept) == 1 and parse.tokens[kept[0]].lower in _OWN):
        return None
    return " ".join(parse.text[parse.tokens[kept[0]].start : parse.tokens[kept[-1]].end].split())


def _by(parse: Parse, head: int) -> tuple[int, ...]:
    """What stands behind "by" or "from" at the noun or at a participle of supplying on it."""
    for one in parse.children[head]:
        token = parse.tokens[one]
        carriers = [one]
        if token.dep in {"acl", "relcl"} and token.lower in SUPPLYING:
            carriers += parse.children[one]
        for carrier in carriers:
            if parse.tokens[carrier].lower in _BY and (maker := child(parse, carrier, "pobj")) is not None:
                return subtree(parse, maker)
    return ()


def _possessor(parse: Parse, head: int) -> tuple[int, ...]:
    owner = child(parse, head, "poss")
    if owner is None or parse.tokens[owner].lower in _OWN:
        return ()
    return tuple(one for one in subtree(parse, owner) if parse.tokens[one].dep != "case")


def _named_before(parse: Parse, head: int) -> tuple[int, ...]:
    """A maker's name among the words before the noun."""
    before = [one for one in subtree(parse, head) if one < head]
    if not before:
        return ()
    span = (parse.tokens[before[0]].start, parse.tokens[head].start)
    for entity in parse.entities_within(span):
        if entity.label in _MAKERS:
            return tuple(range(entity.first, entity.last))
    return ()
