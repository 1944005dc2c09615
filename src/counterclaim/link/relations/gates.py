"""From the network's probabilities and the facts compared to how likely each relation is.

The network weighs words; rules know what it is not shown or reads badly: who tells, what was meant, which
numbers exclude each other.  Each fact changes the odds of each relation by as much as it does in stories
that the network was not trained on (`training/relation_gates.py`).  What the definitions rule out stays
ruled out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import msgspec
import numpy as np

from counterclaim.errors import ModelError
from counterclaim.link.relations.compare import Compared
from counterclaim.link.relations.graph import REMEDY, Floats, Found
from counterclaim.link.relations.numbers import Fit
from counterclaim.link.relations.view import Side
from counterclaim.model.relation import RelationKind

Chances = Mapping[RelationKind, float]

# The facts, in the order of `facts_of`.
GATES = (
    "always",
    "same side",
    "other side",
    "same day",
    "days later",
    "weeks later",
    "words shared",
    "touching",
    "opposite",
    "opposite and words shared",
    "direction",
    "numbers exclude",
    "numbers meet",
    "more later",
    "different times",
    "ahead",
    "past",
    "wanting",
    "unsure",
    "inferred",
    "inferred not",
    "opposite on one question",
    "direction on one question",
    "numbers exclude on one question",
    "alike on one question",
    "near",
    "nearness not known",
    "opposite and near",
    "pointing apart",
    "pointing one way",
    "opposite, no way shared",
    "pointing apart on one question",
    "pointing one way on one question",
)
DAYS_AHEAD = 3  # a forecast denied within days is denied; later, what then was may explain it
UNTOUCHED = 0.5  # what is left of a contradiction where no word is shared, not even with the text before
LEAST_CHANGE = 0.25  # what is left of a shift told on the same day, or of a contradiction within a side


class Label(IntEnum):
    """What the network tells apart; whether the same answer agrees or repeats is for the sides to tell."""

    OTHER = 0
    SAME = 1
    CONTRADICTS = 2
    SHIFTS = 3
    LATER = 4


@dataclass(frozen=True, slots=True, eq=False)
class Odds:
    """How much the network's log-probabilities count, and each fact for each label: (facts, labels)."""

    network: float
    of_facts: Floats


class _Fitted(msgspec.Struct, frozen=True):
    network: float
    odds: dict[str, list[float]]


def load_odds(path: Path) -> Odds:
    """The odds of a file; ModelError if it is missing or damaged."""
    try:
        fitted = msgspec.json.decode(path.read_bytes(), type=_Fitted)
        rows = np.array([fitted.odds[name] for name in GATES], dtype=np.float64)
        return Odds(fitted.network, rows.reshape(len(GATES), len(Label)))
    except (OSError, msgspec.MsgspecError, KeyError, ValueError) as error:
        raise ModelError(str(path), "the odds of relations are missing or damaged", REMEDY) from error


def odds_as_json(odds: Odds) -> bytes:
    """The same as a file, rounded."""
    rows = {
        name: [round(float(one), 3) for one in row] for name, row in zip(GATES, odds.of_facts, strict=True)
    }
    return msgspec.json.format(msgspec.json.encode(_Fitted(round(odds.network, 3), rows)), indent=1) + b"\n"


def chances(odds: Odds, found: Found, compared: Compared) -> Chances:
    """How likely each relation is; they add up to one."""
    logits = odds.network * found.relation + np.array(facts_of(compared, found)) @ odds.of_facts
    label = np.exp(logits - logits.max())
    label /= label.sum()
    contradicts, shifts = _answers_apart(label, compared)
    same = RelationKind.REPEATS if compared.side is Side.SAME else RelationKind.AGREES
    shares = {
        RelationKind.OTHER_QUESTION: float(label[Label.OTHER]),
        same: float(label[Label.SAME]),
        RelationKind.CONTRADICTS: contradicts,
        RelationKind.SHIFTS: shifts,
        RelationKind.LATER_FACT: float(label[Label.LATER]),
    }
    total = sum(shares.values())
    return {kind: shares.get(kind, 0.0) / total for kind in RelationKind}


def facts_of(compared: Compared, found: Found) -> tuple[float, ...]:
    """The facts as numbers, in the order of GATES."""
    days = compared.days
    numbers = compared.numbers
    excluding = numbers is not None and numbers.fit is Fit.EXCLUDE
    one_question = 1 - float(np.exp(found.relation[Label.OTHER]))
    return (
        1.0,
        float(compared.side is Side.SAME),
        float(compared.side is Side.OTHER),
        float(days == 0),
        float(days is not None and 0 < days <= 10),
        float(days is not None and days > 10),
        compared.shared,
        float(compared.touching),
        float(compared.opposite),
        compared.opposite * compared.shared,
        float(compared.direction is not None),
        float(excluding),
        float(numbers is not None and not excluding),
        float(excluding and numbers is not None and numbers.more and bool(days)),
        float(compared.times),
        float(compared.ahead and days is not None and days >= DAYS_AHEAD),
        float(compared.past),
        float(compared.wanting),
        float(compared.unsure),
        float(found.inference[0] - found.inference[1]),
        float(found.inference[2] - found.inference[1]),
        compared.opposite * one_question,
        (compared.direction is not None) * one_question,
        excluding * one_question,
        (not compared.opposite and not compared.wanting) * one_question,
        compared.near or 0.0,
        float(compared.near is None),
        compared.opposite * (compared.near or 0.0),
        float(compared.ways < 0),
        float(compared.ways > 0),
        float(compared.opposite and compared.ways == 0),
        (compared.ways < 0) * one_question,
        (compared.ways > 0) * one_question,
    )


def _answers_apart(label: Floats, compared: Compared) -> tuple[float, float]:
    """Contradiction and shift: one side that answers differently shifts, unless it is about what was."""
    apart = float(label[Label.CONTRADICTS] + label[Label.SHIFTS])
    contradicts = apart if compared.touching else UNTOUCHED * apart
    if compared.side is not Side.SAME:
        return contradicts, 0.0
    if compared.past or compared.days == 0:
        return contradicts, LEAST_CHANGE * apart
    return LEAST_CHANGE * contradicts, apart
