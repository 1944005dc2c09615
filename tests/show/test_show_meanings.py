"""Meanings made by hand for the other tests of `show`."""

from __future__ import annotations

from typing import Any

from counterclaim.model.meaning import (
    Bound,
    Certainty,
    Evidence,
    EvidenceKind,
    Meaning,
    Orientation,
    Place,
    Polarity,
    Precision,
    Quantity,
    Time,
)
from counterclaim.model.span import Spans


def meaning(**fields: Any) -> Meaning:
    """A meaning: affirmed as certain, of the present, but for what is given."""
    usual = {
        "polarity": Polarity.AFFIRMS,
        "certainty": Certainty.CERTAIN,
        "orientation": Orientation.PRESENT,
    }
    return Meaning(**{**usual, **fields})


PLAIN = meaning()


def quantity(bound: Bound, *, value: Any = None, low: Any = None, high: Any = None, **names: Any) -> Quantity:
    """A quantity at the beginning of a text."""
    given = {"unit": None, "of": None, **names}
    return Quantity(value=value, low=low, high=high, bound=bound, span=(0, 1), **given)


def hostile_meaning(bad: str, spans: Spans) -> Meaning:
    """A meaning whose every word is some bad words, and every address one that acts."""
    span = spans[0]
    number = Quantity(
        value=10**400, low=float("nan"), high=None, bound=Bound.ABOUT, unit=bad, of=bad, span=span
    )
    return meaning(
        polarity=Polarity.DENIES,
        certainty=Certainty.POSSIBLE,
        certainty_word=bad,
        certainty_band=bad,
        orientation=Orientation.FUTURE,
        due=bad,
        said=bad,
        said_in_text=True,
        quantities=(number, quantity(Bound.MORE_THAN, value=3, low=3, unit=bad)),
        times=(Time(span=span, edtf=bad, alternatives=(bad,)), Time(span=span, edtf=None, reason=bad)),
        places=(
            Place(
                span=span,
                name=bad,
                country=bad,
                precision=Precision.SETTLEMENT,
                latitude=1.5,
                longitude=-2.25,
                reason=bad,
            ),
        ),
        evidence_offered=EvidenceKind.VIDEO,
        evidence=(
            Evidence(
                kind=EvidenceKind.VIDEO,
                spans=spans,
                shows=(span,),
                supplied_by=bad,
                url="javascript:alert(3)",
            ),
            Evidence(kind=EvidenceKind.PICTURE, spans=spans, url='https://x.example/"onclick="alert(4)'),
        ),
        asks_for_evidence=True,
    )


def test_a_meaning_is_plain_but_for_what_is_given():
    assert meaning(polarity=Polarity.DENIES) == Meaning(
        polarity=Polarity.DENIES, certainty=Certainty.CERTAIN, orientation=Orientation.PRESENT
    )
