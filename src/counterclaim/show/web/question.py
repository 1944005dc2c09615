"""The page of one question."""

from __future__ import annotations

from counterclaim.model.inquiry import QuestionPage
from counterclaim.show.report.question import question_values
from counterclaim.show.web.receipts import RECEIPTS
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell


def question_page(shell: Shell, found: QuestionPage) -> str:
    """The sides beside each other, and all that tells how they came about."""
    return html("question", shell, "questions", **question_values(found, RECEIPTS))
