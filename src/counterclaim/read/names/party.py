"""Whom a description speaks for: "Putin's spokesman" for Russia, "NATO chief Jens Stoltenberg" for NATO.

A department or ministry speaks for its state, people of a party for the party, another body for itself;
crowds, experts without a body, outlets and those who held office once speak for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from counterclaim.read.names.aliases import Aliases, Entry
from counterclaim.read.names.bodies import (
    Found,
    called,
    is_body,
    is_person_name,
    of_american_party,
    party_of_body,
    trimmed,
)
from counterclaim.read.names.campaign import campaign_is_over, party_in_tag, team_of
from counterclaim.read.names.nouns import (
    BODY_NOUNS,
    FORMER,
    JOINERS,
    LOCAL,
    NOBODY,
    OFFICES,
    OUTLETS,
    PREPOSITIONS,
)
from counterclaim.read.names.offices import candidacy, party_of_office, until_end
from counterclaim.read.names.phrase import Words, joined, pieces, words_of
from counterclaim.read.names.rows import Sort
from counterclaim.read.names.states import Known, state_before

_REMEMBERED = 8_192
_RULED = ("-run", "-controlled", "-ruled", "-appointed")
_GROUND = frozenset({Sort.STATE, Sort.CAPITAL, Sort.REGION, Sort.PEOPLE})
_PERSONS = frozenset({Sort.PERSON, Sort.POLITICIAN, Sort.CANDIDATE})


def party_of(words: str, aliases: Aliases, on: str | None = None) -> str | None:
    """Give the party of a source's name or description, on a day (ISO 8601) if given.

    None where it is not plain.
    """
    return _party_of(words, aliases, on)


@lru_cache(maxsize=_REMEMBERED)
def _party_of(words: str, aliases: Aliases, on: str | None) -> str | None:
    entry = aliases.find(words, on)
    if entry is not None:
        return entry.party
    parts = pieces(words)
    known = Known(aliases, on)
    if any(_is_former(parts)):
        return _of_new_office(parts, known)
    campaigns = {one for part in parts if (one := _candidate(part, known))}
    if campaigns:
        return campaigns.pop() if len(campaigns) == 1 else None
    return party_in_tag(words) or _of_parts(parts, known)


def _is_former(parts: list[Words]) -> Iterator[bool]:
    return (word.bare in FORMER or word.bare.startswith("ex-") for part in parts for word in part)


def _of_new_office(parts: list[Words], known: Known) -> str | None:
    """The party of a person who once was something else and now holds or seeks an office."""
    persons = (_person(part, known) for part in parts)
    return next((entry.party for entry in persons if entry and entry.sort is not Sort.POLITICIAN), None)


def _candidate(words: Words, known: Known) -> str | None:
    """The campaign of a known candidate whose name the part is, or ends in behind offices."""
    entry = _person(words, known)
    if entry is None or entry.sort is not Sort.CANDIDATE or any(word.bare in PREPOSITIONS for word in words):
        return None
    return entry.party


def _of_parts(parts: list[Words], known: Known) -> str | None:
    """The first party that is sure; else that of a known person; else the body as it is called."""
    unsure: str | None = None
    for part in parts:
        if _several(part, known):
            return None
        found = _of_part(part, known)
        if found and found.sure:
            return found.party
        unsure = unsure or (found.party if found else None)
    person = next((entry for part in parts if (entry := _person(part, known)) is not None), None)
    return (person.party if person else None) or unsure


def _of_part(words: Words, known: Known) -> Found | None:
    """What one part of a description tells."""
    if campaign_is_over(words, known.on):
        return None
    team = team_of(words) or candidacy(words)
    if team:
        return Found(team, sure=True)
    return (
        _of_ruled(words, known)
        or _of_known_thing(words, known)
        or party_of_office(words, known)
        or _of_body(words, known)
    )


def _several(words: Words, known: Known) -> bool:
    """Whether "and" joins speakers of different parties, or one with a crowd."""
    for at, word in enumerate(words):
        if word.bare != "and" or not 0 < at < len(words) - 1:
            continue
        left, right = words[:at], words[at + 1 :]
        if known.find(left) and known.find(right):
            return known.find(left) != known.find(right)
        if right[-1].bare in NOBODY or left[-1].bare in NOBODY or right[0].bare == "i" or _is_crowd(right):
            return True
        if right[0].capital or right[0].bare in {"the", "other"}:
            one, other = _of_part(left, known), _of_part(right, known)
            if one and one.sure and other and other.party != one.party:
                return True
    return False


def _is_crowd(words: Words) -> bool:
    """ "environmentalists": one plural in small letters that is no office."""
    return (
        len(words) == 1
        and words[0].bare.endswith("s")
        and not words[0].capital
        and words[0].bare not in OFFICES
    )


def _of_ruled(words: Words, known: Known) -> Found | None:
    """ "the Hamas-run health ministry": the ruler."""
    for at, word in enumerate(words):
        if word.bare.endswith("-led") and word.capital and at + 1 < len(words):
            return Found(joined(words[at : at + 2]), sure=True)
        for ending in _RULED:
            if word.bare.endswith(ending) and word.capital:
                return party_of_body(words_of(word.text[: -len(ending)]), known)
    return None


def _of_known_thing(words: Words, known: Known) -> Found | None:
    """ "Merkel's Christian Democratic Union": a known body that is somebody's."""
    for at, word in enumerate(words):
        if word.possessive:
            thing = tuple(word for word in words[at + 1 :] if word.capital or word.bare in JOINERS)
            entry = known.find(thing)
            if entry is not None and entry.sort in _GROUND and thing[-1] is not words[-1]:
                return None  # "Orvane's Peru inquiry": a topic
            if entry is not None and entry.party and entry.sort not in _PERSONS:
                return Found(entry.party, sure=True)
            if at and len(thing) == len(words) - at - 1 and is_person_name(thing):
                return _of_employer(words[:at], known)
    return None


