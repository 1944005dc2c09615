"""Labels of a transcript that name a part in it and no person: MODERATOR, HOST, Q."""

from __future__ import annotations

from counterclaim.model.meaning import SpeakerKind
from counterclaim.read.speakers.scene import Referent, Scene
from counterclaim.read.speakers.source import Source

_PARTS = frozenset(
    """moderator host co-host presenter interviewer anchor reporter journalist correspondent narrator
    announcer caller questioner speaker operator participant student audience voice translator
    interpreter""".split()
)
_ASKED = frozenset("q question".split())
_BULLET = 8  # characters of a bullet before a label
_NOT_TOLD = "the label names nobody"


def labelled_part(scene: Scene, source: Source) -> Referent | None:
    """The part itself, or the one person of whom the text says that they have it; None for other sources."""
    tokens = scene.parse.tokens
    word = tokens[source.head].lower.strip(".")
    if word not in _PARTS | _ASKED or len(source.tokens) != 1 or not _is_label(scene, source.head):
        return None
    if word in _ASKED:
        return Referent(None, SpeakerKind.ANONYMOUS, reason=_NOT_TOLD)
    bearers = [one for one in scene.actors if one.person is not None and word in one.heads]
    if len(bearers) == 1:
        return Referent(bearers[0].name, bearers[0].kind, bearers[0], words=bearers[0].name)
    return Referent(word, SpeakerKind.ANONYMOUS, words=word)


def _is_label(scene: Scene, at: int) -> bool:
    """Whether a colon follows right behind a word that opens its line or stands in capitals."""
    token = scene.parse.tokens[at]
    text = scene.parse.text
    before = text[max(0, token.start - _BULLET) : token.start].rstrip(" \t*•-–—")[-1:]
    colon = text[token.end : token.end + 3].lstrip(" .")[:1] == ":"
    return colon and (before in ("", "\n") or token.text.isupper())
