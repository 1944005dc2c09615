"""Transcript turns as attributions: the label is the source, the turn the content."""

from __future__ import annotations

import numpy as np

from counterclaim.model.span import Span
from counterclaim.read.found import Found, Origin
from counterclaim.read.transcripts import Turn, turns
from counterclaim.read.words import Words

_FIRST_PERSON = frozenset("i we me us my our myself ourselves".split())


def add_turns(text: str, words: Words, found: list[Found]) -> list[Found]:
    """Attributions with those of labelled turns added, ordered by anchor.

    Inside a turn the speaker's own "I think", "we believe" are no attributions
    of their own: the whole turn is theirs already.
    """
    spoken = turns(text)
    if not spoken:
        return found
    of_turns = [item for turn in spoken if (item := _as_found(turn, words)) is not None]
    covered = np.zeros(len(words), dtype=np.bool_)
    labels: set[int] = set()
    for item in of_turns:
        covered[list(item.content)] = True
        labels.update(item.source)
    kept = [item for item in found if not _says_it_again(item, text, words, covered, labels)]
    return sorted([*kept, *of_turns], key=lambda item: item.anchor)


def _indices(span: Span, words: Words) -> tuple[int, ...]:
    inside = (words.starts >= span[0]) & (words.ends <= span[1])
    return tuple(np.flatnonzero(inside).tolist())


def _as_found(turn: Turn, words: Words) -> Found | None:
    source, content = _indices(turn.label, words), _indices(turn.speech, words)
    if not source or not content:
        return None
    return Found(source[0], source, (), content, origin=Origin.TURN)


def _says_it_again(item: Found, text: str, words: Words, covered: np.ndarray, labels: set[int]) -> bool:
    """Whether the network found the turn itself, or the speaker's own words of saying."""
    if item.source and labels.issuperset(item.source):
        return True
    if not covered[item.anchor]:
        return False
    said_by = {text[words.starts[index] : words.ends[index]].lower() for index in item.source}
    return bool(said_by) and said_by <= _FIRST_PERSON
