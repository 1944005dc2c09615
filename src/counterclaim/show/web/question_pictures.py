"""The charts of a question, and of a number series, as pictures to take along."""

from __future__ import annotations

from counterclaim.model.detail import QuestionDetail
from counterclaim.model.inquiry import QuestionPage, SeriesShown
from counterclaim.show.report.numbers import counts_of as counts_of_series
from counterclaim.show.report.numbers import series_view
from counterclaim.show.report.question import entries_of, views_of
from counterclaim.show.report.words import day_words
from counterclaim.show.web.figure import Caption, Picture
from counterclaim.show.web.figure_lanes import lanes_picture
from counterclaim.show.web.figure_numbers import numbers_picture
from counterclaim.show.web.question import question_facts
from counterclaim.show.web.question_charts import counts_of, speaking_of
from counterclaim.show.web.receipts import RECEIPTS
from counterclaim.show.web.shell import Shell


def timeline_picture(shell: Shell, found: QuestionPage, detail: QuestionDetail) -> Picture | None:
    """When a question was answered, and of what time; None where no answer has a day."""
    entries = entries_of(found, views_of(found, RECEIPTS))
    answers = speaking_of(found, entries, detail.meanings)
    return lanes_picture(answers, _caption(shell, found, detail))


def question_numbers_picture(shell: Shell, found: QuestionPage, detail: QuestionDetail) -> Picture | None:
    """The numbers among the answers to a question; None where there are too few."""
    counts, parties = counts_of(found, entries_of(found, views_of(found, RECEIPTS)))
    return numbers_picture(counts, parties, _caption(shell, found, detail))


def series_picture(shell: Shell, found: SeriesShown) -> Picture | None:
    """The counts of a number series; None where there are too few."""
    view = series_view(found, RECEIPTS)
    counts, parties = counts_of_series(found, RECEIPTS)
    facts = ", ".join(view.facts) + "; bounds as they were told, never averaged"
    return numbers_picture(counts, parties, Caption(view.name, facts, shell.ledger, day_words(shell.today)))


def _caption(shell: Shell, found: QuestionPage, detail: QuestionDetail) -> Caption:
    facts = ", ".join(question_facts(found, detail))
    return Caption(found.question.text, facts, shell.ledger, day_words(shell.today))
