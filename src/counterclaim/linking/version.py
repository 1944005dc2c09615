"""Which rules and weights compare claims: another version compares all anew."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from counterclaim.link.pairs import VERSION as PAIRS
from counterclaim.link.relations.judge import VERSION as JUDGE
from counterclaim.link.relations.judge import WEIGHTS

DERIVER = "2"
"""Version of the rules that make findings of relations."""
_WEIGHED = ("relations.onnx", "gates.json")
_DIGITS = 8


@cache
def linker_version(weights: Path = WEIGHTS) -> str:
    """Versions of the rules, and the beginning of the weights' hash."""
    hashed = hashlib.sha256()
    for name in _WEIGHED:
        hashed.update((weights / name).read_bytes())
    return f"pairs {PAIRS}, judge {JUDGE}, weights {hashed.hexdigest()[:_DIGITS]}"
