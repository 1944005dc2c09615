"""The areas of the world as paths on a sheet of some size; each sheet is made once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from counterclaim.show.web.map_outlines import LEVELS, Area, Points, outlines
from counterclaim.show.web.map_projection import View, nearer, projected

_KEPT = 48  # sheets; about 100 kB each
_UNSEEN = 1.0  # px: a point that lies no farther off the line without it is left out
_EDGE = 3.0  # px by which paths reach over the edge, so that it cuts no line
_LEAST = 2.0  # square px: what is smaller is not drawn as an area
_ROUGH = 80  # points of a ring that tell whether a name lies inside
_STEPS = 40  # points along each edge of a view, to find how large it is
_TURNS = (-360.0, 0.0, 360.0)  # degrees by which one place has several longitudes

Corner = tuple[float, float]


class Plane(NamedTuple):
    """A sheet of so many px, how many of them are a radius of the earth, and where the view's middle lies."""

    view: View
    width: int
    height: int
    scale: float
    right: float
    down: float

    @classmethod
    def of(cls, view: View, width: int, height: int) -> Plane:
        """The view as large as it fits, in the middle of the sheet."""
        edges = projected(np.array(list(_edges(view))), view)
        low, high = edges.min(axis=0), edges.max(axis=0)
        scale = min(width / (high[0] - low[0]), height / (high[1] - low[1]))
        right, down = (np.array((width, height)) - (low + high) * scale) / 2
        return cls(view, width, height, float(scale), float(right), float(down))

    @classmethod
    def of_width(cls, view: View, width: int, lowest: int, highest: int) -> Plane:
        """The view on a sheet of this width, as high as it needs between the two."""
        edges = projected(np.array(list(_edges(view))), view)
        wide, high = edges.max(axis=0) - edges.min(axis=0)
        return cls.of(view, width, min(highest, max(lowest, round(width * high / wide))))

    def placed(self, points: Points) -> Points:
        """Points in degrees as px on the sheet."""
        return projected(points, self.view) * self.scale + (self.right, self.down)

    def at(self, longitude: float, latitude: float) -> Corner | None:
        """One point; None where it is off the sheet."""
        west, east = self.view.west, self.view.east
        turned = longitude + 360 * round(((west + east) / 2 - longitude) / 360)
        points = nearer(np.array([(turned, latitude)]), self.view)
        if not len(points):
            return None
        x, y = map(float, self.placed(points)[0])
        return (x, y) if 0 <= x <= self.width and 0 <= y <= self.height else None

    @property
    def degree(self) -> float:
        """How many px a degree of the meridian is in the middle."""
        return self.scale * np.pi / 180

    @property
    def reach(self) -> tuple[float, float]:
        """How many degrees of longitude and latitude from the middle its corners lie, at most."""
        far = 2 * np.arcsin(min(1.0, np.hypot(self.width, self.height) / 2 / self.scale / 2))
        narrow = np.cos(np.radians(self.view.middle[1]))
        across = np.arcsin(np.sin(far) / narrow) if far < np.pi / 2 and np.sin(far) < narrow else np.pi
        return float(np.degrees(across)), float(np.degrees(far))

    @property
    def level(self) -> int:
        """How exact outlines have to be."""
        seen = _UNSEEN / self.degree / outlines().finest
        return int(min(LEVELS - 1, max(0, np.floor(2 * np.log2(max(seen, 1e-9))))))


