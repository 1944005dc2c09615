"""An attribution as found in the text, before it is asked what was meant."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.model.reading import QuoteType
from counterclaim.model.span import Spans


@dataclass(frozen=True, slots=True)
class Said:
    """Where a source, its cue and content stand; `claims` are the parts of the content.

    `parent` is the index, among the attributions of the same text, of the one whose
    content holds this one, or None.
    """

    source: Spans
    cue: Spans
    content: Spans
    quote_type: QuoteType
    parent: int | None
    claims: tuple[Spans, ...]
