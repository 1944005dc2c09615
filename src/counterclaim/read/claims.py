"""A long content cut into claims: a sentence each, or the clauses of a long one."""

from __future__ import annotations

import re

from counterclaim.model.span import Span, Spans
from counterclaim.read.sentences import sentences

SHORT = 30  # words; a content no longer than this is one claim (story-dev, November 2026)
LONG_SENTENCE = 28  # words; a longer sentence is cut at its clauses if it can be
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
    return [(unit,) for unit in _merge_fragments(text, units)]


def _count(text: str, spans: Spans) -> int:
    return sum(len(_WORD.findall(text, start, end)) for start, end in spans)


def _sentences_within(text: str, span: Span) -> list[Span]:
    start, end = span
    return [(start + a, start + b) for a, b in sentences(text[start:end])] or [span]


def _clauses(text: str, sentence: Span) -> list[Span]:
    """A sentence, or its clauses where it is long and each is long enough."""
    if _count(text, (sentence,)) <= LONG_SENTENCE:
        return [sentence]
    start, end = sentence
    clauses: list[Span] = []
    for match in _CLAUSE.finditer(text, start, end):
        left, right = (start, match.end()), (match.end(), end)
        if _count(text, (left,)) >= MIN_CLAUSE and _count(text, (right,)) >= MIN_CLAUSE:
            clauses.append((start, start + len(text[start : match.start()].rstrip())))
            start = match.end()
    return [*clauses, (start, end)]


def _merge_fragments(text: str, units: list[Span]) -> list[Span]:
    """Join a fragment of a few words to the claim before it."""
    merged: list[Span] = []
    for unit in units:
        if merged and _count(text, (unit,)) < MIN_CLAUSE and not text[merged[-1][1] : unit[0]].strip():
            merged[-1] = (merged[-1][0], unit[1])
        elif _count(text, (unit,)):
            merged.append(unit)
    return merged
