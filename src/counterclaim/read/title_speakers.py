"""Speakers of a separate title, named as the text below names them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from counterclaim.model.meaning import Speaker
from counterclaim.model.reading import Attribution


def as_in_the_text(title: Sequence[Attribution], text: Sequence[Attribution]) -> list[Attribution]:
    """Attributions of a title, a surname or short name in it given the one speaker of the text that bears it.

    A title is read by itself, and names people by their last names; where two speakers
    of the text bear the name, or none does, the title's own reading stands.
    """
    bearers = {one.speaker.key: one.speaker for one in text if one.speaker.key}
    return [replace(one, speaker=_in_full(one.speaker, list(bearers.values()))) for one in title]


def _in_full(speaker: Speaker, bearers: Sequence[Speaker]) -> Speaker:
    if speaker.key is None:
        return speaker
    same = [one for one in bearers if one.key == speaker.key]
    longer = [one for one in bearers if one.key and one.key.endswith(f" {speaker.key}")]
    found = same or longer
    return found[0] if len(found) == 1 else speaker
