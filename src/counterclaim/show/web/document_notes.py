"""What the ledger adds to the card of an attribution: for each of its claims the ways on."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from counterclaim.model.listing import ReviewRow, Standing
from counterclaim.model.opened import Opened
from counterclaim.show.meaning_view import MeaningView
from counterclaim.show.report.shifted import AnswerView, answer_view
from counterclaim.show.report.words import day_words
from counterclaim.show.visible import one_line, shortened

MOST_QUESTIONS = 2  # named on a card
LONGEST_QUESTION = 110  # code points of its text there

_ENDED = {Standing.GONE: "gone in a later version", Standing.CHANGED: "changed in a later version"}
_JUDGED = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "merge": "joined with others",
    "split": "parted from others",
    "note": "note",
    "grade": "graded",
    "outcome": "outcome",
}


class QuestionLink(NamedTuple):
    """A question that a claim answers, and what it answers."""

    href: str
    text: str
    answer: AnswerView


class Judged(NamedTuple):
    """What a person judged; `confirm` says that it was carried over from an earlier reading."""

    what: str
    by: str
    note: str
    confirm: bool


class ClaimNote(NamedTuple):
    """One claim in the margin: what it means, and the ways on.

    `letter` is empty where it is the only one of its attribution, `ended` where its words still stand.
    """

    id: str
    letter: str
    meaning: MeaningView
    questions: list[QuestionLink]
    more: int
    judged: list[Judged]
    ended: str
    is_meant: bool


class Notes:
    """What the ledger adds to the claims of a document; `meant` is the claim that the reader came for."""

    def __init__(self, opened: Opened, meant: str | None) -> None:
        self._opened = opened
        self._meant = meant
        self._questions = _questions(opened)

    def of(self, id: str, label: str, meaning: MeaningView) -> ClaimNote:
        """What it adds to the claim of this id and meaning, which its card calls by this letter."""
        questions = self._questions.get(id, [])
        standing = self._opened.standings.get(id)
        return ClaimNote(
            id=id,
            letter=label,
            meaning=meaning,
            questions=questions[:MOST_QUESTIONS],
            more=max(0, len(questions) - MOST_QUESTIONS),
            judged=[judged_view(one) for one in self._opened.reviews.get(id, ())],
            ended=_ENDED.get(standing, "") if standing else "",
            is_meant=id == self._meant,
        )


def judged_view(review: ReviewRow) -> Judged:
    """What a person judged, in words: "corrected speaker: Ministry of Defence"."""
    what = _JUDGED.get(review.kind, review.kind)
    if review.kind in ("correct", "grade", "outcome"):
        what += f" {review.field}" if review.field else ""
        what += f": {review.value}" if review.value else ""
    by = f"{review.by}, {day_words(review.at[:10])}"
    return Judged(
        one_line(what), one_line(by), one_line(review.note or ""), review.fate == "carried over, confirm"
    )


def _questions(opened: Opened) -> dict[str, list[QuestionLink]]:
    here = opened.family.row.id
    found: defaultdict[str, list[QuestionLink]] = defaultdict(list)
    for question in opened.questions:
        text = shortened(one_line(question.text), LONGEST_QUESTION)
        for position in question.positions:
            document, claim = position.claim
            if document == here:
                link = QuestionLink(f"questions/{question.id}", text, answer_view(position))
                found[claim].append(link)
    return found
