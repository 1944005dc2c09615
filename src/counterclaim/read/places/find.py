"""Places that the words of a claim name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from counterclaim.model.meaning import Place, Precision
from counterclaim.model.span import Span, Spans
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.names.rows import Sort as NameSort
from counterclaim.read.parse import Entity, Parse
from counterclaim.read.places.context import bare_name, context_of
from counterclaim.read.places.resolve import UNKNOWN, Resolved, resolve
from counterclaim.read.places.table import Sort, spots

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_MISTAKEN = frozenset({"ORG", "PERSON", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT"})
_PERSONS = frozenset({NameSort.PERSON, NameSort.POLITICIAN, NameSort.CANDIDATE})
_NO_PLACES = frozenset(
    {
        NameSort.PEOPLE,
        NameSort.OUTLET,
        NameSort.ORGANISATION,
        NameSort.GROUP,
    }
)
_LONGEST = 4  # words of a name looked up in the table
_WELL_KNOWN = 100_000  # inhabitants from which a name is a place though the parse does not say so
_BEFORE_PLACES = frozenset(
    "in at near from to around outside toward towards across into of for inside".split()
)
_INNER = frozenset("northern southern eastern western central north south east west upper lower".split())


def find_places(parse: Parse, spans: Spans, aliases: Aliases) -> tuple[Place, ...]:
    """Places named in the spans, in reading order; peoples and their adjectives are no places.

    An ambiguous or unknown name stands without coordinates, and `reason` says why.
    """
    places: list[Place] = []
    for span in spans:
        for start, end in _names(parse, span, aliases):
            places.append(_place(parse, (start, end), aliases))
    return tuple(places)


def _place(parse: Parse, span: Span, aliases: Aliases) -> Place:
    name = bare_name(parse.text[span[0] : span[1]])
    known = _resolved(name, _within(parse, span[1]), parse, aliases)
    return Place(
        span=span,
        name=known.name,
        country=known.country,
        precision=known.precision,
        latitude=known.latitude,
        longitude=known.longitude,
        reason=known.reason,
    )


def _resolved(name: str, within: str | None, parse: Parse, aliases: Aliases) -> Resolved:
    """Resolve a name, or the one behind "eastern" and the like, of which it is then a region."""
    context = context_of(parse, aliases)
    first, _, rest = name.partition(" ")
    if first.lower() in _INNER and rest and not spots(name):
        outer = resolve(rest, within, context)
        if outer.reason != UNKNOWN:
            return Resolved(name, outer.country, Precision.REGION, reason=outer.reason)
    return resolve(name, within, context)


def _within(parse: Parse, end: int) -> str | None:
    """The name behind a comma: what a place lies in."""
    following = parse.text[end : end + 2]
    if following != ", ":
        return None
    at = bisect_left(parse.entities, end + 2, key=lambda entity: entity.start)
    entity = parse.entities[at] if at < len(parse.entities) else None
    if entity is not None and entity.start == end + 2 and entity.label in _PLACES:
        return bare_name(parse.text[entity.start : entity.end])
    return None


def _names(parse: Parse, span: Span, aliases: Aliases) -> Iterator[Span]:
    """Where names of places stand in a span."""
    covered: set[int] = set()
    found: list[Span] = []
    first = bisect_right(parse.entities, span[0], key=lambda entity: entity.end)
    last = bisect_left(parse.entities, span[1], key=lambda entity: entity.start)
    for entity in parse.entities[first:last]:
        if _is_place(entity, parse, aliases):
            found.append(_clipped(entity, parse, span))
        if entity.label in _PLACES | _MISTAKEN or entity.label == "DATE":
            covered.update(range(entity.first, entity.last))
    found.extend(_unmarked(parse, span, covered, aliases))
    yield from sorted(place for place in found if place[0] < place[1])


def _clipped(entity: Entity, parse: Parse, span: Span) -> Span:
    """The entity's words in the span, article and possessive ending left out."""
    first, last = entity.first, entity.last
    if parse.tokens[first].lower == "the" and last - first > 1:
        first += 1
    if parse.tokens[last - 1].tag == "POS" and last - first > 1:
        last -= 1
    return max(span[0], parse.tokens[first].start), min(span[1], parse.tokens[last - 1].end)


def _is_place(entity: Entity, parse: Parse, aliases: Aliases) -> bool:
    name = bare_name(parse.text[entity.start : entity.end])
    if not any(char.isalpha() for char in name):
        return False
    if _is_people(name, aliases):
        return False
    if entity.label in _PLACES:
        return True
    if entity.label not in _MISTAKEN:
        return False
    return _well_known(name) and (entity.label != "PERSON" or _behind_preposition(parse, entity.first))


def _is_people(name: str, aliases: Aliases) -> bool:
    """Whether a name is a people's or its adjective, a person's or a body's, and no place's own.

    A place that only goes by such a name elsewhere ("White House" for Casablanca) does not count.
    """
    entry = aliases.find(name)
    if entry is not None and entry.sort in _PERSONS:
        return True
    other = entry is not None and entry.sort in _NO_PLACES
    return (other or aliases.adjective(name) is not None) and not _is_called(name)


def _is_called(name: str) -> bool:
    """Whether a place of the table bears just this name; one that only sounds so does not count."""
    return any(spot.name.casefold() == name.casefold() for spot in spots(name))


def _well_known(name: str) -> bool:
    """Whether the table has the name as a state, or part of one, or as a large settlement's."""
    return any(spot.sort is not Sort.SETTLEMENT or spot.population >= _WELL_KNOWN for spot in spots(name))


def _behind_preposition(parse: Parse, first: int) -> bool:
    return first > 0 and parse.tokens[first - 1].lower in _BEFORE_PLACES


def _unmarked(parse: Parse, span: Span, covered: set[int], aliases: Aliases) -> Iterator[Span]:
    """Names with capitals that the parse marks as nothing, yet the table knows well."""
    tokens = parse.tokens
    at, last = parse.within(span).start, parse.within(span).stop
    while at < last:
        size = 0
        if at not in covered and tokens[at].text[:1].isupper() and tokens[at].pos == "PROPN":
            size = _longest(parse, at, min(last, at + _LONGEST), covered)
        if size and _is_people(parse.text[tokens[at].start : tokens[at + size - 1].end], aliases):
            size = 0
        if size:
            yield max(span[0], tokens[at].start), min(span[1], tokens[at + size - 1].end)
        at += max(1, size)


def _longest(parse: Parse, first: int, last: int, covered: set[int]) -> int:
    """How many words from here on make the longest well-known name; 0 where none does."""
    end = first
    while end < last and end not in covered and parse.tokens[end].text[:1].isupper():
        end += 1
    inside = first > 0 and parse.tokens[first - 1].pos == "PROPN"
    goes_on = end < last and parse.tokens[end].pos == "PROPN"
    if inside or goes_on or (end - first == 1 and not _behind_preposition(parse, first)):
        return 0
    name = parse.text[parse.tokens[first].start : parse.tokens[end - 1].end]
    return end - first if _well_known(name) else 0
