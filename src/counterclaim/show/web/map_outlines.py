"""Outlines of states, from the packaged file; its README says where they come from."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
from numpy.typing import NDArray

from counterclaim.errors import ModelError

_FILE = "outlines.json.gz"
LEVELS = 20
Points = NDArray[np.float64]  # degrees east and north, one point a row


class Area(msgspec.Struct, frozen=True):
    """A state or part of one: `rings` are arcs one after the other, ~n is arc n backwards.

    `code` is ISO 3166-1 alpha-2, "UA-43" for Crimea, empty where there is none.  `apart` says that editions
    of the data give it to different states, or that ISO has no code of its own for it.  `middle` is a point
    well inside its largest ring, in degrees east and north.  `sizes` are those of the rings in square degrees
    as at the equator.
    """

    code: str
    name: str
    apart: bool
    middle: tuple[float, float]
    rings: tuple[tuple[int, ...], ...]
    sizes: tuple[float, ...]


class Outlines:
    """All areas, with their arcs at any of twenty levels, two of which leave half as exact."""

    def __init__(self, told: bytes) -> None:
        read = msgspec.json.decode(told, type=_Read)
        self.finest = read.finest
        self.areas = read.areas
        self.by_code = {area.code: area for area in self.areas if area.code}
        ways = (np.array(arc, float).reshape(-1, 2) for arc in read.arcs)
        self._arcs = [np.cumsum(way, axis=0) / read.scale for way in ways]
        self._boxes = [(*arc.min(axis=0), *arc.max(axis=0)) for arc in self._arcs]
        self._levels = [np.frombuffer(level.encode(), np.uint8) - ord("a") for level in read.levels]

    def ring(self, ring: tuple[int, ...], level: int) -> Points:
        """The points of a ring at a level; one over the 180th meridian goes on beyond 180 degrees."""
        pieces = []
        for arc in ring:
            bare = arc if arc >= 0 else ~arc
            points = self._arcs[bare][self._levels[bare] >= level]
            pieces.append((points if arc >= 0 else points[::-1])[1:])
        points = np.concatenate(pieces)
        return np.column_stack((np.unwrap(points[:, 0], period=360), points[:, 1]))

    def box(self, ring: tuple[int, ...]) -> tuple[float, float, float, float]:
        """The edges around a ring: west, south, east, north."""
        boxes = [self._boxes[arc if arc >= 0 else ~arc] for arc in ring]
        west, south, east, north = zip(*boxes, strict=True)
        return min(west), min(south), max(east), max(north)


class _Read(msgspec.Struct, frozen=True):
    """What the file holds."""

    scale: int
    finest: float
    arcs: list[list[int]]
    levels: list[str]
    areas: tuple[Area, ...]


@cache
def outlines() -> Outlines:
    """The packaged outlines, read once when first asked for; ModelError where they are missing or damaged."""
    path = files("counterclaim.show.web") / "outlines" / _FILE
    try:
        return Outlines(gzip.decompress(path.read_bytes()))
    except (OSError, EOFError, ValueError, msgspec.MsgspecError) as error:
        raise ModelError(
            str(path), f"the outlines of the map cannot be read ({error})", "Install counterclaim again"
        ) from error
