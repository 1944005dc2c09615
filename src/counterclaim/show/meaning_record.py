"""Speakers and meanings as plain values, under the names that claims are compared by."""

from __future__ import annotations

import re
from typing import Any

from counterclaim.model.meaning import Evidence, Meaning, Place, Quantity, Speaker, Time
from counterclaim.model.span import Span, Spans
from counterclaim.show.number import plain_number

Record = dict[str, Any]

# A text that has a hash has none of these; what a record says about itself may.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def speaker_record(speaker: Speaker) -> Record:
    """Whom a source stands for; all values are None where the text does not tell."""
    return {
        "speaker": encodable(speaker.name),
        "speaker_kind": None if speaker.kind is None else speaker.kind.value,
        "party": encodable(speaker.party),
        "speaker_key": encodable(speaker.key),
        "speaker_reason": encodable(speaker.reason),
    }


def meaning_record(meaning: Meaning) -> Record:
    """What a claim means; spans count in the text that the claim's own spans count in."""
    return {
        "polarity": meaning.polarity.value,
        "certainty": meaning.certainty.value,
        "certainty_word": encodable(meaning.certainty_word),
        "certainty_band": encodable(meaning.certainty_band),
        "orientation": meaning.orientation.value,
        "due": encodable(meaning.due),
        "said": encodable(meaning.said),
        "said_in_text": meaning.said_in_text,
        "quantities": [_quantity(quantity) for quantity in meaning.quantities],
        "times": [_time(time) for time in meaning.times],
        "places": [_place(place) for place in meaning.places],
        "evidence_offered": meaning.evidence_offered.value,
        "evidence": [_evidence(evidence) for evidence in meaning.evidence],
        "asks_for_evidence": meaning.asks_for_evidence,
    }


def spans_record(spans: Spans) -> list[list[int]]:
    """Spans as lists of two offsets."""
    return [span_record(span) for span in spans]


def span_record(span: Span) -> list[int]:
    """A span as a list of two offsets."""
    return list(span)


def encodable(words: str | None) -> str | None:
    """The words with a sign in place of what UTF-8 cannot carry."""
    return words and _LONE_SURROGATE.sub("\ufffd", words)


def _quantity(quantity: Quantity) -> Record:
    return {
        "value": plain_number(quantity.value),
        "low": plain_number(quantity.low),
        "high": plain_number(quantity.high),
        "bound": quantity.bound.value,
        "unit": encodable(quantity.unit),
        "of": encodable(quantity.of),
        "word": encodable(quantity.word),
        "span": span_record(quantity.span),
    }


def _time(time: Time) -> Record:
    return {
        "span": span_record(time.span),
        "edtf": encodable(time.edtf),
        "alternatives": [encodable(edtf) for edtf in time.alternatives],
        "reason": encodable(time.reason),
    }


def _place(place: Place) -> Record:
    return {
        "span": span_record(place.span),
        "name": encodable(place.name),
        "country": encodable(place.country),
        "precision": None if place.precision is None else place.precision.value,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "reason": encodable(place.reason),
    }


def _evidence(evidence: Evidence) -> Record:
    return {
        "kind": evidence.kind.value,
        "supplied_by": encodable(evidence.supplied_by),
        "shows": spans_record(evidence.shows),
        "spans": spans_record(evidence.spans),
        "url": encodable(evidence.url),
    }
