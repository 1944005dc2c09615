"""Gold of what was meant, and of whom source words stand for, as it lies in JSONL files."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from counterclaim.model.span import Span, Spans


class MeantQuantity(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity of the gold; `bound` may be a vague word itself, where `word` is left out."""

    value: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    bound: str = "exactly"
    unit: str | None = None
    of: str | None = None
    word: str | None = None


class MeantRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One claim with its meaning; `due` and `asks_for_evidence` are unset in sets that do not mark them."""

    id: str
    content: Spans
    source: Spans = ()
    cue: Spans = ()
    speaker: str | None = None
    speaker_kind: str | None = None
    party: str | None = None
    quote_type: str | None = None
    polarity: str
    certainty: str
    orientation: str
    due: str | msgspec.UnsetType | None = msgspec.UNSET
    quantities: tuple[MeantQuantity, ...] = ()
    evidence_offered: str = "none"
    asks_for_evidence: bool | msgspec.UnsetType = msgspec.UNSET


class MeantDocument(msgspec.Struct, frozen=True, kw_only=True):
    """The claims of one document; `nested` are those inside another's content."""

    id: str
    attributions: tuple[MeantRecord, ...] = ()
    nested: tuple[MeantRecord, ...] = ()
    text: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None

    def in_reading_order(self) -> list[MeantRecord]:
        """All claims by where the first of their words stands, the longer content first."""
        return sorted((*self.attributions, *self.nested), key=_place)


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A source that is a pronoun or a description, and whom it stands for."""

    span: Span
    speaker: str | None = None


class CoreferenceRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The pronouns and descriptions among the sources of one document."""

    id: str
    mentions: tuple[Mention, ...] = ()


def _place(record: MeantRecord) -> tuple[int, int]:
    spans = (*record.source, *record.cue, *record.content)
    first = min((start for start, _end in spans), default=0)
    return first, -_length(record.content)


def _length(spans: Sequence[Span]) -> int:
    return sum(end - start for start, end in spans)
