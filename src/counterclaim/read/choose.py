"""Which of the attributions that the network found are shown, and how sure each is.

The network looks at every word that might begin a cue; most of these readings
are improbable.  Kept is what is probable enough, once: of two readings of
the same words the surer one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from counterclaim.model.reading import QuoteType
from counterclaim.read.confidence import Calibration
from counterclaim.read.found import Found, Origin
from counterclaim.read.nesting import parents
from counterclaim.read.quote_type import quote_type
from counterclaim.read.words import Words

LEAST = 0.33  # weight; F1 of "who said what" is flat between 0.3 and 0.4 on PolNeAR dev
LEAST_CONFIDENCE = 0.25  # raises precision on PolNeAR dev by one point and costs half a one of recall
LEAST_NESTED = 0.4  # of a nested attribution, whose rank is settled by its place
SAME_WORDS = 0.5  # share of the shorter content that two readings of one attribution have in common
SAME_QUOTATION = 0.6  # Jaccard of two contents that are one quotation
LEAST_LEFT = 3  # words of a content that stays when a quotation is taken out of it
_EVEN = -0.693  # log 1/2
_FIRST_PERSON = frozenset("i we me us my our myself ourselves".split())


@dataclass(frozen=True, slots=True)
class Chosen:
    """An attribution that may be shown; `parent` is an index into the same list.

    By `weight` it is chosen, `confidence` is what the chosen one gets.
    """

    found: Found
    quote_type: QuoteType
    weight: float
    confidence: float = 0.0
    parent: int | None = None


def choose(text: str, words: Words, found: list[Found], calibration: Calibration) -> list[Chosen]:
    """The probable ones of all that was found, by anchor, each with its parent."""
    weighed = [_weigh(text, words, item, calibration) for item in found]
    probable = [item for item in weighed if item.weight >= _least(item.found)]
    assessed = [_assess(item, calibration) for item in _once(_without_rivals_of_cues(probable))]
    kept = [item for item in assessed if item.confidence >= LEAST_CONFIDENCE]
    holders = parents([item.found for item in kept])
    shown = [index for index in range(len(kept)) if _is_shown(text, words, kept, index, holders[index])]
    place = {index: new for new, index in enumerate(shown)}
    return [replace(kept[index], parent=_first_shown(holders, index, place)) for index in shown]


def is_nested(found: Found) -> bool:
    """Whether the network takes the cue for one inside another's content."""
    return found.origin is Origin.NETWORK and found.evidence.outer < _EVEN


def _is_shown(text: str, words: Words, kept: list[Chosen], index: int, holder: int | None) -> bool:
    """Whether a reading adds something: nested ones need a holder, and another speaker than a direct one."""
    if holder is None:
        return not is_nested(kept[index].found)
    direct = QuoteType.DIRECT in (kept[holder].quote_type, kept[index].quote_type)
    return not (direct and in_first_person(text, words, kept[index].found))


def in_first_person(text: str, words: Words, found: Found) -> bool:
    """Whether the source is "I" or "we": inside a speaker's own words, the speaker again."""
    said_by = {text[words.starts[index] : words.ends[index]].lower() for index in found.source}
    return bool(said_by) and said_by <= _FIRST_PERSON


def _weigh(text: str, words: Words, item: Found, calibration: Calibration) -> Chosen:
    kind = quote_type(text, words, item)
    return Chosen(item, kind, calibration.weight(item, kind))


def _assess(item: Chosen, calibration: Calibration) -> Chosen:
    return replace(item, confidence=calibration.confidence(item.found, item.quote_type))


def _least(found: Found) -> float:
    return LEAST_NESTED if is_nested(found) else LEAST


def _first_shown(holders: list[int | None], index: int, place: dict[int, int]) -> int | None:
    """Nearest holder that is itself shown."""
    holder = holders[index]
    while holder is not None and holder not in place:
        holder = holders[holder]
    return None if holder is None else place[holder]


def _without_rivals_of_cues(items: list[Chosen]) -> list[Chosen]:
    """Drop quotations without a cue where another outermost reading of the same words has one."""
    cued: dict[int, list[Found]] = {}
    for item in items:
        if item.found.cue and not is_nested(item.found):
            for word in item.found.content:
                cued.setdefault(word, []).append(item.found)
    return [item for item in items if not (_is_bare(item.found) and _has_rival(item.found, cued))]


def _is_bare(found: Found) -> bool:
    """Whether it is a quotation that the network found without a cue."""
    return found.origin is Origin.NETWORK and not found.cue


def _has_rival(bare: Found, cued: dict[int, list[Found]]) -> bool:
    content = set(bare.content)
    rivals = {id(rival): set(rival.content) for word in bare.content for rival in cued.get(word, ())}
    for other in rivals.values():
        shared = len(content & other)
        if shared > SAME_QUOTATION * (len(content) + len(other) - shared):
            return True
    return False


def _once(items: list[Chosen]) -> list[Chosen]:
    """Of several readings of the same words the surest, in the order of anchors."""
    kept: list[Chosen] = []
    by_word: dict[int, list[Chosen]] = {}
    for item in sorted(items, key=lambda item: (-item.weight, item.found.anchor)):
        rivals = {id(rival): rival for word in item.found.content for rival in by_word.get(word, ())}
        same = [rival.found for rival in rivals.values() if _same(item.found, rival.found)]
        rest = _without(item.found, same)
        if rest is None:
            continue
        kept.append(replace(item, found=rest))
        for word in rest.content:
            by_word.setdefault(word, []).append(kept[-1])
    return sorted(kept, key=lambda item: item.found.anchor)


def _same(left: Found, right: Found) -> bool:
    """Whether two are readings of the same words, not one inside the other."""
    if Origin.TURN in (left.origin, right.origin):
        return False
    both_stated = (left.cue and right.cue) or is_nested(left) or is_nested(right)
    if both_stated and (left.anchor in right.content or right.anchor in left.content):
        return False
    shared = len(set(left.content) & set(right.content))
    return shared > SAME_WORDS * min(len(left.content), len(right.content))


def _without(found: Found, surer: list[Found]) -> Found | None:
    """What is left of an attribution beside surer readings of its words, or None.

    Only a quotation without a cue leaves anything: it is taken from the
    longer content that had swallowed it.
    """
    if not surer:
        return found
    taken = {word for rival in surer for word in rival.content}
    rest = tuple(word for word in found.content if word not in taken)
    swallowed = found.cue and all(not rival.cue for rival in surer)
    return replace(found, content=rest) if swallowed and len(rest) >= LEAST_LEFT else None
