"""Sentence boundaries, by rule.

News text needs little: a full stop, question or exclamation mark, closing
quotation marks behind it, a blank, then a capital, digit or opening mark; and
every line break.  Abbreviations, initials and decimals are kept together.
"""

from __future__ import annotations

import re

from counterclaim.model.span import Span

_CLOSING = r"""(?:\s?(?:''|['"”’»“)\]])){0,4}"""  # few, so that odd rows of marks cost little
_BEGINNING = r"""["“„«'‘`(\[]*[A-Z0-9À-ÞА-Я]"""
_END = re.compile(
    rf"(?<![.!?…])(?P<stop>[.!?…]++)(?P<closing>{_CLOSING})(?P<blank>[^\S\n]++)(?={_BEGINNING})|(?P<line>(?<!\s)[^\S\n]*+\n\s*+)"
)
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen col lt sgt capt cmdr maj adm sen rep gov pres st jr sr hon rev sec
    u.s u.k u.n e.u d.c a.m p.m vs etc inc ltd co corp no fig vol jan feb mar apr jun jul aug sep
    sept oct nov dec mon tue wed thu fri sat sun i.e e.g cf al approx dept est ft mt ave blvd rd ariz
    calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo""".split()
)
_WORD_BEFORE = re.compile(r"[^\s\"“”„«»'‘’()\[\]—–]+$")
_ALWAYS_JOINED = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt cmdr maj adm sen rep gov pres st hon rev".split()
)


def _is_abbreviation(text: str, stop: int, following: str) -> bool:
    """Whether the full stop at `stop` belongs to the word before it."""
    match = _WORD_BEFORE.search(text, max(0, stop - 24), stop)
    if match is None:
        return False
    word = match.group().lower()
    if word in _ALWAYS_JOINED:
        return True
    if len(word) == 1 and word.isalpha() and word != "i":
        return True
    dotted = "." in word or word in _ABBREVIATIONS
    return dotted and (following.isdigit() or following.islower() or word in _ABBREVIATIONS)


def sentence_starts(text: str) -> list[int]:
    """Offsets where sentences begin, ascending, from 0; [] for blank text."""
    first = len(text) - len(text.lstrip())
    if first == len(text):
        return []
    starts = [first]
    for match in _END.finditer(text):
        if match.end() >= len(text):
            continue
        if match.group("line") is None:
            stop = match.start("stop")
            plain = match.group("stop") == "." and not match.group("closing")
            following = text[match.end()]
            if plain and _is_abbreviation(text, stop, following):
                continue
        if match.end() > starts[-1]:
            starts.append(match.end())
    return starts


def sentences(text: str) -> list[Span]:
    """Spans of sentences, blanks at their edges left out."""
    starts = sentence_starts(text)
    spans = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        stripped = len(text[start:end].rstrip())
        if stripped:
            spans.append((start, start + stripped))
    return spans
