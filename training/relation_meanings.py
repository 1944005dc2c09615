"""What the reader makes of each claim: python -m training.relation_meanings --shared S --output F.json.

The network of relations is shown polarity and outlook as they will be at work, mistakes of the reader too.
Run in the environment of the package; no torch is needed.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import msgspec

from counterclaim.model.meaning import Meaning
from counterclaim.model.reading import QuoteType
from counterclaim.pipeline import interpret_text
from counterclaim.read.said import Said
from training.relations import Told as Side
from training.relations import meaning_key, own_pairs

SOURCE = "Officials"  # where nobody is named


def read_of(side: Side) -> tuple[Meaning, bytes]:
    """What the reader makes of a written claim, put as news puts it; and its vector."""
    source = side.speaker or SOURCE
    start = len(f"{source} said ")
    content = (start, start + len(side.text))
    said = Said(
        source=((0, len(source)),),
        cue=((len(source) + 1, start - 1),),
        content=(content,),
        quote_type=QuoteType.INDIRECT,
        parent=None,
        claims=((content,),),
    )
    (found,) = interpret_text(f"{source} said {side.text}.", (said,), id="pair", published=side.day)
    return msgspec.structs.replace(found.meanings[0], said=None), found.vectors[0]


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora and gold")
    parser.add_argument("--output", type=Path, required=True, help="JSON file; what it has stays")
    args = parser.parse_args()
    sides = {
        meaning_key(side): side for pair in own_pairs(args.shared / "gold") for side in (pair.one, pair.other)
    }
    rows = json.loads(args.output.read_text(encoding="utf-8")) if args.output.exists() else {}
    for key in sorted(sides.keys() - rows.keys()):
        meaning, _ = read_of(sides[key])
        rows[key] = meaning.polarity.value, meaning.orientation.value
    args.output.write_text(json.dumps(rows, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
