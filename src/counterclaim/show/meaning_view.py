"""What a page says of one claim's meaning: badges at a glance, and all that was read on demand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.model.meaning import Evidence, EvidenceKind, Meaning, Place, Polarity, Quantity
from counterclaim.model.span import Spans
from counterclaim.show.anchor import web_address
from counterclaim.show.badge import Badge, claim_badges, evidence_words, time_words
from counterclaim.show.edtf import due_words, shown_time
from counterclaim.show.number import quantity_words
from counterclaim.show.visible import one_line, shortened

LONGEST_SHOWN = 160  # code points of what evidence is said to show; the words stand whole in the text
LONGEST_NAMED = 80  # code points of the words that name a number, time, place or piece of evidence
_GAP = " […] "


class Fact(NamedTuple):
    """One thing read of a claim; `href` is an address on the web, or empty."""

    name: str
    value: str
    href: str = ""


class MeaningView(NamedTuple):
    """The meaning of a claim or statement, whose words begin at `start`.

    `letter` and `link` lead to the claim where there are several, `shows` are
    the words for what its evidence is said to show.
    """

    start: int
    letter: str
    link: str
    badges: list[Badge]
    shows: list[str]
    facts: list[Fact]

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to show of it at a glance."""
        return not (self.badges or self.shows)


def meaning_view(
    meaning: Meaning, text: str, content: Spans, letter: str = "", link: str = ""
) -> MeaningView:
    """The view of a claim of this text with this content, which evidence that shows it need not repeat."""
    return MeaningView(
        start=content[0][0] if content else 0,
        letter=letter,
        link=link,
        badges=claim_badges(meaning, text),
        shows=[_words(text, shows, LONGEST_SHOWN) for shows in _shown(meaning) if shows != content],
        facts=list(_facts(meaning, text)),
    )


def _shown(meaning: Meaning) -> list[Spans]:
    """What evidence is said to show, each words once."""
    return list(dict.fromkeys(one.shows for one in meaning.evidence if one.shows))


def _facts(meaning: Meaning, text: str) -> Iterator[Fact]:
    yield Fact("meaning", _stand(meaning))
    if meaning.certainty_band:
        yield Fact("ICD 203", one_line(meaning.certainty_band))
    if meaning.due:
        yield Fact("due", _with_edtf(due_words(meaning.due).removeprefix("due "), meaning.due))
    if meaning.said:
        how = "as the text says" if meaning.said_in_text else "day of publication"
        yield Fact("said", f"{_with_edtf(shown_time(meaning.said), meaning.said)}, {how}")
    for quantity in meaning.quantities:
        yield Fact("number", _quantity(text, quantity))
    for time in meaning.times:
        yield Fact("time", f"{_quoted(text, (time.span,))} {_with_edtf(time_words(time), time.edtf)}")
    for place in meaning.places:
        yield Fact("place", _place(text, place))
    for evidence in meaning.evidence:
        if evidence.kind is not EvidenceKind.NONE:
            yield Fact("evidence", _evidence(text, evidence), web_address(evidence.url or ""))


def _stand(meaning: Meaning) -> str:
    """Polarity, certainty and orientation, also where they go without saying."""
    word = (
        f" (“{shortened(one_line(meaning.certainty_word), LONGEST_NAMED)}”)" if meaning.certainty_word else ""
    )
    polarity = "neither affirms nor denies" if meaning.polarity is Polarity.NONE else meaning.polarity.value
    return f"{polarity} · certainty: {meaning.certainty.value}{word} · {meaning.orientation.value}"


def _quantity(text: str, quantity: Quantity) -> str:
    counted = f", of: {shortened(one_line(quantity.of), LONGEST_NAMED)}" if quantity.of else ""
    unit = f", unit: {shortened(one_line(quantity.unit), LONGEST_NAMED)}" if quantity.unit else ""
    return f"{_quoted(text, (quantity.span,))} {quantity_words(quantity)}{unit}{counted}"


def _place(text: str, place: Place) -> str:
    point = None
    if place.latitude is not None and place.longitude is not None:
        point = f"{place.latitude:.2f}°, {place.longitude:.2f}°"
    known = (place.precision and place.precision.value, place.country, point, place.reason)
    name = ", ".join(one_line(part) for part in (place.name, *known) if part)
    return f"{_quoted(text, (place.span,))} {name}"


def _evidence(text: str, evidence: Evidence) -> str:
    shows = f", shows {_quoted(text, evidence.shows)}" if evidence.shows else ""
    return f"{_quoted(text, evidence.spans)} {evidence_words(evidence)}{shows}".strip()


def _with_edtf(words: str, edtf: str | None) -> str:
    return one_line(words if edtf is None or words == edtf else f"{words} ({edtf})")


def _quoted(text: str, spans: Spans) -> str:
    words = _words(text, spans, LONGEST_NAMED)
    return f"“{words}”" if words else ""


def _words(text: str, spans: Spans, most: int) -> str:
    return shortened(_GAP.join(one_line(text[start:end]) for start, end in spans), most)
