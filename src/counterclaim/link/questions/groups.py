"""Which claims answer the same question: a graph of claims, held together and apart, cut into groups.

The surest edge is contracted first, and the weights of the edges that thereby fall together are
added up; when no sum is left that holds two groups together, the groups are found (greedy additive
edge contraction, Keuper et al. 2015, for correlation clustering).  Groups go by the mean over all pairs of
their claims, where a pair that was not judged counts a little against it, so that large groups do not
swallow what is between them.  Two groups of more than one claim are joined by two edges or more, or by
a single strong one.  What people signed comes first: claims they put together start as one group, and
groups they held apart stay apart.

What is found is a function of the sets of claims and edges, in any order; a group never changes through
claims that no path of edges leads to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from counterclaim.link.questions.links import (
    APART,
    SCALE,
    Pair,
    Sureness,
    newest_words,
    strong_weight,
    weight,
)
from counterclaim.model.question import HumanEdge
from counterclaim.model.relation import ClaimName

FINER = 1000
LEAST_LINKS = 2  # that join two groups, where none of them is strong


@dataclass(frozen=True, slots=True)
class Group:
    """Claims at home in one group, and guests, that are at home in another; both in order of time."""

    claims: tuple[ClaimName, ...]
    guests: tuple[ClaimName, ...] = ()


@dataclass(frozen=True, slots=True)
class _Between:
    """What lies between two groups: the sum of weights, edges that hold together, the strongest of them."""

    total: int
    judged: int
    links: int
    strongest: int

    def __add__(self, other: _Between) -> _Between:
        return _Between(
            self.total + other.total,
            self.judged + other.judged,
            self.links + other.links,
            max(self.strongest, other.strongest),
        )


@dataclass
class _Groups:
    """Groups while they grow, each known by the number of its oldest claim."""

    strong: int
    unseen: int
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
        for third, between in self.beside.pop(goes, {}).items():
            del self.beside[third][goes]
            if third != stays:
                self.put(stays, third, between)
        return stays

    def mean(self, one: int, other: int) -> int:
        """The mean weight over all pairs of their claims, in a finer scale, so that it stays whole."""
        pairs = len(self.members[one]) * len(self.members[other])
        between = self.beside[one][other]
        return (between.total - self.unseen * (pairs - between.judged)) * FINER // pairs

    def may_join(self, one: int, other: int, between: _Between) -> bool:
        """Whether what lies between two groups is enough to make them one."""
        if self.mean(one, other) <= 0:
            return False
        alone = min(len(self.members[one]), len(self.members[other])) == 1
        return alone or between.links >= LEAST_LINKS or between.strongest >= self.strong


def group(
    names: Sequence[ClaimName],
    chances: Mapping[Pair, float],
    human: Iterable[HumanEdge] = (),
    sureness: Sureness | None = None,
) -> tuple[Group, ...]:
    """Groups of two claims or more, those with the oldest claim first.

    `names` are in order of time, `chances` how likely two claims answer one question; what is said of
    claims that are not among them is passed over.
    """
    sureness = sureness or Sureness()
    number = {name: place for place, name in enumerate(names)}
    weights = {
        pair: weight(chance, sureness)
        for pair, chance in chances.items()
        if pair[0] in number and pair[1] in number
    }
    words = [(pair, same) for pair, same in newest_words(human) if pair[0] in number and pair[1] in number]
    together, apart = _settled(words)
    weights.update(dict.fromkeys(apart, APART))
    groups = _Groups(
        strong_weight(sureness),
        round(SCALE * sureness.unseen),
        {place: [place] for place in range(len(names))},
    )
    for (one, other), amount in weights.items():
        between = _Between(amount, 1, int(amount > 0), amount)
        groups.put(number[one], number[other], between)
    _start(groups, [(number[one], number[other]) for one, other in together])
    _contract(groups)
    return _with_guests(names, groups, _numbered(weights, number))


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
        for other, between in others.items()
        if one < other and between.total > 0
    ]
    heapify(waiting)
    while waiting:
        minus, one, other = heappop(waiting)
        between = groups.beside.get(one, {}).get(other)
        if between is None or groups.mean(one, other) != -minus or not groups.may_join(one, other, between):
            continue
        stays = groups.join(one, other)
        for third, beside in groups.beside[stays].items():
            if beside.total > 0:
                pair = min(stays, third), max(stays, third)
                heappush(waiting, (-groups.mean(*pair), *pair))


def _numbered(weights: Mapping[Pair, int], number: Mapping[ClaimName, int]) -> dict[int, dict[int, int]]:
    beside: dict[int, dict[int, int]] = defaultdict(dict)
    for (one, other), amount in weights.items():
        beside[number[one]][number[other]] = beside[number[other]][number[one]] = amount
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
