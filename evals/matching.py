"""Pair gold with predicted attributions, and say in which ways a pair is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from counterclaim.model.reading import QuoteType
from counterclaim.model.span import Spans, words_at
from evals.cues import CueClass, cue_class
from evals.records import AttributionRecord, DocumentRecord
from evals.tokens import TokenizedText, Tokens, jaccard

MIN_OVERLAP = 0.5  # Jaccard of contents to be paired, and of sources to be the same


@dataclass(frozen=True)
class Marked:
    """One attribution as the tokens of its roles."""

    source: Tokens
    cue: Tokens
    content: Tokens
    quote_type: QuoteType
    cue_class: CueClass


Pair = tuple[int, int]

HITS: dict[str, Callable[[Marked, Marked], bool]] = {
    "content_partial": lambda gold, predicted: True,
    "content_exact": lambda gold, predicted: gold.content == predicted.content,
    "who_said_what": lambda gold, predicted: same_source(gold.source, predicted.source),
    "who_said_what_loose": lambda gold, predicted: _meet(gold.source, predicted.source),
    "who_said_what_exact": lambda gold, predicted: (
        gold.content == predicted.content and gold.source == predicted.source
    ),
    "all_roles_exact": lambda gold, predicted: (
        (gold.content, gold.source, gold.cue) == (predicted.content, predicted.source, predicted.cue)
    ),
}
"""Score name to whether a pair, whose contents overlap by half, counts as right."""


def same_source(gold: Tokens, predicted: Tokens) -> bool:
    """Whether two sources overlap by half or are both left out of the text."""
    return jaccard(gold, predicted) >= MIN_OVERLAP


def _meet(left: Tokens, right: Tokens) -> bool:
    return not left.isdisjoint(right) or not (left or right)


def mark(records: Iterable[AttributionRecord], text: str, tokenized: TokenizedText) -> list[Marked]:
    """Attributions as tokens of their text; MalformedRecord where a span lies outside it."""
    marked = []
    for record in records:
        content = tokenized.tokens(record.content)
        marked.append(
            Marked(
                source=tokenized.tokens(record.source),
                cue=tokenized.tokens(record.cue),
                content=content,
                quote_type=tokenized.quote_type(content),
                cue_class=cue_class(_joined(text, record.cue)),
            )
        )
    return marked


def mark_both(
    gold: DocumentRecord, predicted: DocumentRecord, text: str, nested: bool = False
) -> tuple[list[Marked], list[Marked]]:
    """Both sides' outermost attributions as tokens, with `nested` those inside others as well."""
    tokenized = TokenizedText(text, gold.id)
    gold_side, predicted_side = (
        mark((*side.attributions, *(side.nested if nested else ())), text, tokenized)
        for side in (gold, predicted)
    )
    return gold_side, predicted_side


def pair(gold: Sequence[Marked], predicted: Sequence[Marked]) -> list[Pair]:
    """Indices of gold and predicted attributions that belong together, one to one.

    Best content overlap first, down to a Jaccard of one half; ties go to the pair
    whose sources, then whose cues agree better, then to the earlier one.  Where the
    gold contents do not overlap one another, as in PolNeAR, a predicted content
    reaches half of one of them only, so no other pairing has more overlap in all.
    """
    ranked = []
    for i, left in enumerate(gold):
        for j, right in enumerate(predicted):
            overlap = 0.0 if left.content.isdisjoint(right.content) else jaccard(left.content, right.content)
            if overlap >= MIN_OVERLAP:
                sources, cues = jaccard(left.source, right.source), jaccard(left.cue, right.cue)
                ranked.append((-overlap, -sources, -cues, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _overlap, _sources, _cues, i, j in sorted(ranked):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())


def _joined(text: str, spans: Spans) -> str:
    return words_at(text, spans, joint=" ")
