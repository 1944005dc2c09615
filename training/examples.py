"""From labelled articles to windows of numbers, cut anew for each epoch."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from counterclaim.read.words import Break, Words, split_words
from training.corpus import Article, Spans

Ints = npt.NDArray[np.int64]

NONE, OUTER, NESTED = 0, 1, 2  # what a word begins as a cue
NONE_OR_NESTED = 3  # inside a content nothing is labelled; the loss sums over both classes
OUTSIDE, SOURCE, CUE, CONTENT = 0, 1, 2, 3  # what a word is to one cue

MAX_PIECES = 382
MIN_FIRST_PIECES = 96
QUOTE_STYLES = ('"', "“”", "'", "‘’", "«»", "„“")


@dataclass(frozen=True)
class Example:
    """A whole article as numbers.

    `anchors` (W,): class of each word as the first word of a cue.  `cues`:
    word indices of labelled anchors; `roles` (A, W): what each word is to it.
    """

    words: Words
    anchors: Ints
    cues: Ints
    roles: npt.NDArray[np.int8]


@dataclass(frozen=True)
class Window:
    """A stretch of one example, ready to be batched."""

    piece_ids: Ints
    features: Ints  # (P, 3) by piece
    first_piece: Ints  # (W,) counted in the window, [CLS] being 0
    sentence: Ints
    anchors: Ints
    cues: Ints
    roles: npt.NDArray[np.int8]


def _covered(words: Words, spans: Spans) -> npt.NDArray[np.bool_]:
    covered = np.zeros(len(words), dtype=np.bool_)
    for start, end in spans:
        covered |= (words.starts < end) & (words.ends > start)
    return covered


def make_example(article: Article, tokenizer: Tokenizer) -> Example:
    """Label the words of an article."""
    words = split_words(article.text, tokenizer)
    anchors = np.zeros(len(words), dtype=np.int64)
    rows: list[tuple[int, bool, npt.NDArray[np.int8]]] = []
    for item in article.attributions:
        role = np.zeros(len(words), dtype=np.int8)
        role[_covered(words, item.content)] = CONTENT
        role[_covered(words, item.source)] = SOURCE
        role[_covered(words, item.cue)] = CUE
        if not article.exhaustive and not item.nested:
            inside = (role == CONTENT) & (anchors == NONE)
            anchors[inside] = NONE_OR_NESTED
        cue_words = np.flatnonzero(role == CUE)
        # where there is no cue, the first word of the content stands for it
        beginning = cue_words if len(cue_words) else np.flatnonzero(role == CONTENT)
        rows.append((int(beginning[0]), item.nested, role))
    for position, nested, _ in rows:
        anchors[position] = NESTED if nested else OUTER
    rows.sort(key=lambda row: row[0])
    return Example(
        words=words,
        anchors=anchors,
        cues=np.array([row[0] for row in rows], dtype=np.int64),
        roles=np.stack([row[2] for row in rows]) if rows else np.zeros((0, len(words)), dtype=np.int8),
    )


def _slice(example: Example, first: int, last: int) -> Window:
    words = example.words
    piece_first, piece_last = int(words.first_piece[first]), int(words.first_piece[last])
    inside = (example.cues >= first) & (example.cues < last)
    word_of_piece = words.word_of_piece[piece_first:piece_last]
    features = words.features[word_of_piece].copy()
    continuation = np.append(False, word_of_piece[1:] == word_of_piece[:-1])
    features[continuation, 2] = Break.NONE
    return Window(
        piece_ids=words.piece_ids[piece_first:piece_last],
        features=features,
        first_piece=words.first_piece[first:last] - piece_first + 1,
        sentence=words.sentence[first:last],
        anchors=example.anchors[first:last],
        cues=example.cues[inside] - first,
        roles=example.roles[inside][:, first:last],
    )


def cut(example: Example, rng: random.Random) -> Iterable[Window]:
    """Cut an article at sentences into windows; the first one of random size."""
    words = example.words
    first = 0
    size = MAX_PIECES if len(words.piece_ids) <= MAX_PIECES else rng.randint(MIN_FIRST_PIECES, MAX_PIECES)
    while first < len(words):
        budget = int(words.first_piece[first]) + size
        last = int(np.searchsorted(words.first_piece, budget, side="right")) - 1
        last = max(first + 1, min(last, len(words)))
        if last < len(words):
            start = int(np.searchsorted(words.sentence, words.sentence[last]))
            last = start if start > first else last
        yield _slice(example, first, last)
        first, size = last, MAX_PIECES


class QuoteStyles:
    """Replaces the double quotation marks of a window by those of another style."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.marks = {tokenizer.token_to_id(mark) for mark in '"“”„«»'} - {None}
        self.styles = [
            (tokenizer.token_to_id(style[0]), tokenizer.token_to_id(style[-1])) for style in QUOTE_STYLES
        ]

    def vary(self, window: Window, rng: random.Random) -> Window:
        """Perhaps another style of marks, and perhaps no line breaks."""
        piece_ids, features = window.piece_ids, window.features
        if rng.random() < 0.25:
            left, right = rng.choice(self.styles)
            piece_ids = piece_ids.copy()
            for index in np.flatnonzero(np.isin(piece_ids, list(self.marks))):
                piece_ids[index] = left if features[index, 1] == 1 else right
        if rng.random() < 0.2:
            features = features.copy()
            features[features[:, 2] > Break.SENTENCE, 2] = Break.SENTENCE
        return Window(
            piece_ids,
            features,
            window.first_piece,
            window.sentence,
            window.anchors,
            window.cues,
            window.roles,
        )
