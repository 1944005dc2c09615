"""A small sample of a text's shingles, by which its copies are found among many texts.

The sample is the least hash of every window of six shingles in a row (winnowing: Schleimer,
Wilkerson and Aiken 2003), about 29% of them, in four bytes each.  MinHash over whole texts
would be smaller, and miss a short text that stands in a long one.

Why six.  Two texts that share six shingles in a row share the least hash of those.  Where the
shorter text has 40 words or more and half its shingles stand in the other, there are always six
in a row: it has n >= 33 shingles, and each place where the texts part costs it at least seven,
so g such places leave at most g + 1 shared runs with max(n / 2, 7 g) shingles together, of which
the longest has six or more for every g.  (The proof takes no shingle to stand twice in a text.)
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from counterclaim.link.shingles import LENGTH, Word

WINDOW = 6

Hashes = NDArray[np.uint32]

_STORED = np.dtype("<u4")  # one byte order whatever the processor
_BASE = 0x9E3779B97F4A7C15  # odd, so that no word drops out of the polynomial
_MIX = np.uint64(0xBF58476D1CE4E5B9)  # splitmix64's multiplier


def sketch(text_words: Sequence[Word]) -> Hashes:
    """The sampled hashes of a text's words, each once, in rising order; empty for a short text."""
    if len(text_words) < LENGTH:
        return np.empty(0, dtype=np.uint32)
    hashes = _shingle_hashes(text_words)
    if len(hashes) < WINDOW:
        return np.unique(hashes)
    return np.unique(np.lib.stride_tricks.sliding_window_view(hashes, WINDOW).min(axis=1))


def to_bytes(hashes: Hashes) -> bytes:
    """A sketch as it is stored."""
    return hashes.astype(_STORED).tobytes()


def from_bytes(stored: bytes) -> Hashes:
    """A sketch from its stored form; ValueError if bytes are missing."""
    return np.frombuffer(stored, dtype=_STORED).astype(np.uint32)


def _shingle_hashes(text_words: Sequence[Word]) -> Hashes:
    of_words = np.array([_word_hash(word) for word, _ in text_words], dtype=np.uint64)
    count = len(of_words) - LENGTH + 1
    joined = np.zeros(count, dtype=np.uint64)
    factor = 1
    for place in range(LENGTH):
        joined += of_words[place : place + count] * np.uint64(factor)
        factor = factor * _BASE % 2**64
    joined ^= joined >> np.uint64(31)
    joined *= _MIX
    return (joined >> np.uint64(32)).astype(np.uint32)


@lru_cache(maxsize=1 << 16)
def _word_hash(word: str) -> int:
    # Python's own hash() differs from one process to the next.
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")
