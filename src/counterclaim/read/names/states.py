"""States inside the name of an office or body: "Russian ministry", "ministry of defence of Ukraine"."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.read.names.aliases import Aliases, Entry
from counterclaim.read.names.phrase import Words, joined
from counterclaim.read.names.rows import Sort

_LONGEST = 5  # words of a name that is looked up at the beginning of a longer one
_STATES = frozenset({Sort.STATE, Sort.CAPITAL})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beforehand, and the day it is asked for."""

    aliases: Aliases
    on: str | None

    def find(self, words: Words) -> Entry | None:
        """The entry of a whole name."""
        return self.aliases.find(joined(words), self.on) if words else None

    def begins(self, words: Words) -> tuple[Entry | None, Words]:
        """The longest known name that the words begin with, no adjective, and the words after it."""
        for size in range(min(_LONGEST, len(words)), 0, -1):
            entry = self.find(words[:size])
            if entry is not None:
                return entry, words[size:]
        return None, words


def state_before(words: Words, known: Known) -> tuple[str | None, Words]:
    """The state whose adjective or name begins the words, and what comes after it.

    None where the words begin with a longer known name ("Washington Post").
    """
    for size in range(min(_LONGEST, len(words)), 0, -1):
        text = joined(words[:size])
        state = known.aliases.adjective(text)
        entry = known.aliases.find(text, known.on) if state is None else None
        if entry is not None:
            state = entry.party if entry.sort in _STATES else None
            if state is None:
                return None, words
        if state is not None:
            rest = words[size:]
            return state, rest[1:] if rest and rest[0].possessive else rest
    return None, words


def state_behind(words: Words, known: Known) -> tuple[str | None, Words]:
    """The state behind "of" at the end, or before a person's name there, and the words before it."""
    for at in range(1, len(words) - 1):
        if words[at].bare in {"of", "in", "to"}:
            tail = words[at + 1 :]
            tail = tail[1:] if tail[0].bare == "the" else tail
            state, rest = state_before(tail, known)
            if state is not None and all(word.capital for word in rest):
                return state, words[:at]
    return None, words
