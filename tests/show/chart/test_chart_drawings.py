"""Charts: each sign where it belongs, nothing on top of anything, bounds as they were told."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest

from counterclaim.model.meaning import Bound, Quantity
from counterclaim.show.chart.counts import Box, Count, counts_chart, short_words
from counterclaim.show.chart.drawing import Drawing, Shape, fitting, px, wide
from counterclaim.show.chart.timeline import MOST_LANES, Mark, timeline

WIDTHS = (320, 880)


def every(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        yield from every(shape.inside)


def of_class(drawing: Drawing | None, name: str) -> list[Shape]:
    assert drawing is not None
    return [one for one in every(drawing.shapes) if name in dict(one.attributes).get("class", "").split()]


def box(shape: Shape) -> Box:
    """About the room of a label."""
    given = dict(shape.attributes)
    x, y, size = float(given["x"]), float(given["y"]), wide(shape.text, 11)
    left = x - {"start": 0, "middle": size / 2, "end": size}[given["text-anchor"]]
    return Box(left, y - 9, left + size, y)


def start(shape: Shape) -> tuple[float, float]:
    """Where an outline begins."""
    x, y = re.match(r"M(-?[\d.]+) (-?[\d.]+)", dict(shape.attributes)["d"]).groups()
    return float(x), float(y)


def quantity(
    value: float | None, bound: Bound = Bound.EXACTLY, low: float | None = None, high: float | None = None
):
    return Quantity(value=value, low=low, high=high, bound=bound, unit=None, of=None, span=(0, 0))


def mark(lane: str, day: str | None, answer: str = "yes") -> Mark:
    return Mark(lane, day, answer, f"{lane} {day}", "#row")


def test_a_timeline_has_a_lane_for_each_party_in_order_of_the_first_answer() -> None:
    marks = [mark("NATO", "2022-02-01"), mark("Russia", "2022-02-03", "no"), mark("NATO", "2022-02-05")]
    assert [one.text for one in of_class(timeline(marks, 880), "lane")] == ["NATO", "Russia"]


def test_answers_of_one_day_stand_above_each_other() -> None:
    drawn = of_class(timeline([mark("NATO", "2022-02-01")] * 3, 880), "answer")
    assert len({start(one)[0] for one in drawn}) == 1
    assert len({start(one)[1] for one in drawn}) == 3


def test_very_many_answers_of_one_day_are_counted() -> None:
    drawing = timeline([mark("NATO", "2022-02-01")] * 30, 880)
    assert [one.text for one in of_class(drawing, "more")] == ["+25"]


def test_what_has_no_day_or_no_lane_is_counted_as_left_out() -> None:
    marks = [mark(f"party {at}", "2022-02-01") for at in range(MOST_LANES + 2)] + [mark("NATO", None)]
    drawing = timeline(marks, 880)
    assert drawing is not None
    assert drawing.unplaced == 3
    assert timeline([mark("NATO", None)], 880) is None


@pytest.mark.parametrize("width", WIDTHS)
def test_all_of_a_timeline_is_inside_it_and_later_is_further_right(width: int) -> None:
    marks = [
        mark("a party with a very long name, longer than a lane has room for", f"2022-02-{day:02}")
        for day in range(1, 29)
    ]
    drawing = timeline(marks, width)
    places = [start(one)[0] for one in of_class(drawing, "answer")]
    assert places == sorted(places)
    assert all(0 <= place <= width for place in places)
    labels = [box(one) for name in ("lane", "tick") for one in of_class(drawing, name)]
    assert all(one.left >= 0 and one.right <= width for one in labels)


@pytest.mark.parametrize("width", WIDTHS)
def test_labels_of_an_axis_do_not_meet(width: int) -> None:
    for last in ("2022-02-02", "2022-03-01", "2022-12-31", "2031-01-01"):
        ticks = [
            box(one) for one in of_class(timeline([mark("a", "2021-12-30"), mark("a", last)], width), "tick")
        ]
        assert ticks
        assert not any(one.meets(other) for at, one in enumerate(ticks) for other in ticks[:at])


def test_bounds_are_arrows_and_bars() -> None:
    counts = [
        Count(0, "2022-02-01", quantity(100, Bound.MORE_THAN), "", ""),
        Count(1, "2022-02-05", quantity(120, Bound.AT_MOST), "", ""),
        Count(2, "2022-02-09", quantity(None, Bound.BETWEEN, 110, 130), "", ""),
        Count(3, "2022-02-13", quantity(115), "", ""),
    ]
    bounds = {
        dict(one.attributes)["class"]: dict(one.attributes)["d"]
        for one in of_class(counts_chart(counts, 880), "bound")
    }
    assert set(bounds) == {"bound is-0", "bound is-1", "bound is-2"}
    begin, tip = (float(re.search(rf"{sign}(-?[\d.]+)", bounds["bound is-0"])[1]) for sign in (r"M\S+ ", "V"))
    assert tip < begin  # upwards
    begin, tip = (float(re.search(rf"{sign}(-?[\d.]+)", bounds["bound is-1"])[1]) for sign in (r"M\S+ ", "V"))
    assert tip > begin


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (quantity(100_000, Bound.AT_LEAST), "≥ 100,000"),
        (quantity(1.5, Bound.ABOUT), "~1.5"),
        (quantity(None, Bound.BETWEEN, 10, 15), "10–15"),
        (quantity(None, Bound.AT_MOST, None, 9), "≤ 9"),
        (quantity(7), "7"),
        (quantity(None, Bound.VAGUE), ""),
    ],
)
def test_a_number_is_short_with_its_bound(given: Quantity, words: str) -> None:
    assert short_words(given) == words


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("width", WIDTHS)
def test_numbers_beside_signs_cover_neither_each_other_nor_signs(seed: int, width: int) -> None:
    chance = random.Random(seed)
    counts = [
        Count(
            chance.randrange(10),
            f"2022-02-{chance.randrange(1, 29):02}",
            quantity(chance.randrange(90_000, 160_000)),
            "",
            "#x",
        )
        for _ in range(30)
    ]
    drawing = counts_chart(counts, width)
    labels = [box(one) for one in of_class(drawing, "value")]
    assert labels
    assert not any(one.meets(other) for at, one in enumerate(labels) for other in labels[:at])
    assert all(one.left >= 0 and one.right <= width and one.top >= 0 for one in labels)


def test_counts_without_day_or_number_are_left_out_and_counted() -> None:
    good = [Count(0, f"2022-02-0{day}", quantity(day), "", "") for day in (1, 2)]
    drawing = counts_chart(
        [*good, Count(0, None, quantity(5), "", ""), Count(0, "2022-02-03", quantity(None), "", "")], 880
    )
    assert drawing is not None
    assert drawing.unplaced == 2
    assert counts_chart(good[:1], 880) is None


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**400])
def test_numbers_that_no_axis_has_do_no_harm(value: float) -> None:
    good = [Count(0, f"2022-02-0{day}", quantity(day), "", "") for day in (1, 2)]
    assert counts_chart([*good, Count(0, "2022-02-03", quantity(value), "", "")], 880) is not None


def test_charts_are_the_same_each_time() -> None:
    counts = [Count(at % 3, f"2022-02-{at:02}", quantity(at * 10), "", "") for at in range(1, 20)]
    assert counts_chart(counts, 340) == counts_chart(counts, 340)


def test_lengths_have_no_more_digits_than_can_be_seen() -> None:
    assert [px(1.0), px(1.26), px(-0.01)] == ["1", "1.3", "0"]


def test_text_that_does_not_fit_says_so() -> None:
    assert fitting("a long name of a party", 60) == "a long…"
