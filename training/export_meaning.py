"""Turn a checkpoint of the meaning network into the int8 ONNX graph that the package ships.

python -m training.export_meaning training/runs/meaning --output src/counterclaim/read/weights
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.export import OPSET, write
from training.meaning_network import FEATURES, MeaningNetwork
from training.train_meaning import NAMES

SHIPPED = NAMES[:3]  # evidence is learned along; rules read it better


class MeaningGraph(nn.Module):
    """One unpadded view to log-probabilities of the fields that are shipped."""

    def __init__(self, network: MeaningNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """(1, T), (1, T, 3) to (1, labels) a field."""
        fields = self.network(pieces, features, None)[: len(SHIPPED)]
        return tuple(functional.log_softmax(field, -1) for field in fields)


def export(network: MeaningNetwork, target: Path) -> None:
    """Write the graph in full precision."""
    network.eval()
    torch.onnx.export(
        MeaningGraph(network),
        (torch.ones(1, 9, dtype=torch.long), torch.zeros(1, 9, len(FEATURES), dtype=torch.long)),
        str(target),
        input_names=["pieces", "features"],
        output_names=list(SHIPPED),
        dynamic_axes={"pieces": {1: "T"}, "features": {1: "T"}},
        opset_version=OPSET,
        dynamo=False,
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("run", type=Path, help="folder with meaning.safetensors")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument(
        "--float", action="store_true", help="keep full precision, to measure what int8 costs"
    )
    args = parser.parse_args()
    network = MeaningNetwork()
    network.load_state_dict(load_file(args.run / "meaning.safetensors"))
    args.output.mkdir(parents=True, exist_ok=True)
    target = args.output / "meaning.onnx"
    write(lambda plain: export(network, plain), target, keep_float=args.float)


if __name__ == "__main__":
    main()
