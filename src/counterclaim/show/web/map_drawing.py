"""The drawing of a map: areas shaded by how many claims name them, settlements as marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from counterclaim.model.places import NamedPlace, PlaceKind
from counterclaim.show.chart.drawing import Drawing, Shape, label, linked, path, px, wide
from counterclaim.show.report.words import counted
from counterclaim.show.visible import one_line, shortened
from counterclaim.show.web.map_labels import Box, Labels
from counterclaim.show.web.map_plane import Corner, DrawnArea, Plane, areas_on, edge_of
from counterclaim.show.web.map_shades import Shade, shade_of
from counterclaim.show.web.map_view import area_of

LEAST_MARK, MOST_MARK = 2.5, 7.0  # px, radius of a settlement's mark
RING = 5.0  # px, radius of the ring for a state too small to be drawn
_SMALL = 14.0  # square px of an area that nobody could hit or see the shade of
_LONGEST = 24  # code points of a name on the map
_TYPE = 12  # px
_AROUND_MIDDLE = sorted(  # px off the middle of an area where its name may stand, the nearest first
    ((right, down) for right in range(-150, 151, 25) for down in range(-120, 121, 20)),
    key=lambda off: (off[0] ** 2 + off[1] ** 2, off),
)


class Most(NamedTuple):
    """How many settlements and names a sheet has room for; `links` says whether marks can be hit."""

    marks: int
    labels: int
    links: bool


class Drawn(NamedTuple):
    """What is to be drawn: places with the addresses of their lists, shades, and one that stands out."""

    places: Sequence[NamedPlace]
    hrefs: Sequence[str]
    shades: list[Shade]
    here: str = ""


def drawing(drawn: Drawn, plane: Plane, most: Most) -> Drawing:
    """The map on a sheet; the page's tables have the same places for the keyboard.

    `unplaced` counts the settlements that there was no room for.
    """
    areas = areas_on(plane)
    hatch = f"apart-{plane.width}"
    counted_areas, marks = _areas(drawn, areas), _marks(drawn, plane)
    left, marks = max(0, len(marks) - most.marks), marks[: most.marks]
    shapes = [_hatching(hatch)]
    if plane.view.is_world:
        shapes.append(path("sea-edge", edge_of(plane)))
    named = {one.drawn.area for one in counted_areas}
    shapes.append(_path("land", "".join(one.path for one in areas if one.area not in named)))
    shapes.extend(_area(one) for one in counted_areas if one.drawn.path)
    apart = "".join(one.path for one in areas if one.area.apart)
    if apart:
        shapes.append(Shape("path", (("class", "apart"), ("d", apart), ("fill", f"url(#{hatch})"))))
    shapes.extend(_ring(one) for one in counted_areas if one.drawn.size < _SMALL)
    shapes.extend(_mark(one, most.links) for one in marks)
    shapes.extend(_labels(counted_areas, marks, plane, most.labels))
    return Drawing(plane.width, plane.height, tuple(shapes), left)


class _OfArea(NamedTuple):
    place: NamedPlace
    href: str
    css: str
    drawn: DrawnArea


class _OfSettlement(NamedTuple):
    place: NamedPlace
    href: str
    css: str
    at: Corner
    radius: float


def _areas(drawn: Drawn, areas: Sequence[DrawnArea]) -> list[_OfArea]:
    on_sheet = {one.area: one for one in areas}
    found = []
    for place, href in zip(drawn.places, drawn.hrefs, strict=True):
        area = area_of(place)
        if area is not None and area in on_sheet:
            here = " is-here" if place.key == drawn.here else ""
            css = f"area {shade_of(place.claims, drawn.shades)}{here}"
            found.append(_OfArea(place, href, css, on_sheet[area]))
    return found


def _marks(drawn: Drawn, plane: Plane) -> list[_OfSettlement]:
    """The settlements on the sheet, those that most claims name first, so that they lie lowest."""
    most = max((one.claims for one in drawn.places if one.kind is PlaceKind.SETTLEMENT), default=1)
    found = []
    for place, href in zip(drawn.places, drawn.hrefs, strict=True):
        if place.kind is PlaceKind.SETTLEMENT and place.latitude is not None and place.longitude is not None:
            at = plane.at(place.longitude, place.latitude)
            if at is not None:
                here = " is-here" if place.key == drawn.here else ""
                radius = LEAST_MARK + (MOST_MARK - LEAST_MARK) * sqrt(place.claims / most)
                found.append(_OfSettlement(place, href, f"city{here}", at, radius))
    return found


def _area(one: _OfArea) -> Shape:
    return linked(one.href, _title(one.place), _path(one.css, one.drawn.path))


def _ring(one: _OfArea) -> Shape:
    return linked(one.href, _title(one.place), _circle(f"{one.css} is-ring", one.drawn.middle, RING))


def _mark(one: _OfSettlement, is_link: bool) -> Shape:
    circle = _circle(one.css, one.at, one.radius)
    return linked(one.href, _title(one.place), circle) if is_link else circle


def _title(place: NamedPlace) -> str:
    return f"{one_line(place.name)}: {counted(place.claims, 'claim')}"


def _labels(
    areas: Sequence[_OfArea], marks: Sequence[_OfSettlement], plane: Plane, most: int
) -> Iterator[Shape]:
    """Names where there is room, of what most claims name first."""
    labels = Labels(plane.width, plane.height, [_around(one.at, one.radius) for one in marks])
    named: list[tuple[int, _OfArea | _OfSettlement]] = [
        *((one.place.claims, one) for one in areas),
        *((one.place.claims, one) for one in marks),
    ]
    named.sort(key=lambda one: -one[0])
    left = most
    for _, one in named:
        if left == 0:
            return
        shape = _area_label(one, labels) if isinstance(one, _OfArea) else _mark_label(one, labels)
        if shape is not None:
            left -= 1
            yield shape


def _area_label(one: _OfArea, labels: Labels) -> Shape | None:
    """A name with its number near the middle of an area, all of it inside."""
    name = shortened(one_line(one.place.name), _LONGEST)
    half = wide(name) / 2
    if one.drawn.size < half * _TYPE * 4:
        return None
    for right, down in _AROUND_MIDDLE:
        x, y = one.drawn.middle[0] + right, one.drawn.middle[1] + down
        ends = ((x - half, y), (x, y), (x + half, y))
        if labels.is_free(_lines(x, y, half)) and all(one.drawn.holds(*end) for end in ends):
            labels.take(_lines(x, y, half))
            text = label("of-area", x, y, name, "middle")
            many = (("class", "many"), ("x", px(x)), ("dy", "1.15em"))
            return text._replace(inside=(Shape("tspan", many, f"{one.place.claims:,}"),))
    return None


def _lines(x: float, y: float, half: float) -> Box:
    """The room of a name and a number under it."""
    return x - half, y - _TYPE, x + half, y + _TYPE * 1.3


def _mark_label(one: _OfSettlement, labels: Labels) -> Shape | None:
    name = shortened(one_line(one.place.name), _LONGEST)
    (x, y), off, size = one.at, one.radius + 3, wide(name)
    ways = (
        ("start", x + off, y + 4, (x + off, y - 6, x + off + size, y + 6)),
        ("end", x - off, y + 4, (x - off - size, y - 6, x - off, y + 6)),
        ("middle", x, y - off, (x - size / 2, y - off - 10, x + size / 2, y - off + 2)),
        ("middle", x, y + off + 9, (x - size / 2, y + off - 2, x + size / 2, y + off + 11)),
        ("start", x + off - 2, y + 13, (x + off - 2, y + 3, x + off - 2 + size, y + 15)),
        ("start", x + off - 2, y - 5, (x + off - 2, y - 15, x + off - 2 + size, y - 3)),
        ("end", x - off + 2, y + 13, (x - off + 2 - size, y + 3, x - off + 2, y + 15)),
        ("end", x - off + 2, y - 5, (x - off + 2 - size, y - 15, x - off + 2, y - 3)),
    )
    for anchor, left, down, box in ways:
        if labels.is_free(box, but=_around(one.at, one.radius)):
            labels.take(box)
            return label("of-city", left, down, name, anchor)
    return None


def _around(at: Corner, radius: float) -> Box:
    return at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius


def _path(css: str, d: str) -> Shape:
    return Shape("path", (("class", css), ("d", d)))


def _circle(css: str, at: Corner, radius: float) -> Shape:
    where = (("cx", px(at[0])), ("cy", px(at[1])), ("r", px(radius)))
    return Shape("circle", (("class", css), *where))


def _hatching(id: str) -> Shape:
    """Lines across what editions of the outlines give to different states."""
    stroke = Shape("path", (("class", "hatch"), ("d", "M0 6L6 0M-1 1L1-1M5 7L7 5")))
    size = (("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"))
    return Shape("defs", (), "", (Shape("pattern", (("id", id), *size), "", (stroke,)),))
