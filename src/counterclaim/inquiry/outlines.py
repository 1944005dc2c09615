"""All questions of a ledger in outline: enough to choose some of them, by who answers and by words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

import msgspec

from counterclaim.inquiry.questions import question_row
from counterclaim.ledger.ledger import Ledger
from counterclaim.ledger.query import holds, parse, spread
from counterclaim.model.finding import FindingKind
from counterclaim.model.inquiry import QuestionRow
from counterclaim.model.profile import QuestionList


class Asking(NamedTuple):
    """Which questions are wanted: of a side by a part of its name, with words in their text, in dispute."""

    party: str | None = None
    about: str | None = None
    disputed: bool = False


class Outline(NamedTuple):
    """What of a question tells whether it is wanted; `rank` is that of its dispute, None without one."""

    id: str
    text: str
    sides: frozenset[str]
    rank: int | None


class _Side(msgspec.Struct, frozen=True, gc=False):
    party: str | None = None
    speaker: str | None = None
    day: str | None = None


class _Stored(msgspec.Struct, frozen=True, gc=False):
    """What of a question is read; to read no more of each takes a third of the time."""

    id: str
    text: str
    positions: tuple[_Side, ...] = ()


class Outlines:
    """To be kept as long as the findings are the same: 0.15 s for 15,000 questions, a look a hundredth of it.

    `every` has those first that most sides answer, then those answered last.
    """

    def __init__(self, ledger: Ledger) -> None:
        ranks = {id: rank for rank, id in enumerate(ledger.disputed_questions())}
        placed = []
        for one in ledger.findings(FindingKind.QUESTION, _Stored):
            sides, last = _sides(one)
            placed.append((len(sides), last, Outline(one.id, one.text, sides, ranks.get(one.id))))
        self._kept = [outline for *_, outline in placed]
        placed.sort(key=itemgetter(0, 1), reverse=True)
        self.every = [outline for *_, outline in placed]

    def wanted(self, asking: Asking) -> list[Outline]:
        """Those that are asked for, in the order of `every`."""
        part = spread(asking.party or "").strip()
        sides = {side for side, name in self._names.items() if part in name}
        query = parse(asking.about or "")
        return [
            one
            for one in self.every
            if (one.rank is not None or not asking.disputed)
            and (asking.about is None or holds(query, self._texts[one.id]))
            and (asking.party is None or not sides.isdisjoint(one.sides))
        ]

    def holding(self, words: str) -> list[Outline]:
        """Those whose text has the words of a search, those in dispute first."""
        query = parse(words)
        if not query.wanted:
            return []
        return sorted((one for one in self.every if holds(query, self._texts[one.id])), key=self._rank)

    def answered_by(self, groups: Sequence[Sequence[str]], about: str | None) -> list[str]:
        """Ids of those that a side of each group answers and that have the words, in the matrix' order."""
        query, sides = parse(about or ""), [frozenset(group) for group in groups]
        return [
            one.id
            for one in self._by_rank
            if not any(group.isdisjoint(one.sides) for group in sides)
            and (about is None or holds(query, self._texts[one.id]))
        ]

    def sides_named(self, name: str) -> list[str]:
        """The sides of just this name, else those with all its words; those that answer most first."""
        typed, query = spread(name), parse(name)
        if not query.wanted:
            return []
        same = [side for side, one in self._names.items() if one == typed]
        found = same or [side for side, one in self._names.items() if holds(query, one)]
        return sorted(found, key=lambda side: (-self._answered[side], side))

    def page(self, ledger: Ledger, found: Iterable[Outline], limit: int, offset: int = 0) -> QuestionList:
        """One page of some of them."""
        wanted = list(found)
        page = wanted[offset : offset + limit]
        rows = ledger.questions_of([one.id for one in page])
        return QuestionList(
            rows=tuple(question_row(one) for one in rows),
            total=len(wanted),
            disputed=frozenset(one.id for one in page if one.rank is not None),
        )

    # Made when they are first asked for

    @cached_property
    def _texts(self) -> dict[str, str]:
        """Words of the texts by the ids of the questions."""
        return {one.id: spread(one.text) for one in self.every}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Words of the names of all sides."""
        return {side: spread(side) for side in self._answered}

    @cached_property
    def _answered(self) -> Counter[str]:
        """How many questions each side answers."""
        return Counter(side for one in self.every for side in one.sides)

    @cached_property
    def _by_rank(self) -> list[Outline]:
        """Those in dispute, then the others as they are kept."""
        return sorted(self._kept, key=self._rank)

    def _rank(self, one: Outline) -> int:
        return len(self.every) if one.rank is None else one.rank


def questions(
    ledger: Ledger, *, party: str | None = None, about: str | None = None, limit: int | None = None
) -> list[QuestionRow]:
    """Questions with the last answer of each side, those that most sides answer first, then the newest.

    `party` is a name or part of one among the sides, `about` words that the text must have.
    """
    every = Outlines(ledger)
    found = every.wanted(Asking(party, about))
    return list(every.page(ledger, found, len(found) if limit is None else limit).rows)


def _sides(one: _Stored) -> tuple[frozenset[str], str]:
    """Who answers a question, and the day of the last answer; one pass, for there are very many."""
    sides, last = set(), ""
    for position in one.positions:
        side = position.party or position.speaker
        if side:
            sides.add(side)
        if position.day and position.day > last:
            last = position.day
    return frozenset(sides), last
