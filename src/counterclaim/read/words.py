"""The reader's view of a text: word pieces, words, and what stands around them.

The encoder's vocabulary is lower-cased and blind to line breaks, so each piece
carries three more features: letter case, place in a quotation, and the break
before it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from counterclaim.errors import ModelError
from counterclaim.model.span import Span, Spans
from counterclaim.read.quotes import quotations
from counterclaim.read.sentences import sentence_starts

Ints = npt.NDArray[np.int64]

STRETCH = 200_000  # characters given to the tokenizer at once, or a few more
_BLANK = re.compile(r"\s")


class Case(IntEnum):
    """Letter case of a word."""

    OTHER = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    DIGIT = 4


class Place(IntEnum):
    """Where a word stands towards quotations."""

    OUTSIDE = 0
    OPENING = 1
    INSIDE = 2
    CLOSING = 3


class Break(IntEnum):
    """What comes right before a word."""

    NONE = 0
    SENTENCE = 1
    LINE = 2
    PARAGRAPH = 3


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A text as words of one or more pieces; all arrays are int64.

    `piece_ids` (P,) vocabulary ids without special tokens; `word_of_piece` (P,).
    `starts`, `ends` (W,) code point offsets of words; `first_piece` (W + 1,).
    `features` (W, 3): Case, Place, Break.  `sentence` (W,): index of the
    sentence.  `position` (W,): index of the word in the whole text, so that a
    step of more than one tells that words between were left out.  `quotes`:
    spans of quotations, in reading order.
    """

    piece_ids: Ints
    word_of_piece: Ints
    starts: Ints
    ends: Ints
    first_piece: Ints
    features: Ints
    sentence: Ints
    position: Ints
    quotes: Spans

    def __len__(self) -> int:
        return len(self.starts)

    def without(self, spans: Iterable[Span]) -> Words:
        """The same words less those that touch any of the spans; quotations stay."""
        keep = np.ones(len(self), dtype=np.bool_)
        for start, end in spans:
            first = int(np.searchsorted(self.ends, start, side="right"))
            keep[first : int(np.searchsorted(self.starts, end))] = False
        if keep.all():
            return self
        pieces = keep[self.word_of_piece]
        begins = np.zeros(len(self.piece_ids), dtype=np.bool_)
        begins[self.first_piece[:-1]] = True
        begins = begins[pieces]
        return replace(
            self,
            piece_ids=self.piece_ids[pieces],
            word_of_piece=np.cumsum(begins) - 1,
            starts=self.starts[keep],
            ends=self.ends[keep],
            first_piece=np.append(np.flatnonzero(begins), int(pieces.sum())),
            features=self.features[keep],
            sentence=self.sentence[keep],
            position=self.position[keep],
        )


def load_tokenizer(path: str) -> Tokenizer:
    """The tokenizer in a file, set to neither cut nor pad; ModelError if there is none."""
    try:
        text = Path(path).read_text(encoding="utf-8")
        json.loads(text)  # the library itself raises nothing narrower than Exception
    except (OSError, ValueError) as error:
        raise ModelError(
            path, "the reader's vocabulary is missing or damaged", "Install the package again"
        ) from error
    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def split_words(text: str, tokenizer: Tokenizer) -> Words:
    """Cut a text into words and pieces with their features."""
    parts = [_encode(text, span, tokenizer) for span in _stretches(text)]
    piece_ids, offsets, begins_word = (
        np.concatenate(column) if column else np.zeros(0, dtype=np.int64)
        for column in (zip(*parts, strict=True) if parts else ((), (), ()))
    )
    offsets, begins_word = offsets.reshape(-1, 2), begins_word.astype(np.bool_)
    word_of_piece = np.cumsum(begins_word) - 1
    first = np.flatnonzero(begins_word)
    last = np.append(first[1:], len(piece_ids)) - 1 if len(first) else first
    starts, ends = offsets[first, 0], _with_accents(text, offsets[last, 1])
    quotes = quotations(text)
    sentence_offsets = np.array(sentence_starts(text), dtype=np.int64)
    sentence = np.maximum(np.searchsorted(sentence_offsets, starts, side="right") - 1, 0)
    features = (
        np.stack(
            [
                _cases(text, starts, ends),
                _places(starts, ends, quotes),
                _breaks(text, starts, ends, sentence),
            ],
            axis=1,
        )
        if len(first)
        else np.zeros((0, 3), dtype=np.int64)
    )
    return Words(
        piece_ids=piece_ids,
        word_of_piece=word_of_piece,
        starts=starts,
        ends=ends,
        first_piece=np.append(first, len(piece_ids)),
        features=features,
        sentence=sentence,
        position=np.arange(len(starts)),
        quotes=quotes,
    )


def _stretches(text: str) -> Iterator[Span]:
    """Cut a text at blanks into stretches; the tokenizer needs much memory for a long one."""
    start = 0
    while start < len(text):
        blank = _BLANK.search(text, start + STRETCH)
        end = blank.start() if blank else len(text)
        yield start, end
        start = end


def _encode(text: str, span: Span, tokenizer: Tokenizer) -> tuple[Ints, Ints, npt.NDArray[np.bool_]]:
    """Piece ids, their offsets in the text, and which of them begin a word of the pre-tokenizer."""
    encoding = tokenizer.encode(text[slice(*span)], add_special_tokens=False)
    words = np.array([-1 if word is None else word for word in encoding.word_ids], dtype=np.int64)
    begins = np.ones(len(words), dtype=np.bool_)
    begins[1:] = words[1:] != words[:-1]
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2) + span[0]
    return np.array(encoding.ids, dtype=np.int64), offsets, begins


def _with_accents(text: str, ends: Ints) -> Ints:
    """Ends moved behind combining marks, which the tokenizer drops, so that no letter is cut."""
    if text.isascii():
        return ends
    moved = ends.copy()
    for index, end in enumerate(ends.tolist()):
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        moved[index] = end
    return moved


def _cases(text: str, starts: Ints, ends: Ints) -> Ints:
    return np.array(
        [_case(text[start:end]) for start, end in zip(starts.tolist(), ends.tolist(), strict=True)],
        dtype=np.int64,
    )


def _case(word: str) -> Case:
    if word.islower():
        return Case.LOWER
    if word[:1].isdigit():
        return Case.DIGIT
    if word[:1].isupper():
        return Case.UPPER if len(word) > 1 and word.isupper() else Case.TITLE
    return Case.OTHER


def _places(starts: Ints, ends: Ints, quotes: Spans) -> Ints:
    places = np.zeros(len(starts), dtype=np.int64)
    for start, end in quotes:
        first = int(np.searchsorted(starts, start))
        last = int(np.searchsorted(ends, end, side="right")) - 1
        if last < first:
            continue
        places[first : last + 1] = Place.INSIDE
        places[first] = Place.OPENING
        places[last] = Place.CLOSING
    return places


def _breaks(text: str, starts: Ints, ends: Ints, sentence: Ints) -> Ints:
    breaks = np.zeros(len(starts), dtype=np.int64)
    breaks[1:][sentence[1:] != sentence[:-1]] = Break.SENTENCE
    breaks[0] = Break.PARAGRAPH
    gaps = np.flatnonzero(starts[1:] - ends[:-1] > 0) + 1
    for word in gaps.tolist():
        gap = text[ends[word - 1] : starts[word]]
        if "\n" in gap:
            breaks[word] = Break.PARAGRAPH if gap.count("\n") > 1 else Break.LINE
    return breaks
