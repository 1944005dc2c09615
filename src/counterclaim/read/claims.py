"""A long content cut into claims: a sentence or a few short ones, or the clauses of a long one."""

from __future__ import annotations

import re
from bisect import bisect_left

from counterclaim.model.span import Span, Spans
from counterclaim.read.sentences import sentences

# In words; chosen on story-dev, November 2026, where recall and precision change little around them.
SHORT = 30  # a content no longer than this is one claim
TOGETHER = 25  # short sentences that follow one another are one claim up to this length
LONG = 28  # a longer sentence is cut at its clauses if it can be
MIN_CLAUSE = 5  # words of each part

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_CLAUSE = re.compile(
    r"(?:[;:]|,?\s[–—-]{1,2}|,)\s+(?=(?:and|but|so|yet|while|whereas|although|because|which|who|since|as|if)\s)"
    r"|(?<=\w)\s+(?=(?:but|and that|while|because|whereas)\s)|;\s+"
)


def split_claims(text: str, content: Spans) -> list[Spans]:
    """Claims of a content, in order; together they hold all of its words."""
    if _count(text, content) <= SHORT:
        return [content]
    pieces = [part for span in content for part in _sentences_within(text, span)]
    units = [clause for piece in pieces for clause in _clauses(text, piece)]
    return _packed(text, units)


def _count(text: str, spans: Spans) -> int:
    return sum(len(_WORD.findall(text, start, end)) for start, end in spans)


def _sentences_within(text: str, span: Span) -> list[Span]:
    start, end = span
    return [(start + a, start + b) for a, b in sentences(text[start:end])] or [span]


def _clauses(text: str, sentence: Span) -> list[Span]:
    """A sentence, or its clauses where it is long and each is long enough."""
    if _count(text, (sentence,)) <= LONG:
        return [sentence]
    start, end = sentence
    clauses: list[Span] = []
    words = [match.start() for match in _WORD.finditer(text, start, end)]
    first = 0
    for match in _CLAUSE.finditer(text, start, end):
        here = bisect_left(words, match.end())
        if here - first >= MIN_CLAUSE and len(words) - here >= MIN_CLAUSE:
            first = here
            clauses.append((start, start + len(text[start : match.start()].rstrip())))
            start = match.end()
    return [*clauses, (start, end)]


def _packed(text: str, units: list[Span]) -> list[Spans]:
    """Join neighbours while they stay short; units without any word join the one before."""
    claims: list[list[Span]] = []
    lengths: list[int] = []
    for unit in units:
        length = _count(text, (unit,))
        if claims and (not length or lengths[-1] + length <= TOGETHER):
            lengths[-1] += length
            _append(text, claims[-1], unit)
        elif length:
            claims.append([unit])
            lengths.append(length)
    return [tuple(claim) for claim in claims]


def _append(text: str, claim: list[Span], unit: Span) -> None:
    """Add a unit, as one span with the last where only blanks lie between them."""
    start, end = claim[-1]
    if text[end : unit[0]].strip():
        claim.append(unit)
    else:
        claim[-1] = (start, unit[1])
