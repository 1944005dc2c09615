"""The chart of when it was said and of what time: two groups of lanes on one axis, joined by threads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from counterclaim.show.chart.drawing import Drawing, Shape
from counterclaim.show.chart.stretch import Stretch, stretch_of
from counterclaim.show.chart.timeline import MOST_ROWS, Mark
from counterclaim.show.chart.two_times import Speaking, two_times


def every(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        yield from every(shape.inside)


def of_class(drawing: Drawing | None, name: str) -> list[Shape]:
    assert drawing is not None
    return [one for one in every(drawing.shapes) if name in dict(one.attributes).get("class", "").split()]


def said(day: str | None, *times: str, lane: str = "NATO", answer: str = "yes") -> Speaking:
    return Speaking(Mark(lane, day, answer, f"{lane} {day}", "/receipt"), times)


def ends(shape: Shape) -> dict[str, float]:
    return {name: float(value) for name, value in shape.attributes if name != "class"}


@pytest.mark.parametrize(
    ("edtf", "stretch"),
    [
        ("2022-02-16", Stretch(date(2022, 2, 16), date(2022, 2, 16))),
        ("2022-02", Stretch(date(2022, 2, 1), date(2022, 2, 28))),
        ("2022", Stretch(date(2022, 1, 1), date(2022, 12, 31))),
        ("2021-24", Stretch(date(2021, 12, 1), date(2022, 2, 28))),
        ("2022-02-16/..", Stretch(date(2022, 2, 16), None)),
        ("../2022-02", Stretch(None, date(2022, 2, 28))),
        ("2022-02-14/2022-02-20", Stretch(date(2022, 2, 14), date(2022, 2, 20))),
        ("2022-02~", Stretch(date(2022, 2, 1), date(2022, 2, 28), about=True)),
        ("2022-02-16T10:00:00Z", Stretch(date(2022, 2, 16), date(2022, 2, 16))),
    ],
)
def test_a_time_lasts_from_its_first_day_to_its_last(edtf: str, stretch: Stretch) -> None:
    assert stretch_of(edtf) == stretch


@pytest.mark.parametrize("edtf", ["", "soon", "2022-02-31", "2022-13", "../..", "2022-03/2022-02", "0000"])
def test_what_is_no_time_has_no_place(edtf: str) -> None:
    assert stretch_of(edtf) is None


def test_a_thread_runs_from_when_it_was_said_to_the_time_spoken_of_below() -> None:
    drawing = two_times([said("2022-02-01", "2022-02-20"), said("2022-02-10", lane="Russia")], 880)
    (thread,) = of_class(drawing, "thread")
    place = ends(thread)
    assert place["x1"] < place["x2"]  # the event lies later
    assert place["y1"] < place["y2"]  # its lane lies lower
    assert [one.text for one in of_class(drawing, "group")] == [
        "When it was said",
        "The time that the claims speak of",
    ]


def test_sign_thread_and_time_are_one_link_so_that_pointing_shows_all() -> None:
    drawing = two_times([said("2022-02-01", "2022-02-20")], 880)
    assert drawing is not None
    (link,) = [one for one in drawing.shapes if one.tag == "a"]
    inside = {dict(one.attributes).get("class", "").split()[0] for one in link.inside if one.tag != "title"}
    assert inside == {"thread", "spoken", "answer"}


def test_a_time_far_away_stands_at_the_edge_with_its_year() -> None:
    drawing = two_times([said("2022-02-01", "1991"), said("2022-02-10", "2035-06")], 880)
    assert {"1991", "2035"} <= {one.text for one in of_class(drawing, "tick")}
    assert drawing is not None
    numbers = [
        float(x)
        for one in of_class(drawing, "spoken")
        for x in re.findall(r"[MHL](-?[\d.]+)", ends_path(one))
    ]
    assert all(0 <= one <= 880 for one in numbers)


def ends_path(shape: Shape) -> str:
    return dict(shape.attributes)["d"]


def test_a_time_of_a_year_that_the_axis_has_is_told_with_its_month() -> None:
    drawing = two_times([said("2022-02-01", "2022-10-03")], 880)
    assert "Oct 2022" in [one.text for one in of_class(drawing, "tick")]


def test_one_time_of_one_answer_is_one_bar_with_a_thread_from_each_claim() -> None:
    drawing = two_times([said(f"2022-02-0{day}", "2022-02") for day in range(1, 6)], 880)
    assert len(of_class(drawing, "spoken")) == 1
    assert len(of_class(drawing, "thread")) == 5


def test_times_that_find_no_room_are_counted() -> None:
    many = [said("2022-02-01", f"20{year}") for year in range(50, 50 + MOST_ROWS + 3)]
    drawing = two_times(many, 880)
    assert "+3" in [one.text for one in of_class(drawing, "more")]


def test_without_times_spoken_of_there_is_one_group() -> None:
    assert len(of_class(two_times([said("2022-02-01")], 880), "group")) == 1
    assert two_times([said(None, "2022")], 880) is None


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_do_no_harm(day: str) -> None:
    assert two_times([said(day, "0001", "9999-12", "../2022", "2022/..")], 320) is not None
