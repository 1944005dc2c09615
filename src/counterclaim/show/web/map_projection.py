"""From degrees to a plane on which equal areas of the ground have equal areas of paper.

An area that is shaded by a number must not look larger than it is, so both projections keep areas:
Equal Earth for the whole world, Lambert's azimuthal one for a stretch of it.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from counterclaim.show.web.map_outlines import Points

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = np.sqrt(3) / 2
_FAR = -0.3  # cosine of the angle from the middle, 107 degrees


class View(NamedTuple):
    """A stretch of the world: the degrees of its edges, the whole world where they are its own."""

    west: float
    south: float
    east: float
    north: float

    @property
    def is_world(self) -> bool:
        """Whether it shows everything."""
        return self.east - self.west >= 360

    @property
    def middle(self) -> tuple[float, float]:
        """Degrees east and north of its middle."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2


WORLD = View(-169.0, -90.0, 191.0, 90.0)  # its edge runs through the Bering Strait, where it cuts no state


def projected(points: Points, view: View) -> Points:
    """Points on the plane of a view, in radii of the earth, rightwards and downwards from its middle."""
    return _equal_earth(points, view) if view.is_world else _lambert(points, view)


def nearer(points: Points, view: View) -> Points:
    """The points that do not lie on the far side of the earth, where all would be drawn out of shape.

    They are far outside of any view that is not the whole world.
    """
    return points if view.is_world else points[_cosine(points, view) > _FAR]


def _equal_earth(points: Points, view: View) -> Points:
    """After Šavrič, Patterson and Jenny (2018)."""
    across = np.radians(points[:, 0] - view.middle[0])
    theta = np.arcsin(_M * np.sin(np.radians(points[:, 1])))
    square = theta**2
    sixth = square**3
    x = across * np.cos(theta) / (_M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return np.column_stack((x, -y))


def _lambert(points: Points, view: View) -> Points:
    """After Lambert (1772), as in Snyder's "Map projections" (1987), page 185."""
    across, up = np.radians(points[:, 0] - view.middle[0]), np.radians(points[:, 1])
    middle = np.radians(view.middle[1])
    scale = np.sqrt(2 / np.maximum(1e-9, 1 + _cosine(points, view)))
    x = scale * np.cos(up) * np.sin(across)
    y = scale * (np.cos(middle) * np.sin(up) - np.sin(middle) * np.cos(up) * np.cos(across))
    return np.column_stack((x, -y))


def _cosine(points: Points, view: View) -> Points:
    """Of the angle between points and the middle of a view."""
    across, up = np.radians(points[:, 0] - view.middle[0]), np.radians(points[:, 1])
    middle = np.radians(view.middle[1])
    return np.sin(middle) * np.sin(up) + np.cos(middle) * np.cos(up) * np.cos(across)  # type: ignore[no-any-return]
