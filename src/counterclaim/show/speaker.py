"""Who speaks, as the head of a card says it."""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.model.reading import Attribution
from counterclaim.show.visible import one_line

NOT_NAMED = "(not named)"


class Who(NamedTuple):
    """The head of a card.

    `name` is the speaker's, or the words of the text where nobody could tell whose
    they are; `party` is empty where it would say the name again; `as_written` says
    that `name` is the words of the text.
    """

    name: str
    party: str
    as_written: bool


def who(attribution: Attribution, text: str) -> Who:
    """Who says an attribution of this text."""
    speaker, words = attribution.speaker, source_words(attribution, text)
    name, party = one_line(speaker.name or ""), one_line(speaker.party or "")
    as_written = not name or _folded(name) == _folded(words)
    if _folded(party) == _folded(name):
        party = ""
    return Who(words or NOT_NAMED if as_written else name, party, as_written)


def source_words(attribution: Attribution, text: str) -> str:
    """The words of the text that name the source, its pieces joined by a visible gap."""
    return " … ".join(one_line(text[start:end]) for start, end in attribution.source)


def _folded(name: str) -> str:
    return name.casefold().removeprefix("the ")
