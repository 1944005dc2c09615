"""How the map is drawn: outlines, projections, shades, names."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from counterclaim.model.places import NamedPlace, PlaceKind
from counterclaim.show import web
from counterclaim.show.web.map_drawing import Drawn, Most, drawing
from counterclaim.show.web.map_labels import Labels
from counterclaim.show.web.map_outlines import LEVELS, Area, outlines
from counterclaim.show.web.map_plane import Plane, areas_on
from counterclaim.show.web.map_projection import WORLD, View, projected
from counterclaim.show.web.map_shades import shade_of, shades
from counterclaim.show.web.map_view import area_of, close_view, view_of

EUROPE = View(-10.0, 35.0, 45.0, 62.0)


def place(name: str, code: str = "", at: tuple[float, float] | None = None, claims: int = 1) -> NamedPlace:
    """A settlement where there are degrees (north, east), else a state."""
    return NamedPlace(
        key=f"{name}:{code}",
        kind=PlaceKind.SETTLEMENT if at else PlaceKind.COUNTRY,
        name=name,
        country=code,
        latitude=at[0] if at else None,
        longitude=at[1] if at else None,
        reason=None,
        claims=claims,
    )


def holds(area: Area, longitude: float, latitude: float) -> bool:
    """Whether a point lies inside an area: an odd number of its lines lies to the east of it."""
    crossed = 0
    for ring in area.rings:
        points = outlines().ring(ring, 0)
        for (x1, y1), (x2, y2) in pairwise([points[-1], *points]):
            if (y1 > latitude) != (y2 > latitude):
                crossed += longitude < (x2 - x1) * (latitude - y1) / (y2 - y1) + x1
    return crossed % 2 == 1


@pytest.mark.parametrize(
    ("longitude", "latitude", "code"),
    [
        (34.1, 45.2, "UA-43"),
        (37.8, 48.0, "UA"),
        (45.0, 52.0, "RU"),
        (-13.0, 25.0, "EH"),
        (-14.9, 21.5, "EH"),
        (-7.0, 31.0, "MA"),
        (28.2, -29.6, "LS"),
        (21.0, 42.6, "XK"),
        (172.0, -43.5, "NZ"),
    ],
)
def test_each_point_lies_in_one_area(longitude: float, latitude: float, code: str) -> None:
    assert [area.code for area in outlines().areas if holds(area, longitude, latitude)] == [code]


def test_what_editions_give_to_different_states_is_set_apart() -> None:
    assert {area.code for area in outlines().areas if area.apart} == {"", "EH", "UA-43", "XK"}


def test_the_middle_of_every_area_lies_inside_it() -> None:
    large = [area for area in outlines().areas if area.sizes[0] > 0.1]
    assert len(large) > 180
    assert [area.code for area in large if not holds(area, *area.middle)] == []


def test_a_coarser_level_has_fewer_points_and_the_same_ends() -> None:
    ring = outlines().by_code["NO"].rings[0]
    numbers = [len(outlines().ring(ring, level)) for level in range(LEVELS)]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > 10 * numbers[-1]


@pytest.mark.parametrize("view", [WORLD, EUROPE])
def test_equal_areas_of_the_ground_are_equal_on_paper(view: View) -> None:
    def share(south: float) -> float:
        """What a square degree is on paper, over what it is on the ground."""
        west = view.middle[0] + 3
        square = [(west, south), (west + 0.1, south), (west + 0.1, south + 0.1), (west, south + 0.1)]
        points = projected(np.array(square), view)
        x, y = points[:, 0], points[:, 1]
        return abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2 / np.cos(np.radians(south + 0.05))

    assert share(40) == pytest.approx(share(60), rel=1e-3)


def test_a_place_lies_where_its_state_does() -> None:
    plane = Plane.of(EUROPE, 960, 540)
    paris = plane.at(2.35, 48.85)
    drawn = next(one for one in areas_on(plane) if one.area.code == "FR")
    assert paris is not None
    assert drawn.holds(*paris)
    assert plane.at(-74.0, 40.7) is None


def test_no_path_leaves_the_sheet_by_more_than_its_line() -> None:
    plane = Plane.of(EUROPE, 960, 540)
    for one in areas_on(plane):
        for x, y in one.ring:
            assert -4 < x < 964
            assert -4 < y < 544


def test_the_world_shows_russia_in_one_piece_and_every_state() -> None:
    plane = Plane.of_width(WORLD, 960, 0, 600)
    drawn = {one.area.code: one for one in areas_on(plane)}
    assert set(outlines().by_code) <= set(drawn)
    left, right = (plane.at(x, 68.0) for x in (30.0, -175.0))
    assert left is not None
    assert right is not None
    assert left[0] < right[0]


def test_shades_have_round_limits_and_leave_no_gap() -> None:
    for most in (1, 2, 7, 998, 123_456):
        steps = shades(most)
        assert steps[0].least == 1
        assert steps[-1].most == most
        assert all(one.most + 1 == other.least for one, other in pairwise(steps))
        assert [shade_of(one.least, steps) for one in steps] == [one.css for one in steps]
    assert shades(0) == []


def test_the_close_view_lies_around_most_settlements_and_leaves_a_stray_one_out() -> None:
    near = [place("Kyiv", "UA", (50.45, 30.52), 90), place("Minsk", "BY", (53.9, 27.57), 90)]
    view = close_view([*near, place("Sydney", "AU", (-33.87, 151.2), 2)])
    assert view is not None
    assert view.west < 27 < 31 < view.east < 60


def test_the_close_view_goes_over_the_180th_meridian() -> None:
    view = close_view([place("Suva", "FJ", (-18.1, 178.4), 5), place("Apia", "WS", (-13.8, -171.8), 5)])
    assert view is not None
    assert view.east - view.west < 60


def test_there_is_no_close_view_of_nothing_or_of_everywhere() -> None:
    assert close_view([]) is None
    cities = [place("Washington", "US", (38.9, -77.0), 9), place("Tokyo", "JP", (35.7, 139.7), 9)]
    assert close_view([*cities, place("Perth", "AU", (-31.9, 115.9), 9)]) is None


def test_a_state_without_an_outline_is_not_drawn() -> None:
    assert area_of(place("Tokelau", "TK")) is None
    assert view_of(place("Tokelau", "TK")) is None


def test_names_lie_over_nothing_else() -> None:
    labels = Labels(100, 100, [(40, 40, 50, 50)])
    assert not labels.is_free((45, 45, 80, 55))
    assert labels.is_free((45, 45, 80, 55), but=(40, 40, 50, 50))
    labels.take((45, 45, 80, 55))
    assert not labels.is_free((60, 50, 90, 60))
    assert not labels.is_free((90, 90, 120, 99))


def test_settlements_beyond_the_room_are_counted() -> None:
    cities = [place(f"c{at}", "UA", (50.0, 20.0 + at / 10), 50 - at) for at in range(50)]
    found = drawing(Drawn(cities, ["/map"] * 50, []), Plane.of(EUROPE, 960, 540), Most(20, 5, links=True))
    assert found.unplaced == 30
    assert sum(shape.tag == "text" for shape in found.shapes) <= 5


def test_names_of_articles_are_text_of_the_drawing() -> None:
    sly = place('<script>alert("x")</script>', "UA", (50.0, 30.0))
    found = drawing(Drawn([sly], ["/map"], []), Plane.of(EUROPE, 960, 540), Most(9, 9, links=True))
    titles = [inner.text for shape in found.shapes for inner in shape.inside if inner.tag == "title"]
    assert titles == ['<script>alert("x")</script>: 1 claim']


def test_the_outlines_are_a_small_file_with_a_card() -> None:
    folder = Path(web.__file__).parent / "outlines"
    assert (folder / "outlines.json.gz").stat().st_size <= 150_000
    assert "public domain" in (folder / "README.md").read_text()
