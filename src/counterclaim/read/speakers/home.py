"""The state whose affair a document is, for bodies that it names without their state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.names.rows import Sort
from counterclaim.read.parse import Parse

_LEAST = 5  # points of the state itself
_MORE = 1.5  # times the points of the next
_AMERICAN = frozenset({"United States", "Republican Party", "Democratic Party"})
_FIRST = 2  # sentences that say what the document is about
_SUBJECTS = frozenset({"nsubj", "agent"})
_LONGEST = 3  # words of the name of a state


def home_of(parse: Parse, spoken: Set[int], aliases: Aliases, on: str | None) -> str | None:
    """The state that acts and speaks most, by far; None where two are likely, or news is American.

    `spoken` are tokens of sources.
    """
    points: Counter[str] = Counter()
    american = 0
    seen: dict[str, str | None] = {}
    taken: set[int] = set()
    for entity in parse.entities:
        if 1 < entity.last - entity.first <= _LONGEST and entity.label in ("GPE", "ORG"):
            state = _state(parse.text[entity.start : entity.end], aliases, on)
            if state:
                taken.update(range(entity.first, entity.last))
                points[state] += _weight(parse, entity.last - 1, spoken)
                american += state in _AMERICAN
    for at, token in enumerate(parse.tokens):
        if at in taken or not token.text[:1].isupper() or len(token.text) < 2 or token.text == "States":
            continue
        if token.text not in seen:
            seen[token.text] = _state(token.text, aliases, on)
        state = seen[token.text]
        if state:
            points[state] += _weight(parse, at, spoken)
            american += state in _AMERICAN
    ranked = points.most_common(2)
    if american > 1 or not ranked or ranked[0][1] < _LEAST:
        return None
    return ranked[0][0] if len(ranked) < 2 or ranked[0][1] >= _MORE * ranked[1][1] else None


def _weight(parse: Parse, at: int, spoken: Set[int]) -> int:
    """A point for a mention, more for a subject, a source and for the first sentences."""
    token = parse.tokens[at]
    acts = token.dep in _SUBJECTS or (token.dep == "pobj" and parse.tokens[token.head].dep == "agent")
    return 1 + acts + (at in spoken) + (token.sentence < _FIRST)


def _state(words: str, aliases: Aliases, on: str | None) -> str | None:
    state = aliases.adjective(words)
    entry = None if state else aliases.find(words, on)
    if entry is not None and entry.kind is SpeakerKind.STATE and entry.sort is not Sort.REGION:
        state = entry.party or entry.name
    if entry is not None and entry.kind is SpeakerKind.GROUP:
        state = entry.party
    return state
