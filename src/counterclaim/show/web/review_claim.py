"""A claim to check: its words in their place, and its fields as they stand and can be corrected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.model.listing import Context
from counterclaim.model.meaning import Certainty, EvidenceKind, Orientation, Polarity, SpeakerKind
from counterclaim.model.queue import ClaimToCheck
from counterclaim.model.review import NONE
from counterclaim.show.visible import visible


class FieldView(NamedTuple):
    """A field that can be corrected; `choices` are the values of a closed list, `hint` how to fill it."""

    name: str
    label: str
    value: str
    read: str
    choices: tuple[str, ...]
    hint: str


class Piece(NamedTuple):
    """A stretch of a text and what it is of the claim: `source`, `cue`, `said`, or nothing."""

    css: str
    words: str


_LABELS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("source", "Source", (), "the words of the text that name who says it"),
    ("speaker", "Speaker", (), "who that is, by full name; empty if the text does not tell"),
    ("speaker_kind", "Kind of speaker", tuple(SpeakerKind), ""),
    ("party", "Party", (), "whom the speaker speaks for; empty if that is not plain"),
    (
        "polarity",
        "Stand",
        tuple(Polarity),
        "affirms or denies what the words state; none: asks, orders, thanks",
    ),
    ("certainty", "Certainty", tuple(Certainty), "as the speaker puts it"),
    ("orientation", "Looks to", tuple(Orientation), ""),
    ("evidence_offered", "Evidence offered", tuple(EvidenceKind), ""),
    ("asks_for_evidence", "Asks for evidence", ("yes", "no"), ""),
    ("said", "Said", (), "a day, as 2022-02-16"),
    ("due", "Due", (), "a day or interval, as 2022-02-16/2022-02-20; empty if no time is named"),
    ("words", "Words", (), "exactly what is said, as the text has it"),
)


def values_of(thread: ClaimToCheck) -> dict[str, str]:
    """The fields of a claim that can be corrected, as they stand: as corrected, else as read."""
    stand = _read(thread) | thread.corrected
    return {name: "" if value == NONE and name in _OPEN else value for name, value in stand.items()}


def fields_of(thread: ClaimToCheck) -> list[FieldView]:
    """The same for a form."""
    read, now = _read(thread), values_of(thread)
    return [
        FieldView(
            name,
            label,
            now[name],
            read[name] if read[name] != now[name] else "",
            tuple(dict.fromkeys((*choices, *((now[name],) if choices else ())))),
            hint,
        )
        for name, label, choices, hint in _LABELS
    ]


_OPEN = frozenset(name for name, _, choices, _ in _LABELS if not choices)


def _read(thread: ClaimToCheck) -> dict[str, str]:
    row, meaning = thread.found.row, thread.found.claim.meaning
    speaker = thread.found.attribution.speaker
    return {
        "source": row.source,
        "speaker": row.speaker or "",
        "speaker_kind": speaker.kind.value if speaker.kind else "",
        "party": row.party or "",
        "polarity": row.polarity.value,
        "certainty": row.certainty.value,
        "orientation": row.orientation.value,
        "evidence_offered": row.evidence_offered.value,
        "asks_for_evidence": "yes" if meaning.asks_for_evidence else "no",
        "said": row.said or "",
        "due": row.due or "",
        "words": row.words,
    }


def pieces_of(context: Context) -> list[Piece]:
    """The stretch of text cut where the claim's source, cue and words begin and end."""
    return list(_pieces(context))


def _pieces(context: Context) -> Iterator[Piece]:
    roles = [""] * len(context.text)
    for css, spans in (("said", context.content), ("cue", context.cue), ("source", context.source)):
        for start, end in spans:
            roles[start:end] = [css] * (end - start)
    start = 0
    for at in range(1, len(roles) + 1):
        if at == len(roles) or roles[at] != roles[start]:
            yield Piece(roles[start], visible(context.text[start:at]))
            start = at
