"""The review queue: one thing to judge, a list beside it, and what was just kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from counterclaim.model.queue import (
    CarriedToConfirm,
    ClaimToCheck,
    DocumentToJudge,
    ForecastToSettle,
    Judged,
    PairToJudge,
    QuestionToCheck,
    Queue,
    QueueName,
    SourceToGrade,
    Thing,
)
from counterclaim.model.relation import RelationKind
from counterclaim.show.report.claim import claim_view
from counterclaim.show.report.docket import forecast_views
from counterclaim.show.report.words import ANSWERS, SIGNS, day_words
from counterclaim.show.visible import one_line, shortened
from counterclaim.show.web.receipts import RECEIPTS
from counterclaim.show.web.render import html
from counterclaim.show.web.review_claim import fields_of, pieces_of
from counterclaim.show.web.review_words import JustKept, judged_view, kept_words
from counterclaim.show.web.shell import Shell

MOST_ANSWERS = 60  # of a question, shown to part it
SHORT = 110  # code points of an entry of the list
QUEUES = {
    QueueName.CONTRADICTIONS: "Contradictions",
    QueueName.CLAIMS: "Claims",
    QueueName.CARRIED: "Carried over",
    QueueName.FORECASTS: "Overdue",
    QueueName.QUESTIONS: "Questions",
}
EMPTY = {
    QueueName.CONTRADICTIONS: "No contradiction waits to be judged.",
    QueueName.CLAIMS: "No claim waits to be checked.",
    QueueName.CARRIED: "No judgement was carried over to other words by a newer reading.",
    QueueName.FORECASTS: "Nothing is overdue of which nobody has recorded what became.",
    QueueName.QUESTIONS: "No question waits to be looked at.",
}
RELATIONS = {
    RelationKind.CONTRADICTS: "both cannot be true of the same time and scope",
    RelationKind.AGREES: "another side gives the same answer",
    RelationKind.REPEATS: "the same side says it again",
    RelationKind.SHIFTS: "the same side has changed its answer",
    RelationKind.COPIES: "the same words from one origin",
    RelationKind.LATER_FACT: "a later event explains the difference",
    RelationKind.OTHER_QUESTION: "they do not answer the same question",
}
SOURCE_GRADES = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
CLAIM_GRADES = {
    "1": "confirmed by other sources",
    "2": "probably so",
    "3": "possibly so",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}
OUTCOMES = {
    "met": "it came about",
    "not met": "it did not",
    "void": "what it hung on fell away",
    "open": "it cannot be told yet",
}


class Kept(NamedTuple):
    """What was just kept, and what taking it back needs."""

    words: str
    ids: str


class TabView(NamedTuple):
    """A queue to choose."""

    label: str
    href: str
    waiting: int
    is_open: bool


class EntryView(NamedTuple):
    """An entry of the list beside."""

    at: int
    href: str
    words: str
    whose: str
    is_open: bool


class Making(NamedTuple):
    """Whether questions are being made anew, and whether they do not show all that was signed."""

    is_running: bool
    is_behind: bool


def queue_page(shell: Shell, found: Queue, kept: JustKept, making: Making) -> str:
    """The queue, open at one thing."""
    at = next((one.at for one in found.entries if one.at == found.at), 0)
    entries = [
        EntryView(one.at, _at(found.name, one.at), shortened(one_line(one.words), SHORT), one_line(one.whose),
                  one.at == at)
        for one in found.entries
    ]  # fmt: skip
    return _page(
        shell,
        found.thing,
        kept,
        making,
        back=_at(found.name, max(1, found.at)),
        tabs=[
            TabView(label, _at(name, 1), found.counts.get(name, 0), name is found.name)
            for name, label in QUEUES.items()
        ],
        entries=entries,
        place=at,
        total=found.total,
        next=_at(found.name, at + 1) if at < found.total else "",
        previous=_at(found.name, at - 1) if at > 1 else "",
        empty=EMPTY[found.name],
    )


def thread_page(
    shell: Shell,
    thing: Thing,
    asked: Mapping[str, str],
    counts: Mapping[QueueName, int],
    kept: JustKept,
    making: Making,
) -> str:
    """One thing that was asked for by its id, to be judged by itself."""
    return _page(
        shell,
        thing,
        kept,
        making,
        back=f"/review?{urlencode(asked)}",
        tabs=[TabView(label, _at(name, 1), counts.get(name, 0), False) for name, label in QUEUES.items()],
        entries=[],
        place=0,
        total=0,
        next="",
        previous="",
        empty="",
    )


def _page(shell: Shell, thing: Thing | None, kept: JustKept, making: Making, **values: object) -> str:
    about = _judged(thing)
    return html(
        "review",
        shell,
        "review",
        kept=Kept(kept_words(kept), " ".join(one.id for one in kept.reviews)),
        making=making,
        thing=_KINDS[type(thing)] if thing is not None else "",
        judged=[judged_view(one, shell.reviewer) for one in about],
        **_values(thing),
        **values,
    )


def _at(name: QueueName, at: int) -> str:
    return f"/review?{urlencode({'queue': name.value, 'at': at} if at > 1 else {'queue': name.value})}"


_KINDS: dict[type[Thing], str] = {
    PairToJudge: "pair",
    ClaimToCheck: "claim",
    CarriedToConfirm: "carried",
    ForecastToSettle: "forecast",
    QuestionToCheck: "question",
    DocumentToJudge: "document",
    SourceToGrade: "source",
}


def _judged(thing: Thing | None) -> tuple[Judged, ...]:
    return () if thing is None or isinstance(thing, CarriedToConfirm) else thing.judged


def _values(thing: Thing | None) -> dict[str, object]:
    """What the part of the page for this kind of thing shows."""
    match thing:
        case PairToJudge():
            return _pair(thing)
        case ClaimToCheck():
            return _claim(thing)
        case CarriedToConfirm():
            return _carried(thing)
        case ForecastToSettle():
            view = forecast_views([thing.shown], RECEIPTS)[0]
            return {"forecast": view, "target": thing.target, "outcomes": OUTCOMES}
        case QuestionToCheck():
            return _question(thing)
        case DocumentToJudge():
            row = thing.row
            return {"document": row, "name": one_line(row.title), "day": day_words(row.published)}
        case SourceToGrade():
            return {"source": thing, "grades": SOURCE_GRADES}
    return {}


def _pair(thing: PairToJudge) -> dict[str, object]:
    related = thing.related
    relation = related.relation
    claims = [claim_view(row, RECEIPTS) for row in (related.one, related.other)]
    how = f" ({relation.contradiction.value})" if relation.contradiction else ""
    return {
        "relation": relation,
        "how": f"{relation.kind.value}{how}",
        "share": f"{relation.confidence:.0%}",
        "reason": one_line(relation.reason),
        "sides": [
            (claim, shortened_before(before)) for claim, before in zip(claims, thing.before, strict=True)
        ],
        "ids": (related.one.id, related.other.id),
        "question": thing.question,
        "relations": RELATIONS,
        "is_compared": relation.confidence > 0,
    }


def shortened_before(text: str, most: int = 160) -> str:
    """The last words before a claim, with a sign that more go before them."""
    line = one_line(text)
    if len(line) <= most:
        return line
    return "… " + line[-most:].partition(" ")[2]


def _claim(thing: ClaimToCheck) -> dict[str, object]:
    row = thing.found.row
    context = thing.found.context
    return {
        "claim": claim_view(row, RECEIPTS),
        "row": row,
        "pieces": pieces_of(context),
        "context": context,
        "fields": fields_of(thing),
        "share": f"{row.confidence:.0%}",
        "question": thing.question,
        "grades": CLAIM_GRADES,
    }


def _carried(thing: CarriedToConfirm) -> dict[str, object]:
    judged = Judged(stored=thing.stored)
    return {
        "was": one_line(thing.stored.words or ""),
        "carried": judged_view(judged, ""),
        "now": claim_view(thing.now, RECEIPTS),
    }


def _question(thing: QuestionToCheck) -> dict[str, object]:
    home = set(thing.question.claims)
    answers = [
        (claim_view(one.row, RECEIPTS), ANSWERS[one.position.answer], SIGNS[ANSWERS[one.position.answer]],
         one.position.answer.value, one.position.claim in home)
        for one in thing.answers[:MOST_ANSWERS]
    ]  # fmt: skip
    return {
        "asked": thing.question,
        "answers": answers,
        "more": max(0, len(thing.answers) - MOST_ANSWERS),
        "is_disputed": thing.is_disputed,
        "near": thing.near,
    }
