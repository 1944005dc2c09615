"""Which of many texts share sampled shingles with one text.

All hashes lie in memory, sorted, each with the number of its text in one 64-bit integer:
50,000 news texts are 7 million of them, 56 MB, sorted in a fifth of a second.  What is added
goes to a small sorted array first, so that adding one text does not move the large one.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from counterclaim.link.sketch import Hashes

_MERGE_AT = 1 << 16  # entries of the small array; moving the large one this seldom costs nothing

_Entries = NDArray[np.uint64]


class Index:
    """Sketches by document."""

    def __init__(self, sketches: Iterable[tuple[str, Hashes]] = ()) -> None:
        self._documents: list[str] = []
        self._sizes: list[int] = []
        self._numbers: dict[str, int] = {}
        entries = [self._entries(document, hashes) for document, hashes in sketches]
        self._large = np.sort(np.concatenate(entries)) if entries else np.empty(0, dtype=np.uint64)
        self._small: _Entries = np.empty(0, dtype=np.uint64)

    def __contains__(self, document: str) -> bool:
        return document in self._numbers

    def add(self, document: str, hashes: Hashes) -> None:
        """Take in the sketch of a document that is not there yet."""
        self._small = np.sort(np.concatenate((self._small, self._entries(document, hashes))))
        if len(self._small) >= _MERGE_AT:
            self._large = np.sort(np.concatenate((self._large, self._small)))
            self._small = np.empty(0, dtype=np.uint64)

    def sharing(self, hashes: Hashes) -> list[tuple[str, int, int]]:
        """Documents that share a hash: id, how many they share, how many they have; most shared first."""
        numbers = np.concatenate([_numbers_with(hashes, entries) for entries in (self._large, self._small)])
        which, shared = np.unique(numbers, return_counts=True)
        found = [
            (self._documents[number], int(count), self._sizes[number])
            for number, count in zip(which.tolist(), shared.tolist(), strict=True)
        ]
        return sorted(found, key=lambda entry: (-entry[1], entry[0]))

    def _entries(self, document: str, hashes: Hashes) -> _Entries:
        number = len(self._documents)
        self._documents.append(document)
        self._sizes.append(len(hashes))
        self._numbers[document] = number
        return hashes.astype(np.uint64) << np.uint64(32) | np.uint64(number)


def _numbers_with(hashes: Hashes, entries: _Entries) -> NDArray[np.uint32]:
    keys = hashes.astype(np.uint64) << np.uint64(32)
    starts = np.searchsorted(entries, keys)
    ends = np.searchsorted(entries, keys | np.uint64(0xFFFFFFFF), side="right")
    pieces = [entries[start:end] for start, end in zip(starts, ends, strict=True) if end > start]
    if not pieces:
        return np.empty(0, dtype=np.uint32)
    return (np.concatenate(pieces) & np.uint64(0xFFFFFFFF)).astype(np.uint32)
