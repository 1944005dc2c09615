"""Everything about one question: who answers what and when, in exact words, on what evidence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import Console
from rich.text import Text

from counterclaim.model.inquiry import Answered, QuestionPage, Related
from counterclaim.model.meaning import EvidenceKind
from counterclaim.model.question import Answer
from counterclaim.show.inquiry.parts import (
    INDENT,
    NOT_NAMED,
    beside,
    counted,
    facts,
    indented,
    label_of,
    labelled_claim,
    period,
)
from counterclaim.show.inquiry.question import stand_lines
from counterclaim.show.inquiry.shift import change_of, speakers_of
from counterclaim.show.lines import set_apart, wrapped
from counterclaim.show.listing import SHORT_ID, review_entry
from counterclaim.show.visible import one_line

MOST_RELATIONS = 20


def question_lines(page: QuestionPage, width: int, console: Console) -> Iterator[Text]:
    """The question and who stands where, then all that it rests on; what there is nothing of is left out."""
    question = page.question
    yield from set_apart(
        Text(one_line(question.text), style="bold"), Text(question.id, style="dim"), width, console
    )
    yield from indented(facts(_counts(page), width - INDENT, console))
    yield from stand_lines(page.stands, width, console)
    sections = (
        ("Over time", _timeline(page, width, console)),
        ("In their words", _words(page, width, console)),
        ("Evidence", _evidence(page, width, console)),
        ("How the claims stand to each other", _relations(page, width, console)),
        ("Changed answers", _changes(page, width, console)),
        ("What people wrote", _written(page, width, console)),
    )
    for title, lines in sections:
        held = list(lines)
        if held:
            yield Text()
            yield Text(title, style="bold")
            yield from held


def _counts(page: QuestionPage) -> Iterator[str]:
    days = [one.position.day for one in page.answers if one.position.day]
    yield page.question.form.value
    yield f"{counted(len(page.answers), 'answer')} of {counted(len(_sides(page)), 'party')}"
    yield f"{counted(page.outlets, 'outlet')}, {counted(page.origins, 'origin')}"
    yield period(min(days, default=None), max(days, default=None))
    if page.dispute is not None:
        yield f"disputed: {counted(page.dispute.contradictions, 'contradiction')}"


def _sides(page: QuestionPage) -> dict[str, list[Answered]]:
    """The answers of each side in order of its first; of unnamed ones together."""
    sides: dict[str, list[Answered]] = {}
    for one in page.answers:
        sides.setdefault(_side(one), []).append(one)
    return sides


def _side(answered: Answered) -> str:
    position = answered.position
    return one_line(position.party or position.speaker or "") or NOT_NAMED


def _label(answered: Answered) -> str:
    return label_of(answered.position.answer, answered.position.number)


def _timeline(page: QuestionPage, width: int, console: Console) -> Iterator[Text]:
    days: dict[str, Text] = {}
    for day, answers in groupby(page.answers, key=lambda one: one.position.day or "no day"):
        told: dict[str, dict[str, None]] = {}
        for one in answers:
            told.setdefault(_label(one), {})[_side(one)] = None
        line = Text(" · ").join(
            Text.assemble((label, "bold"), f" {', '.join(names)}") for label, names in told.items()
        )
        days[day] = Text(" · ").join((days[day], line)) if day in days else line
    yield from beside(days, width, console)


def _words(page: QuestionPage, width: int, console: Console) -> Iterator[Text]:
    gutter = max((len(_label(one)) for one in page.answers), default=0) + 2
    for place, (side, answers) in enumerate(_sides(page).items()):
        if place:
            yield Text()
        yield from indented(wrapped(Text(side, style="bold"), width - INDENT, console))
        for one in answers:
            yield from labelled_claim(_label(one), gutter, one.row, width, console)


def _evidence(page: QuestionPage, width: int, console: Console) -> Iterator[Text]:
    """What each side offers, and who asks for it; that nobody offers any is said too."""
    offered: dict[str, list[str]] = {}
    for side, answers in _sides(page).items():
        for one in answers:
            row, place = one.row, f"({one.position.day or 'no day'}, {one.row.id[:SHORT_ID]})"
            if row.evidence_offered is not EvidenceKind.NONE:
                told = f"{side}: {row.evidence_offered.value} {place}"
                offered.setdefault(_label(one), []).append(told)
            elif one.position.answer is Answer.ASKS_FOR_EVIDENCE:
                offered.setdefault(_label(one), []).append(f"{side} {place}")
    if page.answers and not any(one.row.evidence_offered is not EvidenceKind.NONE for one in page.answers):
        yield from indented([Text("none is offered", style="dim")])
    yield from beside({label: Text("; ".join(told)) for label, told in offered.items()}, width, console)


def _relations(page: QuestionPage, width: int, console: Console) -> Iterator[Text]:
    for related in page.relations[:MOST_RELATIONS]:
        yield from indented(_relation(related, width - INDENT, console))
    left = len(page.relations) - MOST_RELATIONS
    if left > 0:
        yield from indented([Text(f"and {left:,} more, all of them with --format jsonl", style="dim")])


def _relation(related: Related, width: int, console: Console) -> Iterator[Text]:
    relation = related.relation
    kind = f" ({relation.contradiction.value})" if relation.contradiction else ""
    head = Text.assemble((relation.kind.value, "bold"), kind, (f"  {relation.confidence:.2f}", "dim"))
    ends = f"{related.one.id[:SHORT_ID]} {related.other.id[:SHORT_ID]}"
    yield from set_apart(head, Text(ends, style="dim"), width, console)
    yield from indented(wrapped(Text(one_line(relation.reason)), width - INDENT, console))


def _changes(page: QuestionPage, width: int, console: Console) -> Iterator[Text]:
    for shifted in page.shifts:
        shift = shifted.shift
        told = Text.assemble(change_of(shift), f" · {shift.kind.value}, {speakers_of(shift)}")
        ends = f"{shifted.before.id[:SHORT_ID]} {shifted.after.id[:SHORT_ID]}"
        yield from indented(set_apart(told, Text(ends, style="dim"), width - INDENT, console))


def _written(page: QuestionPage, width: int, console: Console) -> Iterator[Text]:
    for review in page.reviews:
        yield from indented(review_entry(review, width - INDENT, console))
