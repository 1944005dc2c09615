"""The trained network that compares two claims, at work."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from counterclaim.errors import ModelError
from counterclaim.link.relations.view import View

Floats = npt.NDArray[np.float64]

REMEDY = "Install the package again"


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Log-probabilities: of each `gates.Label`, and of entailment, neither, contradiction."""

    relation: Floats
    inference: Floats


class Graph:
    """One graph and its vocabulary; one pair at a time, so that a result depends on nothing else."""

    def __init__(self, folder: Path) -> None:
        """Load from a folder; ModelError if a file is missing or damaged."""
        self._session = _session(folder / "relations.onnx")
        self.tokenizer = _tokenizer(folder / "tokenizer.json")

    def judge(self, view: View) -> Found:
        """What the network finds of a pair."""
        inputs = {"pieces": view.pieces[None], "features": view.features[None]}
        relation, inference = self._session.run(("relation", "inference"), inputs)
        return Found(_log_probabilities(relation), _log_probabilities(inference))


def _log_probabilities(logits: npt.ArrayLike) -> Floats:
    values = np.asarray(logits, dtype=np.float64)[0]
    return np.asarray(values - np.log(np.exp(values).sum()), dtype=np.float64)


def _session(path: Path) -> onnxruntime.InferenceSession:
    """On one thread, so that sums are always made in one order."""
    if not path.is_file():
        raise ModelError(str(path), "the weights of relations are missing", REMEDY)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except (
        onnxruntime.capi.onnxruntime_pybind11_state.InvalidProtobuf,
        onnxruntime.capi.onnxruntime_pybind11_state.Fail,
    ) as error:
        raise ModelError(str(path), "the weights of relations are damaged", REMEDY) from error


def _tokenizer(path: Path) -> Tokenizer:
    try:
        text = path.read_text(encoding="utf-8")
        json.loads(text)  # the library itself raises nothing narrower than Exception
    except (OSError, ValueError) as error:
        raise ModelError(str(path), "the vocabulary is missing or damaged", REMEDY) from error
    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
