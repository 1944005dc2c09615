"""What a document's title gives: names and offices, found without grammar."""

from __future__ import annotations

import re

from counterclaim.read.names.aliases import Aliases
from counterclaim.read.speakers.first_names import sex_of
from counterclaim.read.speakers.holders import holder, states_in
from counterclaim.read.speakers.lexicon import TITLES

_RUN = re.compile(r"[^\W\d_a-z][\w'’.-]*(?: (?:(?:de|van|von|bin|al|der) )?[^\W\d_a-z][\w'’.-]*)+")
_OWN = re.compile(r"(?:'s|’s)$")


def names_in_title(title: str) -> list[tuple[str, ...]]:
    """Names of persons by their first name or by an office before them."""
    names = []
    for run in _RUN.findall(title):
        words = [_OWN.sub("", word.strip(".,")) for word in run.split()]
        start = _start(words)
        if start is not None and len(words) - start >= 2:
            names.append(tuple(words[start : start + 3]))
    return names


def _start(words: list[str]) -> int | None:
    """Where the name begins in a run of capitals."""
    for index, word in enumerate(words[:-1]):
        if sex_of(word) and not (index + 1 < len(words) and words[index + 1].lower() in TITLES):
            return index
    return None


_SPEECH = re.compile(
    r"\b(?:speech|address|remarks|statement|message|greetings|lecture|appeal|opening|closing)\b.{0,40}?"
    r"\b(?:by|of|from)\s+(?:the\s+)?(?P<who>[^,:;]{3,120})",
    re.IGNORECASE,
)
_HEADED = re.compile(r"(?P<who>[^:]{3,80}):\s")
_ENDED = re.compile(r"\s[-–—]\s(?P<who>[^-–—:]{3,80})$")
_BEHIND = re.compile(r"\s(?:at|on|in|to|after|following|during|regarding|about|for)\s.*$")


def speaker_of_title(title: str | None, aliases: Aliases, on: str | None) -> str | None:
    """The person whose words a title announces, by name or by an office that a table knows."""
    for pattern in (_SPEECH, _HEADED, _ENDED):
        match = pattern.search(title or "")
        if match:
            who = _BEHIND.sub("", match.group("who"))
            names = names_in_title(who)
            if names:
                return " ".join(names[0])
            held = holder(who, states_in(who, aliases, on), on)
            if held:
                return held
    return None
