"""Two houses that made a poll together: "a CNN/ORC poll", "the Gazette-Orvane University survey"."""

from __future__ import annotations

import re

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.bodies import kind_of_name
from counterclaim.read.speakers.phrase import singular
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.source import Source

_RUN = r"[A-Z][\w.&]{0,30}(?: [A-Z][\w.&]{0,30}){0,4}"
_TWO = re.compile(rf"({_RUN}) ?[/–-] ?({_RUN})")
_POLLS = frozenset("poll survey tally".split())
_LONGEST = 160  # characters before the noun


def sponsors_of(scene: Scene, source: Source) -> Referent | None:
    """Both makers of a poll; None where no two stand before the noun."""
    tokens = scene.parse.tokens
    if singular(tokens[source.head].lower) not in _POLLS:
        return None
    end = tokens[source.head].start
    match = _TWO.search(scene.parse.text[max(tokens[source.core[0]].start, end - _LONGEST) : end])
    if match is None:
        return None
    members = tuple(_house(scene, name) for name in match.groups())
    kinds = {one.kind for one in members}
    kind = SpeakerKind.OUTLET if SpeakerKind.OUTLET in kinds else SpeakerKind.ORGANISATION
    return Referent("; ".join(str(one.name) for one in members), kind, members=members)


def _house(scene: Scene, name: str) -> Referent:
    """The longest beginning of a name that a table knows, else the whole."""
    words = name.split()
    for size in range(len(words), 0, -1):
        entry = scene.aliases.find(" ".join(words[:size]), scene.on)
        if entry is not None and entry.kind in (SpeakerKind.OUTLET, SpeakerKind.ORGANISATION):
            return Referent(entry.name, entry.kind, words=entry.name)
    return Referent(name, kind_of_name(name), words=name)
