"""Turn a checkpoint into the two ONNX graphs that the package ships, the larger one in int8.

python -m training.export training/runs/a --output src/counterclaim/read/weights
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn

from training.network import HEAD, CueHead, Reader
from training.train import base_folder

OPSET = 17


class WordGraph(nn.Module):
    """One unpadded window: pieces and features to what is said of its words."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder = reader.encoder
        self.words = reader.words

    def forward(self, pieces: Tensor, features: Tensor, first_piece: Tensor) -> tuple[Tensor, ...]:
        """(1, T), (1, T, 3), (W,) to (W, 3), (W, 3), (W, HEAD) x 3."""
        x = self.encoder(pieces, features, None)
        return self.words(x[0].index_select(0, first_piece))


class CueGraph(nn.Module):
    """Roles around each of several cues of one window."""

    def __init__(self, cue: CueHead) -> None:
        super().__init__()
        self.cue = cue

    def forward(
        self, anchor: Tensor, match: Tensor, words: Tensor, offset: Tensor, sentence: Tensor, mask: Tensor
    ) -> Tensor:
        """As CueHead; mask (A, L) is added to attention scores."""
        return self.cue(anchor, match, words, offset, sentence, mask[:, None, None, :])


def export(reader: Reader, folder: Path) -> tuple[Path, Path]:
    """Write both graphs in full precision."""
    reader.eval()
    words, cue = folder / "words.onnx", folder / "cue.onnx"
    torch.onnx.export(
        WordGraph(reader),
        (torch.ones(1, 9, dtype=torch.long), torch.zeros(1, 9, 3, dtype=torch.long), torch.tensor([1, 2, 4])),
        str(words),
        input_names=["pieces", "features", "first_piece"],
        output_names=["anchors", "roles", "as_anchor", "as_word", "as_match"],
        dynamic_axes={
            "pieces": {1: "T"},
            "features": {1: "T"},
            "first_piece": {0: "W"},
            **{name: {0: "W"} for name in ("anchors", "roles", "as_anchor", "as_word", "as_match")},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    index = torch.zeros(2, 7, dtype=torch.long)
    torch.onnx.export(
        CueGraph(reader.cue),
        (
            torch.zeros(2, HEAD),
            torch.zeros(2, HEAD),
            torch.zeros(2, 7, HEAD),
            index,
            index,
            torch.zeros(2, 7),
        ),
        str(cue),
        input_names=["anchor", "match", "words", "offset", "sentence", "mask"],
        output_names=["roles"],
        dynamic_axes={
            "anchor": {0: "A"},
            "match": {0: "A"},
            **{name: {0: "A", 1: "L"} for name in ("words", "offset", "sentence", "mask", "roles")},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    return words, cue


def quantise(source: Path, target: Path) -> None:
    """Weights of the encoder to int8 per channel, 7 bits used, so that processors without VNNI agree."""
    quantize_dynamic(
        source,
        target,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather"],
    )


def write(export: Callable[[Path], None], target: Path, *, keep_float: bool) -> None:
    """What `export` writes in full precision, in int8 unless that is to be kept; the graph is checked."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / target.name
        export(plain)
        if keep_float:
            shutil.copy(plain, target)
        else:
            quantise(plain, target)
    onnx.checker.check_model(str(target))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("run", type=Path, help="folder with reader.safetensors")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument(
        "--float", action="store_true", help="keep full precision, to measure what int8 costs"
    )
    args = parser.parse_args()
    reader = Reader()
    reader.load_state_dict(load_file(args.run / "reader.safetensors"))
    args.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        words, cue = export(reader, Path(folder))
        if args.float:
            shutil.copy(words, args.output / "words.onnx")
        else:
            quantise(words, args.output / "words.onnx")
        shutil.copy(cue, args.output / "cue.onnx")
    shutil.copy(base_folder() / "tokenizer.json", args.output / "tokenizer.json")
    for path in args.output.glob("*.onnx"):
        onnx.checker.check_model(str(path))


if __name__ == "__main__":
    main()
