"""Who wrote a document, where its byline, its head or its foot tells."""

from __future__ import annotations

import re

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.scene import Scene

_HEAD = 600  # characters in which a line "By NAME" may stand
_DATELINE = re.compile(r"\(([A-Z][\w ]{1,30})\)\s{0,2}[-–—]")
_FOOT = 700  # characters at the end in which a note on the author may stand


def author_of(scene: Scene) -> str | None:
    """The byline; else "By NAME" near the beginning; else whom a line at the end says something of."""
    if scene.author is None:
        scene.author = _found(scene) or ""
    return scene.author or None


def _found(scene: Scene) -> str | None:
    if scene.document.byline:
        return scene.document.byline
    tokens, text = scene.parse.tokens, scene.parse.text
    for at in sorted(scene.names):
        name, actor = scene.names[at]
        start = tokens[at].start
        if start < _HEAD and at and tokens[at - 1].lower == "by" and _begins_line(text, tokens[at - 1].start):
            return actor.name
        titled = max(0, at - len(name.titles))
        verb = any(token.lower in ("is", "was") for token in tokens[name.last : name.last + 25])
        if (
            start > len(text) - _FOOT
            and len(name.words) > 1
            and verb
            and _begins_line(text, tokens[titled].start)
        ):
            return actor.name
    return None


def _begins_line(text: str, start: int) -> bool:
    return not text[:start].rstrip(" \t") or text[:start].rstrip(" \t").endswith("\n")


def agency_of(scene: Scene) -> str | None:
    """The news agency of a dateline: "ORVANE, Peru (AP) -"."""
    match = _DATELINE.search(scene.parse.text[:_HEAD])
    entry = scene.aliases.find(match.group(1), scene.on) if match else None
    return entry.name if entry is not None and entry.kind is SpeakerKind.OUTLET else None
