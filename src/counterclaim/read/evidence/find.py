"""What a source points to as ground for a claim."""

from __future__ import annotations

from itertools import pairwise

from counterclaim.model.document import Document
from counterclaim.model.meaning import Evidence, Speaker
from counterclaim.model.span import Spans
from counterclaim.read.evidence.by_content import content_signals
from counterclaim.read.evidence.by_cue import cue_signals, neighbour_signals
from counterclaim.read.evidence.by_source import source_signals
from counterclaim.read.evidence.links import link_of
from counterclaim.read.evidence.scene import Scene, Signal, scene_of
from counterclaim.read.evidence.supplier import supplier_of
from counterclaim.read.evidence.weigh import weigh
from counterclaim.read.parse import Parse
from counterclaim.read.said import Said


def find_evidence(
    document: Document, parse: Parse, said: Said, claim: Spans, speaker: Speaker
) -> tuple[Evidence, ...]:
    """All evidence offered for a claim, that which grounds it most directly first.

    Looks at source, cue, the claim's own words and the sentence before it.  Signs that are
    weak alone count only together; the method is `weigh`.
    """
    scene = scene_of(parse, said, claim, speaker)
    signals = [
        *source_signals(scene),
        *cue_signals(scene),
        *neighbour_signals(scene),
        *content_signals(scene),
    ]
    found: list[Evidence] = []
    for signal in weigh(signals):
        one = _evidence(document, scene, signal)
        if all(one.kind != other.kind or one.spans != other.spans for other in found):
            found.append(one)
    return tuple(found)


def _evidence(document: Document, scene: Scene, signal: Signal) -> Evidence:
    parse = scene.parse
    spans = spans_of(parse, signal.words)
    return Evidence(
        kind=signal.kind,
        spans=spans,
        shows=spans_of(parse, signal.shows),
        supplied_by=supplier_of(scene, signal),
        url=link_of(document, signal.kind, spans),
    )


def spans_of(parse: Parse, indices: tuple[int, ...]) -> Spans:
    """Spans of tokens, neighbours joined."""
    if not indices:
        return ()
    cuts = [at for at, (one, other) in enumerate(pairwise(indices), start=1) if other != one + 1]
    return tuple(
        (parse.tokens[indices[first]].start, parse.tokens[indices[last - 1]].end)
        for first, last in zip([0, *cuts], [*cuts, len(indices)], strict=True)
    )
