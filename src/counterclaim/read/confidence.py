"""How probable it is that an attribution's source and content are right.

Two logistic regressions on what the network says of its own certainty: one
weighs every reading, to choose among them; the other tells how probable those
are that were chosen.  "Right" is a hit of the "who said what" score: source
and content each with Jaccard >= 0.5.  The weights belong to the network's and
lie beside them; `training.calibrate` fits them on PolNeAR dev and reports
cross-fitted figures.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

from counterclaim.errors import ModelError
from counterclaim.model.reading import QuoteType
from counterclaim.read.found import Found, Origin

NAMES = (
    "intercept",
    "cue",
    "source",
    "content",
    "worst_content",
    "rest",
    "has_source",
    "log_length",
    "direct",
    "mixed",
    "pieces",
    "distance",
)
DIGITS = 4  # rounded, so that processors agree
FAR = 30  # words between source and cue beyond which distance counts no more


def features(found: Found, quote_type: QuoteType) -> tuple[float, ...]:
    """What the regression sees, in the order of NAMES."""
    sure = found.evidence
    pieces = sum(right - left > 1 for left, right in zip(found.content, found.content[1:], strict=False))
    distance = min((abs(word - found.anchor) for word in found.source), default=0)
    return (
        1.0,
        sure.cue,
        sure.source,
        sure.content,
        sure.worst_content,
        sure.rest,
        float(bool(found.source)),
        math.log(len(found.content)),
        float(quote_type is QuoteType.DIRECT),
        float(quote_type is QuoteType.MIXED),
        float(min(pieces, 3)),
        min(distance, FAR) / FAR,
    )


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of both regressions in the order of NAMES, and the measured share of right turns."""

    of_any: tuple[float, ...]
    of_chosen: tuple[float, ...]
    of_turns: float

    @classmethod
    def load(cls, path: Path) -> Calibration:
        """From a JSON file; ModelError if it is missing or not one."""
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
            of_any, of_chosen = (
                tuple(float(record[kind][name]) for name in NAMES) for kind in ("of_any", "of_chosen")
            )
            return cls(of_any, of_chosen, float(record["of_turns"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(
                str(path), "the reader's calibration is missing or damaged", "Install the package again"
            ) from error

    def weight(self, found: Found, quote_type: QuoteType) -> float:
        """Probability that any reading of the network's is right, to choose by; in [0, 1]."""
        return self._probability(self.of_any, found, quote_type)

    def confidence(self, found: Found, quote_type: QuoteType) -> float:
        """Probability that a chosen reading is right, to be shown; in [0, 1], rounded to DIGITS."""
        return self._probability(self.of_chosen, found, quote_type)

    def _probability(self, weights: tuple[float, ...], found: Found, quote_type: QuoteType) -> float:
        if found.origin is Origin.TURN:
            return self.of_turns
        score = math.fsum(w * value for w, value in zip(weights, features(found, quote_type), strict=True))
        return round(1 / (1 + math.exp(-score)), DIGITS)
