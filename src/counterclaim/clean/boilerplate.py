"""Which lines of a text are leftovers of the web page that it was taken from.

Nothing is cut: a leftover is marked in its place and not read.  Conservative by
design: a whole line must have the form of a leftover (see `forms`).  Only in a
text without line breaks are whole sentences looked at, and the tail.
"""

from __future__ import annotations

import re

from counterclaim.clean.forms import (
    AGENCY,
    CLOSED,
    COMMENT_FORM,
    CREDIT_JOINT,
    CREDIT_LABEL,
    CREDITED,
    LABELS,
    NOTICES,
    OPEN,
)
from counterclaim.clean.lines import Line
from counterclaim.model.document import Mark, MarkKind
from counterclaim.model.span import Span

FORM_LENGTH = 240  # characters; a longer line is a paragraph
_SHORT = 80  # characters; the fields and buttons of a form are shorter, comments and paragraphs longer

_QUOTE = re.compile(r"""["“”„«»]|(?:^|\s)['‘]""")
_EDGES = re.compile(r"^[\s>»›→▲▼↑↓•*\[(<-]+|[\s>»›→▲▼↑↓•\])<.:!…-]+$")
_SENTENCE_END = re.compile(r"""(?<=[.!?…])["”’)]*\s+(?=[A-Z©])|(?<=\*)\s+(?=[A-Z])""")
_CLOSED_ROW = re.compile(rf"(?:(?:{CLOSED.pattern})[\s.:*!…]*)+", re.IGNORECASE)


def leftover_marks(lines: list[Line]) -> list[Mark]:
    """Marks on the lines that are leftovers of a web page, in order, none overlapping."""
    if len(lines) <= 2:
        spans = [span for line in lines for span in _leftovers_of(line)]
    else:
        spans = [(line.start, line.end) for line in lines if is_leftover(line.text)]
        spans += _behind_comment_form(lines, spans)
    return [Mark(start, end, MarkKind.BOILERPLATE) for start, end in sorted(spans)]


def is_leftover(line: str) -> bool:
    """Whether a whole line has the form of a leftover."""
    if len(line) > FORM_LENGTH or _QUOTE.search(line):
        return False
    return _has_form(line) or all(map(_has_form, _SENTENCE_END.split(line)))


def _has_form(words: str) -> bool:
    bare = _EDGES.sub("", words)
    if not bare:
        return False
    if _says_the_page(words, bare) or OPEN.fullmatch(bare):
        return True
    # a label or a credit is no sentence: what ends with a full stop is an answer in a transcript
    stopped = words.endswith((".", "!", "?")) and not words.endswith("...")
    return not stopped and (bool(LABELS.fullmatch(bare)) or _is_credit(words))


def _is_credit(words: str) -> bool:
    """Whether the words say only who made a picture: names, one of them an agency or behind a label."""
    label = CREDIT_LABEL.match(words)
    parts = CREDIT_JOINT.split(words[label.end() :] if label else words.strip("()"))
    if not all(map(CREDITED.fullmatch, parts)):
        return False
    return label is not None or (len(parts) > 1 and any(map(AGENCY.fullmatch, parts)))


def _says_the_page(words: str, bare: str) -> bool:
    """Whether the words have a form that is a leftover even inside a running text."""
    return bool(_CLOSED_ROW.fullmatch(words) or CLOSED.fullmatch(bare) or NOTICES.fullmatch(bare))


def _behind_comment_form(lines: list[Line], marked: list[Span]) -> list[Span]:
    """Short lines behind a comment form, which ends the article, as far as no prose follows it."""
    known = set(marked)
    spans: list[Span] = []
    for line in reversed(lines):
        if (line.start, line.end) in known:
            if COMMENT_FORM.match(line.text):
                return spans
        elif len(line.text) > _SHORT:
            return []
        else:
            spans.append((line.start, line.end))
    return []


def _leftovers_of(line: Line) -> list[Span]:
    """The leftovers in a line that holds the whole text: itself, sentences of it, its tail."""
    if is_leftover(line.text):
        return [(line.start, line.end)]
    spans: list[Span] = []
    start = 0
    for match in [*_SENTENCE_END.finditer(line.text), None]:
        end = len(line.text) if match is None else match.start()
        words = line.text[start:end]
        if _is_leftover_sentence(words):
            spans.append((line.start + start, line.start + end))
        start = len(line.text) if match is None else match.end()
    return spans


def _is_leftover_sentence(words: str) -> bool:
    # one of two words may be somebody's answer
    if len(words) > FORM_LENGTH or len(words.split()) < 3 or _QUOTE.search(words):
        return False
    return _says_the_page(words, _EDGES.sub("", words))
