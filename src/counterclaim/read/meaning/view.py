"""What the network sees of a claim: who says it and how, then the claim's own words.

The frame (source and cue, in the order of the text) and the claim are word pieces
with three features each: letter case, place in a quotation, and part.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from counterclaim.model.span import Spans
from counterclaim.read.words import Ints, Words

CLS, SEP = 101, 102
MOST_FRAME, MOST_CLAIM = 40, 120  # pieces; a longer one keeps its beginning, where the main clause stands
BEFORE = 24  # pieces of the text right before the claim, which say what it answers or goes on from


class Part(IntEnum):
    """Which part of the view a piece belongs to."""

    SPECIAL = 0
    SOURCE = 1
    CUE = 2
    CLAIM = 3
    BEFORE = 4


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """`pieces` (P,) vocabulary ids with special ones; `features` (P, 3): Case, Place, Part; both int64."""

    pieces: Ints
    features: Ints


def view_of(words: Words, source: Spans, cue: Spans, claim: Spans) -> View:
    """The view of one claim: at most MOST_FRAME + MOST_CLAIM + BEFORE + 4 pieces."""
    frame = sorted(
        [(span, Part.SOURCE) for span in source] + [(span, Part.CUE) for span in cue],
        key=lambda part: part[0],
    )
    before = _pieces_before(words, claim[0][0] if claim else 0)
    columns = [_special(CLS)]
    columns.append(_joined([_part(words, (span,), part) for span, part in frame])[:, :MOST_FRAME])
    columns += [_special(SEP), before, _special(SEP)]
    columns += [_part(words, claim, Part.CLAIM)[:, :MOST_CLAIM], _special(SEP)]
    table = _joined(columns)
    return View(table[0], np.ascontiguousarray(table[1:].T))


def _special(piece: int) -> Ints:
    return np.array([[piece], [0], [0], [Part.SPECIAL]], dtype=np.int64)


def _joined(tables: list[Ints]) -> Ints:
    return np.concatenate([np.zeros((4, 0), dtype=np.int64), *tables], axis=1)


def _part(words: Words, spans: Spans, part: Part) -> Ints:
    """Rows: piece, case, place, part; one column a piece of the words that touch the spans."""
    tables = []
    for start, end in spans:
        first = int(np.searchsorted(words.ends, start, side="right"))
        last = int(np.searchsorted(words.starts, end))
        tables.append(
            _table(words, int(words.first_piece[first]), int(words.first_piece[max(first, last)]), part)
        )
    return _joined(tables)


def _pieces_before(words: Words, offset: int) -> Ints:
    last = int(words.first_piece[int(np.searchsorted(words.ends, offset, side="right"))])
    return _table(words, max(0, last - BEFORE), last, Part.BEFORE)


def _table(words: Words, begin: int, end: int, part: Part) -> Ints:
    word = words.word_of_piece[begin:end]
    return np.stack(
        [
            words.piece_ids[begin:end],
            words.features[word, 0],
            words.features[word, 1],
            np.full(len(word), part, dtype=np.int64),
        ]
    )
