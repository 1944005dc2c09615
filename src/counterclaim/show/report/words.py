"""Small words of the report: counts, days, answers."""

from __future__ import annotations

from counterclaim.model.docket import DueState, Window
from counterclaim.model.question import Answer
from counterclaim.show.edtf import shown_time

ANSWERS = {
    Answer.YES: "yes",
    Answer.NO: "no",
    Answer.HEDGED: "hedged",
    Answer.NUMBER: "number",
    Answer.ASKS_FOR_EVIDENCE: "asks",
}
"""Answers as classes of the style sheet."""

SIGNS = {"yes": "▲", "no": "▼", "hedged": "◆", "number": "■", "asks": "?"}
"""A sign for each class of answer, beside its word."""


def counted(number: int, one: str, many: str = "") -> str:
    """A number and what it counts: 1 claim, 2,000 claims."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def contradictions_words(number: int, strength: float | None) -> str:
    """How many contradictions tell of a dispute, and how sure the surest is."""
    if strength is None:
        return "by the answers alone"
    return f"{counted(number, 'contradiction')}, the surest {strength:.2f}"


def day_words(day: str | None) -> str:
    """A day as a reader says it."""
    return shown_time(day) if day else "no day"


def days_words(first: str | None, last: str | None) -> str:
    """From the first day to the last."""
    if not first or not last or first == last:
        return day_words(first or last) if first or last else ""
    return shown_time(f"{first}/{last}")


def answer_class(says: str) -> str:
    """The class of what a side says: a number where it is no answer in words."""
    return ANSWERS[Answer(says)] if says in set(Answer) else "number"


def window_words(window: Window | None) -> str:
    """When something falls due."""
    if window is None or not (window.first or window.last):
        return "no date named"
    about = "about " if window.approximate else ""
    if not window.first:
        return f"by {about}{day_words(window.last)}"
    if not window.last:
        return f"from {about}{day_words(window.first)} on"
    return about + days_words(window.first, window.last)


def left_words(state: DueState | None, days: int | None) -> str:
    """How many days are left, or how many it is overdue."""
    if state is DueState.OVERDUE and days is not None:
        return f"{counted(-days, 'day')} past"
    if state is DueState.DUE:
        return "due now" if not days else f"due now, {counted(days, 'day')} left"
    if state is DueState.COMING and days is not None:
        return f"in {counted(days, 'day')}" if days else "due today"
    return "no date" if state is DueState.NO_DATE else ""
