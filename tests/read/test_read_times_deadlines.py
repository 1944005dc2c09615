"""The ways in which news says when something falls due; all is told on Wednesday 13 March 2024."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.model.meaning import Orientation
from counterclaim.model.span import Spans
from counterclaim.read.parse import Parse
from counterclaim.read.times.due import due_of
from counterclaim.read.times.events import dated_events
from counterclaim.read.times.resolve import find_times

TOLD = "2024-03-13"


def due(parse: Callable[[str], Parse], text: str, claim: str | None = None) -> str | None:
    start = text.index(claim) if claim else 0
    spans: Spans = ((start, start + len(claim or text)),)
    parsed = parse(text)
    times = find_times(parsed, spans, TOLD)
    return due_of(parsed, spans, times, Orientation.FUTURE, TOLD, dated_events(parsed, TOLD))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Parties have until Sunday to name a candidate.", "../2024-03-17"),
        ("Inflation will fall to three percent by year-end.", "../2024-12-31"),
        ("The reactor will restart before the year is out.", "../2024-12-31"),
        ("The depot will be empty on Saturday at the latest.", "../2024-03-16"),
        ("The ban will be lifted ahead of the election in May.", "../2024-05"),
    ],
)
def test_what_ends_a_wait_is_a_limit(parse: Callable[[str], Parse], text: str, edtf: str) -> None:
    assert due(parse, text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Grain shipments will restart as of Monday.", "2024-03-18/.."),
        ("With effect from 1 April, drivers will need a permit.", "2024-04-01/.."),
        ("The tunnel will not be ready before 2030.", "2030/.."),
        ("No talks will be held before May.", "2024-05/.."),
        ("A deal is unlikely to be signed before May.", "2024-05/.."),
    ],
)
def test_what_is_ruled_out_until_then_is_due_from_then_on(
    parse: Callable[[str], Parse], text: str, edtf: str
) -> None:
    assert due(parse, text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Rail workers will walk out within 48 hours.", "2024-03-13/2024-03-15"),
        ("The ambassador has 72 hours to leave the country.", "2024-03-13/2024-03-16"),
        ("The government has given the firm 30 days to pay.", "2024-03-13/2024-04-12"),
        ("The line will reopen in less than a month.", "2024-03-13/2024-04-13"),
        ("The line will reopen within the next fortnight.", "2024-03-13/2024-03-27"),
        ("The line will reopen in a matter of days.", "2024-03-14/2024-03-18~"),
        ("The line will reopen in the days ahead.", "2024-03-13/2024-03-17~"),
        ("The line will reopen a week from Friday.", "2024-03-22"),
        ("The storm will reach the coast overnight.", "2024-03-13/2024-03-14"),
    ],
)
def test_a_count_of_days_runs_from_the_day_of_saying(
    parse: Callable[[str], Parse], text: str, edtf: str
) -> None:
    assert due(parse, text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The clinic will open on the 21st.", "2024-03-21"),
        ("The clinic will open in the first week of April.", "2024-04-01/2024-04-07"),
        ("The clinic will open in the second half of June.", "2024-06-16/2024-06-30"),
        ("The clinic will open on Thursday or Friday.", "2024-03-14/2024-03-15"),
        ("The court has set a hearing for 2 May.", "2024-05-02"),
        ("The launch was postponed to next Thursday.", "2024-03-21"),
        ("She will stand again in the 2026 election.", "2026"),
        ("The first ships will sail in a year's time.", "2025"),
    ],
)
def test_days_and_parts_of_months_are_told_in_many_ways(
    parse: Callable[[str], Parse], text: str, edtf: str
) -> None:
    assert due(parse, text) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "The clinic will open any day now.",
        "The clinic will open in due course.",
        "The clinic will be closed for ten days.",
        "The town will not change overnight.",
        "The year-end bonus will be paid.",
        "The Christmas party will be cheerful.",
        "The 21st amendment will be read aloud.",
        "The clinic, which was shut last week, will open soon.",
        "What is happening in the valley today is a shame.",
    ],
)
def test_without_a_day_ahead_there_is_no_due(parse: Callable[[str], Parse], text: str) -> None:
    assert due(parse, text) is None


def test_by_then_takes_up_the_day_before(parse: Callable[[str], Parse]) -> None:
    text = "Talks begin on 4 April. The army will have left the valley by then."
    assert due(parse, text, "The army will have left the valley by then.") == "../2024-04-04"


def test_a_pronoun_takes_up_the_day_that_the_sentence_before_was_about(
    parse: Callable[[str], Parse],
) -> None:
    text = "Friday will be a day of grief. We will make it a day of song."
    assert due(parse, text, "We will make it a day of song.") == "2024-03-15"
    text = "The mayor speaks on Friday. We will make it a day of song."
    assert due(parse, text, "We will make it a day of song.") is None
