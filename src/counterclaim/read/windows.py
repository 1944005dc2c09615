"""Windows over a text that fit the encoder, cut at sentences, with overlap.

Every word lies in the core of exactly one window; cues are looked for in the
core, their sources and contents in the whole window.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from counterclaim.read.words import Words

MAX_PIECES = 382  # with [CLS] and [SEP] 384; what the model was trained on
LEFT_PIECES = 56
RIGHT_PIECES = 80


@dataclass(frozen=True, slots=True)
class Window:
    """Words [first, last) of which [core_first, core_last) is the core."""

    first: int
    last: int
    core_first: int
    core_last: int


def cut_windows(words: Words) -> list[Window]:
    """Windows whose cores tile the text, each at most MAX_PIECES pieces."""
    count = len(words)
    if len(words.piece_ids) <= MAX_PIECES:
        return [Window(0, count, 0, count)] if count else []
    core_pieces = MAX_PIECES - LEFT_PIECES - RIGHT_PIECES
    windows = []
    first = 0
    while first < count:
        last = _core_end(words, first, core_pieces)
        windows.append(_widen(words, first, last))
        first = last
    return windows


def _core_end(words: Words, first: int, pieces: int) -> int:
    """Last sentence end within so many pieces, or a cut inside a long sentence."""
    limit = _last_word_within(words, first, pieces)
    if limit == len(words):
        return limit
    sentence = int(words.sentence[limit])
    start = int(np.searchsorted(words.sentence, sentence))
    return start if start > first else limit


def _last_word_within(words: Words, first: int, pieces: int) -> int:
    """End of the longest run of words from `first` on, at least one word."""
    budget = int(words.first_piece[first]) + pieces
    last = int(np.searchsorted(words.first_piece, budget, side="right")) - 1
    return max(first + 1, min(last, len(words)))


def _widen(words: Words, core_first: int, core_last: int) -> Window:
    """Add context on both sides; what one side does not need the other gets."""
    core = int(words.first_piece[core_last] - words.first_piece[core_first])
    spare = MAX_PIECES - core
    before = int(words.first_piece[core_first])
    after = len(words.piece_ids) - int(words.first_piece[core_last])
    left = min(
        before, max(LEFT_PIECES, spare - min(after, spare * RIGHT_PIECES // (LEFT_PIECES + RIGHT_PIECES)))
    )
    left = max(0, min(left, spare))
    right = min(after, spare - left)
    first = int(np.searchsorted(words.first_piece, before - left))
    last = _last_word_within(
        words, core_last - 1, right + int(words.first_piece[core_last] - words.first_piece[core_last - 1])
    )
    return Window(min(first, core_first), max(last, core_last), core_first, core_last)
