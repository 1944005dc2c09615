"""The trained network that reads a claim's meaning, at work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from counterclaim.model.meaning import Certainty, Orientation, Polarity
from counterclaim.read.meaning.view import View
from counterclaim.read.session import open_session

_POLARITIES, _CERTAINTIES, _ORIENTATIONS = tuple(Polarity), tuple(Certainty), tuple(Orientation)
_OUTPUTS = ("polarity", "certainty", "orientation")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The likeliest value of each field."""

    polarity: Polarity
    certainty: Certainty
    orientation: Orientation


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
        return Judgement(stand, sure, _ORIENTATIONS[int(orientation.argmax())])
