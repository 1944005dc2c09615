"""The docket: what falls due when, who told it, and what was said later that bears on it."""

from __future__ import annotations

from datetime import date

import pytest
from link_questions_fakes import meaning, told

from counterclaim.link.docket import docket, forecasts, told_by
from counterclaim.link.docket.window import stands, window_of
from counterclaim.model.docket import DueState
from counterclaim.model.meaning import Orientation
from counterclaim.model.told import Told


def forecast(id_: str, words: str, due: str | None, *, commits: bool = False, **fields: str | None) -> Told:
    orientation = Orientation.COMMITMENT if commits else Orientation.FUTURE
    return told(id_, words, meaning=meaning(due=due, orientation=orientation), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("due", "first", "last", "approximate"),
    [
        ("2031-05-07", "2031-05-07", "2031-05-07", False),
        ("2031-05", "2031-05-01", "2031-05-31", False),
        ("2031-12", "2031-12-01", "2031-12-31", False),
        ("2031", "2031-01-01", "2031-12-31", False),
        ("2031-21", "2031-03-01", "2031-05-31", False),
        ("2031-24", "2031-12-01", "2032-02-29", False),
        ("2031-05-07/..", "2031-05-07", None, False),
        ("../2031-05", None, "2031-05-31", False),
        ("2031-05-07/2031-05-11~", "2031-05-07", "2031-05-11", True),
        ("2031-05-07T10:00", "2031-05-07", "2031-05-07", False),
    ],
)
def test_a_window_is_two_days(due: str, first: str | None, last: str | None, approximate: bool) -> None:
    window = window_of(due)
    assert window is not None
    assert (window.first, window.last, window.approximate) == (first, last, approximate)


@pytest.mark.parametrize(
    "due", [None, "", "../..", "soon", "2031-02-30", "2031-13", "2031-05-07/2031-05-01", "9999-24"]
)
def test_what_is_no_time_has_no_window(due: str | None) -> None:
    assert window_of(due) is None


@pytest.mark.parametrize(
    ("due", "state", "left"),
    [
        ("2031-05-12", DueState.COMING, 2),
        ("2031-05-10", DueState.DUE, 0),
        ("2031-05-07/2031-05-11", DueState.DUE, 1),
        ("2031-05-07", DueState.OVERDUE, -3),
        ("2031-05-07/..", DueState.DUE, None),
        ("2031-05-12/..", DueState.COMING, 2),
        ("../2031-05-12", DueState.COMING, 2),
        (None, DueState.NO_DATE, None),
    ],
)
def test_days_are_left_until_the_end_and_none_is_overdue_that_has_no_end(
    due: str | None, state: DueState, left: int | None
) -> None:
    assert stands(window_of(due), date(2031, 5, 10)) == (state, left)


def test_the_docket_holds_what_looks_ahead_to_a_time_and_no_questions() -> None:
    claims = [
        forecast("a", "The bridge will open on Friday", "2031-05-09"),
        forecast("b", "Will the bridge open on Friday?", "2031-05-09"),
        forecast("c", "The bridge will open some day", None),
        told("d", "The bridge opened on Friday"),
    ]
    assert [one.words for one in forecasts(claims)] == [claims[0].words]
    assert [one.words for one in forecasts(claims, undated=True)] == [claims[0].words, claims[2].words]


def test_a_forecast_told_again_is_one_and_its_origins_are_counted() -> None:
    claims = [
        forecast("a", "The northern bridge will open to lorries on Friday", "2031-05-09", origin="wire"),
        forecast("b", "The northern bridge will open to lorries on Friday", "2031-05-09", origin="wire"),
        forecast("c", "The northern bridge will open to lorries Friday", "2031-05-09", party="Union"),
        forecast("d", "The northern bridge will open to lorries on Friday", "2031-05-16"),
        forecast("e", "Buses will be free of charge on Friday", "2031-05-09"),
    ]
    found = forecasts(claims)
    assert [[telling.claim[1] for telling in one.tellings] for one in found] == [
        ["a", "b", "c"],
        ["e"],
        ["d"],
    ]
    assert found[0].origins == 2
    assert [one.words for one in forecasts(reversed(claims))] == [one.words for one in found]


def test_two_sides_that_promise_the_same_make_two_commitments() -> None:
    words = "We will send engineers to the northern bridge"
    claims = [
        forecast("a", words, "2031-05-09", commits=True, party="Ministry"),
        forecast("b", words, "2031-05-09", commits=True, party="Union"),
    ]
    assert len(forecasts(claims)) == 2


def test_later_statements_that_bear_on_it_are_offered_and_nothing_is_decided() -> None:
    due = forecast("due", "The Norvik bridge will open to lorries", "2031-05-09")
    opened = told("opened", "Lorries crossed the Norvik bridge when it opened", day="2031-05-10")
    early = told("early", "Lorries wait at the Norvik bridge", day="2031-05-08")
    late = told("late", "Lorries crossed the Norvik bridge", day="2031-09-10")
    others = [told(f"o{number}", f"Ward {number} has beds", day="2031-05-10") for number in range(9)]
    [entry] = docket([due, opened, early, late, *others], today="2031-05-12")
    assert (entry.state, entry.days) == (DueState.OVERDUE, -3)
    [bearing] = entry.bearing
    assert (bearing.claim, bearing.days) == (("doc-opened", "opened"), 1)
    assert {"norvik", "bridg", "lorr"} <= set(bearing.shared)


def test_on_a_day_nothing_counts_that_was_told_after_it() -> None:
    due = forecast("due", "The Norvik bridge will open to lorries", "2031-05-09")
    opened = told("opened", "Lorries crossed the Norvik bridge when it opened", day="2031-05-10")
    others = [told(f"o{number}", f"Ward {number} has beds", day="2031-05-08") for number in range(9)]
    [entry] = docket([due, opened, *others], today="2031-05-09")
    assert entry.bearing == ()
    assert docket([due, opened], today="2031-04-30") == ()


def test_entries_of_a_speaker_or_party_are_chosen() -> None:
    claims = [
        forecast("a", "The bridge will open", "2031-05-09", speaker="Anna Moen", party="Ministry"),
        forecast("b", "Buses will stop", "2031-05-10", speaker="Per Lund", party="Union"),
    ]
    entries = docket(claims)
    assert [one.forecast.words for one in told_by(entries, speaker="moen")] == ["The bridge will open"]
    assert [one.forecast.words for one in told_by(entries, party="union")] == ["Buses will stop"]
    assert told_by(entries, speaker="Moen", party="Union") == ()
