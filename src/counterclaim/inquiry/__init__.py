"""What was found across the documents of a ledger, collected with the claims that it stands on.

Everything here is read from what linking stored; nothing is compared or judged anew, so that a list
starts at once.
"""

from counterclaim.inquiry.docket import forecasts_shown
from counterclaim.inquiry.numbers import series_shown
from counterclaim.inquiry.outlines import questions
from counterclaim.inquiry.questions import (
    disputes_shown,
    question_page,
    question_pages,
    shifts_shown,
)

__all__ = [
    "disputes_shown",
    "forecasts_shown",
    "question_page",
    "question_pages",
    "questions",
    "series_shown",
    "shifts_shown",
]
