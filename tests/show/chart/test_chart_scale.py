"""Axes have round ticks with room for their labels."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from counterclaim.show.chart.scale import Days, Numbers, date_of

DAY = date(2022, 1, 30)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2022-02-16", date(2022, 2, 16)),
        ("2022-02", date(2022, 2, 15)),
        ("2022", date(2022, 7, 1)),
        ("2022-02-16T10:00Z", date(2022, 2, 16)),
        ("2022-02-31", None),
        ("soon", None),
        (None, None),
    ],
)
def test_days_that_are_known_in_part_stand_in_the_middle(day: str | None, found: date | None) -> None:
    assert date_of(day) == found


def test_a_few_days_are_each_named_and_the_year_once() -> None:
    labels = [tick.label for tick in Days([DAY, DAY + timedelta(3)]).ticks(8)]
    assert labels == ["30 Jan 2022", "31 Jan", "1 Feb", "2 Feb"]


def test_the_year_stands_again_where_it_is_new() -> None:
    labels = [tick.label for tick in Days([date(2021, 10, 5), date(2022, 3, 5)]).ticks(6)]
    assert labels == ["Nov 2021", "Dec", "Jan 2022", "Feb", "Mar"]


@pytest.mark.parametrize("length", [0, 1, 5, 20, 45, 100, 400, 3_000, 40_000])
@pytest.mark.parametrize("most", [2, 4, 10])
def test_ticks_are_few_in_order_and_on_the_axis(length: int, most: int) -> None:
    ticks = Days([DAY, DAY + timedelta(length)]).ticks(most)
    places = [tick.at for tick in ticks]
    assert len(ticks) <= most
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)


def test_a_single_day_stands_in_the_middle() -> None:
    assert Days([DAY]).place(DAY) == 0.5


def test_the_last_days_that_a_calendar_has_do_no_harm() -> None:
    assert Days([date(9990, 1, 1), date.max]).ticks(5)


@pytest.mark.parametrize(
    ("numbers", "labels"),
    [
        ([100_000, 150_000], ["100,000", "110,000", "120,000", "130,000", "140,000", "150,000"]),
        ([3, 10], ["0", "2", "4", "6", "8", "10"]),
        ([5, 5], ["0", "1", "2", "3", "4", "5"]),
        ([10, 90_000], ["10", "100", "1,000", "10,000", "100,000"]),
        ([0, 0], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
    ],
)
def test_numbers_have_round_ticks(numbers: list[float], labels: list[str]) -> None:
    assert [tick.label for tick in Numbers(numbers, 6).ticks()] == labels


@pytest.mark.parametrize("numbers", [[-5, 20], [1e-9, 2e-9], [1, 1e14], [7, 7.0001], [-3, -3]])
def test_larger_numbers_stand_higher_within_the_axis(numbers: list[float]) -> None:
    axis = Numbers(numbers, 6)
    places = [axis.place(number) for number in numbers]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    assert axis.ticks()
