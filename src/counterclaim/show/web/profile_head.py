"""The head of the page of a speaker or party: names, whom they speak for, and the ways to the lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from counterclaim.model.profile import Heard, Profile
from counterclaim.show.report.words import counted, days_words
from counterclaim.show.visible import one_line
from counterclaim.show.web.profile_paths import asked_for, party_path, speaker_path

_MOST_NAMES = 6
_MOST_SPEAKERS = 12
_SHARE = 0.1  # of the claims, from where on a second party is more than a slip of the reader
LISTS = {
    "answers": "Answers",
    "contradictions": "Contradicted",
    "changes": "Changed answers",
    "forecasts": "Forecasts and promises",
    "claims": "Other claims",
}
"""What a page shows of somebody, by the word that asks for it."""


class NamedCount(NamedTuple):
    """A name, its page from the root (empty where there is none), and how many claims are under it."""

    name: str
    href: str
    claims: int


class Way(NamedTuple):
    """The way to one of the lists; `number` is empty where it is not counted."""

    name: str
    href: str
    number: str
    is_here: bool


class Head(NamedTuple):
    """What stands over each list of somebody's page; `path` is the page itself, from the root.

    `is_several` says that the name speaks for parties so different in the texts that it may be several.
    """

    path: str
    kicker: str
    name: str
    facts: list[str]
    spellings: list[str]
    more_spellings: int
    parties: list[NamedCount]
    more_parties: int
    is_several: bool
    speakers: list[NamedCount]
    more_speakers: int
    all_speakers: str
    ways: list[Way]


def head_of(profile: Profile, show: str) -> Head:
    """The head of somebody's page that shows one of LISTS."""
    key, party = profile.voice.key, profile.voice.party
    path = speaker_path(key) if key is not None else party_path(party or "")
    spellings = [one for one in _names(profile.heard) if one != one_line(profile.name)]
    parties = _by_party(profile.heard) if key is not None else []
    speakers = _by_speaker(profile.heard) if party is not None else []
    return Head(
        path=path,
        kicker=_kicker(profile),
        name=one_line(profile.name),
        facts=_facts(profile),
        spellings=spellings[:_MOST_NAMES] if key is not None else [],
        more_spellings=max(0, len(spellings) - _MOST_NAMES),
        parties=parties[:_MOST_NAMES],
        more_parties=max(0, len(parties) - _MOST_NAMES),
        is_several=len(parties) > 1 and parties[1].claims >= _SHARE * profile.claims,
        speakers=speakers[:_MOST_SPEAKERS],
        more_speakers=max(0, len(speakers) - _MOST_SPEAKERS),
        all_speakers="speakers" + asked_for(party=party),
        ways=_ways(profile, path, show),
    )


def _kicker(profile: Profile) -> str:
    if profile.voice.party is not None:
        return "All who speak for a party"
    kind = next((one.kind.value for one in profile.heard if one.kind), "")
    return f"Speaker · {kind}" if kind else "Speaker"


def _facts(profile: Profile) -> list[str]:
    first = min((one.first_day for one in profile.heard if one.first_day), default=None)
    last = max((one.last_day for one in profile.heard if one.last_day), default=None)
    return [counted(profile.claims, "claim"), days_words(first, last) or "no day"]


def _names(heard: Iterable[Heard]) -> list[str]:
    """Spellings, of which a mark at the end makes no other."""
    return list(dict.fromkeys(one_line(one.name).rstrip(" :;,") for one in heard if one.name))


def _by_party(heard: Iterable[Heard]) -> list[NamedCount]:
    claims: dict[str | None, int] = defaultdict(int)
    for one in heard:
        claims[one.party] += one.claims
    parties = sorted(claims.items(), key=lambda held: -held[1])
    return [
        NamedCount(one_line(name), party_path(name), count) for name, count in parties if name is not None
    ]


def _by_speaker(heard: Iterable[Heard]) -> list[NamedCount]:
    claims: dict[str | None, int] = defaultdict(int)
    names: dict[str | None, str] = {}
    for one in heard:
        claims[one.key] += one.claims
        names.setdefault(one.key, one_line(one.name or one.key or ""))
    speakers = sorted(claims.items(), key=lambda held: -held[1])
    return [NamedCount(names[key], speaker_path(key), count) for key, count in speakers if key is not None]


def _ways(profile: Profile, path: str, show: str) -> list[Way]:
    counts = {"answers": profile.questions, "changes": profile.shifts, "forecasts": profile.forecasts}
    return [
        Way(
            name,
            path + (asked_for(show=word) if word != "answers" else ""),
            f"{counts[word]:,}" if word in counts else "",
            word == show,
        )
        for word, name in LISTS.items()
    ]
