"""The matrix of questions and parties, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.inquiry.words import folded, has_words
from counterclaim.ledger.asked import Asked
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.finding import FindingKind
from counterclaim.model.matrix import Matrix, MatrixCell, MatrixRow
from counterclaim.model.question import Position, Question


class Questions:
    """Whose answers all questions of a ledger have; to be kept for as long as the findings are the same."""

    def __init__(self, ledger: Ledger) -> None:
        self._disputed = dict.fromkeys(ledger.disputed_questions())
        every = {one.id: one for one in ledger.asked()}
        ids = [id for id in self._disputed if id in every]
        ids.extend(id for id in every if id not in self._disputed)
        self._asked = [every[id] for id in ids]
        self._sides: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(self._asked):
            for side in sides_of(one):
                self._sides[side].append(at)

    def named(self, name: str) -> list[str]:
        """The sides of just this name; where there are none, those that have all its words."""
        typed = folded(name).split()
        if not typed:
            return []
        same = [side for side in self._sides if _may_have(side, typed) and folded(side).split() == typed]
        found = same or [side for side in self._sides if has_words(side, name)]
        return sorted(found, key=lambda side: (-len(self._sides[side]), side))

    def chosen(self, sides: Sequence[Sequence[str]], about: str | None) -> list[str]:
        """Ids of the questions that have all the words, and one of each of these groups among the sides."""
        places = [set().union(*(self._sides[side] for side in group)) for group in sides]
        among = sorted(set.intersection(*places)) if places else range(len(self._asked))
        found = (self._asked[at] for at in among)
        if about is None:
            return [one.id for one in found]
        stems = [word.removesuffix("s") for word in folded(about).split()]
        return [one.id for one in found if _may_have(one.text, stems) and has_words(one.text, about)]


def sides_of(asked: Asked) -> set[str]:
    """Who answers a question."""
    return {side for one in asked.positions if (side := one.party or one.speaker)}


def _may_have(text: str, stems: Sequence[str]) -> bool:
    """False where plain letters are not in a text, which is found out sooner than by folding it."""
    if not text.isascii():
        return True
    plain = text.casefold()
    return all(stem in plain for stem in stems)


def matrix(ledger: Ledger, limit: int, offset: int) -> Matrix:
    """A page of the matrix of all questions, those disputed first."""
    disputed = ledger.disputed_questions()
    ids = disputed[offset : offset + limit]
    ids += ledger.other_questions(limit - len(ids), max(0, offset - len(disputed)))
    return Matrix(rows=_rows(ledger, ids, set(disputed)), total=ledger.count_findings(FindingKind.QUESTION))


def chosen_matrix(
    ledger: Ledger, every: Questions, parties: Sequence[str], about: str | None, limit: int, offset: int
) -> Matrix:
    """A page of the matrix of questions that have all the words, and that each of the parties answers."""
    named = {name: every.named(name) for name in parties}
    unknown = tuple(name for name, sides in named.items() if not sides)
    ids = [] if unknown else every.chosen(list(named.values()), about)
    disputed = set(ledger.disputed_questions())
    return Matrix(
        rows=_rows(ledger, ids[offset : offset + limit], disputed),
        total=len(ids),
        asked=tuple(dict.fromkeys(side for sides in named.values() for side in sides)),
        unknown=unknown,
    )


def _rows(ledger: Ledger, ids: list[str], disputed: set[str]) -> tuple[MatrixRow, ...]:
    return tuple(_row(one, one.id in disputed) for one in ledger.questions_of(ids))


def _row(question: Question, disputed: bool) -> MatrixRow:
    given: dict[str, list[Position]] = defaultdict(list)
    unnamed = 0
    for one in question.positions:
        side = one.party or one.speaker
        if side:
            given[side].append(one)
        else:
            unnamed += 1
    return MatrixRow(
        id=question.id,
        text=question.text,
        disputed=disputed,
        cells={side: _cell(positions) for side, positions in given.items()},
        unnamed=unnamed,
    )


def _cell(positions: Sequence[Position]) -> MatrixCell:
    last = positions[-1]
    before = next((one for one in reversed(positions) if one.answer is not last.answer), None)
    return MatrixCell(last=last, before=before, answers=len(positions))
