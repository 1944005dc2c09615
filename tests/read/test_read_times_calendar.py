"""Times written as EDTF: units, limits, ends."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.read.times import calendar

FAR_FROM_THE_ENDS = st.dates(min_value=date(1000, 1, 1), max_value=date(3000, 1, 1))


def test_units_that_edtf_cannot_name_are_intervals() -> None:
    wednesday = date(2022, 2, 16)
    assert calendar.week(wednesday) == "2022-02-14/2022-02-20"
    assert calendar.weekend(wednesday) == "2022-02-19/2022-02-20"
    assert calendar.months(2022, 7, 9) == "2022-07/2022-09"
    assert calendar.years(1990, 1999) == "1990/1999"


def test_months_count_on_into_other_years() -> None:
    assert calendar.month(2022, 13) == "2023-01"
    assert calendar.month(2022, 0) == "2021-12"


def test_a_season_has_months_where_it_is_compared() -> None:
    assert calendar.season(2016, 24) == "2016-24"
    assert calendar.season_as_months("2016-24") == "2016-12/2017-02"
    assert calendar.first_day("2016-22") == date(2016, 6, 1)


def test_a_limit_keeps_one_end() -> None:
    assert calendar.until("2022-02-14/2022-02-20") == "../2022-02-20"
    assert calendar.since("2022-02-14/2022-02-20") == "2022-02-14/.."
    assert calendar.until("2014/..") == "2014/.."


def test_an_end_that_is_approximate_bears_a_tilde() -> None:
    assert calendar.about("2022") == "2022~"
    assert calendar.about("2022-02-16/2022-02-20", first=False) == "2022-02-16/2022-02-20~"


def test_a_range_runs_forwards_or_is_its_first_time() -> None:
    assert calendar.joined("2009", "2011") == "2009/2011"
    assert calendar.joined("2011", "2009") == "2011"
    assert calendar.joined("2022-02-16", "2022-02-16") == "2022-02-16"


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022~", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-02-16/..", date(2022, 2, 16), None),
        ("../2030", None, date(2030, 12, 31)),
    ],
)
def test_a_time_covers_whole_units(edtf: str, first: date | None, last: date | None) -> None:
    assert calendar.first_day(edtf) == first
    assert calendar.last_day(edtf) == last


@pytest.mark.parametrize("text", ["2022-02-30", "..", "../..", "2022/2023/2024", "22", "2022-13", "soon", ""])
def test_what_is_no_edtf_is_refused(text: str) -> None:
    assert not calendar.is_edtf(text)


@pytest.mark.parametrize("text", ["2022-02-16T09:30:00Z", "2022-02-16", "2022-02-16 09:30"])
def test_a_publication_date_is_read_from_any_iso_time(text: str) -> None:
    assert calendar.read_date(text) == date(2022, 2, 16)


@given(FAR_FROM_THE_ENDS, FAR_FROM_THE_ENDS)
def test_whatever_is_written_is_edtf(one: date, other: date) -> None:
    for edtf in (
        calendar.week(one),
        calendar.joined(calendar.day(one), calendar.month(other.year, other.month)),
    ):
        for variant in (edtf, calendar.about(edtf), calendar.until(edtf), calendar.since(edtf)):
            assert calendar.is_edtf(variant)
