"""Offices that several states have by one name: a Foreign Secretary need not be the United Kingdom's."""

from __future__ import annotations

import re

from counterclaim.read.speakers.holders import states_in
from counterclaim.read.speakers.scene import Scene

_LONGEST = 100_000  # characters searched
_FIELD = r"(?:foreign|home|defen[cs]e|interior|treasury|finance|health|labou?r|energy|commerce)"
_OFFICE = rf"(?i:{_FIELD}\ secretary)"
_SHARED = re.compile(rf"\b{_OFFICE}\b")
_OWNED = re.compile(rf"\b([A-Z][\w-]*(?:\ [A-Z][\w-]*){{0,2}}?)(?:['’]s?)?\ {_OFFICE}\b")


# The United Nations' own where no state's is told in full.
_COUNCIL = re.compile(r"(?<!UN\ )(?<!U\.N\.\ )(?<!Nations\ )\bSecurity\ Council\b")
_ITS_COUNCIL = re.compile(
    r"\b(?<!National\ )Security\ Council\ of\ ((?:the\ )?[A-Z][\w-]+(?:\ [A-Z][\w-]*)?)"
    r"|\b([A-Z][\w-]*(?:\ [A-Z][\w-]*)?)(?:['’]s)?\ (?<!National\ )Security\ Council\b"
)
_OF = re.compile(rf"\b{_OFFICE}(?:\ [A-Z][\w-]+){{0,3}}\ of\ ((?:the\ )?[A-Z][\w-]+(?:\ [A-Z][\w-]*)?)")


def is_portfolio(words: str) -> bool:
    """Whether words name only what an office is for ("Defence"), and no body."""
    return re.fullmatch(f"(?i:{_FIELD})", words) is not None


class Secretaries:
    """Whose a secretary is, in one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._owners: set[str] | None = None
        self._named: set[str] | None = None
        self._councils: set[str] | None = None

    def checked(self, words: str, party: str | None) -> str | None:
        """The state guessed from the office alone, if the text leaves no other; else the text's own.

        `words` are those that told the party; None where the text names states, and not that one.
        """
        if party is not None and _COUNCIL.search(words) is not None:
            return self._of_council(party)
        if party is None or _SHARED.search(words) is None or party in self._states(words):
            return party
        if self._owners is None:
            text = self._scene.parse.text[:_LONGEST]
            owners = [match[1] for pattern in (_OWNED, _OF) for match in pattern.finditer(text)]
            self._owners = {state for owner in owners for state in self._states(owner)}
            self._named = self._states(text)
        if len(self._owners) == 1:
            return next(iter(self._owners))
        if not self._named or party in self._named:
            return party
        return None

    def _of_council(self, party: str) -> str:
        """The state whose Security Council the text tells in full, if it is one; else whose it seemed."""
        if self._councils is None:
            text = self._scene.parse.text[:_LONGEST]
            owners = [match[1] or match[2] for match in _ITS_COUNCIL.finditer(text)]
            self._councils = {state for owner in owners for state in self._states(owner)}
        return next(iter(self._councils)) if len(self._councils) == 1 else party

    def _states(self, words: str) -> set[str]:
        return states_in(words, self._scene.aliases, self._scene.on)
