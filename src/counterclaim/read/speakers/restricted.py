"""Groups of states that only the words behind the noun tell apart: "countries that fear for Orvessa"."""

from __future__ import annotations

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.lexicon import DETERMINERS
from counterclaim.read.speakers.phrase import LONGEST
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.source import Source

_MANY = frozenset("countries states governments nations capitals neighbours neighbors powers allies".split())
_RELATIVES = frozenset("that which who whose".split())
_FINITE = frozenset("VBD VBZ VBP MD".split())  # the second begins the main clause
_AGAIN = frozenset("same these those".split())


def is_many_states(word: str) -> bool:
    """Whether a noun in small letters means several states together."""
    return word in _MANY


def restricted_group(scene: Scene, source: Source) -> Referent | None:
    """The group with the words that tell which; None for other sources, or where none do."""
    tokens = scene.parse.tokens
    if not is_many_states(tokens[source.head].lower):
        return None
    before = [tokens[at].lower for at in source.core if at < source.head]
    if before and before[0] in ("the", *_AGAIN) and _AGAIN & set(before):
        return _again(scene, source)
    if source.tokens[-1] == source.head:
        noun = " ".join(tokens[at].lower for at in source.core if tokens[at].lower not in DETERMINERS)
        spoken = in_full(scene, Referent(noun, SpeakerKind.GROUP))
        if spoken.words:
            return spoken
    stretch = _whole(scene, source)
    behind = [at for at in stretch if at > source.head]
    if not behind or not (_restricts(scene, behind[0]) or _has_clause(scene, behind)):
        return None
    first = next((at for at in source.core if tokens[at].lower not in DETERMINERS), source.head)
    kept = [at for at in stretch if at >= first][:LONGEST]
    marks = [place for place, at in enumerate(kept) if tokens[at].text in (",", ";", "(", ":")]
    kept = kept[: marks[0]] if marks else kept
    while len(kept) > 1 and tokens[kept[-1]].pos in ("ADP", "DET", "CCONJ", "PART", "AUX"):
        kept.pop()
    text = " ".join(scene.parse.text[tokens[kept[0]].start : tokens[kept[-1]].end].split())
    small = scene.aliases.adjective(tokens[first].text) is None
    name = text[:1].lower() + text[1:] if small else text
    return Referent(name, SpeakerKind.GROUP, words=tokens[source.head].lower)


def _whole(scene: Scene, source: Source) -> list[int]:
    """The source, and the clause on its head that it was cut off from."""
    tokens = scene.parse.tokens
    last = source.tokens[-1]
    cut = last == source.head or tokens[last].lower in _RELATIVES
    follows = last + 1 < len(tokens) and (last != source.head or tokens[last + 1].lower in _RELATIVES)
    if not cut or not follows:
        return list(source.tokens)
    end, verbs = last + 1, 0
    while end < min(len(tokens), last + LONGEST) and _hangs(scene, end, source.head):
        verbs += tokens[end].tag in _FINITE and tokens[end - 1].tag not in _FINITE
        if verbs > 1:
            break
        end += 1
    return [*source.tokens, *range(last + 1, end)]


def _hangs(scene: Scene, at: int, head: int) -> bool:
    """Whether a word hangs on a head by a few arcs."""
    tokens = scene.parse.tokens
    if tokens[at].text in (",", ".", ";") or "\n" in scene.parse.text[tokens[at - 1].end : tokens[at].start]:
        return False
    for _ in range(LONGEST):
        up = tokens[at].head
        if up in (head, at):
            return up == head
        at = up
    return False


def in_full(scene: Scene, referent: Referent) -> Referent:
    """A group by the words under which it spoke before, where only the noun is left of them."""
    name = (referent.name or "").lower()
    if referent.kind is not SpeakerKind.GROUP or not name or not is_many_states(name.split()[-1]):
        return referent
    for past in reversed(scene.past[-6:]):
        full = past.referent.name or ""
        if past.referent.kind is SpeakerKind.GROUP and full.lower().startswith(name + " "):
            return past.referent
    return referent


def _has_clause(scene: Scene, behind: list[int]) -> bool:
    return any(scene.parse.tokens[at].lower in _RELATIVES for at in behind)


def _restricts(scene: Scene, at: int) -> bool:
    """Whether a clause or a participle begins that says which of them."""
    token = scene.parse.tokens[at]
    return token.lower in _RELATIVES or token.tag in ("VBN", "VBD", "VBG") or token.pos == "ADJ"


def _again(scene: Scene, source: Source) -> Referent | None:
    """ "The same countries": the group of states that spoke before."""
    noun = scene.parse.tokens[source.head].lower
    for past in reversed(scene.past[-6:]):
        name = past.referent.name
        if name and past.referent.kind is SpeakerKind.GROUP and noun in name.split():
            return past.referent
    return None
