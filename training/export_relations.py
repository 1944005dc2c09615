"""Turn a checkpoint of the network of relations into the int8 ONNX graph that the package ships.

python -m training.export_relations training/runs/relations --output src/counterclaim/link/weights
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from training.export import OPSET, write
from training.relation_network import FEATURES, RelationNetwork
from training.train import base_folder


class RelationGraph(nn.Module):
    """One unpadded view to the logits of the relation and of inference."""

    def __init__(self, network: RelationNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """(1, T), (1, T, 5) to (1, RELATIONS), (1, INFERENCES)."""
        relation, inference = self.network(pieces, features, None)
        return relation, inference


def export(network: RelationNetwork, target: Path) -> None:
    """Write the graph in full precision."""
    network.eval()
    features = torch.zeros(1, 9, len(FEATURES), dtype=torch.long)
    features[0, 1:4, 0], features[0, 5:8, 0] = 3, 6
    torch.onnx.export(
        RelationGraph(network),
        (torch.ones(1, 9, dtype=torch.long), features),
        str(target),
        input_names=["pieces", "features"],
        output_names=["relation", "inference"],
        dynamic_axes={"pieces": {1: "T"}, "features": {1: "T"}},
        opset_version=OPSET,
        dynamo=False,
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("run", type=Path, help="folder with relations.safetensors")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="keep full precision, to see what int8 costs")
    args = parser.parse_args()
    network = RelationNetwork()
    network.load_state_dict(load_file(args.run / "relations.safetensors"))
    args.output.mkdir(parents=True, exist_ok=True)
    target = args.output / "relations.onnx"
    write(lambda plain: export(network, plain), target, keep_float=args.float)
    shutil.copy(base_folder() / "tokenizer.json", args.output / "tokenizer.json")


if __name__ == "__main__":
    main()
