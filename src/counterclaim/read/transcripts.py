"""Turns of speech under a label: "NAME:" at the head of a line, or in the middle of one.

A label is a name in capitals or title case, perhaps with an office before it,
at the beginning of a sentence.  A text is a transcript if labels return and
head most of it, if they stand behind a row of stars, or if an office holder's label
heads words in the first or second person.  Single labels in other texts (a headline
such as "Mayor: bridge is safe") are left to the network.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.model.span import Span
from counterclaim.read.sentences import sentences

MAX_LABEL = 140  # characters; offices can be long
MIN_LABELS = 2  # in a text of several lines there must be more
MIN_HEADED = 0.6  # share of the text under labels
ADDRESS_WITHIN = 600  # characters of a lone speech in which the speaker must say "I", "we" or "you"

_NAME = r"[A-ZÀ-ÞА-Я][\w’'.\-]*+"
_SMALL = r"(?:of|the|and|for|in|to|on|de|von|van|al|bin|del|di|da|&)"
_LABEL = re.compile(
    rf"(?P<label>{_NAME}(?:,?\s(?:{_NAME}|{_SMALL}|\([^()]{{1,40}}\)))*)(?:\s\([^()]{{1,40}}\))?\s?:(?=\s|$)"
)
_INTERVIEW = frozenset("q a question answer".split())
_ROLES = frozenset(
    """question answer q a remark moderator interviewer host presenter reporter journalist
    voice speaker""".split()
)
_NOT_NAMES = frozenset(
    """the this that these those it i we you he she they but and so or if note update correction
    photo video source read more warning summary analysis opinion breaking editor's however first
    second third finally also here there what why how who when where yes no well now then related
    tags file share via background context""".split()
)
_OFFICE = re.compile(
    r"\b(?:[Pp]resident|[Mm]inister|[Cc]hancellor|[Ss]ecretary|[Cc]hief|[Dd]irector|[Cc]hair\w*|[Gg]overnor"
    r"|[Aa]mbassador|[Ss]pokes\w+|[Aa]ide|[Aa]dvis[eo]r|[Mm]ayor|[Kk]ing|[Qq]ueen|[Pp]ope|[Ss]peaker|[Gg]eneral"
    r"|[Cc]ommissioner|[Ee]nvoy|[Hh]ead|[Ll]eader|[Rr]epresentative|[Ss]enator|[Pp]atriarch|[Cc]ommander)\b"
)
_ADDRESS = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Yy]ou|[Yy]our|[Mm]y|[Uu]s|[Ll]adies)\b")
_BULLET = re.compile(r"(?:\* ?){3}|[-–—•]\s*")
_STAGE_DIRECTION = re.compile(r"(?:\* ?){3}")


@dataclass(frozen=True, slots=True)
class Turn:
    """A label (without its colon) and what is said under it."""

    label: Span
    speech: Span


def turns(text: str) -> list[Turn]:
    """All turns of a transcript in order; [] where the text is none."""
    labels = _labels(text)
    if not _is_transcript(text, labels):
        return []
    result = []
    for (start, end, speech), following in zip(labels, [*[x[0] for x in labels[1:]], len(text)], strict=True):
        last = _speech_end(text, speech, following)
        if last > speech:
            result.append(Turn((start, end), (speech, last)))
    return result


def _labels(text: str) -> list[tuple[int, int, int]]:
    """Start and end of each label, and where its speech begins."""
    found = []
    for start, end in _places(text):
        match = _LABEL.match(text, start, min(end, start + MAX_LABEL))
        if match and _is_label(match.group("label"), text, start):
            label_end = _without_echo(text, start, match.end("label"))
            found.append((start, label_end, _skip_blanks(text, match.end())))
    return found


def _places(text: str) -> list[Span]:
    """Where a label may stand: at sentences, less their bullet, and behind rows of stars."""
    places = []
    for start, end in sentences(text):
        bullet = _BULLET.match(text, start, end)
        places.append((_skip_blanks(text, bullet.end()) if bullet else start, end))
        places += [
            (_skip_blanks(text, stars.end()), end)
            for stars in _STAGE_DIRECTION.finditer(text, start + 1, end)
        ]
    return places


def _skip_blanks(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def _is_label(label: str, text: str, start: int) -> bool:
    words = re.findall(r"[^\W\d_][\w’'.\-]*", label)
    if not words:
        return False
    at_line_start = text[max(0, start - 8) : start].rstrip(" \t")[-1:] in ("", "\n")
    capitalised = [word for word in words if word[0].isupper()]
    if words[0].lower().strip(".") in _NOT_NAMES or words[-1].islower():
        return False
    if len(words) == 1:
        word = words[0].strip(".")
        return word.lower() in _ROLES or ((word.isupper() or at_line_start) and len(word) > 1)
    return len(capitalised) >= 2


def _without_echo(text: str, start: int, end: int) -> int:
    """End of the label before a word said twice in a row ("Sergei Lavrov Lavrov Sergei...")."""
    words = list(re.finditer(r"\S+", text[start:end]))
    for before, after in pairwise(words):
        if before.group() == after.group():
            return start + before.end()
    return end


def _is_transcript(text: str, labels: list[tuple[int, int, int]]) -> bool:
    """Whether labels head most of the text, and are more than a headline's."""
    names = [text[start:end] for start, end, _ in labels]
    if not names or all(name.lower() in _INTERVIEW for name in names):
        return False
    returning = len({name.split()[-1] for name in names}) < len(names)
    if "\n" in text.strip():
        return returning and len(names) > MIN_LABELS and _headed(text, labels) >= MIN_HEADED
    first = labels[0][0]
    behind_stars = _STAGE_DIRECTION.search(text, max(0, first - 8), first) is not None
    of_office = any(
        _OFFICE.search(name) and _ADDRESS.search(text, speech, speech + ADDRESS_WITHIN)
        for name, (_, _, speech) in zip(names, labels, strict=True)
    )
    return behind_stars or of_office or (returning and _headed(text, labels) >= MIN_HEADED)


def _headed(text: str, labels: list[tuple[int, int, int]]) -> float:
    """Share of the text in turns, the last one ending with its paragraph."""
    last = text.find("\n", labels[-1][2])
    return ((last if last >= 0 else len(text)) - labels[0][0]) / len(text)


def _speech_end(text: str, start: int, following: int) -> int:
    """End of a turn's words: before the next label, and before a row of stars."""
    stars = _STAGE_DIRECTION.search(text, start, following)
    end = stars.start() if stars else following
    return start + len(text[start:end].rstrip())
