"""The page of one question: the sides beside each other, and all that tells how they came about."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.model.inquiry import Answered, QuestionPage
from counterclaim.model.relation import ClaimName
from counterclaim.show.chart.counts import Count, counts_chart
from counterclaim.show.chart.drawing import Drawing, Shape
from counterclaim.show.chart.sign import OUTLINES, party_sign
from counterclaim.show.chart.timeline import Mark, timeline
from counterclaim.show.report.claim import ClaimView, Receipts, claim_view
from counterclaim.show.report.related import relations_of
from counterclaim.show.report.render import Page, page
from counterclaim.show.report.shifted import AnswerView, answer_view, shift_view
from counterclaim.show.report.sides import side_name, sides_of
from counterclaim.show.report.words import contradictions_words, counted, day_words, days_words
from counterclaim.show.visible import one_line

MOST_ANSWERS = 150  # in the table, the newest
MOST_EVIDENCE = 40
MOST_SHIFTS = 12
WIDE, NARROW = 880, 320  # px of the two drawings of each chart


class Entry(NamedTuple):
    """One line of the table of answers."""

    side: str
    answer: AnswerView
    claim: ClaimView


class Charts(NamedTuple):
    """A chart for wide and for narrow screens."""

    wide: Drawing
    narrow: Drawing


class NumberChart(NamedTuple):
    """A chart of numbers, and whose the signs are: as many signs as there are, the parties in their order."""

    charts: Charts
    parties: list[str]
    signs: list[Shape]


def question_path(id: str) -> str:
    """The page of a question."""
    return f"questions/{id}.html"


def question_page(found: QuestionPage, receipts: Receipts) -> Page:
    """The page of a question."""
    values = question_values(found, receipts)
    return page("question", question_path(found.question.id), section="questions", **values)


def question_values(found: QuestionPage, receipts: Receipts) -> dict[str, object]:
    """What a template needs to show a question."""
    question = found.question
    views = views_of(found, receipts)
    entries = entries_of(found, views)
    newest = newest_first(entries)
    evidence = [entry for entry in newest if entry.claim.evidence]
    asking = [entry for entry in newest if entry.answer.css == "asks"]
    return {
        "text": one_line(question.text),
        "facts": _facts(found),
        "dispute": dispute_facts(found),
        "sides": sides_of(found, views),
        "relations": relations_of(found.relations, views, receipts),
        "evidence": evidence[:MOST_EVIDENCE],
        "more_evidence": max(0, len(evidence) - MOST_EVIDENCE),
        "asking": asking[:MOST_EVIDENCE],
        "timeline": _timeline(entries),
        "chart": _chart(found, entries),
        "entries": newest[:MOST_ANSWERS],
        "more_entries": max(0, len(entries) - MOST_ANSWERS),
        "shifts": [shift_view(one, receipts, {}) for one in found.shifts[:MOST_SHIFTS]],
        "more_shifts": max(0, len(found.shifts) - MOST_SHIFTS),
        "reviews": found.reviews,
        "id": question.id,
    }


def views_of(found: QuestionPage, receipts: Receipts) -> dict[ClaimName, ClaimView]:
    """The claims, each with an anchor of its own: copies of a text have claims of the same id."""
    views: dict[ClaimName, ClaimView] = {}
    seen: dict[str, int] = {}
    for one in found.answers:
        document, id = one.position.claim
        if (document, id) not in views:
            seen[id] = seen.get(id, 0) + 1
            anchor = id if seen[id] == 1 else f"{id}-{seen[id]}"
            views[document, id] = claim_view(one.row, receipts, anchor)
    return views


def entries_of(found: QuestionPage, views: dict[ClaimName, ClaimView]) -> list[Entry]:
    """The answers in order of time."""
    return [
        Entry(side_name(one), answer_view(one.position), views[one.position.claim]) for one in found.answers
    ]


def newest_first(entries: list[Entry]) -> list[Entry]:
    """The answers from the newest back, then those without a day."""
    return [one for one in entries if one.claim.iso][::-1] + [one for one in entries if not one.claim.iso]


def _facts(found: QuestionPage) -> list[str]:
    days = [one.position.day for one in found.answers if one.position.day]
    return [
        counted(len(found.answers), "answer"),
        counted(len({side_name(one) for one in found.answers}), "party", "parties"),
        counted(found.outlets, "outlet"),
        counted(found.origins, "origin"),
        days_words(min(days, default=None), max(days, default=None)) or "no day",
    ]


def dispute_facts(found: QuestionPage) -> str:
    """How many are on how many sides, and by what that is told; empty where nothing is disputed."""
    dispute = found.dispute
    if dispute is None:
        return ""
    how = contradictions_words(dispute.contradictions, dispute.strength)
    return (
        f"{counted(dispute.parties, 'party', 'parties')} on {counted(len(dispute.camps), 'side')}, "
        f"{how}, last word {day_words(dispute.last_day)}"
    )


def _title(entry: Entry) -> str:
    return f"{entry.claim.day} · {entry.side}: {entry.answer.word}. {entry.claim.short}"


def _timeline(entries: list[Entry]) -> Charts | None:
    marks = [
        Mark(one.side, one.claim.iso, one.answer.css, _title(one), f"#row-{one.claim.id}") for one in entries
    ]
    wide, narrow = timeline(marks, WIDE), timeline(marks, NARROW)
    return Charts(wide, narrow) if wide and narrow else None


def _chart(found: QuestionPage, entries: list[Entry]) -> NumberChart | None:
    """The numbers among the answers."""
    numbered = [
        (one, entry)
        for one, entry in zip(found.answers, entries, strict=True)
        if one.position.number is not None
    ]
    names = list(dict.fromkeys(entry.side for _, entry in numbered))
    counts = [_count(one, entry, names) for one, entry in numbered]
    return number_chart([one for one in counts if one is not None], names)


def _count(one: Answered, entry: Entry, names: list[str]) -> Count | None:
    if one.position.number is None:
        return None
    party = names.index(entry.side)
    return Count(party, one.position.day, one.position.number, _title(entry), f"#row-{entry.claim.id}")


def number_chart(counts: list[Count], parties: list[str]) -> NumberChart | None:
    """Both drawings of counts, None where there are too few."""
    wide, narrow = counts_chart(counts, WIDE), counts_chart(counts, NARROW)
    if wide is None or narrow is None:
        return None
    return NumberChart(Charts(wide, narrow), parties, [party_sign(at, 7, 7) for at in range(OUTLINES)])
