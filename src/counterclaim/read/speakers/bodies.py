"""Bodies, states and outlets that a document names, each with its fullest name and all its places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.names.aliases import Aliases, Entry
from counterclaim.read.names.fold import fold
from counterclaim.read.names.rows import Sort
from counterclaim.read.parse import Entity, Parse
from counterclaim.read.speakers.lexicon import BODY_NOUNS, OUTLET_NOUNS
from counterclaim.read.speakers.missed_bodies import missed_bodies
from counterclaim.read.speakers.own_names import OwnNames

_LABELS = frozenset("ORG GPE NORP FAC LOC PRODUCT WORK_OF_ART".split())
_SURE = frozenset("ORG GPE".split())
_KINDS = (SpeakerKind.ORGANISATION, SpeakerKind.STATE, SpeakerKind.OUTLET)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_OWN = re.compile(r"(?:'s|’s|['’])$")
_NEWS = re.compile(
    r"\b(?:Times|Post|Journal|Tribune|Herald|Gazette|News|Magazine|Courier|Chronicle|Daily|Press|Radio|TV"
    r"|Television|Broadcasting|Globe|Observer|Guardian|Telegraph|Independent|Star|Mail|Sun|Review|Inquirer"
    r"|[Mm]agazine|[Nn]ewspaper|Examiner|Sentinel|Register|Bee|Dispatch|Enquirer|Weekly)\b"
)
_PLACES = frozenset("city town village county province state country nation kingdom republic".split())
_DATED = re.compile(r"(?:Last|Next|This|Earlier) [a-z]")
_NO_PAPER = re.compile(r"\b(?:University|Council|Committee|Secretary|Conference|Club|Bank|Inc|Corp)\b")


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A body; `mentions` are token ranges, `described` words of its name and of what stands by it.

    `place` marks a place that no table knows for a state.
    """

    name: str
    kind: SpeakerKind
    party: str | None
    key: str
    mentions: tuple[tuple[int, int], ...]
    described: frozenset[str]
    place: bool


def find_bodies(parse: Parse, covered: set[int], own: OwnNames, on: str | None) -> tuple[Body, ...]:
    """Bodies by first appearance; `covered` are the tokens of names of persons."""
    aliases = own.aliases
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    entries: dict[str, Entry | None] = {}
    names: dict[str, str] = {}
    labels: dict[str, list[str]] = defaultdict(list)
    for entity in _with_missed(parse, _with_own(parse, own.places), covered):
        if entity.label not in _LABELS or not covered.isdisjoint(range(entity.first, entity.last)):
            continue
        name = plain_name(parse.text[entity.start : entity.end])
        entry = _entry(name, aliases, on)
        if (
            _DATED.match(name)
            or not any(word[0].isupper() for word in name.split())
            or (entry is None and entity.label not in _SURE)
        ):
            continue
        key = fold(_listed(entry)) if entry else fold(name)
        places[key].append((entity.first, entity.last))
        entries[key] = entry
        labels[key].append(entity.label)
        names[key] = max(names.get(key, ""), name, key=len)
    return tuple(
        _body(parse, names[key], entries[key], places[key], _is_place(labels[key], entries[key]))
        for key in places
        if key
    )


def _with_own(parse: Parse, own: tuple[tuple[int, int], ...]) -> list[Entity]:
    """Entities in reading order, less those within names of the document's own, and these."""
    if not own:
        return list(parse.entities)
    inside = {at: place for place in own for at in range(*place)}
    kept: list[Entity] = []
    dropped: set[tuple[int, int]] = set()
    for entity in parse.entities:
        first = entity.first + (parse.tokens[entity.first].lower in ("the", "a", "an"))
        met = {inside[at] for at in range(entity.first, entity.last) if at in inside}
        if not met or (len(met) == 1 and all(last - start < entity.last - first for start, last in met)):
            kept.append(entity)
            dropped |= met if entity.label in _LABELS else set()
    named = [place for place in own if place not in dropped]
    taken = {at for first, last in named for at in range(first, last)}
    kept = [one for one in kept if taken.isdisjoint(range(one.first, one.last))]
    tokens = parse.tokens
    kept += [Entity(tokens[first].start, tokens[last - 1].end, "ORG", first, last) for first, last in named]
    return sorted(kept, key=lambda one: one.first)


def _with_missed(parse: Parse, entities: list[Entity], covered: set[int]) -> list[Entity]:
    """Entities in reading order with the bodies that lie between them."""
    held = (one for one in entities if one.label in _LABELS)
    taken = covered | {at for one in held for at in range(one.first, one.last)}
    return sorted([*entities, *missed_bodies(parse, taken)], key=lambda one: one.first)


def plain_name(text: str) -> str:
    """A name on one line, without article and possessive."""
    line = " ".join(text.split("\n")[0].split()).partition(" (")[0]
    return _OWN.sub("", _ARTICLE.sub("", line, count=1) if _ARTICLE.match(line) else line)


def kind_of_name(name: str) -> SpeakerKind:
    """Outlet or other body, by the words of an unknown name."""
    if _NEWS.search(name) and not _NO_PAPER.search(name):
        return SpeakerKind.OUTLET
    return SpeakerKind.ORGANISATION


def _entry(name: str, aliases: Aliases, on: str | None) -> Entry | None:
    entry = aliases.find(name, on)
    return entry if entry is not None and entry.kind in _KINDS else None


def _listed(entry: Entry) -> str:
    """The name to list: for a capital the state that it stands for."""
    return entry.party if entry.sort is Sort.CAPITAL and entry.party else entry.name


def _is_place(labels: list[str], entry: Entry | None) -> bool:
    """Whether a name is a place that no table knows for a state."""
    if entry is not None:
        return entry.sort is Sort.REGION
    return "GPE" in labels


def _body(
    parse: Parse, name: str, entry: Entry | None, places: Iterable[tuple[int, int]], place: bool
) -> Body:
    mentions = tuple(places)
    full = _listed(entry) if entry else name
    words = {word.lower() for word in re.findall(r"\w+", f"{name} {full}")}
    for first, last in mentions:
        beside = _beside(parse, first, last)
        words |= beside & _PLACES if place or (entry and entry.kind is SpeakerKind.STATE) else beside
    return Body(
        name=full,
        kind=entry.kind if entry else kind_of_name(name),
        party=entry.party if entry else None,
        key=fold(full),
        mentions=mentions,
        described=frozenset(words),
        place=place,
    )


def _beside(parse: Parse, first: int, last: int) -> set[str]:
    """Nouns for bodies right before a name or in an apposition behind it."""
    tokens = parse.tokens
    before = list(tokens[max(0, first - 3) : first])
    while any(token.pos in ("VERB", "AUX") for token in before):
        before.pop(0)
    near = [token.lower for token in before if token.pos in ("NOUN", "ADJ")]
    if last + 1 < len(tokens) and tokens[last].text == "," and tokens[last + 1].lower in ("a", "an", "the"):
        for token in tokens[last + 2 : last + 12]:
            if token.pos in ("VERB", "AUX", "PUNCT"):
                break
            near.append(token.lower)
    return {word for word in near if word in BODY_NOUNS or word in OUTLET_NOUNS}
