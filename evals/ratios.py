"""Ratios of counts, over any leading axes, that are 0 where there is nothing to divide by."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def share(counts: Floats, part: int, whole: int) -> Floats:
    """One column of counts [..., k] over another, [...]."""
    return _divide(counts[..., part], counts[..., whole])


def harmonic_mean(left: Floats, right: Floats) -> Floats:
    """F1 of a precision and a recall, elementwise."""
    return _divide(2 * left * right, left + right)


def _divide(part: Floats, whole: Floats) -> Floats:
    return np.divide(part, whole, out=np.zeros(np.shape(whole)), where=whole > 0)
