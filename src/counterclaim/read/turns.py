"""Transcript turns as attributions: the label is the source, the turn the content."""

from __future__ import annotations

import numpy as np

from counterclaim.model.span import Span
from counterclaim.read.found import Found, Origin
from counterclaim.read.transcripts import Turn, turns
from counterclaim.read.words import Words


def add_turns(text: str, words: Words, found: list[Found]) -> list[Found]:
    """Attributions with those of labelled turns added, ordered by anchor."""
    spoken = turns(text)
    if not spoken:
        return found
    of_turns = [item for turn in spoken if (item := _as_found(turn, words)) is not None]
    labels = {word for item in of_turns for word in item.source}
    kept = [item for item in found if not _is_the_turn(item, labels)]
    return sorted([*kept, *of_turns], key=lambda item: item.anchor)


def _indices(span: Span, words: Words) -> tuple[int, ...]:
    first = int(np.searchsorted(words.starts, span[0]))
    return tuple(range(first, int(np.searchsorted(words.ends, span[1], side="right"))))


def _as_found(turn: Turn, words: Words) -> Found | None:
    source, content = _indices(turn.label, words), _indices(turn.speech, words)
    if not source or not content:
        return None
    return Found(source[0], source, (), content, origin=Origin.TURN)


def _is_the_turn(item: Found, labels: set[int]) -> bool:
    """Whether the network found the turn itself, by its label."""
    return bool(item.source) and labels.issuperset(item.source)
