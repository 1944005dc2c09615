"""Party by question: what each party answered last, and whether it answered otherwise before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterclaim.model.inquiry import QuestionPage
from counterclaim.show.report.paging import of_sheet, sheets
from counterclaim.show.report.question import question_path
from counterclaim.show.report.render import Page, page
from counterclaim.show.report.shifted import AnswerView, answer_view
from counterclaim.show.report.sides import side_name
from counterclaim.show.report.words import day_words
from counterclaim.show.visible import one_line, shortened

MOST_ROWS = 60
MOST_PARTIES = 9  # columns; what others say stands on the question's page
_LONGEST = 36  # code points of a name at the head of a column


class Cell(NamedTuple):
    """What a party says: its last answer and when, the last other answer before that, how many claims."""

    now: AnswerView
    was: AnswerView | None
    claims: int
    day: str


class MatrixRow(NamedTuple):
    """One question; `cells` in the order of the columns, `others` are parties without a column."""

    text: str
    path: str
    disputed: bool
    cells: list[Cell | None]
    others: int


class Matrix(NamedTuple):
    """The table of one page."""

    parties: list[str]
    rows: list[MatrixRow]


def matrix_pages(questions: Sequence[QuestionPage]) -> Iterator[Page]:
    """The pages of the matrix, questions in the order given."""
    for sheet in sheets("matrix", len(questions), MOST_ROWS):
        yield page(
            "matrix",
            sheet.path,
            matrix=_matrix(of_sheet(questions, sheet)),
            sheet=sheet,
            count=len(questions),
        )


def _matrix(questions: Sequence[QuestionPage]) -> Matrix:
    cells = [_cells(found) for found in questions]
    answering = Counter(name for row in cells for name in row)
    known = {
        one_line(one.position.party) for found in questions for one in found.answers if one.position.party
    }
    # Who speaks for no party that is known comes last: such names are often no more than words of a text.
    ranked = sorted(answering, key=lambda name: (name not in known, -answering[name], name))
    parties = ranked[:MOST_PARTIES]
    rows = [
        MatrixRow(
            text=one_line(found.question.text),
            path=question_path(found.question.id),
            disputed=found.dispute is not None,
            cells=[row.get(name) for name in parties],
            others=len(row.keys() - set(parties)),
        )
        for found, row in zip(questions, cells, strict=True)
    ]
    return Matrix([shortened(name, _LONGEST) for name in parties], rows)


def _cells(found: QuestionPage) -> dict[str, Cell]:
    """What each party answers, by name."""
    held: dict[str, list[tuple[str, AnswerView]]] = {}
    for one in found.answers:
        held.setdefault(side_name(one), []).append((one.position.day or "", answer_view(one.position)))
    return {name: _cell(sorted(given, key=lambda one: one[0])) for name, given in held.items()}


def _cell(given: list[tuple[str, AnswerView]]) -> Cell:
    day, now = given[-1]
    was = next((answer for _, answer in reversed(given) if answer.css != now.css), None)
    return Cell(now, was, len(given), day_words(day))
