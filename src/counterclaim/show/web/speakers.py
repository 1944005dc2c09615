"""The lists of speakers and of parties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.model.meaning import SpeakerKind
from counterclaim.model.profile import PartyRow, SpeakerRow
from counterclaim.show.report.words import days_words
from counterclaim.show.visible import one_line
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.profile_paths import asked_for, party_path, speaker_path
from counterclaim.show.web.render import html
from counterclaim.show.web.shell import Shell

PARTIES = "party"  # what is asked for in the place of a kind of speaker
MOST_NAMED = 3  # parties beside a speaker
KIND_NAMES = {
    SpeakerKind.PERSON: "people",
    SpeakerKind.ORGANISATION: "organisations",
    SpeakerKind.STATE: "states",
    SpeakerKind.GROUP: "groups",
    SpeakerKind.ANONYMOUS: "without a name",
    SpeakerKind.OUTLET: "outlets",
}


class LinkView(NamedTuple):
    """A name and where it leads, from the root; empty where there is no page."""

    name: str
    href: str


class SpeakerLine(NamedTuple):
    """A speaker in a list."""

    name: str
    href: str
    kind: str
    parties: list[LinkView]
    more_parties: int
    claims: int
    days: str


class PartyLine(NamedTuple):
    """A party in a list."""

    name: str
    href: str
    speakers: int
    claims: int
    days: str


class Wanted(NamedTuple):
    """What the list is narrowed to, as it was asked for; empty strings where it is not."""

    words: str = ""
    kind: str = ""
    party: str = ""


def speakers_page(shell: Shell, rows: Sequence[SpeakerRow], wanted: Wanted, paging: Paging) -> str:
    """Who speaks in the texts, most claims first."""
    return html(
        "speakers",
        shell,
        "speakers",
        speakers=[speaker_line(one) for one in rows],
        parties=None,
        party=LinkView(one_line(wanted.party), party_path(wanted.party)) if wanted.party else None,
        wanted=wanted,
        kinds=_kinds(wanted),
        paging=paging,
    )


def parties_page(shell: Shell, rows: Sequence[PartyRow], wanted: Wanted, paging: Paging) -> str:
    """For whom they speak, most claims first."""
    return html(
        "speakers",
        shell,
        "speakers",
        speakers=None,
        parties=[party_line(one) for one in rows],
        party=None,
        wanted=wanted,
        kinds=_kinds(wanted),
        paging=paging,
    )


def speaker_line(row: SpeakerRow) -> SpeakerLine:
    """The view of a speaker in a list."""
    others = [one for one in row.parties if one.casefold() != row.name.casefold()]
    return SpeakerLine(
        name=one_line(row.name),
        href=speaker_path(row.key),
        kind=row.kind.value if row.kind else "",
        parties=[LinkView(one_line(name), party_path(name)) for name in others[:MOST_NAMED]],
        more_parties=max(0, len(others) - MOST_NAMED),
        claims=row.claims,
        days=days_words(row.first_day, row.last_day),
    )


def party_line(row: PartyRow) -> PartyLine:
    """The view of a party in a list."""
    return PartyLine(
        name=one_line(row.name),
        href=party_path(row.name),
        speakers=row.speakers,
        claims=row.claims,
        days=days_words(row.first_day, row.last_day),
    )


def _kinds(wanted: Wanted) -> list[tuple[str, str, bool]]:
    """The ways to narrow the list by kind: name, address, whether it is the one shown."""
    named = [
        ("", "all speakers"),
        *((one.value, name) for one, name in KIND_NAMES.items()),
        (PARTIES, "parties"),
    ]
    return [
        (
            name,
            "speakers" + asked_for(words=wanted.words, kind=kind),
            kind == wanted.kind and not wanted.party,
        )
        for kind, name in named
    ]
