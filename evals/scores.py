"""Count what is right in a document, and turn counts into precision, recall and F1.

All scores are micro-averaged: counts are added over documents, then divided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass

import numpy as np

from counterclaim.model.reading import QuoteType
from evals.bootstrap import Estimate, Resampler
from evals.cues import CueClass
from evals.matching import HITS, Marked, Pair, pair
from evals.ratios import Floats, harmonic_mean, share
from evals.tokens import Tokens

HEADLINE = "who_said_what"


@dataclass(frozen=True)
class Tally:
    """Counts of one score in one document; as an array, columns 0 to 3.

    Hits are kept apart for either side: by quote type, a pair may count towards
    one type on the predicted side and towards another on the gold side.
    """

    predicted: int
    gold: int
    predicted_hits: int
    gold_hits: int


def precision(counts: Floats) -> Floats:
    """Share of the predicted that is right; 0 where nothing was predicted."""
    return share(counts, part=2, whole=0)


def recall(counts: Floats) -> Floats:
    """Share of the gold that was found; 0 where there is none."""
    return share(counts, part=3, whole=1)


def f1(counts: Floats) -> Floats:
    """Harmonic mean of precision and recall; 0 where both are."""
    return harmonic_mean(precision(counts), recall(counts))


# Measure name to its function of counts [..., 4], and to the column with the number of items it stands on.
MEASURES: dict[str, tuple[Callable[[Floats], Floats], int]] = {
    "f1": (f1, 1),
    "precision": (precision, 0),
    "recall": (recall, 1),
}


def score_document(gold: Sequence[Marked], predicted: Sequence[Marked]) -> dict[str, Tally]:
    """Every score's counts on one document.

    `source_token` and the like: tokens that carry the role in any attribution.
    `who_said_what` and the other names of `matching.HITS`: paired attributions,
    each also by quote type (`who_said_what_direct`) of the side that is counted.
    `speech_cue` and the like: gold attributions with such a cue, and how many of
    them are hits of `who_said_what`; these have a recall only.
    """
    tallies = {}
    for role in ("source", "cue", "content"):
        in_gold, in_predicted = _tokens_of(role, gold), _tokens_of(role, predicted)
        common = len(in_gold & in_predicted)
        tallies[f"{role}_token"] = Tally(len(in_predicted), len(in_gold), common, common)
    pairs = pair(gold, predicted)
    for name, is_hit in HITS.items():
        hits = [(i, j) for i, j in pairs if is_hit(gold[i], predicted[j])]
        tallies[name] = Tally(len(predicted), len(gold), len(hits), len(hits))
        for kind in QuoteType:
            tallies[f"{name}_{kind}"] = _of_quote_type(kind, gold, predicted, hits)
        if name == HEADLINE:
            tallies.update(_by_cue_class(gold, hits))
    return tallies


def _tokens_of(role: str, attributions: Iterable[Marked]) -> Tokens:
    return frozenset[int]().union(*(getattr(attribution, role) for attribution in attributions))


def _of_quote_type(
    kind: QuoteType, gold: Sequence[Marked], predicted: Sequence[Marked], hits: Sequence[Pair]
) -> Tally:
    return Tally(
        predicted=sum(marked.quote_type is kind for marked in predicted),
        gold=sum(marked.quote_type is kind for marked in gold),
        predicted_hits=sum(predicted[j].quote_type is kind for _, j in hits),
        gold_hits=sum(gold[i].quote_type is kind for i, _ in hits),
    )


def _by_cue_class(gold: Sequence[Marked], hits: Sequence[Pair]) -> dict[str, Tally]:
    found = {i for i, _ in hits}
    tallies = {}
    for cue_class in CueClass:
        members = {i for i, marked in enumerate(gold) if marked.cue_class is cue_class}
        tallies[_cue_score(cue_class)] = Tally(0, len(members), 0, len(members & found))
    return tallies


def _cue_score(cue_class: CueClass) -> str:
    return f"{cue_class}_cue"


RECALL_ONLY = frozenset(_cue_score(cue_class) for cue_class in CueClass)


def measure(documents: Sequence[dict[str, Tally]], resampler: Resampler) -> dict[str, Estimate]:
    """Estimates by metric name (`who_said_what_f1`) over all documents, in a fixed order."""
    metrics = {}
    for name in documents[0]:
        counts = np.array([astuple(document[name]) for document in documents], dtype=np.float64)
        for suffix, (statistic, column) in MEASURES.items():
            if suffix == "recall" or name not in RECALL_ONLY:
                n = int(counts[:, column].sum())
                metrics[f"{name}_{suffix}"] = resampler.of_counts(counts, statistic, n)
    return metrics
