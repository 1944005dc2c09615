"""Finding questions, and everything that holds some words at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

import msgspec

from counterclaim.inquiry.profiles import spellings
from counterclaim.inquiry.questions import question_row
from counterclaim.inquiry.words import folded
from counterclaim.ledger.find import holds, spread
from counterclaim.ledger.ledger import Ledger
from counterclaim.ledger.query import parse
from counterclaim.model.finding import FindingKind
from counterclaim.model.profile import Found, QuestionList

KINDS = ("claims", "speakers", "questions", "documents")


class Asking(NamedTuple):
    """Which questions are wanted: of a side by a part of its name, with words in their text, in dispute."""

    party: str | None = None
    about: str | None = None
    disputed: bool = False


class _Side(msgspec.Struct, frozen=True, gc=False):
    party: str | None = None
    speaker: str | None = None
    day: str | None = None


class _Outline(msgspec.Struct, frozen=True, gc=False):
    id: str
    text: str
    positions: tuple[_Side, ...] = ()


class Asked(NamedTuple):
    """What of a question tells whether it is wanted; `rank` is that of its dispute, None without one."""

    id: str
    text: str
    sides: frozenset[str]
    rank: int | None


class Questions:
    """All questions of a ledger at a glance, those that most sides answer first, then the newest.

    To be kept as long as the findings are the same: making it takes 0.15 s for 15,000 questions, a page
    of it a hundredth of that.
    """

    def __init__(self, ledger: Ledger) -> None:
        ranks = {id: rank for rank, id in enumerate(ledger.disputed_questions())}
        placed = []
        for one in ledger.findings(FindingKind.QUESTION, _Outline):
            sides, last = _sides(one)
            placed.append((len(sides), last, Asked(one.id, one.text, sides, ranks.get(one.id))))
        placed.sort(key=itemgetter(0, 1), reverse=True)
        self.every = [one for *_, one in placed]

    @cached_property
    def _spread(self) -> dict[str, str]:
        """Words of the texts by the ids of the questions; made when words are first looked for."""
        return {one.id: spread(one.text) for one in self.every}

    @cached_property
    def _names(self) -> dict[str, str]:
        """The names of all sides, each as names are compared."""
        return {name: folded(name) for name in set().union(*(one.sides for one in self.every))}

    def page(self, ledger: Ledger, found: Iterable[Asked], limit: int, offset: int = 0) -> QuestionList:
        """One page of some of them."""
        wanted = list(found)
        page = wanted[offset : offset + limit]
        rows = ledger.questions_of([one.id for one in page])
        return QuestionList(
            rows=tuple(question_row(one) for one in rows),
            total=len(wanted),
            disputed=frozenset(one.id for one in page if one.rank is not None),
        )

    def wanted(self, asking: Asking) -> list[Asked]:
        """Those that are asked for, in their order."""
        part = folded(asking.party or "")
        sides = {name for name, as_compared in self._names.items() if part in as_compared}
        query = parse(asking.about or "")
        return [
            one
            for one in self.every
            if (one.rank is not None or not asking.disputed)
            and (asking.about is None or holds(query, self._spread[one.id]))
            and (asking.party is None or not sides.isdisjoint(one.sides))
        ]

    def holding(self, words: str) -> list[Asked]:
        """Those whose text has the words of a search, those in dispute first."""
        query = parse(words)
        found = [one for one in self.every if query.wanted and holds(query, self._spread[one.id])]
        return sorted(found, key=lambda one: len(self.every) if one.rank is None else one.rank)


def _sides(one: _Outline) -> tuple[frozenset[str], str]:
    """Who answers a question, and the day of the last answer; one pass, for there are very many."""
    sides, last = set(), ""
    for position in one.positions:
        side = position.party or position.speaker
        if side:
            sides.add(side)
        if position.day and position.day > last:
            last = position.day
    return frozenset(sides), last


class Finding(NamedTuple):
    """What a search looks through, for what, and which page of what it finds."""

    ledger: Ledger
    questions: Questions
    words: str
    limit: int
    offset: int


def find(finding: Finding, kind: str | None) -> Found:
    """What holds the words: the beginning of each kind, or one page of a single one of KINDS."""
    found = Found()
    if parse(finding.words).wanted:
        for one in KINDS:
            if kind in (None, one):
                found = msgspec.structs.replace(found, **_FINDERS[one](finding))
    return found


def _claims(finding: Finding) -> dict[str, object]:
    hits, total, capped = finding.ledger.claims_found(finding.words, finding.limit, finding.offset)
    return {"claims": tuple(hits), "claims_total": total, "capped": capped}


def _speakers(finding: Finding) -> dict[str, object]:
    name = " ".join(part.typed for part in parse(finding.words).wanted)
    speakers, total = finding.ledger.speaker_list(finding.limit, finding.offset, spellings=spellings(name))
    parties, parties_total = finding.ledger.party_list(finding.limit, words=name)
    return {
        "speakers": tuple(speakers),
        "speakers_total": total,
        "parties": tuple(parties),
        "parties_total": parties_total,
    }


def _questions(finding: Finding) -> dict[str, object]:
    holding = finding.questions.holding(finding.words)
    found = finding.questions.page(finding.ledger, holding, finding.limit, finding.offset)
    return {"questions": found.rows, "questions_total": found.total, "disputed": found.disputed}


def _documents(finding: Finding) -> dict[str, object]:
    rows, total = finding.ledger.documents_found(finding.words, finding.limit, finding.offset)
    return {"documents": tuple(rows), "documents_total": total}


_FINDERS: dict[str, Callable[[Finding], dict[str, object]]] = {
    "claims": _claims,
    "speakers": _speakers,
    "questions": _questions,
    "documents": _documents,
}
