"""The parts of a meaning that few claims have, as JSON without what is plain: no defaults, short names."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from counterclaim.model.meaning import (
    Bound,
    Evidence,
    EvidenceKind,
    Meaning,
    Place,
    Precision,
    Quantity,
    Time,
)
from counterclaim.model.span import Span, Spans

Number = int | float
T = TypeVar("T")


# One letter for each name saves 18 bytes a claim; `plain` gives the names back.
_GROUPS = {"quantities": "q", "times": "t", "places": "p", "evidence": "e"}
_QUANTITY = {
    "bound": "b",
    "span": "s",
    "value": "v",
    "low": "l",
    "high": "h",
    "unit": "u",
    "of": "o",
    "word": "w",
}
_TIME = {"span": "s", "edtf": "t", "alternatives": "a", "reason": "r"}
_PLACE = {
    "span": "s", "name": "n", "country": "c", "precision": "p", "latitude": "y", "longitude": "x",
    "reason": "r",
}  # fmt: skip
_EVIDENCE = {"kind": "k", "spans": "s", "shows": "w", "supplied_by": "b", "url": "u"}


# Each is its namesake of `model.meaning`, where some of these have no default; a test compares them.
class _Quantity(msgspec.Struct, omit_defaults=True, kw_only=True, rename=_QUANTITY):
    bound: Bound
    span: Span
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    unit: str | None = None
    of: str | None = None
    word: str | None = None


class _Time(msgspec.Struct, omit_defaults=True, kw_only=True, rename=_TIME):
    span: Span
    edtf: str | None = None
    alternatives: tuple[str, ...] = ()
    reason: str | None = None


class _Place(msgspec.Struct, omit_defaults=True, kw_only=True, rename=_PLACE):
    span: Span
    name: str
    country: str | None = None
    precision: Precision | None = None
    latitude: float | None = None
    longitude: float | None = None
    reason: str | None = None


class _Evidence(msgspec.Struct, omit_defaults=True, kw_only=True, rename=_EVIDENCE):
    kind: EvidenceKind
    spans: Spans = ()
    shows: Spans = ()
    supplied_by: str | None = None
    url: str | None = None


class Packed(msgspec.Struct, omit_defaults=True, kw_only=True, rename=_GROUPS):
    """What the column `meaning` holds."""

    quantities: tuple[_Quantity, ...] = ()
    times: tuple[_Time, ...] = ()
    places: tuple[_Place, ...] = ()
    evidence: tuple[_Evidence, ...] = ()


class Unpacked(msgspec.Struct, kw_only=True):
    """The same as records of the model."""

    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    evidence: tuple[Evidence, ...] = ()


_encode = msgspec.json.Encoder().encode
_decoder = msgspec.json.Decoder(Packed)
_NOTHING = Unpacked()


def pack(meaning: Meaning) -> str | None:
    """The JSON for a meaning, None where there is nothing to say."""
    if not (meaning.quantities or meaning.times or meaning.places or meaning.evidence):
        return None
    return _encode(msgspec.convert(meaning, Packed, from_attributes=True)).decode()


def unpack(json: str | None) -> Unpacked:
    """The records that the JSON stands for; msgspec.ValidationError or DecodeError where it is damaged."""
    if json is None:
        return _NOTHING
    return msgspec.convert(_decoder.decode(json), Unpacked, from_attributes=True)


def plain(json: str | None) -> dict[str, object]:
    """The same as an object with the names of the model, without what is empty; for people and exports."""
    told = msgspec.to_builtins(unpack(json))
    return {name: [_told(one) for one in values] for name, values in told.items() if values}


def _told(one: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in one.items() if value is not None and value != []}
