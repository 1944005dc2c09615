"""The matrix of questions and parties, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.inquiry.outlines import Outlines
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.finding import FindingKind
from counterclaim.model.matrix import Matrix, MatrixCell, MatrixRow
from counterclaim.model.question import Position, Question


def matrix(ledger: Ledger, limit: int, offset: int) -> Matrix:
    """A page of the matrix of all questions, those disputed first."""
    disputed = ledger.disputed_questions()
    ids = disputed[offset : offset + limit]
    ids += ledger.other_questions(limit - len(ids), max(0, offset - len(disputed)))
    return Matrix(rows=_rows(ledger, ids, set(disputed)), total=ledger.count_findings(FindingKind.QUESTION))


def chosen_matrix(
    ledger: Ledger, every: Outlines, parties: Sequence[str], about: str | None, limit: int, offset: int
) -> Matrix:
    """A page of the matrix of questions that have all the words, and that each of the parties answers."""
    named = {name: every.sides_named(name) for name in parties}
    unknown = tuple(name for name, sides in named.items() if not sides)
    ids = [] if unknown else every.answered_by(list(named.values()), about)
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
