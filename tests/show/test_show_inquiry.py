"""Findings on a terminal, at any width, with numbers as they were told."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pytest
from rich.console import Console
from rich.text import Text

from counterclaim.model.docket import Bearing, DueState, Forecast, Telling, Window
from counterclaim.model.inquiry import (
    BearingShown,
    CampShown,
    Counted,
    DisputeShown,
    ForecastShown,
    Printed,
    QuestionRow,
    SeriesShown,
    Shifted,
    Stand,
    Teller,
)
from counterclaim.model.listing import ClaimRow, ReviewRow, Standing
from counterclaim.model.meaning import Bound, Certainty, EvidenceKind, Orientation, Polarity, Quantity
from counterclaim.model.question import (
    Answer,
    Camp,
    Dispute,
    Position,
    QuestionForm,
    Shift,
    ShiftKind,
)
from counterclaim.model.reading import QuoteType
from counterclaim.model.series import Point, Series
from counterclaim.show.inquiry.dispute import MOST, dispute_entry
from counterclaim.show.inquiry.forecast import forecast_entry
from counterclaim.show.inquiry.number import bounded
from counterclaim.show.inquiry.parts import counted, period
from counterclaim.show.inquiry.question import question_entry
from counterclaim.show.inquiry.series import series_entry
from counterclaim.show.inquiry.shift import shift_entry

NAME = ("d0000000000000001", "c0000000000000001")
WORDS = "that a full closure of the strait could happen as early as Friday, whatever the ministry says"


def quantity(bound: Bound, **numbers: int | float | str | None) -> Quantity:
    given = {"value": None, "low": None, "high": None, "unit": "people", "of": "troops", **numbers}
    return Quantity(bound=bound, span=(0, 1), **given)  # type: ignore[arg-type]


def row(
    party: str = "Caldane", day: str | None = "2031-03-04", speaker: str = "Rourke Pelletorn"
) -> ClaimRow:
    return ClaimRow(
        id=NAME[1],
        attribution="a0000000000000001",
        document=NAME[0],
        title="Satellite picture shows sixteen warships in strait, Caldane says",
        publisher="The Caldane Sentinel",
        published="2031-03-05",
        url=None,
        speaker=speaker,
        party=party,
        source="Defence Secretary Rourke Pelletorn",
        words=WORDS,
        quote_type=QuoteType.INDIRECT,
        polarity=Polarity.AFFIRMS,
        certainty=Certainty.POSSIBLE,
        certainty_word="could",
        orientation=Orientation.FUTURE,
        said=day,
        due="2031-03-07",
        day=day,
        evidence_offered=EvidenceKind.SATELLITE,
        confidence=0.9,
        standing=Standing.CURRENT,
        documents=1,
        added="2031-03-05T10:00:00Z",
    )


def lines(entry: Iterable[Text]) -> list[str]:
    return [line.plain for line in entry]


def console(width: int = 96) -> Console:
    return Console(file=io.StringIO(), width=width)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (quantity(Bound.AT_LEAST, low=100_000, value=100_000), ">= 100,000"),
        (quantity(Bound.AT_LEAST, low=100_000), ">= 100,000"),
        (quantity(Bound.MORE_THAN, low=100_000, value=100_000), "> 100,000"),
        (quantity(Bound.AT_MOST, high=6, value=6), "<= 6"),
        (quantity(Bound.LESS_THAN, high=6), "< 6"),
        (quantity(Bound.EXACTLY, value=130_000, low=130_000, high=130_000), "130,000"),
        (quantity(Bound.ABOUT, value=14), "about 14"),
        (quantity(Bound.BETWEEN, low=150_000, high=190_000), "150,000 to 190,000"),
        (quantity(Bound.ABOUT, low=10, high=20), "about 10 to 20"),
        (quantity(Bound.VAGUE, word="dozens"), "dozens"),
        (quantity(Bound.EXACTLY, value=12_500_000_000), "12.5 billion"),
        (quantity(Bound.EXACTLY, value=float("nan")), "not told"),
        (quantity(Bound.VAGUE), "not told"),
    ],
)
def test_a_number_keeps_the_bound_that_was_told(told: Quantity, shown: str) -> None:
    assert bounded(told) == shown


def test_counts_and_periods_read_well() -> None:
    assert (counted(1, "party"), counted(2, "party"), counted(1_000, "day")) == (
        "1 party",
        "2 parties",
        "1,000 days",
    )
    assert (period("2031-03-04", "2031-03-04"), period(None, None)) == ("2031-03-04", "")


def question() -> QuestionRow:
    stands = (
        Stand(party="Orvessa", answer=Answer.NO, number=None, day="2031-03-04", answers=3, changed=False),
        Stand(party="Caldane", answer=Answer.YES, number=None, day="2031-03-04", answers=1, changed=True),
        Stand(party=None, answer=Answer.HEDGED, number=None, day=None, answers=1, changed=False),
        Stand(
            party="Lethmark",
            answer=Answer.ASKS_FOR_EVIDENCE,
            number=None,
            day="2031-03-05",
            answers=1,
            changed=False,
        ),
    )
    return QuestionRow(
        id="q0000000000000001",
        text="Is there a plan to close the Corrave Strait to all ships that were not searched before?",
        form=QuestionForm.YES_OR_NO,
        parties=3,
        answers=6,
        origins=4,
        first_day="2031-03-04",
        last_day="2031-03-05",
        stands=stands,
    )


def dispute(parties: int = 1) -> DisputeShown:
    names = tuple(f"Party {number}" for number in range(parties))
    one = Camp(says="yes", parties=names, claims=(), origins=2, first_day="2031-03-04", last_day="2031-03-05")
    other = Camp(
        says="at least 14", parties=("Compact",), claims=(), origins=1, first_day=None, last_day=None
    )
    return DisputeShown(
        dispute=Dispute(
            question="q0000000000000001",
            text="Is there a plan to close the strait?",
            camps=(one, other),
            parties=parties + 1,
            contradictions=2,
            strength=0.9,
            last_day="2031-03-05",
            rank=1.5,
        ),
        camps=(
            CampShown(camp=one, rows=tuple(row(name) for name in names)),
            CampShown(camp=other, rows=(row("Compact", day=None),)),
        ),
    )


def shift() -> Shifted:
    before = Position(claim=NAME, answer=Answer.NUMBER, number=quantity(Bound.AT_LEAST, low=14, value=14))
    after = Position(claim=NAME, answer=Answer.ASKS_FOR_EVIDENCE)
    made = Shift(
        question="q0000000000000001",
        side="Caldane",
        before=before,
        after=after,
        kind=ShiftKind.SHIFT,
        same_speaker=True,
    )
    return Shifted(shift=made, text="How many warships are in the strait?", before=row(), after=row())


def series() -> SeriesShown:
    def point(own: bool, bound: Bound, **numbers: int) -> Point:
        return Point(
            claims=(NAME,),
            quantity=quantity(bound, **numbers),
            words=WORDS,
            day="2031-03",
            speaker=None if own else "Rourke Pelletorn",
            party=None if own else "Caldane",
            own_voice=own,
            origin=NAME[0],
        )

    points = (
        Counted(point=point(False, Bound.AT_LEAST, low=100_000), row=row()),
        Counted(point=point(True, Bound.EXACTLY, value=9), row=None, printed=printed()),
        Counted(point=point(False, Bound.EXACTLY, value=9), row=None),
    )
    made = Series(
        id="n0000000000000001",
        unit="people",
        of="Orvessan troops at the border of the strait",
        owners=(),
        places=(),
        points=tuple(one.point for one in points),
    )
    return SeriesShown(series=made, points=points)


def printed() -> Printed:
    return Printed(document=NAME[0], title="Friday passes", publisher=None, published=None, url=None)


def forecast(state: DueState = DueState.OVERDUE, days: int | None = -3, tellings: int = 2) -> ForecastShown:
    telling = Telling(
        claim=NAME, speaker="Rourke Pelletorn", key=None, party="Caldane", day="2031-03-04", origin=NAME[0]
    )
    bearing = Bearing(claim=NAME, day="2031-03-08", days=1, shared=("closure",), weight=0.4)
    review = ReviewRow(
        id="v0000000000000001",
        kind="outcome",
        by="Jo Reader",
        at="2031-03-09T10:00:00Z",
        target=NAME[1],
        field=None,
        value="not met",
        note="two ships came through on the day",
        fate=None,
        in_force=False,
    )
    return ForecastShown(
        forecast=Forecast(
            id="f0000000000000001",
            words=WORDS,
            orientation=Orientation.FUTURE,
            due="2031-03-07",
            window=Window(first="2031-03-07", last="2031-03-07"),
            tellings=(telling,) * tellings,
            origins=1,
            bearing=(bearing,),
        ),
        state=state,
        days=days,
        tellers=(Teller(telling=telling, row=row()),) * tellings,
        bearing=(
            BearingShown(bearing=bearing, words=WORDS, row=None, printed=printed()),
            BearingShown(bearing=bearing, words=WORDS, row=row()),
        ),
        outcomes=(review,),
    )


@pytest.mark.parametrize("width", [40, 57, 80, 96])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    there = console(width)
    shown = [
        *question_entry(question(), width, there),
        *dispute_entry(dispute(6), width, there),
        *shift_entry(shift(), width, there),
        *series_entry(series(), width, there),
        *forecast_entry(forecast(), width, there),
    ]
    assert [line.plain for line in shown if line.cell_len > width] == []
    assert not any(line.plain != line.plain.rstrip() for line in shown)


def test_answers_come_in_one_order_whoever_spoke_first() -> None:
    shown = lines(question_entry(question(), 96, console()))
    assert [line.split()[0] for line in shown[-4:]] == ["yes", "no", "hedged", "asks"]
    assert "   hedged  (not named)" in shown
    assert "      yes  Caldane (changed)" in shown


def test_a_side_of_many_parties_is_cut_and_says_where_the_rest_stands() -> None:
    shown = lines(dispute_entry(dispute(MOST + 2), 96, console()))
    assert "        and 2 parties more: counterclaim question q000000000" in shown
    assert any(line.strip().startswith("at least 14  Compact") for line in shown)


def test_a_count_of_unknown_document_is_shown_as_its_speakers() -> None:
    shown = lines(series_entry(series(), 96, console()))
    assert any(line.startswith("   >= 100,000  2031-03-04  Rourke Pelletorn · Caldane") for line in shown)
    assert any(line.startswith("            9  Mar 2031  Friday passes, own voice") for line in shown)
    assert any(line.startswith("            9  Mar 2031  Caldane") for line in shown)


@pytest.mark.parametrize(
    ("state", "days", "head"),
    [
        (DueState.OVERDUE, -1, "overdue by 1 day · 7 Mar 2031"),
        (DueState.DUE, 0, "due today · 7 Mar 2031"),
        (DueState.DUE, 2, "due, 2 days left · 7 Mar 2031"),
        (DueState.DUE, None, "due · 7 Mar 2031"),
        (DueState.COMING, 1, "coming, 1 day left · 7 Mar 2031"),
        (DueState.NO_DATE, None, "no date · 7 Mar 2031"),
    ],
)
def test_a_forecast_begins_with_where_it_stands(state: DueState, days: int | None, head: str) -> None:
    assert lines(forecast_entry(forecast(state, days, tellings=1), 96, console()))[0] == head


def test_many_tellings_are_counted_and_not_all_listed() -> None:
    shown = lines(forecast_entry(forecast(tellings=9), 96, console()))
    assert "9 tellings of 1 origin" in shown[0]
    assert sum("again" in line for line in shown) == 5
    assert any("and 3 more" in line for line in shown)
