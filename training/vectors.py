"""Give the graph of meaning one more output, a claim's vector, for finding claims near in meaning.

python -m training.vectors --shared ../shared --weights src/counterclaim/read/weights

The vector is a linear map of the means of all layers' states, over the claim and over what stands right
before it, fitted by ridge regression to the sentence vectors of the base weights.  All other nodes and
outputs of the graph stay as they are.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from safetensors.torch import load_file
from tokenizers import Tokenizer

from counterclaim.read.meaning.judge import VECTOR
from counterclaim.read.meaning.view import Part
from counterclaim.read.words import load_tokenizer
from training.network import Encoder, load_minilm
from training.train import base_folder
from training.vector_claims import Seen, gathered

Array = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]

DIMENSIONS = 96
RIDGE = 0.01  # of the mean variance
LAYERS = 6
STATES = (
    "/network/encoder/norm/LayerNormalization_output_0",
    *(f"/network/encoder/layers.{n}/norm_output/LayerNormalization_output_0" for n in range(LAYERS)),
)
MOST_PIECES = 160
OWN = "vectors/"  # what the names of our nodes begin with
BATCH = 32
TRIED = 50_000  # pairs that likeness is compared on


def states_of(weights: Path, claims: Sequence[Seen]) -> Array:
    """Means of states by claim: over the claim, layer by layer, then over what stands before it."""
    model = without_vector(onnx.load(str(weights / "meaning.onnx")))
    model.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in STATES)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    graph = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    found = np.zeros((len(claims), 2, len(STATES), model_size(model)), np.float32)
    for row, claim in enumerate(claims):
        view = claim.view
        states = graph.run(STATES, {"pieces": view.pieces[None], "features": view.features[None]})
        for place, part in enumerate((Part.CLAIM, Part.BEFORE)):
            mask = view.features[:, 2] == part
            if mask.any():
                found[row, place] = [state[0][mask].mean(0) for state in states]
    return found.reshape(len(claims), -1)


def model_size(model: onnx.ModelProto) -> int:
    """How wide the states are."""
    bias = next(one for one in model.graph.initializer if one.name.endswith("norm_output.bias"))
    return int(bias.dims[0])


def sentence_vectors(texts: Sequence[str]) -> Array:
    """Unit vectors of texts by the base weights."""
    folder = base_folder()
    encoder = Encoder(features=())
    load_minilm(encoder, load_file(folder / "model.safetensors"))
    encoder.eval()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_PIECES)
    ids = [coded.ids for coded in tokenizer.encode_batch(list(texts))]
    order = sorted(range(len(ids)), key=lambda row: len(ids[row]))
    found = np.zeros((len(ids), encoder.word.embedding_dim), np.float32)
    with torch.inference_mode():
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            found[rows] = _encoded(encoder, [ids[row] for row in rows])
    return found


def _encoded(encoder: Encoder, ids: Sequence[Sequence[int]]) -> Array:
    longest = max(map(len, ids))
    pieces, there = torch.zeros(len(ids), longest, dtype=torch.long), torch.zeros(len(ids), longest)
    for row, one in enumerate(ids):
        pieces[row, : len(one)] = torch.tensor(one)
        there[row, : len(one)] = 1
    none = torch.zeros(len(ids), longest, 0, dtype=torch.long)
    states = encoder(pieces, none, ((1 - there) * -1e4)[:, None, None, :])
    pooled = (states * there[..., None]).sum(1) / there.sum(1, keepdim=True)
    vectors: Array = torch.nn.functional.normalize(pooled, dim=-1).numpy()
    return vectors


def wanted(claims: Sequence[Seen], learned: npt.NDArray[np.bool_]) -> Array:
    """What is imitated: the claim alone and the claim behind what stands before it, seen from the centre."""
    alone = sentence_vectors([claim.text for claim in claims])
    behind = sentence_vectors([f"{claim.before} {claim.text}" for claim in claims])
    both = alone + behind
    return _unit(both - both[learned].mean(0))


def fitted(states: Array, target: Array) -> tuple[Array, Array]:
    """Matrix and bias from states to the target's DIMENSIONS principal directions."""
    mean, spread = states.mean(0), states.std(0) + 1e-6
    inputs = (states - mean) / spread
    centred = target - target.mean(0)
    values, directions = np.linalg.eigh((centred.T @ centred).astype(np.float64))
    kept = directions[:, np.argsort(-values)[:DIMENSIONS]]
    kept = kept * np.sign(kept[np.abs(kept).argmax(0), np.arange(DIMENSIONS)])
    square: Doubles = (inputs.T @ inputs).astype(np.float64)
    square[np.diag_indices_from(square)] += RIDGE * np.trace(square) / len(square)
    matrix = np.linalg.solve(square, inputs.T @ (centred @ kept)) / spread[:, None]
    return matrix.astype(np.float32), (-(mean @ matrix)).astype(np.float32)


