"""The lists of disputes, questions, shifts and documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from counterclaim.model.inquiry import CampShown, DisputeShown, QuestionPage
from counterclaim.model.reading import Reading
from counterclaim.show.report.claim import ClaimView, Receipts, claim_view
from counterclaim.show.report.paging import of_sheet, sheets
from counterclaim.show.report.question import question_path
from counterclaim.show.report.render import Page, page
from counterclaim.show.report.shifted import ShiftView
from counterclaim.show.report.words import (
    SIGNS,
    answer_class,
    contradictions_words,
    counted,
    day_words,
    days_words,
)
from counterclaim.show.visible import one_line

MOST_DISPUTES, MOST_QUESTIONS, MOST_SHIFTS, MOST_DOCUMENTS = 30, 150, 60, 250
_MOST_NAMED = 5  # parties of a side


class CampView(NamedTuple):
    """One side of a dispute at a glance, with its newest words."""

    says: str
    css: str
    sign: str
    parties: str
    tally: str
    newest: ClaimView | None


class DisputeView(NamedTuple):
    """A dispute in a list."""

    text: str
    path: str
    facts: list[str]
    camps: list[CampView]
    more_camps: int


class QuestionLine(NamedTuple):
    """A question in a list."""

    text: str
    path: str
    disputed: bool
    parties: str
    answers: int
    last: str


class DocumentLine(NamedTuple):
    """A document in a list."""

    path: str
    name: str
    outlet: str
    day: str
    claims: int


def dispute_view(found: DisputeShown, receipts: Receipts, paths: Mapping[str, str]) -> DisputeView:
    """What lists show of a dispute: the first three sides, each with its newest words."""
    dispute = found.dispute
    return DisputeView(
        text=one_line(dispute.text),
        path=paths.get(dispute.question, ""),
        facts=[
            counted(dispute.parties, "party", "parties"),
            contradictions_words(dispute.contradictions, dispute.strength),
            f"last word {day_words(dispute.last_day)}",
        ],
        camps=[_camp(shown, receipts) for shown in found.camps[:3]],
        more_camps=max(0, len(found.camps) - 3),
    )


def _camp(shown: CampShown, receipts: Receipts) -> CampView:
    camp = shown.camp
    css = answer_class(camp.says)
    return CampView(
        says=camp.says.capitalize(),
        css=css,
        sign=SIGNS[css],
        parties=_named(camp.parties),
        tally=f"{counted(len(camp.claims), 'claim')} · {counted(camp.origins, 'origin')}",
        newest=claim_view(max(shown.rows, key=lambda row: row.day or ""), receipts) if shown.rows else None,
    )


def _named(parties: Sequence[str]) -> str:
    names = [one_line(name) for name in parties[:_MOST_NAMED]]
    more = len(parties) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def dispute_pages(views: Sequence[DisputeView]) -> Iterator[Page]:
    """The list of disputes, in its order."""
    for sheet in sheets("disputes", len(views), MOST_DISPUTES):
        yield page("disputes", sheet.path, disputes=of_sheet(views, sheet), sheet=sheet, count=len(views))


def question_pages(questions: Sequence[QuestionPage]) -> Iterator[Page]:
    """The list of questions, in the order given."""
    lines = [_line(found) for found in questions]
    for sheet in sheets("questions", len(lines), MOST_QUESTIONS):
        yield page("questions", sheet.path, questions=of_sheet(lines, sheet), sheet=sheet, count=len(lines))


def _line(found: QuestionPage) -> QuestionLine:
    sides = [one.position.party or one.position.speaker for one in found.answers]
    days = [one.position.day for one in found.answers if one.position.day]
    return QuestionLine(
        text=one_line(found.question.text),
        path=question_path(found.question.id),
        disputed=found.dispute is not None,
        parties=_named(list(dict.fromkeys(side for side in sides if side))),
        answers=len(found.answers),
        last=days_words(max(days, default=None), None),
    )


def shift_pages(views: Sequence[ShiftView]) -> Iterator[Page]:
    """The list of changed answers."""
    for sheet in sheets("shifts", len(views), MOST_SHIFTS):
        yield page("shifts", sheet.path, shifts=of_sheet(views, sheet), sheet=sheet, count=len(views))


def document_line(reading: Reading, path: str, claims: int) -> DocumentLine:
    """What the list of documents shows of one."""
    document = reading.document
    return DocumentLine(
        path=path,
        name=one_line(document.title or document.name),
        outlet=one_line(document.publisher or ""),
        day=document.published or "",
        claims=claims,
    )


def documents_pages(lines: Sequence[DocumentLine]) -> Iterator[Page]:
    """The list of documents, the newest first."""
    newest = sorted(sorted(lines, key=lambda line: line.path), key=lambda line: line.day, reverse=True)
    shown = [line._replace(day=day_words(line.day)) for line in newest]
    for sheet in sheets("documents", len(shown), MOST_DOCUMENTS):
        yield page("documents", sheet.path, documents=of_sheet(shown, sheet), sheet=sheet, count=len(shown))
