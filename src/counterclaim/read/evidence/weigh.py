"""Which signs of evidence are enough, alone or together."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.read.evidence.scene import Signal

_ENOUGH = 2

# Faint signs were right in about a third of their places in the labelled texts that were developed on
# (2,500 attributions of US politics and world news): two of them together count as one firm sign.
# The others were right in two thirds or more.
_FAINT = frozenset(
    {
        "told in first person",
        "source affected",
        "source unnamed",
        "source press",
        "source at scene",
        "speaker sensed",
        "others say",
        "cue recalled",
        "was told",
        "sensed first sometime",
    }
)

# How directly a sign grounds the claim, by the first word of its name: less comes first.
_DIRECT = {
    "source": 0,
    "pronoun": 0,
    "cue": 1,
    "before": 1,
    "citing": 1,
    "quoting": 1,
    "sensed": 2,
    "content": 2,
}
_LESS_DIRECT = 3
_SPEAKER = 4


def weigh(signals: Iterable[Signal]) -> list[Signal]:
    """The signs that hold, the most direct first; [] if they are not enough together."""
    found = {signal.name: signal for signal in reversed(list(signals))}
    if sum(points(signal) for signal in found.values()) < _ENOUGH:
        return []
    return sorted(found.values(), key=lambda signal: (-points(signal), _directness(signal), signal.words[:1]))


def points(signal: Signal) -> int:
    """Two for a firm sign, one for a faint one."""
    return 1 if signal.name in _FAINT else _ENOUGH


def _directness(signal: Signal) -> int:
    first = signal.name.split()[0]
    return _SPEAKER if first == "speaker" else _DIRECT.get(first, _LESS_DIRECT)