def _unit(rows: Array) -> Array:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(lengths, 1e-9)


def without_vector(model: onnx.ModelProto) -> onnx.ModelProto:
    """The graph as it was exported."""
    for part in (model.graph.node, model.graph.initializer):
        for one in [one for one in part if one.name.startswith(OWN)]:
            part.remove(one)
    for output in [output for output in model.graph.output if output.name == VECTOR]:
        model.graph.output.remove(output)
    return model


def add_vector(model: onnx.ModelProto, matrix: Array, bias: Array) -> onnx.ModelProto:
    """The graph with one more output: a unit vector (1, DIMENSIONS)."""
    graph = model.graph
    constants = {
        "matrix": matrix.astype(np.float16),  # half the bytes, and the same pairs are found
        "bias": bias,
        "parts": np.array([Part.CLAIM, Part.BEFORE], np.int64),
        "part": np.array([2], np.int64),  # which feature tells it
        "last": np.array([-1], np.int64),
        "one": np.array(1, np.float32),
        "flat": np.array([1, -1], np.int64),
    }
    graph.initializer.extend(numpy_helper.from_array(row, OWN + name) for name, row in constants.items())
    means = [f"mean_{number}" for number in range(len(STATES))]
    nodes: list[tuple[str, list[str], str, dict[str, Any]]] = [
        ("Gather", ["features", "part"], "part_of_piece", {"axis": 2}),  # (1, T, 1)
        ("Equal", ["part_of_piece", "parts"], "is_part", {}),  # (1, T, 2)
        ("Cast", ["is_part"], "of_piece", {"to": TensorProto.FLOAT}),
        ("Transpose", ["of_piece"], "of_part", {"perm": [0, 2, 1]}),
        ("ReduceSum", ["of_part", "last"], "pieces", {}),
        ("Max", ["pieces", "one"], "some_pieces", {}),
        ("Div", ["of_part", "some_pieces"], "shares", {}),  # (1, 2, T)
        *(("MatMul", ["shares", state], mean, {}) for state, mean in zip(STATES, means, strict=True)),
        ("Concat", means, "means", {"axis": 2}),
        ("Reshape", ["means", "flat"], "state", {}),
        ("Cast", ["matrix"], "whole_matrix", {"to": TensorProto.FLOAT}),
        ("MatMul", ["state", "whole_matrix"], "turned", {}),
        ("Add", ["turned", "bias"], "moved", {}),
        ("LpNormalization", ["moved"], VECTOR, {"axis": -1, "p": 2}),
    ]
    shared = {"features", VECTOR, *STATES}  # names that are not ours alone
    for kind, inputs, output, attributes in nodes:
        into, *names = (name if name in shared else OWN + name for name in (output, *inputs))
        graph.node.append(helper.make_node(kind, names, [into], name=f"{OWN}{output}", **attributes))
    graph.output.append(helper.make_tensor_value_info(VECTOR, TensorProto.FLOAT, [1, matrix.shape[1]]))
    return model


def likeness(rows: Array, others: Array, seed: int) -> float:
    """How the cosines of pairs of rows go with those of the others: Pearson's correlation."""
    rng = np.random.default_rng(seed)
    one, two = rng.integers(len(rows), size=(2, TRIED))
    one, two = one[one != two], two[one != two]
    return float(np.corrcoef((rows[one] * rows[two]).sum(1), (others[one] * others[two]).sum(1))[0, 1])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="folder with meaning.onnx")
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    claims = gathered(args.shared, load_tokenizer(str(args.weights / "tokenizer.json")), args.seed)
    learned = np.array([not claim.held_out for claim in claims])
    states, target = states_of(args.weights, claims), wanted(claims, learned)
    matrix, bias = fitted(states[learned], target[learned])
    found = _unit(states[~learned] @ matrix + bias)
    alike = likeness(found, target[~learned], args.seed)
    print(f"{len(claims)} claims; cosines of those held out correlate with the target's: {alike:.3f}")
    path = args.weights / "meaning.onnx"
    model = add_vector(without_vector(onnx.load(str(path))), matrix, bias)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


if __name__ == "__main__":
    main()
