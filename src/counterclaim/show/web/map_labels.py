"""Room for names on a map: no name lies over another or over a mark."""

from __future__ import annotations

from collections.abc import Iterable

Box = tuple[float, float, float, float]  # left, top, right, bottom in px
_GAP = 2.0  # px between names


class Labels:
    """The room that is taken on a sheet of so many px; `marks` may not be covered."""

    def __init__(self, width: int, height: int, marks: Iterable[Box]) -> None:
        self._width = width
        self._height = height
        self._taken = list(marks)

    def is_free(self, box: Box, but: Box | None = None) -> bool:
        """Whether this room lies on the sheet and nothing in it, `but` the mark that a name belongs to."""
        left, top, right, bottom = box
        if left < 1 or top < 1 or right > self._width - 1 or bottom > self._height - 1:
            return False
        return not any(_touch(box, one) for one in self._taken if one != but)

    def take(self, box: Box) -> None:
        """Take this room."""
        left, top, right, bottom = box
        self._taken.append((left - _GAP, top - _GAP, right + _GAP, bottom + _GAP))


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
