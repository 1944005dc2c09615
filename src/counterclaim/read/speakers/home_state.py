"""The state that a document is about, for which its officials speak where nobody says whose they are."""

from __future__ import annotations

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.scene import Scene

_LEAST = 2  # places that name the state
# American news leaves its own officials' state out, and names others'.
_AMERICAN = frozenset({"United States", "Republican Party", "Democratic Party"})
# Who and what is a state's, unless another owner stands beside.
_OFFICIAL = frozenset(
    """official officials minister ministry ministers authorities government governor army military navy
    commodore admiral general brigadier-general provincial disaster""".split()
)
_OTHERS = frozenset("nurse doctor hospital".split())  # of a navy's hospital, and no officials
_STATE_MEDIA = frozenset("state state-run state-owned".split())


def is_official(words: set[str]) -> bool:
    """Whether words in small letters say that somebody speaks for a state."""
    return not words.isdisjoint(_OFFICIAL) and words.isdisjoint(_OTHERS)


def is_state_medium(words: set[str]) -> bool:
    """Whether words in small letters call an outlet the state's."""
    return not words.isdisjoint(_STATE_MEDIA)


def home_state(scene: Scene) -> str | None:
    """The state named at least twice as often as any other; None where there is none, or news is American."""
    states = [one for one in scene.actors if one.kind is SpeakerKind.STATE]
    whole = [one for one in states if one.body is not None and not one.body.place]
    named = sorted(((len(one.mentions), one.name) for one in whole), reverse=True)
    american = any(one.name in _AMERICAN and len(one.mentions) > 1 for one in scene.actors)
    if american or not named or named[0][0] < _LEAST:
        return None
    return named[0][1] if len(named) < 2 or named[0][0] >= 2 * named[1][0] else None
