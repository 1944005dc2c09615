"""Score single claims, on gold that cuts long turns into claims of a sentence or clause.

Gold and predictions may cut one passage at different places, so no one-to-one
pairing is asked for: several gold claims may lie in one predicted claim, and
several predicted ones in one gold claim.

* A gold claim is found when a predicted claim, or the whole content of a predicted
  attribution, overlaps it by Jaccard >= 0.5 in tokens, or when a predicted claim
  holds at least 80% of its words and is at most three times as long in words.
* A predicted claim is right when it overlaps some gold claim in one of these ways, or
  when a gold claim holds it so in turn.
* The source of a found gold claim is compared with that of the predicted claim that
  overlaps it best (ties to the better source, as in pairing attributions): right
  where the sources' tokens overlap by Jaccard >= 0.5, or both are left out.

Gold and predicted claims inside another's content (nested) count like all others.
Precision is measured only on documents that were marked from end to end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass

import numpy as np

from counterclaim.model.span import Spans
from evals.bootstrap import Estimate, Resampler
from evals.matching import MIN_OVERLAP, same_source
from evals.ratios import Floats, harmonic_mean, share
from evals.records import DocumentRecord
from evals.tokens import TokenizedText, Tokens, jaccard

HELD = 0.8  # share of a claim's words that another must hold to hold it
MOST_TIMES_LONGER = 3  # beyond which holding a claim says nothing about it


@dataclass(frozen=True)
class Unit:
    """A stretch of content that can be matched: a claim or a whole attribution's content."""

    content: Tokens
    words: Tokens
    source: Tokens
    is_claim: bool


@dataclass(frozen=True)
class ClaimTally:
    """Counts of one document; as an array, columns 0 to 4."""

    gold: int
    found: int
    found_with_source: int
    predicted: int
    right: int


def score_document(gold: DocumentRecord, predicted: DocumentRecord, text: str) -> ClaimTally:
    """Counts of gold claims found and predicted claims right in one document."""
    tokenized = TokenizedText(text, gold.id)
    gold_claims = [
        unit_of(tokenized, record.source, record.content, is_claim=True)
        for record in (*gold.attributions, *gold.nested)
    ]
    units = list(_units(tokenized, predicted))
    sources = [_best_source(claim, units) for claim in gold_claims]
    return ClaimTally(
        gold=len(gold_claims),
        found=sum(source is not None for source in sources),
        found_with_source=sum(
            source is not None and same_source(claim.source, source)
            for claim, source in zip(gold_claims, sources, strict=True)
        ),
        predicted=sum(unit.is_claim for unit in units),
        right=sum(any(_is_right(unit, claim) for claim in gold_claims) for unit in units if unit.is_claim),
    )


def _units(tokenized: TokenizedText, predicted: DocumentRecord) -> Iterator[Unit]:
    for record in (*predicted.attributions, *predicted.nested):
        yield unit_of(tokenized, record.source, record.content, is_claim=False)
        for claim in record.claims:
            yield unit_of(tokenized, record.source, claim.content, is_claim=True)


def unit_of(tokenized: TokenizedText, source: Spans, content: Spans, is_claim: bool) -> Unit:
    """What is matched of a claim or attribution that stands at these spans."""
    tokens = tokenized.tokens(content)
    return Unit(tokens, tokenized.words(tokens), tokenized.tokens(source), is_claim)


def holds(holder: Unit, held: Unit) -> bool:
    """Whether one claim has most of another's words and is not much longer."""
    return (
        bool(held.words)
        and len(holder.words & held.words) >= HELD * len(held.words)
        and len(holder.words) <= MOST_TIMES_LONGER * len(held.words)
    )


def finds(unit: Unit, claim: Unit) -> bool:
    """Whether a predicted unit finds a gold claim."""
    return jaccard(unit.content, claim.content) >= MIN_OVERLAP or (unit.is_claim and holds(unit, claim))


def _is_right(unit: Unit, claim: Unit) -> bool:
    return finds(unit, claim) or holds(claim, unit)


def overlap(unit: Unit, claim: Unit) -> tuple[float, float]:
    """How well a unit overlaps a claim: in content, then in source."""
    return jaccard(unit.content, claim.content), jaccard(unit.source, claim.source)


def _best_source(claim: Unit, units: Sequence[Unit]) -> Tokens | None:
    """Source of the unit that finds the claim with most overlap; None if none does."""
    finding = [unit for unit in units if finds(unit, claim)]
    if not finding:
        return None
    return max(finding, key=lambda unit: overlap(unit, claim)).source


_GOLD, _FOUND, _WITH_SOURCE, _PREDICTED, _RIGHT = range(5)


def recall(counts: Floats) -> Floats:
    """Share of gold claims found, of counts [..., 5]."""
    return share(counts, _FOUND, _GOLD)


def precision(counts: Floats) -> Floats:
    """Share of predicted claims right."""
    return share(counts, _RIGHT, _PREDICTED)


def f1(counts: Floats) -> Floats:
    """Harmonic mean of precision and recall."""
    return harmonic_mean(precision(counts), recall(counts))


def source_accuracy(counts: Floats) -> Floats:
    """Share of found gold claims whose source is right."""
    return share(counts, _WITH_SOURCE, _FOUND)


ON_EXHAUSTIVE: dict[str, tuple[Callable[[Floats], Floats], int]] = {
    "claims_recall": (recall, _GOLD),
    "claims_precision": (precision, _PREDICTED),
    "claims_f1": (f1, _GOLD),
    "claims_source_accuracy": (source_accuracy, _FOUND),
}
ON_ALL: dict[str, tuple[Callable[[Floats], Floats], int]] = {
    "claims_recall_all": (recall, _GOLD),
    "claims_source_accuracy_all": (source_accuracy, _FOUND),
}


def measure(tallies: Sequence[ClaimTally], exhaustive: Sequence[bool], rounds: int) -> dict[str, Estimate]:
    """Estimates by metric name: `..._all` on all documents, the others on exhaustive ones, if any."""
    counts = np.array([astuple(tally) for tally in tallies], dtype=np.float64)
    metrics = {}
    for chosen, measures in ((counts[np.array(exhaustive)], ON_EXHAUSTIVE), (counts, ON_ALL)):
        if len(chosen):
            resampler = Resampler(len(chosen), rounds)
            for name, (statistic, column) in measures.items():
                metrics[name] = resampler.of_counts(chosen, statistic, int(chosen[:, column].sum()))
    return metrics
