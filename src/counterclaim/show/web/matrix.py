"""Party by question: what each party answered last, and what it answered before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.model.matrix import Matrix, MatrixCell, MatrixRow
from counterclaim.show.report.shifted import AnswerView, answer_view
from counterclaim.show.report.words import counted, day_words
from counterclaim.show.visible import one_line, shortened
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell

MOST_PARTIES = 8  # columns; what others say stands on the question's page
_LONGEST = 36  # code points of a name at the head of a column
_MOST_OFFERED = 60  # names offered to whoever types one


class CellView(NamedTuple):
    """A party's last answer, the last other one before it, and the way to its place on the question's page.

    `side` is the party's name, `answers` how many it gave.
    """

    css: str
    now: AnswerView
    was: AnswerView | None
    day: str
    href: str
    side: str
    answers: str


class RowView(NamedTuple):
    """One question; `cells` in the order of the columns, `others` are parties without a column."""

    text: str
    href: str
    disputed: bool
    cells: list[CellView | None]
    others: int


class Sought(NamedTuple):
    """What the page was asked for, as it was typed."""

    about: str
    parties: tuple[str, ...]


def matrix_page(shell: Shell, found: Matrix, sought: Sought, paging: Paging) -> str:
    """A page of the matrix."""
    names = columns(found)
    return html(
        "matrix",
        shell,
        "matrix",
        columns=[shortened(one_line(name), _LONGEST) for name in names],
        asked={at for at, name in enumerate(names) if name in found.asked},
        rows=[_row(one, names) for one in found.rows],
        offered=_offered(found),
        sought=sought,
        is_filtered=bool(sought.about or sought.parties),
        unknown=[one_line(name) for name in found.unknown],
        paging=paging,
    )


def columns(found: Matrix) -> list[str]:
    """The parties that get a column: those asked for first, then those that answer most questions here.

    Who speaks for no party that is known comes last: such names are often no more than words of a text.
    """
    answering = Counter(name for row in found.rows for name in row.cells)
    known = {name for row in found.rows for name, cell in row.cells.items() if cell.last.party}
    asked = [name for name in found.asked if name in answering]
    others = sorted(
        answering.keys() - set(asked), key=lambda name: (name not in known, -answering[name], name)
    )
    return [*asked, *others][:MOST_PARTIES]


def _offered(found: Matrix) -> list[str]:
    names = Counter(
        name for row in found.rows for name, cell in row.cells.items() if cell.last.party is not None
    )
    return sorted(one_line(name) for name, _ in names.most_common(_MOST_OFFERED))


def _row(row: MatrixRow, names: Sequence[str]) -> RowView:
    cells = [row.cells.get(name) for name in names]
    shown = sum(cell is not None for cell in cells)
    return RowView(
        text=one_line(row.text),
        href=f"questions/{row.id}",
        disputed=row.disputed,
        cells=[_cell(row.id, cell, name) if cell else None for name, cell in zip(names, cells, strict=True)],
        others=len(row.cells) - shown + bool(row.unnamed),
    )


def _cell(question: str, cell: MatrixCell, side: str) -> CellView:
    now = answer_view(cell.last)
    was = answer_view(cell.before) if cell.before else None
    return CellView(
        css=now.css,
        now=now,
        was=was,
        day=day_words(cell.last.day),
        href=f"questions/{question}#row-{cell.last.claim[1]}",
        side=shortened(one_line(side), _LONGEST),
        answers=counted(cell.answers, "answer"),
    )
