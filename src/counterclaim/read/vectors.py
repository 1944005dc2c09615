"""The trained network that tells what a claim is about, so that claims which answer one question lie near.

Its vector is the mean of the states over the claim's own pieces, which have seen what stands right before it
in the text: that often tells what "it" or "such a decision" is.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from counterclaim.model.span import Spans, words_at
from counterclaim.model.told import VECTOR_ONE
from counterclaim.read.session import open_session

BEFORE = 160  # characters before a claim that are looked at, and
MOST_BEFORE = 40  # how many of their pieces, the last
MOST_PIECES = 160  # of a claim, the first, with the marks of beginning and end

Pieces = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float32]


class Vectors:
    """One graph, loaded once; one claim at a time, so that a result depends on nothing else."""

    def __init__(self, folder: Path, tokenizer: Tokenizer) -> None:
        """Load from a folder; ModelError if the file is missing or damaged."""
        self._graph = open_session(folder / "vector.onnx")
        self._tokenizer = tokenizer

    def of(self, text: str, claim: Spans) -> bytes:
        """A unit vector of 8-bit whole numbers (127 stands for 1) for a claim at its place in a text."""
        start = min((start for start, _ in claim), default=0)
        pieces, shares = seen(
            words_at(text, claim, " "), text[max(0, start - BEFORE) : start], self._tokenizer
        )
        (vector,) = self._graph.run(("vector",), {"pieces": pieces[None], "shares": shares[None]})
        packed: bytes = np.round(np.asarray(vector)[0] * VECTOR_ONE).astype(np.int8).tobytes()
        return packed


def seen(words: str, before: str, tokenizer: Tokenizer) -> tuple[Pieces, Shares]:
    """Piece numbers of what stands before a claim and of the claim, and what each counts in the mean."""
    own = cut(tokenizer.encode(words).ids)
    ahead = tokenizer.encode(before, add_special_tokens=False).ids[-MOST_BEFORE:]
    ids = [own[0], *ahead, own[-1], *own[1:]] if ahead else own
    first = (
        len(ids) - len(own) if ahead else 0
    )  # the mark between the two counts, as that at the beginning does
    shares = np.zeros(len(ids), np.float32)
    shares[first:] = 1 / (len(ids) - first)
    return np.array(ids, np.int64), shares


def cut(ids: list[int]) -> list[int]:
    """The first pieces, with the mark of the end."""
    return ids if len(ids) <= MOST_PIECES else [*ids[: MOST_PIECES - 1], ids[-1]]
