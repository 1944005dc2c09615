"""Which claims answer the same question: a graph of claims, held together and apart, cut into groups.

Of all groups that an edge leads between, those held together most are joined first, until nothing holds two
of them together (greedy additive edge contraction, Keuper et al. 2015, for correlation clustering).  How much
they are held together is the mean over all pairs of their claims: how near the two are by their vectors, and
of pairs that were judged the judgement as well, so that large groups do not swallow what is between them.
Where claims have no vectors, a pair that was not judged counts a little against it.  Two groups of more than
one claim are joined by two edges or more, or by a single strong one.  What people signed comes first: claims
they put together start as one group, and groups they held apart stay apart.

What is found is a function of the sets of claims and edges, in any order; a group never changes through
claims that no path of edges leads to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from counterclaim.link.questions.closeness import Closeness
from counterclaim.link.questions.links import (
    APART,
    FINER,
    Pair,
    Sureness,
    Weighing,
    newest_words,
)
from counterclaim.model.question import HumanEdge
from counterclaim.model.relation import ClaimName

LEAST_LINKS = 2  # that join two groups, where none of them is strong


@dataclass(frozen=True, slots=True)
class Group:
    """Claims at home in one group, and guests, that are at home in another; both in order of time."""

    claims: tuple[ClaimName, ...]
    guests: tuple[ClaimName, ...] = ()


@dataclass(frozen=True, slots=True)
class _Between:
    """What edges lie between two groups: the sum of their weights without closeness, how many lack it, how
    many hold together, the whole weight of the strongest."""

    total: int
    blind: int
    links: int
    strongest: int

    def __add__(self, other: _Between) -> _Between:
        return _Between(
            self.total + other.total,
            self.blind + other.blind,
            self.links + other.links,
            max(self.strongest, other.strongest),
        )


@dataclass
class _Groups:
    """Groups while they grow, each known by the number of its oldest claim."""

    weighing: Weighing
    near: Closeness
    members: dict[int, list[int]]
    beside: dict[int, dict[int, _Between]] = field(default_factory=lambda: defaultdict(dict))

    def put(self, one: int, other: int, between: _Between) -> None:
        """Add what lies between two groups."""
        known = self.beside[one].get(other)
        self.beside[one][other] = self.beside[other][one] = between if known is None else known + between

    def join(self, one: int, other: int) -> int:
        """Make one group of two; it is known by the older one's number."""
        stays, goes = min(one, other), max(one, other)
        self.members[stays] += self.members.pop(goes)
        self.near.join(stays, goes)
        for third, between in self.beside.pop(goes, {}).items():
            del self.beside[third][goes]
            if third != stays:
                self.put(stays, third, between)
        return stays

    def mean(self, one: int, other: int) -> int:
        """The mean weight over all pairs of their claims, in a finer scale, so that it stays whole."""
        pairs = len(self.members[one]) * len(self.members[other])
        between = self.beside[one][other]
        product, seen = self.near.between(one, other)
        unseen = pairs - seen - between.blind
        return (
            between.total * FINER + self.weighing.near(product, seen) - self.weighing.unseen * unseen * FINER
        ) // pairs

    def may_join(self, one: int, other: int, between: _Between) -> bool:
        """Whether what lies between two groups is enough to make them one."""
        if self.mean(one, other) <= 0:
            return False
        alone = min(len(self.members[one]), len(self.members[other])) == 1
        return alone or between.links >= LEAST_LINKS or between.strongest >= self.weighing.strong


def group(
    names: Sequence[ClaimName],
    chances: Mapping[Pair, float],
    human: Iterable[HumanEdge] = (),
    sureness: Sureness | None = None,
    vectors: Mapping[ClaimName, bytes] | None = None,
) -> tuple[Group, ...]:
    """Groups of two claims or more, those with the oldest claim first.

    `names` are in order of time, `chances` how likely two claims answer one question as they were judged,
    `vectors` those of claims that have one; what is said of claims that are not among them is passed over.
    """
    vectors = vectors or {}
    number = {name: place for place, name in enumerate(names)}
    near = Closeness.of([vectors.get(name, b"") for name in names])
    groups = _Groups(Weighing(sureness or Sureness()), near, {place: [place] for place in range(len(names))})
    words = [(pair, same) for pair, same in newest_words(human) if pair[0] in number and pair[1] in number]
    together, apart = _settled(words)
    weights = _weighed(
        groups,
        {
            _places(pair, number): chance
            for pair, chance in chances.items()
            if pair[0] in number and pair[1] in number
        },
        {_places(pair, number) for pair in apart},
    )
    _start(groups, [_places(pair, number) for pair in together])
    _contract(groups)
    return _with_guests(names, groups, _from_both(weights))


