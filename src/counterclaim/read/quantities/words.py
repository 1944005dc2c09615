"""Cut a stretch of text into figures, words and marks, with what only looks like a number set aside."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a piece of text is, as far as counting goes."""

    FIGURE = "figure"
    YEAR = "year"  # a figure that may name a year
    WORD = "word"
    MARK = "mark"
    NAME = "name"  # a date, clock time, address or label: its figures count nothing


class Word(NamedTuple):
    """One piece with its place in the text."""

    start: int
    end: int
    lower: str
    text: str
    kind: Kind


_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[4-9]|20|21)\d\d"
_ZONE = r"(?:GMT|UTC|EST|EDT|ET|BST|CET)"
_UNITS = "MB|GB|TB|MW|GW|KW|KM|KG|BN|MPH|KPH"
_LABEL = (
    r"(?:no|nos|number|article|section|chapter|page|pp|rule|resolution|flight|route|highway|interstate|channel"
    r"|room|apartment|apt|suite|box|phase|volume|vol|title|proposition|prop|amendment|psalm|round|level"
    r"|category|type|model|grade|version|item|paragraph|clause|stage|tier|gate|platform|season|episode"
    r"|scene|verse|exhibit|step|district|precinct|ward|group of|world war|windows|chapters|articles|pages"
    r"|sections)"
)
_PLAIN_LABEL = r"(?:week|day|game|part|plan|act|lot|size)"  # "day 3", but "every day 300 shells"
_AFTER_LABEL = r"(?! (?!(?:of|the|and|in|on|was|is|are|will|at|to)\b)[a-z])"
_NAMES = (
    rf"\b{_MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?(?!\d|,\d)(?:,? {_YEAR}\b)?"
    r"(?: ?(?:[-–]|to|and|or|through) ?\d{1,2}\b(?![,.]?\d| ?%| ?per))?"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})? (?:of )?{_MONTH}(?![a-z])(?: {_YEAR}\b)?"
    r"|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b"  # numeric dates
    rf"|\b{_YEAR}[-–/](?:{_YEAR}|\d\d)\b"
    r"|\b\d{1,2} ?[:.] ?\d\d(?: ?: ?\d\d)?(?: ?[ap]\. ?m\b\.?| ?[ap]m\b)"
    rf"|\b\d{{1,2}} ?: ?\d\d(?: ?: ?\d\d)?(?: ?{_ZONE}\b)?"
    rf"|\b\d{{3,4}} ?(?:{_ZONE}|hrs)\b"
    r"|\b\d{1,2}(?: ?- ?\d{1,2})? ?(?:[ap]\. ?m\b\.?|[ap]m\b|o['’]clock)"
    r"|\b\d[\d,]*(?:st|nd|rd|th)\b"
    r"|\b\d+(?:\.\d+){2,}|\b\d+ ?[x×] ?\d+\b|\b\d+[a-z]\d\w*|\b\d+px\b|\b\d\+\d\b"  # 1.1.2, 320x240, 7e7, 2+2
    r"|\b\d+['’]?s\b"  # the 1990s, mid-20s
    r"|\b(?:9/11|7/7|24/7|50/50|911)\b(?![,.]?\d)"
    r"|\+\d[\d ()-]{6,20}\d|\b\d{3}-\d{4}\b|\b\d{3}-[A-Z]+-[\d-]+"  # telephone
    r"|\b\(?\d{3}\)?[ -]\d{3,4}-\d{4}\b"
    r"|\b(?:https?://|www\.)\S{1,300}"
    r"|[\w.+-]{1,64}@[\w.-]{1,200}"
    r"|[@#][\w]+"
    r"|(?i:\b" + _LABEL + r")\.? \d+(?:\.\d+)*[a-z]?\b(?![,.]?\d|%| ?per ?cent| million| billion)"
    r"|(?i:\b" + _PLAIN_LABEL + r") \d{1,2}\b" + _AFTER_LABEL + r"(?![,.]?\d|%)"
    r"|(?<!\$)\b[^\W\d_]+-?\d[\d.-]*[^\W_]*"  # G7, AK-47, S-400
    r"|\b[A-Z]{1,4} - \d+\b"
    r"|\b\d+[A-Z]\d*\b(?<![CFMKB])"  # 737B, 4A
    rf"|\b\d+(?!(?:{_UNITS})\b)[A-Z]{{2,}}\w*"  # 1MDB
    r"|\b\d{1,5} (?:[A-Z][\w.]* |\d{1,3}(?:st|nd|rd|th) ){1,4}(?:St|Ave|Rd|Blvd|Street"
    r"|Avenue|Road|Boulevard|Lane|Drive|Place|Square|Highway|Parkway)\b"  # addresses
    r"|[\[(]\d{1,2}\](?!\w)"
)
_PIECES = re.compile(
    rf"(?P<name>{_NAMES})"
    r"|(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}, 000(?!\d)|(?<![\d,.])(?<!- )\d, \d{3}(?![\d,])"
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,.]\d|\d)"
    r"|\d+(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<mark>[^\s\w]|_)"
)
_KINDS = {"name": Kind.NAME, "figure": Kind.FIGURE, "word": Kind.WORD, "mark": Kind.MARK}
_IS_YEAR = re.compile(_YEAR + r"\Z")


def cut(text: str, start: int, end: int) -> list[Word]:
    """The pieces of text[start:end] in reading order; offsets count in the whole text."""
    words = []
    for match in _PIECES.finditer(text, start, end):
        piece = match[0]
        kind = _KINDS[match.lastgroup or "mark"]
        if kind is Kind.FIGURE and _IS_YEAR.match(piece):
            kind = Kind.YEAR
        words.append(Word(match.start(), match.end(), piece.lower(), piece, kind))
    return words


def lower_at(words: list[Word], index: int) -> str:
    """The piece at an index in small letters; nothing beyond either end."""
    return words[index].lower if 0 <= index < len(words) else ""
