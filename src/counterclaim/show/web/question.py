"""The pages of one question: its sides, times, numbers, evidence, origins, relations; and its long lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from counterclaim.model.detail import QuestionDetail
from counterclaim.model.inquiry import QuestionPage, Related, Shifted
from counterclaim.model.meaning import Meaning
from counterclaim.model.relation import ClaimName, RelationKind
from counterclaim.show.badge import time_words
from counterclaim.show.report.claim import ClaimView
from counterclaim.show.report.question import Entry, dispute_facts, entries_of, newest_first, views_of
from counterclaim.show.report.related import RelationView, relation_view
from counterclaim.show.report.shifted import shift_view
from counterclaim.show.report.sides import Side, Sides, is_resolved, side_name, sides_of
from counterclaim.show.report.words import counted, days_words
from counterclaim.show.visible import one_line
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.question_charts import lanes_chart, numbers_chart
from counterclaim.show.web.question_evidence import evidence_of
from counterclaim.show.web.question_origins import origin_views, outlet_count, outlets_of
from counterclaim.show.web.receipts import RECEIPTS
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell

MOST_OF_PARTY, MOST_BESIDE = 2, 1  # claims of a party on a side, and where it takes none
MOST_ANSWERS = 12  # in the table on the question's own page
MOST_ROWS = 40  # with the last answer of each party
MOST_SHIFTS = 4
MOST_OF_CLAIM = 2  # relations of one claim among those that a question's own page shows of a kind
MOST_ASKING = 12
_BEFORE_COMPARED = "; "  # what stands before it in a reason repeats the words of both claims
_BESIDE = frozenset(("hedged", "asks"))
KINDS = {
    RelationKind.CONTRADICTS: ("Contradict each other", 6),
    RelationKind.SHIFTS: ("Changed answers", 4),
    RelationKind.LATER_FACT: ("Explained by a later event", 4),
    RelationKind.AGREES: ("Agree", 4),
    RelationKind.REPEATS: ("Repeat", 3),
    RelationKind.COPIES: ("Copies of one text", 3),
}
"""Kinds in the order in which they are shown, and how many of each, the surest first."""


class AnswerRow(NamedTuple):
    """One line of the table of answers; `speaks` are the times that the claim speaks of, in words."""

    entry: Entry
    speaks: list[str]


class Judged(NamedTuple):
    """A relation, what was compared, who signed it (empty where the program judged), where to judge it."""

    relation: RelationView
    compared: str
    by: str
    judge: str


class OfKind(NamedTuple):
    """Relations of one kind; `number` counts all, `key` names the kind in addresses."""

    key: str
    name: str
    number: int
    shown: list[Judged]


class Answers(NamedTuple):
    """The sides of a question, and further answers that nothing contradicts, which tell of no dispute."""

    sides: Sides
    apart: list[Side]
    apart_facts: str


def question_page(shell: Shell, found: QuestionPage, detail: QuestionDetail) -> str:
    """The sides beside each other, and all that tells how they came about."""
    views = views_of(found, RECEIPTS)
    entries = entries_of(found, views)
    question = found.question
    shifts = _shifts(found)
    return html(
        "question",
        shell,
        "questions",
        id=question.id,
        text=one_line(question.text),
        facts=question_facts(found, detail),
        dispute=dispute_facts(found),
        answers=_answers(found, views),
        kinds={entry.answer.css for entry in entries},
        timeline=lanes_chart(found, entries, detail.meanings),
        chart=numbers_chart(found, entries),
        evidence=evidence_of(found, entries, detail.meanings),
        asking=[one for one in newest_first(entries) if one.answer.css == "asks"][:MOST_ASKING],
        origins=origin_views(detail.origins),
        outlets=outlets_of(detail.origins),
        relations=_relations(found, views),
        shifts=[shift_view(one, RECEIPTS, {}) for one in shifts],
        more_shifts=len(found.shifts) - len(shifts),
        rows=_first_rows(_newest(answer_rows(found, entries, detail.meanings))),
        all_answers=len(entries),
        reviews=found.reviews,
    )


def answers_page(
    shell: Shell, found: QuestionPage, meanings: Mapping[ClaimName, Meaning], party: str, paging: Paging
) -> str:
    """A stretch of all answers to a question, or of those of a party: those that `found` is left with."""
    rows = answer_rows(found, entries_of(found, views_of(found, RECEIPTS)), meanings)
    return html(
        "question_answers",
        shell,
        "questions",
        id=found.question.id,
        text=one_line(found.question.text),
        party=party,
        rows=rows,
        paging=paging,
    )


def relations_page(shell: Shell, found: QuestionPage, kind: RelationKind, paging: Paging) -> str:
    """A stretch of the relations of one kind between the answers to a question, the surest first."""
    views = views_of(found, RECEIPTS)
    some = of_kind(found.relations, kind)[paging.start : paging.end]
    return html(
        "question_relations",
        shell,
        "questions",
        id=found.question.id,
        text=one_line(found.question.text),
        name=KINDS[kind][0],
        relations=[_judged(one, views) for one in some],
        paging=paging,
    )


def of_kind(relations: Sequence[Related], kind: RelationKind) -> list[Related]:
    """The relations of one kind, the surest first."""
    some = [one for one in relations if one.relation.kind is kind]
    return sorted(some, key=lambda one: (-one.relation.confidence, one.relation.one, one.relation.other))


def answer_rows(
    found: QuestionPage, entries: Sequence[Entry], meanings: Mapping[ClaimName, Meaning]
) -> list[AnswerRow]:
    """Lines of the table of answers, in the order of the answers."""
    return [
        AnswerRow(entry, _speaks(meanings.get(one.position.claim)))
        for one, entry in zip(found.answers, entries, strict=True)
    ]


def _newest(rows: Sequence[AnswerRow]) -> list[AnswerRow]:
    dated = [one for one in rows if one.entry.claim.iso]
    return [*dated[::-1], *(one for one in rows if not one.entry.claim.iso)]


def _speaks(meaning: Meaning | None) -> list[str]:
    times = meaning.times if meaning else ()
    return list(dict.fromkeys(time_words(one) for one in times if one.edtf is not None))


def _first_rows(rows: Sequence[AnswerRow]) -> list[AnswerRow]:
    """The newest answers, and the last one of every party that is not among them: a matrix leads there."""
    parties: set[str] = set()
    kept: list[AnswerRow] = []
    for at, row in enumerate(rows):
        if at < MOST_ANSWERS or (row.entry.side not in parties and len(kept) < MOST_ROWS):
            kept.append(row)
        parties.add(row.entry.side)
    return kept


def question_facts(found: QuestionPage, detail: QuestionDetail) -> list[str]:
    """How many answers, parties, outlets and origins, and from when to when."""
    days = [one.position.day for one in found.answers if one.position.day]
    return [
        counted(len(found.answers), "answer"),
        counted(len({side_name(one) for one in found.answers if is_resolved(one)}), "party", "parties"),
        f"{counted(outlet_count(detail.origins), 'outlet')}, {counted(len(detail.origins), 'origin')}",
        days_words(min(days, default=None), max(days, default=None)) or "no day",
    ]


def _answers(found: QuestionPage, views: dict[ClaimName, ClaimView]) -> Answers:
    sides = sides_of(found, views, MOST_OF_PARTY, MOST_BESIDE)
    if not found.dispute:
        return Answers(sides, [], "")
    beside = [one for one in sides.beside if one.css in _BESIDE]
    apart = [one for one in sides.beside if one.css not in _BESIDE]
    facts = ", ".join(f"{one.name.lower()}: {one.tally}" for one in apart)
    return Answers(Sides(sides.against, beside), apart, facts)


def _relations(found: QuestionPage, views: dict[ClaimName, ClaimView]) -> list[OfKind]:
    made = []
    for kind, (name, most) in KINDS.items():
        some = of_kind(found.relations, kind)
        if some:
            made.append(
                OfKind(kind.value, name, len(some), [_judged(one, views) for one in _varied(some, most)])
            )
    return made


def _judged(related: Related, views: dict[ClaimName, ClaimView]) -> Judged:
    view = relation_view(related, views, RECEIPTS)
    one, other = related.relation.one, related.relation.other
    compared = view.reason.rpartition(_BEFORE_COMPARED)[2]  # the words of both stand beside it
    return Judged(
        relation=view,
        compared=compared[:1].upper() + compared[1:],
        by=one_line(related.relation.by or ""),
        judge=f"review?claim={one[1]}&other={other[1]}",
    )


def _varied(relations: Iterable[Related], most: int) -> list[Related]:
    """The first relations in which no claim stands more than so many times: one claim is not all there is."""
    times: Counter[ClaimName] = Counter()
    kept: list[Related] = []
    for one in relations:
        ends = (one.relation.one, one.relation.other)
        if len(kept) < most and all(times[end] < MOST_OF_CLAIM for end in ends):
            times.update(ends)
            kept.append(one)
    return kept


def _shifts(found: QuestionPage) -> list[Shifted]:
    """The newest changes, each claim once: a claim that differs from five others changed once."""
    seen: set[ClaimName] = set()
    kept: list[Shifted] = []
    for one in sorted(found.shifts, key=lambda one: one.shift.after.day or "", reverse=True):
        ends = {one.shift.before.claim, one.shift.after.claim}
        if len(kept) < MOST_SHIFTS and seen.isdisjoint(ends):
            seen |= ends
            kept.append(one)
    return kept
