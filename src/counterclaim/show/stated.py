"""What a page says of one statement in the outlet's own voice."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.model.reading import Statement
from counterclaim.show.anchor import Anchors, statement_label
from counterclaim.show.badge import Badge, why_badge
from counterclaim.show.meaning_view import MeaningView, meaning_view
from counterclaim.show.proof import ReceiptView, receipt_view
from counterclaim.show.visible import one_line, shortened

LONGEST = 400  # code points of the words in the list; they stand whole in the text


class StatedView(NamedTuple):
    """A statement in the list below the text; `link` leads to its words there."""

    label: str
    id: str
    link: str
    words: str
    why: list[Badge]
    meaning: MeaningView
    receipt: ReceiptView


def stated_view(statement: Statement, number: int, text: str, anchors: Anchors) -> StatedView:
    """The view of a statement of this text."""
    words = " … ".join(one_line(text[start:end]) for start, end in statement.content)
    return StatedView(
        label=statement_label(number),
        id=anchors.stated(number),
        link="#" + (anchors.own(number) if statement.content else anchors.stated(number)),
        words=shortened(words, LONGEST),
        why=why_badge(statement),
        meaning=meaning_view(statement.meaning, text, statement.content),
        receipt=receipt_view(statement.receipt, statement.id),
    )
