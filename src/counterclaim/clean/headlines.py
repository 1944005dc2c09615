"""Headlines and subheadings: which lines they are, and which say one twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counterclaim.clean.lines import Line
from counterclaim.model.document import Mark, MarkKind
from counterclaim.model.span import Span

HEADLINE_LENGTH = 250  # characters; 99% of the 8,181 headlines of the `ruwa` corpus are shorter
SUBHEADING_LENGTH = 90
_LABEL_LENGTH = 40  # a section, outlet or author behind a bar
_LABEL_WORDS = 5

_BAR = re.compile(r"\s*[|¦]\s*")
_DASH = re.compile(r"\s+(?:[-–—]|::)\s+")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"})
_WORD = re.compile(r"\w+")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_NOT_A_HEADING = re.compile(
    # a byline
    r"(?i:by)\s+[A-Z][\w.'’-]*(?:[\s,&]+(?:and|in|for|[A-Z][\w.'’-]*))*"
    # a label, a number, an item of a list, more than one sentence
    r"|.*[:;,–—-]|\W*\d[\d\s./:,-]*|[-–—*•·].*|.*\w{4,}\. .*"
    # a dateline
    rf"|.*\b(?:\d{{1,2}}\.? {_MONTH}|{_MONTH} \d{{1,2}},?) \d{{4}}\b.*"
)


def begins_with_headline(lines: list[Line]) -> bool:
    """Whether the first of the lines is a headline, and not the first paragraph."""
    return bool(lines) and _looks_like_headline(lines[0], lines[1:])


def _looks_like_headline(first: Line, rest: list[Line]) -> bool:
    if not rest or len(first.text) > HEADLINE_LENGTH or len(_WORD.findall(first.text)) < 2:
        return False
    if first.text.endswith((".", ":", ",", ";", "…")) or _NOT_A_HEADING.fullmatch(first.text):
        return False
    if not any(line.stopped and len(line.text) > len(first.text) / 2 for line in rest):
        return False
    # set close to the next line it is a headline only where lines are whole
    # paragraphs: else it is the first line of a text wrapped at a width
    return first.alone or (len(rest[0].text) > HEADLINE_LENGTH and rest[0].stopped)


def section_start(headline: str, others: Iterable[str] = ()) -> int | None:
    """Where the bar or dash before a section or outlet name stands in a headline, or None.

    A bar with a few words behind it is enough.  What stands behind a dash may
    be the one who says it ("Bridge was mined - ministry"), so there one of the
    `others`, lines of the same page, must say the headline without it.
    """
    for match in _BAR.finditer(headline):
        if _is_label(headline[match.end() :]) and _outweighs(headline, match):
            return match.start() + len(match.group()) - len(match.group().lstrip())
    keys: set[str] | None = None
    for match in _DASH.finditer(headline):
        if _is_label(headline[match.end() :]):
            keys = {_key(other) for other in others} if keys is None else keys
            if _key(headline[: match.start()]) in keys:
                return match.start() + 1
    return None


def _is_label(words: str) -> bool:
    """Whether each part, where there are several bars, is short enough for a section, outlet or author."""
    return all(
        0 < len(part) <= _LABEL_LENGTH and len(part.split()) <= _LABEL_WORDS for part in _BAR.split(words)
    )


def _outweighs(headline: str, bar: re.Match[str]) -> bool:
    """Whether what stands before the bar is longer than any label behind it."""
    labels = _BAR.split(headline[bar.end() :])
    return len(headline[: bar.start()].split()) > 1 and bar.start() > max(map(len, labels))


def repeated_headlines(lines: list[Line], headline: str) -> list[Mark]:
    """Marks on the lines that say the headline once more, with or without a section name."""
    return [
        Mark(line.start, line.end, MarkKind.REPEATED_HEADLINE)
        for line in lines
        if same_headline(line.text, headline)
    ]


def same_headline(one: str, other: str) -> bool:
    """Whether two lines are one headline, section names, spacing and the form of quotation marks aside."""
    if max(len(one), len(other)) > 2 * HEADLINE_LENGTH:
        return False
    return _key(_bare(one, other)) == _key(_bare(other, one))


def _bare(headline: str, other: str) -> str:
    cut = section_start(headline, [other])
    return headline if cut is None else headline[:cut]


def _key(line: str) -> str:
    return " ".join(line.translate(_QUOTES).casefold().split())


def subheadings(lines: list[Line]) -> list[Span]:
    """Short lines that stand alone, do not end as a sentence, and have text after them."""
    last_prose = max((i for i, line in enumerate(lines) if line.stopped), default=-1)
    return [(line.start, line.end) for line in lines[:last_prose] if _is_subheading(line)]


def _is_subheading(line: Line) -> bool:
    if not line.alone or len(line.text) > SUBHEADING_LENGTH:
        return False
    if line.text[-1] in ".…\"”»'’" or _NOT_A_HEADING.fullmatch(line.text):
        return False
    first = next((letter for letter in line.text if letter.isalnum()), "")
    return first.isupper() or first.isdigit()
