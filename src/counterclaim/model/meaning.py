"""What a claim amounts to, so that two claims can be compared; and whom its source stands for.

Offsets count in the same stored text as the claim's own spans.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from counterclaim.model.span import Span, Spans


class SpeakerKind(StrEnum):
    """What sort of speaker a source stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    OUTLET = "outlet"


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Whom the source words stand for, and whom that speaker speaks for.

    `name` is the one a reader would list, None where the text does not tell; `reason`
    then says why.  `key` is the name folded for comparison across documents
    (letter case, accents and transliteration do not count), None without a name.
    `party` is None where it is not plain.
    """

    name: str | None = None
    kind: SpeakerKind | None = None
    party: str | None = None
    key: str | None = None
    reason: str | None = None


class Polarity(StrEnum):
    """The speaker's stand to the proposition that the content states or names."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    NONE = "none"


class Certainty(StrEnum):
    """How sure the speaker is, in the speaker's own words."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Orientation(StrEnum):
    """What the claim looks to."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    COMMITMENT = "commitment"
    REQUEST = "request"
    OPINION = "opinion"


class Bound(StrEnum):
    """How a quantity limits its number."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    BETWEEN = "between"
    VAGUE = "vague"


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number as the speaker bounds it: "more than 100,000 soldiers".

    `low` and `high` are None where that side is open; `value` is None where there
    is no single number, as in a range.  `unit` is what is counted or measured
    ("people", "US dollars", "percent", "km"), `of` the words that say of what.
    A vague word ("some", "large") has no numbers and stands in `word`.
    """

    value: int | float | None
    low: int | float | None
    high: int | float | None
    bound: Bound
    unit: str | None
    of: str | None
    span: Span
    word: str | None = None


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name a time, and the time as EDTF (ISO 8601-2, level 1) where it can be told.

    `edtf` is None where it cannot, and `reason` says why (no publication date);
    `alternatives` are the other readings of words that have several.
    """

    span: Span
    edtf: str | None
    alternatives: tuple[str, ...] = ()
    reason: str | None = None


class Precision(StrEnum):
    """What a place is, so that nobody takes a country for a point."""

    COUNTRY = "country"
    REGION = "region"
    SETTLEMENT = "settlement"
    FEATURE = "feature"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place that a claim names.

    `country` is ISO 3166-1 alpha-2.  Coordinates are degrees (WGS 84), of the
    middle of a settlement; None for countries and whatever is not a point.
    `reason` says why a name could not be placed, or was one of several.
    """

    span: Span
    name: str
    country: str | None
    precision: Precision | None
    latitude: float | None = None
    longitude: float | None = None
    reason: str | None = None


class EvidenceKind(StrEnum):
    """What a source points to as ground for its claim."""

    VIDEO = "video"
    PICTURE = "picture"
    SATELLITE = "satellite"
    DOCUMENT = "document"
    DATA = "data"
    WITNESSED = "witnessed"
    ANOTHER_SOURCE = "another source"
    NONE = "none"


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of evidence offered.

    `spans` are the words that name it, `shows` those that say what it is said to
    show (empty where they do not).  `supplied_by` names who supplies it, `url` is
    the page's link or embedded medium at those words.
    """

    kind: EvidenceKind
    spans: Spans
    shows: Spans = ()
    supplied_by: str | None = None
    url: str | None = None


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """All that is read of one claim beside its words.

    `certainty_word` is the speaker's own word for it ("may", "almost certainly"),
    `certainty_band` the band of Intelligence Community Directive 203 for that word.
    `due` is the EDTF time by which a forecast or commitment falls due.  `said` is
    when it was said, EDTF; `said_in_text` tells the text's own date from that of publication.
    `evidence_offered` is the kind of the first of `evidence`.
    """

    polarity: Polarity
    certainty: Certainty
    orientation: Orientation
    certainty_word: str | None = None
    certainty_band: str | None = None
    due: str | None = None
    said: str | None = None
    said_in_text: bool = False
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    evidence_offered: EvidenceKind = EvidenceKind.NONE
    evidence: tuple[Evidence, ...] = ()
    asks_for_evidence: bool = False
