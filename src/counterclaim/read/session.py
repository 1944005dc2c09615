"""Graphs of the packaged weights, opened so that their results never vary."""

from __future__ import annotations

from pathlib import Path

import onnxruntime

from counterclaim.errors import ModelError


def open_session(path: Path) -> onnxruntime.InferenceSession:
    """A graph on one thread; ModelError if the file is missing or damaged."""
    if not path.is_file():
        raise ModelError(str(path), "the reader's weights are missing", "Install the package again")
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
        raise ModelError(
            str(path), "the reader's weights are damaged", "Install the package again"
        ) from error
