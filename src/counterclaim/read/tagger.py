"""The trained network at work: probabilities for the words of one window.

Two graphs run one after the other.  The first encodes the window and says
which words begin a cue; the second looks at the words around each of these
and says which are its source, its cue, and its content.  Windows are never
padded or batched together, so a window's result depends on nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt

from counterclaim.read.session import open_session
from counterclaim.read.windows import Window
from counterclaim.read.words import Break, Ints, Words

Floats = npt.NDArray[np.float32]

CLS, SEP = 101, 102
LEFT_WORDS = 96  # what the second graph sees before a cue
RIGHT_WORDS = 192  # and behind it
SENTENCES_BACK, SENTENCES_AHEAD = 4, 8  # sentences counted apart; further ones are all as far
MASKED = -1e4


@dataclass(frozen=True, slots=True, eq=False)
class CueTags:
    """What the network says of one window.

    `anchor` (N, 3): log-probabilities of every word of the window to begin no
    cue, an outermost cue, a nested cue.  `cues`: word indices of the text that
    were looked at as cues.  `first`: text index of each view's first word;
    `roles` (A, L, 4): log-probabilities of no role, source, cue, content;
    `inside` (A, L): which places of the view exist.
    """

    anchor: Floats
    cues: Ints
    first: Ints
    roles: Floats
    inside: npt.NDArray[np.bool_]


class Tagger:
    """Both graphs, loaded once; one thread, so that results never vary."""

    def __init__(self, folder: Path) -> None:
        """Load from a folder; ModelError if a file is missing or damaged."""
        self._words = open_session(folder / "words.onnx")
        self._cue = open_session(folder / "cue.onnx")

    def tag(self, words: Words, window: Window, threshold: float) -> CueTags:
        """Tags of one window; cues are words of the core at least so probable."""
        first, last = window.first, window.last
        anchor, as_anchor, as_word, as_match = self._run_words(words, first, last)
        anchor = _log_softmax(anchor)
        core = slice(window.core_first - first, window.core_last - first)
        probable = np.exp(anchor[core, 1]) + np.exp(anchor[core, 2]) >= threshold
        local = np.flatnonzero(probable) + core.start
        views = local[:, None] - LEFT_WORDS + np.arange(LEFT_WORDS + RIGHT_WORDS)
        used = slice(
            max(0, LEFT_WORDS - int(local[-1])) if len(local) else 0,
            min(views.shape[1], LEFT_WORDS + last - first - int(local[0])) if len(local) else 0,
        )
        views = views[:, used]
        inside = (views >= 0) & (views < last - first)
        roles = self._run_cues(
            words.sentence[first:last],
            local,
            np.clip(views, 0, last - first - 1),
            inside,
            used.start,
            (as_anchor, as_word, as_match),
        )
        return CueTags(
            anchor, local + first, local + first - LEFT_WORDS + used.start, _log_softmax(roles), inside
        )

    def _run_words(self, words: Words, first: int, last: int) -> tuple[Floats, Floats, Floats, Floats]:
        begin, end = int(words.first_piece[first]), int(words.first_piece[last])
        word_of_piece = words.word_of_piece[begin:end]
        features = np.zeros((1, end - begin + 2, 3), dtype=np.int64)
        features[0, 1:-1] = words.features[word_of_piece]
        continued = np.flatnonzero(word_of_piece[1:] == word_of_piece[:-1]) + 2
        features[0, continued, 2] = Break.NONE
        pieces = np.concatenate([[CLS], words.piece_ids[begin:end], [SEP]])[None]
        outputs = self._words.run(
            ["anchors", "as_anchor", "as_word", "as_match"],
            {
                "pieces": pieces,
                "features": features,
                "first_piece": words.first_piece[first:last] - begin + 1,
            },
        )
        return cast("tuple[Floats, Floats, Floats, Floats]", tuple(outputs))

    def _run_cues(
        self,
        sentence: Ints,
        local: Ints,
        views: Ints,
        inside: npt.NDArray[np.bool_],
        offset: int,
        states: tuple[Floats, Floats, Floats],
    ) -> Floats:
        if not len(local):
            return np.zeros((0, 0, 4), dtype=np.float32)
        as_anchor, as_word, as_match = states
        distance = np.clip(sentence[views] - sentence[local][:, None], -SENTENCES_BACK, SENTENCES_AHEAD)
        outputs = self._cue.run(
            ["roles"],
            {
                "anchor": as_anchor[local],
                "match": as_match[local],
                "words": as_word[views],
                "offset": np.broadcast_to(np.arange(offset, offset + views.shape[1]), views.shape),
                "sentence": distance + SENTENCES_BACK,
                "mask": np.where(inside, np.float32(0), np.float32(MASKED)),
            },
        )
        return cast("Floats", outputs[0])


def _log_softmax(logits: Floats) -> Floats:
    shifted = logits - logits.max(axis=-1, keepdims=True) if logits.size else logits
    return cast("Floats", shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))
