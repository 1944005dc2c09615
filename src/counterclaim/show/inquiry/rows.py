"""Findings as rows of plain values for CSV: one for each statement, so that every row has its receipt."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.model.inquiry import (
    Counted,
    DisputeShown,
    ForecastShown,
    QuestionPage,
    QuestionRow,
    SeriesShown,
    Shifted,
)
from counterclaim.model.listing import ClaimRow
from counterclaim.model.meaning import Quantity
from counterclaim.show.flat import Flat
from counterclaim.show.inquiry.number import bounded

_CLAIM = ("day", "speaker", "party", "words")
_RECEIPT = ("document", "title", "publisher", "published", "url")
_NUMBER = ("number", "value", "low", "high", "bound")

QUESTION_COLUMNS = (
    "id", "text", "form", "parties", "answers", "origins", "first_day", "last_day", "stands",
)  # fmt: skip
ANSWER_COLUMNS = (
    "question", "text", "answer", *_NUMBER, "claim", *_CLAIM, "evidence_offered", *_RECEIPT,
)  # fmt: skip
DISPUTE_COLUMNS = (
    "question", "text", "rank", "parties", "contradictions", "last_day",
    "says", "camp_parties", "camp_origins", "camp_first_day", "camp_last_day",
    "claim", *_CLAIM, "evidence_offered", *_RECEIPT,
)  # fmt: skip
SHIFT_COLUMNS = (
    "question", "text", "side", "kind", "same_speaker", "when", "answer", *_NUMBER,
    "claim", *_CLAIM, *_RECEIPT,
)  # fmt: skip
SERIES_COLUMNS = (
    "series", "of", "unit", *_NUMBER, "own_voice", "claim", *_CLAIM, *_RECEIPT,
)  # fmt: skip
FORECAST_COLUMNS = (
    "forecast", "due", "first", "last", "state", "days", "outcome", "tellings", "origins",
    "role", "claim", *_CLAIM, *_RECEIPT,
)  # fmt: skip


def question_rows(row: QuestionRow) -> Iterator[Flat]:
    """A question; its stands as "party: answer"."""
    stands = [
        f"{one.party or ''}: {bounded(one.number) if one.number else one.answer.value}" for one in row.stands
    ]
    values = (
        row.id, row.text, row.form.value, row.parties, row.answers, row.origins, row.first_day, row.last_day,
        "; ".join(stands),
    )  # fmt: skip
    yield dict(zip(QUESTION_COLUMNS, values, strict=True))


def answer_rows(page: QuestionPage) -> Iterator[Flat]:
    """The answers to a question, in order of time."""
    for one in page.answers:
        yield {
            "question": page.question.id,
            "text": page.question.text,
            "answer": one.position.answer.value,
            **_number(one.position.number),
            **_claim(one.row),
            "evidence_offered": one.row.evidence_offered.value,
            **_receipt(one.row),
        }


def dispute_rows(shown: DisputeShown) -> Iterator[Flat]:
    """The claim that says it best for each party on each side."""
    dispute = shown.dispute
    for one in shown.camps:
        for row in one.rows:
            yield {
                "question": dispute.question,
                "text": dispute.text,
                "rank": dispute.rank,
                "parties": dispute.parties,
                "contradictions": dispute.contradictions,
                "last_day": dispute.last_day,
                "says": one.camp.says,
                "camp_parties": "; ".join(one.camp.parties),
                "camp_origins": one.camp.origins,
                "camp_first_day": one.camp.first_day,
                "camp_last_day": one.camp.last_day,
                **_claim(row),
                "evidence_offered": row.evidence_offered.value,
                **_receipt(row),
            }


def shift_rows(shown: Shifted) -> Iterator[Flat]:
    """The answer before and the answer after."""
    shift = shown.shift
    for when, position, row in (("before", shift.before, shown.before), ("after", shift.after, shown.after)):
        yield {
            "question": shift.question,
            "text": shown.text,
            "side": shift.side,
            "kind": shift.kind.value,
            "same_speaker": shift.same_speaker,
            "when": when,
            "answer": position.answer.value,
            **_number(position.number),
            **_claim(row),
            **_receipt(row),
        }


def series_rows(shown: SeriesShown) -> Iterator[Flat]:
    """The counts of a series, in order of time."""
    series = shown.series
    for one in shown.points:
        head = {"series": series.id, "of": series.of, "unit": series.unit}
        yield {**head, **_number(one.point.quantity), "own_voice": one.point.own_voice, **_point(one)}


def forecast_rows(shown: ForecastShown) -> Iterator[Flat]:
    """Who told a forecast, then who told what bears on it later."""
    forecast, window = shown.forecast, shown.forecast.window
    head = {
        "forecast": forecast.id,
        "due": forecast.due,
        "first": window.first if window else None,
        "last": window.last if window else None,
        "state": shown.state.value if shown.state else None,
        "days": shown.days,
        "outcome": shown.outcome,
        "tellings": len(forecast.tellings),
        "origins": forecast.origins,
    }
    for place, teller in enumerate(shown.tellers):
        yield {**head, "role": "again" if place else "first", **_claim(teller.row), **_receipt(teller.row)}
    for later in shown.bearing:
        told = {"claim": later.bearing.claim[1], "day": later.bearing.day, "speaker": None, "party": None}
        claim = _claim(later.row) if later.row else {**told, "words": later.words}
        yield {**head, "role": "later", **claim, **_receipt(later.row or later.printed)}


def _point(one: Counted) -> Flat:
    point = one.point
    told = {"claim": point.claims[0][1], "day": point.day, "speaker": point.speaker, "party": point.party}
    claim = _claim(one.row) if one.row else {**told, "words": point.words}
    return {**claim, **_receipt(one.row or one.printed)}


def _claim(row: ClaimRow) -> Flat:
    return {"claim": row.id, **{name: getattr(row, name) for name in _CLAIM}}


def _receipt(where: object) -> Flat:
    return {name: getattr(where, name, None) for name in _RECEIPT}


def _number(quantity: Quantity | None) -> Flat:
    if quantity is None:
        return dict.fromkeys(_NUMBER)
    ends = {"value": quantity.value, "low": quantity.low, "high": quantity.high}
    return {"number": bounded(quantity), **ends, "bound": quantity.bound.value}
