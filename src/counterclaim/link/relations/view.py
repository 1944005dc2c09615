"""What the network sees of two claims: who says each, what stood before it, its words.

Pieces carry three features: the part they belong to, the days between the two claims, and whether one
side says both; the last two stand on the special pieces only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

Ints = npt.NDArray[np.int64]

CLS, SEP = 101, 102
MOST_FRAME, MOST_BEFORE, MOST_CLAIM = 14, 20, 72  # pieces; before, the last ones, else the first


class Part(IntEnum):
    """Which part of the view a piece belongs to."""

    SPECIAL = 0
    FRAME_ONE = 1
    BEFORE_ONE = 2
    CLAIM_ONE = 3
    FRAME_OTHER = 4
    BEFORE_OTHER = 5
    CLAIM_OTHER = 6


class Gap(IntEnum):
    """How long after the first claim the second was told."""

    UNKNOWN = 0
    SAME_DAY = 1
    DAYS = 2
    WEEK = 3
    MONTH = 4
    LONGER = 5


class Side(IntEnum):
    """Whether both claims are of one side."""

    UNKNOWN = 0
    SAME = 1
    OTHER = 2


_LONGEST = ((0, Gap.SAME_DAY), (3, Gap.DAYS), (10, Gap.WEEK), (45, Gap.MONTH))


def gap_of(days: int | None) -> Gap:
    """The class of a number of days; None stands for days that are not known."""
    if days is None:
        return Gap.UNKNOWN
    return next((gap for most, gap in _LONGEST if days <= most), Gap.LONGER)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of one claim; `frame` names speaker and party, "" where they are not to be seen."""

    words: str
    frame: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """`pieces` (P,) vocabulary ids with special ones; `features` (P, 3): Part, Gap, Side; both int64."""

    pieces: Ints
    features: Ints


def view_of(one: Shown, other: Shown, gap: Gap, side: Side, tokenizer: Tokenizer) -> View:
    """The view of a pair, the claim told first in front."""
    special = (Part.SPECIAL, gap, side)
    pieces, features = [CLS], [special]
    parts = (
        (one, (Part.FRAME_ONE, Part.BEFORE_ONE, Part.CLAIM_ONE)),
        (other, (Part.FRAME_OTHER, Part.BEFORE_OTHER, Part.CLAIM_OTHER)),
    )
    for shown, (frame, before, claim) in parts:
        for part, ids in (
            (frame, _ids(shown.frame, tokenizer)[:MOST_FRAME]),
            (before, _ids(shown.before, tokenizer)[-MOST_BEFORE:]),
            (claim, _ids(shown.words, tokenizer)[:MOST_CLAIM]),
        ):
            pieces += ids
            features += [(part, Gap.UNKNOWN, Side.UNKNOWN)] * len(ids)
        pieces.append(SEP)
        features.append(special)
    return View(np.array(pieces, dtype=np.int64), np.array(features, dtype=np.int64))


def _ids(text: str, tokenizer: Tokenizer) -> list[int]:
    return list(tokenizer.encode(text, add_special_tokens=False).ids) if text else []
