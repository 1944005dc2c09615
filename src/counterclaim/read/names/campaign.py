"""Campaigns, administrations and party tags of politicians, as descriptions give them."""

from __future__ import annotations

import re

from counterclaim.read.names.phrase import Words

_TAG = re.compile(r"\(?\b([RD])(?:-|–|, ?| of )[A-Z][A-Za-z.]+|\(([RD])\)|,\s([RD])\s?-\s?[A-Z]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PARTY = {"R": "Republican Party", "D": "Democratic Party"}
_TEAMS = {"campaign": "campaign", "campaigns": "campaign", "administration": "administration"}
_NO_NAME = frozenset(
    """presidential re-election reelection election senate house gubernatorial political the a an
    his her their its republican democratic gop democrat current new former general national news
    media advertising ad old u.s us primary rival opposing white remain leave brexit vote yes no
    anti us-led fundraising digital""".split()
)
_OFFICES = frozenset(
    "president senator sen gov governor mr mrs ms rep congressman mayor dr candidate nominee".split()
)


def party_in_tag(description: str) -> str | None:
    """ "(R-Texas)", "D-Calif.": the party that a politician's tag gives."""
    found = _TAG.search(description)
    if found is None:
        return None
    return _PARTY[found[1] or found[2] or found[3]]


def campaign_is_over(words: Words, on: str | None) -> bool:
    """Whether a year tells that the campaign named is one of the past."""
    if on is None or not any(word.bare in _TEAMS for word in words):
        return False
    return any(_YEAR.fullmatch(word.text) and word.text < on[:4] for word in words)


def team_of(words: Words) -> str | None:
    """ "Clinton campaign" of "Clinton's campaign manager", "Obama administration" of its officials."""
    for at, word in enumerate(words):
        team = _TEAMS.get(word.bare)
        if team is None:
            continue
        leader = _leader(words[:at]) or (_leader_behind(words[at + 1 :]) if team == "campaign" else None)
        if leader:
            return f"{leader} {team}"
    return None


def _leader(before: Words) -> str | None:
    """The last name right before, over years and words such as "presidential"."""
    for word in reversed(before):
        if word.possessive or word.bare in _NO_NAME or word.text.isdigit():
            continue
        return word.text if word.capital and word.bare not in _OFFICES and not word.text.isupper() else None
    return None


def _leader_behind(after: Words) -> str | None:
    """The last word of a name behind "of" or "for"."""
    if len(after) < 2 or after[0].bare not in {"of", "for"}:
        return None
    name = []
    for word in after[1:]:
        if not word.capital:
            break
        name.append(word)
    if not name or len(name) > 3 or name[0].bare in _NO_NAME:
        return None
    return name[-1].text
