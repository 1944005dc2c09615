"""Average the weights of runs that began alike: python -m training.average runs/a runs/b --output runs/ab.

Runs from one start, with one seed for the heads, lie near enough that their mean reads as well as
either (Wortsman et al., Model soups, ICML 2022).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from safetensors.torch import load_file, save_file

NAMES = ("meaning.safetensors", "relations.safetensors")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("runs", type=Path, nargs="+", help="folders of runs")
    parser.add_argument("--output", type=Path, required=True)
    args = parser.parse_args()
    name = next(name for name in NAMES if (args.runs[0] / name).exists())
    weights = [load_file(run / name) for run in args.runs]
    mean = {key: sum(one[key] for one in weights) / len(weights) for key in weights[0]}
    args.output.mkdir(parents=True, exist_ok=True)
    save_file(mean, args.output / name)
    (args.output / "state.json").write_text(json.dumps({"mean of": [str(run) for run in args.runs]}) + "\n")


if __name__ == "__main__":
    main()
