"""Series out of all claims and statements, in order of time.

Each count goes to the series that speaks most for it, or begins one; so the result depends on
nothing but the claims.  What a document counts twice in one place (a claim inside another) is one point.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from counterclaim.link.relations.content import content_words
from counterclaim.link.relations.days import day_of
from counterclaim.link.series.same import Known, comparable, support
from counterclaim.link.series.thing import Thing, counts, thing_of
from counterclaim.model.meaning import Quantity, SpeakerKind
from counterclaim.model.series import Point, Series
from counterclaim.model.told import Told

LONGEST_GAP = 120  # days between two points of one series
_NEVER = "9999"
_MOST_WITH = 200  # series that one word may lead to


@dataclass(frozen=True, slots=True, eq=False)
class _Count:
    told: Told
    quantity: Quantity
    thing: Thing
    day: date | None

    @property
    def origin(self) -> str:
        return self.told.origin or self.told.document

    @property
    def own_voice(self) -> bool:
        return self.told.kind is SpeakerKind.OUTLET and self.told.speaker is None


@dataclass(slots=True, eq=False)
class _Growing:
    known: Known
    counts: list[_Count] = field(default_factory=list)


def series(claims: Iterable[Told], *, least: int = 2) -> tuple[Series, ...]:
    """Series of so many points or more, the one with most parties and points first.

    Statements in an outlet's own voice are given without a speaker, and the kind `outlet`.
    """
    grown = [_series(one.counts) for one in _grow(_counts(claims))]
    long_enough = [one for one in grown if len(one.points) >= least]
    return tuple(sorted(long_enough, key=lambda one: (-len(one.parties), -len(one.points), one.id)))


def about(found: Iterable[Series], words: str) -> tuple[Series, ...]:
    """Series of which some point has all the words, forms and letter case aside."""
    wanted = content_words(words)
    return tuple(
        one
        for one in found
        if any(wanted <= content_words(f"{point.words} {point.quantity.of or ''}") for point in one.points)
    )


def _counts(claims: Iterable[Told]) -> list[_Count]:
    """The counts of all claims in order of time; of those at one place that of the best known speaker."""
    of_place: dict[tuple[str, tuple[int, int]], _Count] = {}
    alone: list[_Count] = []
    for told in claims:
        for quantity in told.meaning.quantities:
            if not counts(quantity):
                continue
            count = _Count(told, quantity, thing_of(quantity, told), day_of(told.day))
            if quantity.span == (0, 0):  # not known
                alone.append(count)
                continue
            place = told.document, quantity.span
            held = of_place.get(place)
            if held is None or _better(count) > _better(held):
                of_place[place] = count
    return sorted((*of_place.values(), *alone), key=_age)


def _better(count: _Count) -> tuple[bool, bool, int, str]:
    told = count.told
    return told.party is not None, told.key is not None, -len(told.words), told.id


def _age(count: _Count) -> tuple[str, str, tuple[int, int], str]:
    day = count.day.isoformat() if count.day else _NEVER
    return day, count.told.document, count.quantity.span, count.told.id


def _grow(found: Iterable[_Count]) -> list[_Growing]:
    growing: list[_Growing] = []
    of_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for count in found:
        places = _places(count.thing, of_word)
        best = max(places, key=lambda place: (_fits(growing[place], count), -place), default=None)
        if best is None or not _fits(growing[best], count):
            best = len(growing)
            growing.append(_Growing(Known(count.thing.kind)))
        growing[best].known.learn(count.thing)
        growing[best].counts.append(count)
        for feature in _features(count.thing):
            if best not in of_word[feature][-_MOST_WITH:]:
                of_word[feature].append(best)
    return growing


def _places(thing: Thing, of_word: dict[tuple[str, str], list[int]]) -> list[int]:
    """Series that share a name, an act or a word, the latest of very many."""
    return sorted({place for feature in _features(thing) for place in of_word[feature][-_MOST_WITH:]})


def _features(thing: Thing) -> list[tuple[str, str]]:
    return sorted((thing.kind, word) for word in {*thing.owners, *thing.places, *thing.acts, *thing.words})


def _fits(growing: _Growing, count: _Count) -> float:
    last = growing.counts[-1]
    if last.told is count.told:  # two numbers of one claim are of two things
        return 0.0
    if count.day and last.day and (count.day - last.day).days > LONGEST_GAP:
        return 0.0
    if not comparable(last.quantity, count.quantity):
        return 0.0
    return support(growing.known, count.thing)


def _series(found: Sequence[_Count]) -> Series:
    first = found[0].told
    start, end = found[0].quantity.span
    said = Counter(count.quantity.of for count in found if count.quantity.of)
    owners = Counter(stem for count in found for stem in count.thing.owners)
    places = Counter(stem for count in found for stem in count.thing.places)
    name = f"{first.document}\0{first.id}\0{start}\0{end}"
    return Series(
        id="n" + hashlib.sha256(name.encode()).hexdigest()[:16],
        unit=found[0].quantity.unit or "things",
        of=max(sorted(said), key=lambda words: (said[words], len(words)), default=found[0].thing.kind),
        owners=_by_count(owners),
        places=_by_count(places),
        points=_points(found),
    )


def _by_count(names: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (-names[name], name)))


def _points(found: Sequence[_Count]) -> tuple[Point, ...]:
    """One point for what one speaker of one origin counts alike."""
    alike: dict[tuple[object, ...], list[_Count]] = {}
    for count in found:
        quantity = count.quantity
        number = quantity.value, quantity.low, quantity.high, quantity.bound
        whose = count.told.key or count.told.speaker, count.told.party, count.own_voice
        alike.setdefault((count.origin, whose, number), []).append(count)
    return tuple(_point(counts_) for counts_ in alike.values())


def _point(found: Sequence[_Count]) -> Point:
    first = found[0]
    told, own = first.told, first.own_voice
    return Point(
        claims=tuple((count.told.document, count.told.id) for count in found),
        quantity=first.quantity,
        words=told.words,
        day=told.day,
        speaker=None if own else told.speaker,
        key=None if own else told.key,
        party=None if own else told.party,
        own_voice=own,
        origin=first.origin,
    )
