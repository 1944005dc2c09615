"""Wire credits: words in a text's head or tail that give it to a news agency.

What counts, where it stands at the head (the first 1,200 code points) or the tail (the last 1,200):

* a dateline: "KYIV (Reuters) - ", "Aug 27 (Reuters) - ", "MOSCOW, February 16. /TASS/."; head only
* a credit line: "The Associated Press", "By Ann Lee, Associated Press", "Source: TASS", "- Reuters."
* a copyright line: "Copyright 2022 The Associated Press. All rights reserved."; tail only
* a sign-off: "(Reporting by Ann Lee; Editing by Bo Ray)", as Reuters ends its stories; tail only
* a contribution: "Reuters contributed to this report", "With inputs from PTI"; not the whole text's

An attribution ("according to Reuters", "told the AP", "AFP reported") is none, and neither is a
picture's credit ("AP Photo/Ann Lee", "Photo: Reuters").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.link.agencies import AMBIGUOUS, IN_LINE, IN_PARENTHESES, agency_named, is_agency
from counterclaim.model.copies import Credit, SketchedText

__all__ = ["find_credits", "is_agency"]

_HEAD = 1200
_TAIL = 1200
_LINES_ABOVE = 2  # headline and standfirst

_DASH = r"[-–—]"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:(?:{_MONTH}|[A-Z]{{3,9}})\s+\d{{1,2}}|\d{{1,2}}\s+(?:{_MONTH}|[A-Z]{{3,9}}))(?:,?\s+\d{{4}})?"
_PLACE_WORD = r"[^\W\d_][\w.’'-]*"
_PLACE = rf"{_PLACE_WORD}(?:[ ,/]{{1,2}}{_PLACE_WORD}){{0,6}}"
_SMALL = {"of", "the", "de", "la", "le", "el", "al", "sur", "am", "on"}
_JOINT = rf"[.,:]?[ \t]*(?:{_DASH}[ \t]*)?"
_WHERE = rf"(?:(?P<place>{_PLACE}){_JOINT})?(?P<day>{_DAY}{_JOINT})?"
_AGENCIES_IN_PARENTHESES = rf"(?P<agency>{IN_PARENTHESES})(?:\s*[/,&]\s*[\w\s.-]{{2,25}})?"

_DATELINE = re.compile(
    rf"(?:^[ \t]*|(?<=[.!?…\"”’)])[ \t]+|[ \t]{{2,9}})"
    rf"(?P<credit>{_WHERE}"
    rf"(?:\(\s?{_AGENCIES_IN_PARENTHESES}\s?\)|/{_AGENCIES_IN_PARENTHESES.replace('agency', 'slashed')}/))"
    rf"(?=\s*(?:{_DASH}|:|\.|\n))",
    re.MULTILINE,
)
_LINE = re.compile(
    rf"^[ \t]*(?P<credit>(?P<before>{_DASH}+\s*|\(|\[|(?:[Ss]ource|[Aa]gency)\s?:\s*|[Bb][Yy]:?\s+)?"
    rf"(?P<agency>(?:[Tt]he\s+)?(?:{IN_LINE}))"
    rf"(?:\s+[Ss]taff(?:\s+[Ww]riters?)?|\s+[Nn]ews\s+[Aa]gency|\s+[Ii]nternational)?"
    rf"(?P<dated>\s*[|·•,]\s*[^\n]{{0,30}}\d{{4}}[^\n]{{0,20}})?)[)\].]?[ \t]*$",
    re.MULTILINE,
)
_BYLINE = re.compile(
    rf"^[ \t]*(?P<credit>(?:[Bb]y|BY)[:\s]\s*[^\n.!?]{{0,90}}?[,|/(·•–—-]\s*"
    rf"(?:[Tt]he\s+)?(?P<agency>{IN_LINE})\)?"
    rf"(?:\s+(?:[Ss]taff\s+)?(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?))?)[.]?[ \t]*$",
    re.MULTILINE,
)
_COPYRIGHT = re.compile(
    rf"(?P<credit>(?:©|\([cC]\)|[Cc]opyright)[\s©]{{0,5}}(?:\([cC]\)\s*)?(?:\d{{4}}[\s,]*)?(?:[Bb]y\s+)?(?:[Tt]he\s+)?"
    rf"(?P<agency>{IN_LINE}))\b"
)
_SIGN_OFF = re.compile(
    r"(?P<credit>\((?:Additional r|R)eporting\s+(?:by|and)\s[^()\n]{3,400}?"
    r"\b[Ee]diting\s+by\s[^()\n]{3,200}\))"
)
_CONTRIBUTED = re.compile(
    rf"(?P<credit>\b(?:[Tt]he\s+)?(?P<agency>{IN_LINE})(?:['’]s?)?"
    rf"(?:\s+(?:[^\W\d_][\w.’'-]*,?\s+){{0,20}}?|,?\s+)"
    rf"(?:also\s+)?contributed\s+(?:from\b|reporting\b|to\s+(?:this|the)\s+(?:report|story|article)))"
)
_INPUTS = re.compile(
    rf"(?P<credit>[Ww]ith\s+(?:additional\s+)?(?:inputs?|reporting|material|information|files)\s+"
    rf"(?:from|by)\s+(?:[^\n.()]{{0,40}}?\b)?(?P<agency>{IN_LINE})\b)(?=[^\n]{{0,60}}$)",
    re.MULTILINE,
)

# What of these patterns stands where, what to call it, and whether the text is the agency's as a whole.
_AT_HEAD = ((_DATELINE, "dateline", True), (_LINE, "credit line", True), (_BYLINE, "byline", True))
_AT_TAIL = (
    (_LINE, "credit line", True),
    (_COPYRIGHT, "copyright line", True),
    (_SIGN_OFF, "sign-off", True),
    (_CONTRIBUTED, "contribution", False),
    (_INPUTS, "contribution", False),
)


def find_credits(document: SketchedText) -> list[Credit]:
    """Credits of one document, those of the whole text first, then in reading order; one an agency."""
    found = [*_stated(document.byline), *_in(document.text)]
    found.sort(key=lambda credit: (not credit.whole, credit.span or (0, 0)))
    return list({credit.agency: credit for credit in reversed(found)}.values())[::-1]


def _stated(byline: str | None) -> Iterator[Credit]:
    line = (byline or "").strip()
    match = _LINE.search(line) or _BYLINE.search(f"By {line}")
    if match:
        agency = agency_named(match["agency"])
        yield Credit(agency=agency, reason=f"{agency} byline")


def _in(text: str) -> Iterator[Credit]:
    for pattern, name, whole in _AT_HEAD:
        for match in pattern.finditer(text, 0, min(len(text), _HEAD)):
            if _holds_at_head(pattern, match):
                yield _credit(match, name, whole)
    for pattern, name, whole in _AT_TAIL:
        for match in pattern.finditer(text, max(0, len(text) - _TAIL)):
            if pattern is not _LINE or match["before"] or not text[match.end() :].strip():
                yield _credit(match, name, whole)


def _holds_at_head(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    if pattern is _DATELINE:
        return match["place"] is None or _is_place(match)
    if pattern is _LINE and not match["before"] and not match["dated"]:
        # A name alone is a picture's credit as often; spelled out under the headline it is a byline.
        lines = [line for line in match.string[: match.start()].split("\n") if line.strip()]
        return " " in match["agency"] and len(lines) <= _LINES_ABOVE
    return True


def _is_place(match: re.Match[str]) -> bool:
    """Whether what stands before the agency can be a place: no agency's own name, no "interviewer:"."""
    place = match["place"]
    if is_agency(place) or not all(
        word[0].isupper() or word in _SMALL for word in re.split(r"[ ,/]+", place)
    ):
        return False
    doubtful = match["agency"] in AMBIGUOUS or match.string[match.end() :].lstrip().startswith(":")
    return not doubtful or bool(match["day"]) or place.isupper()


def _credit(match: re.Match[str], name: str, whole: bool) -> Credit:
    groups = match.groupdict()
    words = groups.get("agency") or groups.get("slashed")
    agency = agency_named(words) if words else "Reuters"
    return Credit(agency=agency, reason=f"{agency} {name}", whole=whole, span=match.span("credit"))
