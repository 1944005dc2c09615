"""Changed answers: before and after, each with its receipt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from counterclaim.model.inquiry import Shifted
from counterclaim.model.question import Position
from counterclaim.show.chart.counts import short_words
from counterclaim.show.report.claim import ClaimView, Receipts, claim_view
from counterclaim.show.report.words import ANSWERS, SIGNS
from counterclaim.show.visible import one_line


class AnswerView(NamedTuple):
    """An answer as a sign and a word; `css` is its class."""

    css: str
    sign: str
    word: str


class ShiftView(NamedTuple):
    """One change; `question` is the path of its page, empty where the report has none."""

    kind: str
    side: str
    how: str
    text: str
    question: str
    before: ClaimView
    after: ClaimView
    was: AnswerView
    now: AnswerView


def answer_view(position: Position) -> AnswerView:
    """The answer of a position; a number is shown as it was bounded."""
    css = ANSWERS[position.answer]
    number = short_words(position.number) if position.number is not None and css == "number" else ""
    word = one_line(number) or ("asks for evidence" if css == "asks" else position.answer.value)
    return AnswerView(css, SIGNS[css], word)


def shift_view(shifted: Shifted, receipts: Receipts, paths: Mapping[str, str]) -> ShiftView:
    """The view of a change."""
    shift = shifted.shift
    return ShiftView(
        kind=shift.kind.value,
        side=one_line(shift.side),
        how="the same speaker" if shift.same_speaker else "another speaker of the same side",
        text=one_line(shifted.text),
        question=paths.get(shift.question, ""),
        before=claim_view(shifted.before, receipts),
        after=claim_view(shifted.after, receipts),
        was=answer_view(shift.before),
        now=answer_view(shift.after),
    )