def _places(pair: Pair, number: Mapping[ClaimName, int]) -> tuple[int, int]:
    one, other = (number[name] for name in pair)
    return min(one, other), max(one, other)


def _weighed(
    groups: _Groups, chances: Mapping[tuple[int, int], float], apart: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], int]:
    """Put all edges between claims that are still alone; how much each of them holds together by itself."""
    whole: dict[tuple[int, int], int] = {}
    for (one, other), chance in chances.items():
        product, seen = groups.near.between(one, other)
        amount = groups.weighing.judged(chance, bool(seen))
        weight = amount + groups.weighing.near(product, seen) // FINER
        whole[one, other] = weight
        groups.put(one, other, _Between(amount, int(not seen), int(weight > 0), weight))
    for pair in apart:
        whole[pair] = APART
        groups.put(*pair, _Between(APART, 0, 0, APART))
    return whole


def _settled(words: Sequence[tuple[Pair, bool]]) -> tuple[list[Pair], list[Pair]]:
    """Pairs held together and apart; a word that newer words leave no room for is passed over."""
    above: dict[ClaimName, ClaimName] = {}
    together: list[Pair] = []
    apart: list[Pair] = []
    for (one, other), same in words:
        ends = {_root(one, above), _root(other, above)}
        if not same:
            if len(ends) > 1:
                apart.append((one, other))
        elif len(ends) > 1 and all({_root(a, above), _root(b, above)} != ends for a, b in apart):
            together.append((one, other))
            above[max(ends)] = min(ends)
    return together, apart


def _root(name: ClaimName, above: Mapping[ClaimName, ClaimName]) -> ClaimName:
    while name in above:
        name = above[name]
    return name


def _start(groups: _Groups, together: Iterable[tuple[int, int]]) -> None:
    """Join what people put together."""
    known_by: dict[int, int] = {}
    for pair in together:
        one, other = (_followed(place, known_by) for place in pair)
        if one != other:
            known_by[max(one, other)] = groups.join(one, other)


def _followed(place: int, known_by: Mapping[int, int]) -> int:
    while place in known_by:
        place = known_by[place]
    return place


def _contract(groups: _Groups) -> None:
    """Join groups, those held together most on average first, until nothing holds two of them together."""
    waiting = [
        (-groups.mean(one, other), one, other)
        for one, others in groups.beside.items()
        for other in others
        if one < other and groups.mean(one, other) > 0
    ]
    heapify(waiting)
    while waiting:
        minus, one, other = heappop(waiting)
        between = groups.beside.get(one, {}).get(other)
        if between is None or groups.mean(one, other) != -minus or not groups.may_join(one, other, between):
            continue
        stays = groups.join(one, other)
        for third in groups.beside[stays]:
            if (mean := groups.mean(stays, third)) > 0:
                heappush(waiting, (-mean, min(stays, third), max(stays, third)))


def _from_both(weights: Mapping[tuple[int, int], int]) -> dict[int, dict[int, int]]:
    beside: dict[int, dict[int, int]] = defaultdict(dict)
    for (one, other), amount in weights.items():
        beside[one][other] = beside[other][one] = amount
    return beside


def _with_guests(
    names: Sequence[ClaimName], groups: _Groups, beside: Mapping[int, Mapping[int, int]]
) -> tuple[Group, ...]:
    """The groups, with claims of other groups that two edges or more hold to them as well."""
    home = {place: known for known, members in groups.members.items() for place in members}
    guests: dict[int, list[int]] = defaultdict(list)
    for place in sorted(beside):
        drawn: dict[int, list[int]] = defaultdict(list)
        for other, amount in beside[place].items():
            if home[other] != home[place]:
                drawn[home[other]].append(amount)
        for known, amounts in drawn.items():
            if sum(amounts) > 0 and sum(amount > 0 for amount in amounts) >= LEAST_LINKS:
                guests[known].append(place)
    return tuple(
        Group(
            tuple(names[place] for place in sorted(members)), tuple(names[place] for place in guests[known])
        )
        for known, members in sorted(groups.members.items())
        if len(members) > 1
    )
