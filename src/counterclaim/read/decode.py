"""From probabilities to spans: the best sequence of roles around each cue (Viterbi)."""

from __future__ import annotations

from enum import IntEnum
from typing import cast

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


class Role(IntEnum):
    """What a word is to one cue."""

    NONE = 0
    SOURCE = 1
    CUE = 2
    CONTENT = 3


# Pointwise mutual information of neighbouring roles, log P(next | role) / P(next),
# counted on PolNeAR train and world B to F (training.transitions prints it).
TRANSITION_PMI = np.array(
    [
        [0.09, -1.45, -2.13, -3.53],
        [-2.59, 4.06, 3.38, -3.47],
        [-1.91, 1.25, 4.17, 1.6],
        [-2.9, -0.45, -0.3, 2.6],
    ],
    dtype=np.float32,
)


def best_roles(roles: Floats, inside: npt.NDArray[np.bool_], weight: float) -> npt.NDArray[np.int64]:
    """Most probable roles (A, L) for log-probabilities (A, L, 4).

    `weight` scales the transition scores; places not `inside` get Role.NONE.
    """
    count, length, _ = roles.shape
    if not count or not length:
        return np.zeros((count, length), dtype=np.int64)
    emissions = roles.copy()
    emissions[~inside] = np.array([0.0, -1e4, -1e4, -1e4], dtype=np.float32)
    transitions = weight * TRANSITION_PMI
    back = np.zeros((length, count, 4), dtype=np.int64)
    score = emissions[:, 0]
    for place in range(1, length):
        reached = score[:, :, None] + transitions[None]
        back[place] = reached.argmax(axis=1)
        score = reached.max(axis=1) + emissions[:, place]
    path = np.zeros((count, length), dtype=np.int64)
    path[:, -1] = score.argmax(axis=1)
    rows = np.arange(count)
    for place in range(length - 1, 0, -1):
        path[:, place - 1] = back[place, rows, path[:, place]]
    return cast("npt.NDArray[np.int64]", path)