class DrawnArea(NamedTuple):
    """An area on a sheet: its path, how many square px of it are seen, and a place for its name.

    `ring` is its largest ring, roughly.  The path and the ring are empty where it is too small to be drawn.
    """

    area: Area
    path: str
    size: float
    middle: Corner
    ring: tuple[Corner, ...] = ()

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in its largest ring."""
        inside = False
        for (x1, y1), (x2, y2) in zip(self.ring, (*self.ring[1:], *self.ring[:1]), strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside


@lru_cache(maxsize=_KEPT)
def areas_on(plane: Plane) -> tuple[DrawnArea, ...]:
    """The areas that lie on a sheet, in the order of the outlines."""
    drawn = (_drawn(area, plane) for area in outlines().areas)
    return tuple(one for one in drawn if one is not None)


@lru_cache(maxsize=_KEPT)
def edge_of(plane: Plane) -> str:
    """The path of the edge of the world."""
    return _path([(float(x), float(y)) for x, y in plane.placed(np.array(list(_edges(plane.view))))])


def _edges(view: View) -> Iterator[Corner]:
    west, south, east, north = view
    steps = [step / _STEPS for step in range(_STEPS + 1)]
    yield from ((west + (east - west) * step, south) for step in steps)
    yield from ((east, south + (north - south) * step) for step in steps)
    yield from ((east - (east - west) * step, north) for step in steps)
    yield from ((west, north - (north - south) * step) for step in steps)


def _drawn(area: Area, plane: Plane) -> DrawnArea | None:
    pieces = [
        piece
        for ring, size in zip(area.rings, area.sizes, strict=True)
        if size * plane.degree**2 >= _LEAST and _is_around(outlines().box(ring), plane)
        for piece in _pieces(ring, plane)
    ]
    sizes = [_size(piece) for piece in pieces]
    path = "".join(_path(piece) for piece, size in zip(pieces, sizes, strict=True) if size >= _LEAST)
    middle = plane.at(*area.middle)
    if not path:
        return DrawnArea(area, "", 0.0, middle) if middle else None
    largest = pieces[sizes.index(max(sizes))]
    return DrawnArea(area, path, sum(sizes), middle or _middle(largest), _rough(largest))


def _rough(corners: list[Corner]) -> tuple[Corner, ...]:
    """Every so many points of a ring: enough to tell whether a name lies inside."""
    return tuple(corners[:: 1 + len(corners) // _ROUGH])


def _is_around(box: tuple[float, float, float, float], plane: Plane) -> bool:
    """Whether what lies between these edges may lie on the sheet."""
    if plane.view.is_world:
        return True
    west, south, east, north = box
    middle, up = plane.view.middle
    across, far = plane.reach
    if south > up + far or north < up - far:
        return False
    return any(west + turn < middle + across and east + turn > middle - across for turn in _TURNS)


def _pieces(ring: tuple[int, ...], plane: Plane) -> Iterator[list[Corner]]:
    """What of a ring lies on the sheet; one that crosses the edge of the world lies on both sides of it."""
    points = outlines().ring(ring, plane.level)
    if abs(points[-1, 0] - points[0, 0]) > 180:  # around the pole
        points = np.vstack((points, (points[-1, 0], -90.0), (points[0, 0], -90.0)))
    if not plane.view.is_world:
        piece = _cut(plane.placed(nearer(points, plane.view)), plane) if len(points) > 2 else []
        if len(piece) > 2:
            yield piece
        return
    west, east = plane.view.west, plane.view.east
    for turn in _TURNS:
        turned = points + np.array((turn, 0.0))
        if turned[:, 0].max() > west and turned[:, 0].min() < east:
            corners = _half(_corners(turned), 0, west, 1.0)
            corners = _half(corners, 0, east, -1.0)
            if len(corners) > 2:
                yield _corners(plane.placed(np.array(corners)))


def _cut(points: Points, plane: Plane) -> list[Corner]:
    """What of a ring lies on the sheet."""
    if len(points) < 3:
        return []
    low, high = points.min(axis=0), points.max(axis=0)
    right, bottom = plane.width + _EDGE, plane.height + _EDGE
    edges = ((0, -_EDGE, 1.0), (0, right, -1.0), (1, -_EDGE, 1.0), (1, bottom, -1.0))
    if any(high[axis] < edge if side > 0 else low[axis] > edge for axis, edge, side in edges):
        return []
    corners = _corners(points)
    for axis, edge, side in edges:
        if low[axis] < edge if side > 0 else high[axis] > edge:
            corners = _half(corners, axis, edge, side)
    return corners


def _half(corners: list[Corner], axis: int, edge: float, side: float) -> list[Corner]:
    """What of a ring lies on one side of a line, after Sutherland and Hodgman (1974)."""
    kept: list[Corner] = []
    for one, other in zip([corners[-1], *corners[:-1]] if corners else [], corners, strict=True):
        before, here = (one[axis] - edge) * side, (other[axis] - edge) * side
        if (before < 0) != (here < 0):
            part = before / (before - here)
            kept.append((one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part))
        if here >= 0:
            kept.append(other)
    return kept


def _corners(points: Points) -> list[Corner]:
    return [(x, y) for x, y in points.tolist()]


def _path(corners: list[Corner]) -> str:
    """Path data, each point as the way from the one before, in tenths of a px."""
    x, y = round(corners[0][0] * 10), round(corners[0][1] * 10)
    steps = [f"M{_tenths(x)} {_tenths(y)}l"]
    for right, down in corners[1:]:
        across, along = round(right * 10) - x, round(down * 10) - y
        if across or along:
            steps.append(f"{_tenths(across)} {_tenths(along)} ")
            x, y = x + across, y + along
    return "".join(steps).rstrip().replace(" -", "-") + "z"


def _tenths(number: int) -> str:
    whole, rest = divmod(abs(number), 10)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole or ''}.{rest}" if rest else f"{sign}{whole}"


def _size(corners: list[Corner]) -> float:
    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def _middle(corners: list[Corner]) -> Corner:
    """The middle of a ring by its area."""
    twice, x, y = 0.0, 0.0, 0.0
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True):
        part = x1 * y2 - x2 * y1
        twice, x, y = twice + part, x + (x1 + x2) * part, y + (y1 + y2) * part
    return (x / (3 * twice), y / (3 * twice)) if twice else corners[0]
