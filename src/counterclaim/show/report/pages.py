"""All pages of a report, one after another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.model.inquiry import QuestionPage, Shifted
from counterclaim.model.relation import ClaimName
from counterclaim.show.report.claim import Receipt
from counterclaim.show.report.contents import Contents, ReadingOf
from counterclaim.show.report.docket import docket_pages, forecast_views, in_docket_order
from counterclaim.show.report.document import Answered, document_pages
from counterclaim.show.report.front import front_page
from counterclaim.show.report.lists import (
    DocumentLine,
    dispute_pages,
    dispute_view,
    document_line,
    documents_pages,
    question_pages,
    shift_pages,
)
from counterclaim.show.report.matrix import matrix_pages
from counterclaim.show.report.numbers import numbers_pages
from counterclaim.show.report.question import question_page, question_path
from counterclaim.show.report.render import Page, style_sheet
from counterclaim.show.report.shifted import answer_view, shift_view
from counterclaim.show.report.sides import side_name
from counterclaim.show.visible import one_line


def report_pages(contents: Contents, reading_of: ReadingOf) -> Iterator[Page]:
    """The files of a report, equal for equal contents; documents are asked for one at a time.

    Takes the time that showing each document takes; what is held meanwhile grows with the claims.
    """
    yield style_sheet()
    receipts: dict[ClaimName, Receipt] = {}
    documents: list[DocumentLine] = []
    yield from _documents(contents, reading_of, receipts, documents)
    questions = in_order(contents)
    paths = {found.question.id: question_path(found.question.id) for found in questions}
    for found in questions:
        yield question_page(found, receipts)
    disputes = [dispute_view(found, receipts, paths) for found in contents.disputes]
    shifts = [shift_view(found, receipts, paths) for found in newest_first(contents.shifts)]
    forecasts = forecast_views(in_docket_order(contents.forecasts), receipts)
    yield from dispute_pages(disputes)
    yield from question_pages(questions)
    yield from matrix_pages(questions)
    yield from numbers_pages(contents.series, receipts)
    yield from docket_pages(forecasts, contents.today)
    yield from shift_pages(shifts)
    yield from documents_pages(documents)
    yield front_page(contents, disputes, forecasts, shifts, receipts)


def in_order(contents: Contents) -> list[QuestionPage]:
    """Questions in dispute first, as disputes are ranked, then those that most parties answer."""
    ranks = {found.dispute.question: at for at, found in enumerate(contents.disputes)}

    def key(found: QuestionPage) -> tuple[int, int, int, str]:
        sides = len({side_name(one) for one in found.answers})
        return ranks.get(found.question.id, len(ranks)), -sides, -len(found.answers), found.question.id

    return sorted(contents.questions, key=key)


def newest_first(shifts: Sequence[Shifted]) -> list[Shifted]:
    """Changes by the day of the later answer; of one day in the order given."""
    return sorted(shifts, key=lambda one: one.shift.after.day or "", reverse=True)


def _documents(
    contents: Contents,
    reading_of: ReadingOf,
    receipts: dict[ClaimName, Receipt],
    lines: list[DocumentLine],
) -> Iterator[Page]:
    """The pages of all documents referred to, noting where each claim is marked."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for document, id in contents.names():
        wanted[document].add(id)
    answers = _answers(contents.questions)
    for document in sorted(wanted):
        reading = reading_of(document)
        made = document_pages(reading, document, wanted[document], answers.get(document, []))
        receipts.update({(document, id): receipt for id, receipt in made.receipts.items()})
        lines.append(document_line(reading, made.pages[0][0], len(made.receipts)))
        yield from made.pages


def _answers(questions: Sequence[QuestionPage]) -> dict[str, list[Answered]]:
    """The questions that claims of each document answer."""
    found: defaultdict[str, list[Answered]] = defaultdict(list)
    for page in questions:
        here: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for one in page.answers:
            document, id = one.position.claim
            here[document].append((id, side_name(one), answer_view(one.position).word))
        for document, claims in here.items():
            path = question_path(page.question.id)
            found[document].append(Answered(path, one_line(page.question.text), claims))
    return found
