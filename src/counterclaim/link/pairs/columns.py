"""Arrays that grow at their end."""

from __future__ import annotations

from typing import Generic, TypeVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

Number = TypeVar("Number", bound=np.generic)


class Column(Generic[Number]):
    """Numbers (or rows of `width` numbers) in one stretch of memory, with room to spare."""

    def __init__(self, kind: DTypeLike, width: int | None = None) -> None:
        self._length = 0
        self._held: NDArray[Number] = np.zeros(1024 if width is None else (1024, width), kind)

    def __len__(self) -> int:
        return self._length

    @property
    def all(self) -> NDArray[Number]:
        """What is in it; seen, not copied, until it grows next."""
        return self._held[: self._length]

    def extend(self, more: NDArray[Number]) -> None:
        """Put more at the end."""
        begin = self._length
        self.lengthen(begin + len(more))
        self._held[begin : self._length] = more

    def lengthen(self, length: int) -> None:
        """Put zeros at the end, until it has this length at least."""
        if length > len(self._held):
            grown = np.zeros((max(length, 2 * len(self._held)), *self._held.shape[1:]), self._held.dtype)
            grown[: self._length] = self.all
            self._held = grown
        self._length = max(self._length, length)
