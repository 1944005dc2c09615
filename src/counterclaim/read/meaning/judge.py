"""The trained network that reads a claim's meaning, at work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from counterclaim.model.meaning import Certainty, Orientation, Polarity
from counterclaim.read.meaning.view import View
from counterclaim.read.session import open_session

Floats = npt.NDArray[np.float32]

_POLARITIES, _CERTAINTIES, _ORIENTATIONS = tuple(Polarity), tuple(Certainty), tuple(Orientation)
_AHEAD = (Orientation.FUTURE, Orientation.COMMITMENT)
# Chosen on polnear-train and story-dev, November 2026, where dues then have a precision of 100%.
LEAST_AHEAD = 0.03
_OUTPUTS = ("polarity", "certainty", "orientation")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The likeliest value of each field.

    `ahead` is the likelier of future and commitment where it is not `orientation`, yet not improbable.
    """

    polarity: Polarity
    certainty: Certainty
    orientation: Orientation
    ahead: Orientation | None


class Judge:
    """One graph, loaded once; one claim at a time, so that a result depends on nothing else."""

    def __init__(self, folder: Path) -> None:
        """Load from a folder; ModelError if the file is missing or damaged."""
        self._graph = open_session(folder / "meaning.onnx")

    def judge(self, view: View, denied: bool = False) -> Judgement:
        """What the claim of a view means; a claim without a stand has no certainty.

        `denied` says that the cue denies by itself, so that the network need not tell.
        """
        outputs = self._graph.run(_OUTPUTS, {"pieces": view.pieces[None], "features": view.features[None]})
        polarity, certainty, orientation = (np.asarray(output)[0] for output in outputs)
        stand = Polarity.DENIES if denied else _POLARITIES[int(polarity.argmax())]
        sure = Certainty.UNKNOWN if stand is Polarity.NONE else _CERTAINTIES[int(certainty.argmax())]
        orientated = _ORIENTATIONS[int(orientation.argmax())]
        return Judgement(stand, sure, orientated, _ahead(orientation))


def _ahead(orientation: Floats) -> Orientation | None:
    """Future or commitment, from log-probabilities of all orientations."""
    likelier = max(_AHEAD, key=lambda one: orientation[_ORIENTATIONS.index(one)])
    probability = float(np.exp(orientation[_ORIENTATIONS.index(likelier)]))
    return likelier if probability >= LEAST_AHEAD else None
