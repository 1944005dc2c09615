"""The forms of a date that are taken."""

from __future__ import annotations

import pytest

from counterclaim.fetch.dates import iso_day


@pytest.mark.parametrize(
    "stated",
    [
        "2022-02-16",
        " 2022-02-16 ",
        "2022-02-16T10:00:00Z",
        "2022-02-16T23:59:59.123+02:00",
        "2022-02-16 10:00",
        "2022-02-16t10:00",
    ],
)
def test_a_date_or_a_date_and_time_gives_its_day_as_written(stated):
    assert iso_day(stated) == "2022-02-16"


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "2022-02",
        "16.02.2022",
        "2022-02-30",
        "20220216",
        "2022-W07-3",
        "2022-02-16T25:00",
        "2022-02-16x",
        "२०२२-02-16",
    ],
)
def test_anything_else_is_refused(stated):
    with pytest.raises(ValueError, match=r"."):
        iso_day(stated)
