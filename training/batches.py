"""Windows put together into padded batches of about equal cost."""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
import torch

from counterclaim.read.tagger import (
    CLS,
    LEFT_WORDS,
    RIGHT_WORDS,
    SENTENCES_AHEAD,
    SENTENCES_BACK,
    SEP,
)
from training.examples import Window
from training.network import Batch

PAD = 0


def shuffled_batches(windows: list[Window], pieces: int, rng: random.Random) -> Iterator[Batch]:
    """Batches of windows of like length, at most so many pieces each, in random order."""
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].piece_ids) + rng.random() * 32)
    groups: list[list[Window]] = [[]]
    longest = 0
    for index in order:
        longest = max(longest, len(windows[index].piece_ids) + 2)
        if groups[-1] and (len(groups[-1]) + 1) * longest > pieces:
            groups.append([])
            longest = len(windows[index].piece_ids) + 2
        groups[-1].append(windows[index])
    rng.shuffle(groups)
    for group in groups:
        yield make_batch(group)


def make_batch(windows: list[Window]) -> Batch:
    """Pad windows to one length and lay out the view of each cue."""
    b = len(windows)
    t = max(len(w.piece_ids) for w in windows) + 2
    n = max(len(w.sentence) for w in windows)
    pieces = np.full((b, t), PAD, dtype=np.int64)
    features = np.zeros((b, t, 3), dtype=np.int64)
    piece_mask = np.zeros((b, t), dtype=np.bool_)
    first_piece = np.zeros((b, n), dtype=np.int64)
    word_mask = np.zeros((b, n), dtype=np.bool_)
    anchors = np.zeros((b, n), dtype=np.int64)
    any_role = np.zeros((b, n, 3), dtype=np.float32)
    views = []
    for row, window in enumerate(windows):
        count, size = len(window.piece_ids), len(window.sentence)
        pieces[row, 0], pieces[row, 1 : count + 1], pieces[row, count + 1] = CLS, window.piece_ids, SEP
        features[row, 1 : count + 1] = window.features
        piece_mask[row, : count + 2] = True
        first_piece[row, :size] = window.first_piece
        word_mask[row, :size] = True
        anchors[row, :size] = window.anchors
        for role in (1, 2, 3):
            any_role[row, :size, role - 1] = (window.roles == role).any(axis=0)
        views += [
            _view(row, int(cue), window, roles) for cue, roles in zip(window.cues, window.roles, strict=True)
        ]
    columns = [np.stack(column) for column in zip(*views, strict=True)] if views else _no_views()
    cue_row, cue_word, view_word, view_mask, view_offset, view_sentence, view_role = map(
        torch.from_numpy, columns
    )
    return Batch(
        *map(torch.from_numpy, (pieces, features, piece_mask, first_piece, word_mask, anchors, any_role)),
        cue_row,
        cue_word,
        view_word,
        view_mask,
        view_offset,
        view_sentence,
        view_role,
    )


def _view(row: int, cue: int, window: Window, roles: np.ndarray) -> tuple[np.ndarray, ...]:
    size = len(window.sentence)
    offset = np.arange(LEFT_WORDS + RIGHT_WORDS)
    word = cue - LEFT_WORDS + offset
    inside = (word >= 0) & (word < size)
    word = np.clip(word, 0, size - 1)
    sentence = (
        np.clip(window.sentence[word] - window.sentence[cue], -SENTENCES_BACK, SENTENCES_AHEAD)
        + SENTENCES_BACK
    )
    role = np.where(inside, roles[word], 0).astype(np.int64)
    return np.array(row), np.array(cue), word, inside, offset, sentence, role


def _no_views() -> list[np.ndarray]:
    width = LEFT_WORDS + RIGHT_WORDS
    return [
        np.zeros(0, dtype=np.int64),
        np.zeros(0, dtype=np.int64),
        np.zeros((0, width), dtype=np.int64),
        np.zeros((0, width), dtype=np.bool_),
        *(np.zeros((0, width), dtype=np.int64) for _ in range(3)),
    ]
