"""The key under which the name of a place is looked up."""

from __future__ import annotations

from counterclaim.read.names.fold import fold

_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


def place_key(name: str) -> str:
    """Fold a name; "St." and "Mt." at its beginning are written out.  Empty where there is no letter."""
    words = fold(name).split()
    if len(words) > 1 and words[0] in _SHORT:
        words[0] = _SHORT[words[0]]
    return " ".join(words)