def _of_employer(words: Words, known: Known) -> Found | None:
    """ "Northfield's Ann Roe": the body she is of, if that is no outlet, person or place."""
    entry = known.find(trimmed(words))
    if entry is None:
        return party_of_body(words, known)
    return Found(entry.party, sure=True) if entry.party and entry.sort is Sort.ORGANISATION else None


def _of_body(words: Words, known: Known) -> Found | None:
    """Without an office: "the Iraqi military", "Springfield police", "Ann Roe of the Harrow Institute"."""
    if any(word.bare in NOBODY and not word.capital for word in words) or (
        words[-1].bare in OUTLETS and words[-1].capital and "state" not in words[-2:][0].bare
    ):
        return None
    for at in range(1, len(words)):
        if not words[at - 1].capital:
            continue
        if words[at].bare in LOCAL:
            return party_of_body(_through_nouns(words, at), known)
        tail = until_end(words[at + 1 :])
        if words[at].bare == "of" and is_person_name(words[:at]) and not any(word.capital for word in tail):
            return None
        if words[at].bare in {"of", "from"} and is_body(tail) and not is_body(words[:at]):
            return party_of_body(tail, known)
    state, rest = state_before(trimmed(words), known)
    if called(words):
        return party_of_body(called(words), known)
    entry, after = known.begins(trimmed(words))
    begins = entry is not None and entry.sort is Sort.ORGANISATION and after
    if is_body(words) or begins or (state is not None and rest):
        return party_of_body(words, known)
    return of_american_party(words)


def _through_nouns(words: Words, at: int) -> Words:
    """From the beginning through the nouns of bodies that follow: "Northfield Fire Department"."""
    while at + 1 < len(words) and words[at + 1].bare in LOCAL | BODY_NOUNS:
        at += 1
    return words[: at + 1]


def _person(words: Words, known: Known) -> Entry | None:
    """The known person whose name ends the part; a surname alone only behind small words."""
    if any(word.bare in NOBODY and not word.capital for word in words):
        return None
    for start in range(len(words)):
        if not words[start].capital or (start and words[start - 1].capital and start == len(words) - 1):
            continue
        entry = known.find(words[start:])
        if entry is not None and entry.sort in _PERSONS:
            return entry
    return None
