"""What the network sees of two claims: who says each, what stood before it, its words.

Pieces carry five features: the part they belong to; on the special pieces the days between the two claims,
whether one side says both, and whether one affirms what the other denies; on a claim's own words whether
it looks ahead or back.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from counterclaim.model.meaning import Orientation, Polarity

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


class Stand(IntEnum):
    """How the polarities of two claims stand to each other; each may deny what the other does not name."""

    UNKNOWN = 0
    ALIKE = 1
    OPPOSITE = 2
    NONE = 3  # one of them takes no stand


class Outlook(IntEnum):
    """What a claim is about: what was or is, what will be, or neither (a demand, a judgement)."""

    UNKNOWN = 0
    PAST = 1
    PRESENT = 2
    AHEAD = 3
    NEITHER = 4


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
    outlook: Outlook = Outlook.UNKNOWN


@dataclass(frozen=True, slots=True)
class Between:
    """What is shown of how two claims stand to each other, beside their words."""

    gap: Gap = Gap.UNKNOWN
    side: Side = Side.UNKNOWN
    stand: Stand = Stand.UNKNOWN


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """`pieces` (P,) vocabulary ids with special ones; `features` (P, 5), one column a feature; both int64."""

    pieces: Ints
    features: Ints


def view_of(one: Shown, other: Shown, between: Between, tokenizer: Tokenizer) -> View:
    """The view of a pair, the claim told first in front."""
    special = (Part.SPECIAL, between.gap, between.side, between.stand, Outlook.UNKNOWN)
    pieces, features = [CLS], [special]
    parts = (
        (one, (Part.FRAME_ONE, Part.BEFORE_ONE, Part.CLAIM_ONE)),
        (other, (Part.FRAME_OTHER, Part.BEFORE_OTHER, Part.CLAIM_OTHER)),
    )
    for shown, (frame, before, claim) in parts:
        for part, ids, outlook in (
            (frame, _ids(shown.frame, tokenizer)[:MOST_FRAME], Outlook.UNKNOWN),
            (before, _ids(shown.before, tokenizer)[-MOST_BEFORE:], Outlook.UNKNOWN),
            (claim, _ids(shown.words, tokenizer)[:MOST_CLAIM], shown.outlook),
        ):
            pieces += ids
            features += [(part, Gap.UNKNOWN, Side.UNKNOWN, Stand.UNKNOWN, outlook)] * len(ids)
        pieces.append(SEP)
        features.append(special)
    return View(np.array(pieces, dtype=np.int64), np.array(features, dtype=np.int64))


def stand_of(one: Polarity, other: Polarity) -> Stand:
    """How two polarities stand to each other."""
    if Polarity.NONE in (one, other):
        return Stand.NONE
    return Stand.ALIKE if one is other else Stand.OPPOSITE


def outlook_of(orientation: Orientation) -> Outlook:
    """The class of an orientation."""
    return _OUTLOOKS[orientation]


_OUTLOOKS = {
    Orientation.PAST: Outlook.PAST,
    Orientation.PRESENT: Outlook.PRESENT,
    Orientation.FUTURE: Outlook.AHEAD,
    Orientation.COMMITMENT: Outlook.AHEAD,
    Orientation.REQUEST: Outlook.NEITHER,
    Orientation.OPINION: Outlook.NEITHER,
}


def _ids(text: str, tokenizer: Tokenizer) -> list[int]:
    return list(tokenizer.encode(text, add_special_tokens=False).ids) if text else []
