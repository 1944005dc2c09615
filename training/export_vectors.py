"""Turn a checkpoint of the network of vectors into the int8 ONNX graph that the package ships.

python -m training.export_vectors training/runs/v --shared ../shared --output src/counterclaim/read/weights

Of the teacher's many numbers those are kept in which claims differ most: the head and the principal
directions of what it makes of real claims become one linear map.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.read.words import load_tokenizer
from training.export import OPSET, write
from training.train import base_folder
from training.vector_claims import SEED, gathered, seen_claim
from training.vector_network import STUDENT_SIZE, WEIGHTS, Array, VectorNetwork, vectors_of

DIMENSIONS = 128
NAME = "vector.onnx"


class VectorGraph(nn.Module):
    """One unpadded claim to its vector in the directions that are kept."""

    def __init__(self, network: VectorNetwork, directions: Array) -> None:
        super().__init__()
        self.network = network
        self.map = folded(network.head, torch.from_numpy(directions))

    def forward(self, pieces: Tensor, shares: Tensor) -> Tensor:
        """(1, T), (1, T) to a unit vector (1, DIMENSIONS)."""
        return functional.normalize(self.map(self.network.pooled(pieces, shares, None)), dim=-1)


def folded(head: nn.Linear, directions: Tensor) -> nn.Linear:
    """The head and what turns its outputs to the directions (SIZE, DIMENSIONS), as one map."""
    both = nn.Linear(STUDENT_SIZE, directions.shape[1])
    with torch.no_grad():
        both.weight.copy_(directions.T @ head.weight)
        both.bias.copy_(directions.T @ head.bias)
    return both


def principal(vectors: Array) -> Array:
    """The directions in which unit vectors are largest, (SIZE, DIMENSIONS); their centre is left where it is.

    The signs are fixed, so that another library for linear algebra finds the same.
    """
    values, directions = np.linalg.eigh((vectors.T @ vectors).astype(np.float64))
    kept = directions[:, np.argsort(-values)[:DIMENSIONS]]
    kept = kept * np.sign(kept[np.abs(kept).argmax(0), np.arange(DIMENSIONS)])
    share = np.sort(values)[-DIMENSIONS:].sum() / values.sum()
    print(
        f"{len(vectors)} claims; {DIMENSIONS} directions keep {100 * share:.1f}% of squared length",
        flush=True,
    )
    return kept.astype(np.float32)


def export(graph: VectorGraph, target: Path) -> None:
    """Write the graph in full precision."""
    graph.eval()
    torch.onnx.export(
        graph,
        (torch.ones(1, 9, dtype=torch.long), torch.full((1, 9), 1 / 9)),
        str(target),
        input_names=["pieces", "shares"],
        output_names=["vector"],
        dynamic_axes={"pieces": {1: "T"}, "shares": {1: "T"}},
        opset_version=OPSET,
        dynamo=False,
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("run", type=Path, help=f"folder with {WEIGHTS}")
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora and gold")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="keep full precision, to see what int8 costs")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    network = VectorNetwork()
    network.load_state_dict(load_file(args.run / WEIGHTS))
    tokenizer = load_tokenizer(str(base_folder() / "tokenizer.json"))
    claims = [seen_claim(one, tokenizer) for one in gathered(args.shared, SEED) if not one.held_out]
    graph = VectorGraph(network, principal(vectors_of(network, claims)))
    args.output.mkdir(parents=True, exist_ok=True)
    target = args.output / NAME
    write(lambda plain: export(graph, plain), target, keep_float=args.float)


if __name__ == "__main__":
    main()
