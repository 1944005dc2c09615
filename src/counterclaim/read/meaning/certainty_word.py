"""The speaker's own word for how sure a claim is, and its band in Intelligence Community Directive 203.

The bands are those of ICD 203 (Analytic Standards, 2015), D.6.e.2.(a): seven rows of
terms with the range of probability that analysts mean by them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.model.meaning import Certainty
from counterclaim.model.span import Span, Spans

_BANDS = {
    "almost no chance (1-5%)": "almost no chance, remote",
    "very unlikely (5-20%)": "very unlikely, highly improbable",
    "unlikely (20-45%)": "unlikely, improbable, improbably",
    "roughly even chance (45-55%)": "roughly even chance, roughly even odds",
    "likely (55-80%)": "likely, probable, probably",
    "very likely (80-95%)": "very likely, highly probable",
    "almost certain (95-99%)": "almost certain, almost certainly, nearly certain, nearly certainly",
}
_WORDS = {
    Certainty.PROBABLE: """believe, believes, believed, believing, think, thinks, thought, suspect, suspects,
        suspected, expect, expects, expected, expecting, anticipate, anticipates, anticipated,
        assume, assumes, assumed, presume, presumes, presumed, presumably, apparently, appear,
        appears, appeared, seem, seems, seemed, seemingly, guess, reckon, reckons, estimate,
        estimates, estimated, extremely likely, highly likely, most likely, highly unlikely,
        extremely unlikely, should be, should have, supposedly, allegedly, reportedly,
        in all likelihood, chances are, feel, feels, felt,
        intend, intends, intended, plan, plans, planned, planning, hope, hopes, hoped, fear, fears,
        feared, doubt, doubts, doubted, predict, predicts, predicted, suggest, suggests, suggested,
        indicate, indicates, indicated, tend to, as far as i know, in my view, in my opinion, would
        be surprised""",
    Certainty.POSSIBLE: """
        may, might, could, can, possible, possibly, perhaps, maybe, potentially, potential,
        risk, chance, conceivable, conceivably, cannot be ruled out, can't be ruled out, cannot rule out,
        not ruled out, whether, if, remains to be seen, even chance, even odds, fifty-fifty, 50-50""",
    Certainty.CERTAIN: """
        certain, certainly, definitely, undoubtedly, no doubt, without doubt, beyond doubt,
        clearly, obviously, of course, surely, indeed, absolutely, in fact, never, always, guarantee,
        guarantees, guaranteed, convinced, confident, undeniable, undeniably, unquestionably, sure""",
}


@dataclass(frozen=True, slots=True)
class CertaintyWord:
    """The word as written, where it stands, and the ICD 203 band where it is one of its terms."""

    word: str
    span: Span
    band: str | None


def _terms(listed: str) -> list[str]:
    return [" ".join(term.split()) for term in listed.split(",")]


def _any_of(*lists: str) -> re.Pattern[str]:
    words = sorted({term for listed in lists for term in _terms(listed)}, key=lambda w: (-len(w), w))
    return re.compile(r"(?<![\w'’-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])", re.IGNORECASE)


_BAND_OF = {term: band for band, terms in _BANDS.items() for term in _terms(terms)}
_PATTERNS = {
    # A term of the directive goes before a plain word: "almost certain" is not "certain".
    certainty: _any_of(words, *_BANDS.values())
    for certainty, words in _WORDS.items()
}
_CLASS_OF = {word: certainty for certainty, words in _WORDS.items() for word in _terms(words)} | {
    term: Certainty.CERTAIN
    if "almost certain" in band
    else Certainty.POSSIBLE
    if "even" in band
    else Certainty.PROBABLE
    for term, band in _BAND_OF.items()
}


def certainty_word(text: str, spans: Spans, certainty: Certainty) -> CertaintyWord | None:
    """The first word in the spans that says so sure; None where the speaker uses none.

    The spans are those of the cue and the claim; nothing is looked for where
    certainty is unknown.
    """
    pattern = _PATTERNS.get(certainty)
    if pattern is None:
        return None
    for start, end in spans:
        for match in pattern.finditer(text, start, end):
            if match.group() == "May":  # the month, or a wish
                continue
            term = " ".join(match.group().casefold().split())
            if _CLASS_OF[term] is certainty or (term in _BAND_OF and certainty is not Certainty.CERTAIN):
                return CertaintyWord(match.group(), match.span(), _BAND_OF.get(term))
    return None
