"""What a claim means in a few short marks, the same on a terminal and on a page.

What most claims are has no mark: that the speaker affirms it, puts it as certain,
and speaks of what was or is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from counterclaim.model.meaning import (
    Bound,
    Certainty,
    Evidence,
    EvidenceKind,
    Meaning,
    Orientation,
    Polarity,
    SpeakerKind,
    Time,
)
from counterclaim.model.reading import Attribution, Statement
from counterclaim.show.anchor import web_address
from counterclaim.show.edtf import due_words, shown_time
from counterclaim.show.number import quantity_words
from counterclaim.show.visible import one_line, shortened

MOST = 3  # numbers, times or pieces of evidence shown of one claim
LONGEST_WORDS = 40  # code points of the text's own words in a badge
_YEAR = re.compile(r"\d{4}", re.ASCII)
_ORIENTATIONS = {
    Orientation.FUTURE: "forecast",
    Orientation.COMMITMENT: "commitment",
    Orientation.REQUEST: "request",
    Orientation.OPINION: "opinion",
}


class Badge(NamedTuple):
    """A short mark of a kind: `denies stand asks evidence number time said why more open`.

    `open` marks what could not be told.  `href` is the address of the evidence, or empty.
    """

    kind: str
    text: str
    href: str = ""


def claim_badges(meaning: Meaning, text: str) -> list[Badge]:
    """The marks of one claim of this text, what weighs most first."""
    return [
        *_stand(meaning),
        *_evidence(meaning),
        *_first(_numbers(meaning), "numbers"),
        *_first(_times(meaning, text), "times"),
    ]


def attribution_badges(attribution: Attribution) -> list[Badge]:
    """The marks of the whole attribution: what is not known of its speaker, and when it was said.

    The day of publication has no mark, only another that the text states.
    """
    meanings = [claim.meaning for claim in attribution.claims]
    said = dict.fromkeys(meaning.said for meaning in meanings if meaning.said_in_text)
    times = [Badge("said", f"said {one_line(shown_time(edtf))}") for edtf in islice(said, MOST) if edtf]
    return [*_speaker(attribution), *times]


def why_badge(statement: Statement) -> list[Badge]:
    """Why the outlet's own words are listed; none where no reason is given."""
    why = ", ".join(one_line(reason) for reason in statement.why)
    return [Badge("why", why)] if why else []


def evidence_words(evidence: Evidence) -> str:
    """The kind of evidence and who supplied it; what the speaker saw needs no supplier."""
    named = evidence.supplied_by and evidence.kind is not EvidenceKind.WITNESSED
    supplied = f", supplied by {one_line(evidence.supplied_by or '')}" if named else ""
    return evidence.kind.value + supplied


def time_words(time: Time) -> str:
    """The time and its other readings in words, or why it cannot be told."""
    if time.edtf is None:
        return one_line(time.reason or "not dated")
    return one_line(" or ".join(shown_time(edtf) for edtf in (time.edtf, *time.alternatives)))


def _speaker(attribution: Attribution) -> Iterator[Badge]:
    speaker = attribution.speaker
    if speaker.kind is SpeakerKind.ANONYMOUS:
        yield Badge("stand", "anonymous")
    if not speaker.name and (speaker.reason or speaker.kind is not SpeakerKind.ANONYMOUS):
        why = f": {one_line(speaker.reason)}" if speaker.reason else ""
        yield Badge("open", f"speaker not resolved{why}")


def _stand(meaning: Meaning) -> Iterator[Badge]:
    if meaning.polarity is Polarity.DENIES:
        yield Badge("denies", "denies")
    elif meaning.polarity is Polarity.NONE and meaning.orientation is not Orientation.REQUEST:
        yield Badge("stand", "neither affirms nor denies")
    orientation = _ORIENTATIONS.get(meaning.orientation, "")
    due = one_line(due_words(meaning.due)) if meaning.due else ""
    if orientation or due:
        yield Badge("stand", ", ".join(part for part in (orientation, due) if part))
    certainty = certainty_words(meaning)
    if certainty:
        yield Badge("stand", certainty)
    if meaning.asks_for_evidence:
        yield Badge("asks", "asks for evidence")


def certainty_words(meaning: Meaning) -> str:
    """How sure the speaker is with the speaker's word for it; nothing for what goes without saying."""
    if meaning.certainty is Certainty.CERTAIN:
        return ""
    if meaning.certainty is Certainty.UNKNOWN:
        return "" if meaning.polarity is Polarity.NONE else "certainty unknown"
    word = shortened(one_line(meaning.certainty_word or ""), LONGEST_WORDS)
    return meaning.certainty.value + (f" (“{word}”)" if word else "")


def _evidence(meaning: Meaning) -> Iterator[Badge]:
    offered = [one for one in meaning.evidence if one.kind is not EvidenceKind.NONE]
    if not offered and meaning.evidence_offered is not EvidenceKind.NONE:
        yield Badge("evidence", f"evidence: {meaning.evidence_offered.value}")
    yield from _first(map(_offer, offered), "pieces of evidence")


def _offer(evidence: Evidence) -> Badge:
    return Badge("evidence", f"evidence: {evidence_words(evidence)}", web_address(evidence.url or ""))


def _numbers(meaning: Meaning) -> Iterator[Badge]:
    """All but the vague ones, of which the words above say as much."""
    for quantity in meaning.quantities:
        words = quantity_words(quantity)
        if words and quantity.bound is not Bound.VAGUE:
            yield Badge("number", words)


def _times(meaning: Meaning, text: str) -> Iterator[Badge]:
    """Times whose words alone do not tell the date, and that are not named as due."""
    for time in meaning.times:
        words = shortened(one_line(text[slice(*time.span)]), LONGEST_WORDS)
        if time.edtf is None:
            yield Badge("open", f"“{words}”: {time_words(time)}")
        elif time.edtf != meaning.due and (time.alternatives or not _YEAR.search(words)):
            yield Badge("time", f"“{words}”: {time_words(time)}")


def _first(badges: Iterable[Badge], name: str) -> Iterator[Badge]:
    every = list(dict.fromkeys(badges))
    yield from every[:MOST]
    if len(every) > MOST:
        yield Badge("more", f"{len(every) - MOST} more {name}")
