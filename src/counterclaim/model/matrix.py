"""Party by question: what each side answered last, and what it answered before."""

from __future__ import annotations

import msgspec

from counterclaim.model.question import Position


class MatrixCell(msgspec.Struct, frozen=True, kw_only=True):
    """What one side answers to one question.

    `before` is the last answer that differs from `last`, None where there is none; `answers` counts all.
    """

    last: Position
    before: Position | None
    answers: int


class MatrixRow(msgspec.Struct, frozen=True, kw_only=True):
    """One question with the cells of its sides by name, in the order of their first answers.

    A side is a party, or a speaker who speaks for none that is known.  `unnamed` counts answers of
    nobody that is known.
    """

    id: str
    text: str
    disputed: bool
    cells: dict[str, MatrixCell]
    unnamed: int


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the matrix.

    `total` counts the questions of all its pages.  `asked` are the sides asked for, as they are written
    in the ledger; `unknown` what was asked for and is nobody's name here.
    """

    rows: tuple[MatrixRow, ...]
    total: int
    asked: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
