"""The party of a body by its name: a ministry's is its state, another body speaks for itself."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.read.names.nouns import (
    BODY_NOUNS,
    CANDIDATES,
    DETERMINERS,
    GENERIC,
    JOINERS,
    LOCAL,
    NOBODY,
    NOT_OF_STATE,
    OF_STATE,
    OFFICES,
    OUTLETS,
    PAPERS,
    PARTY_WORDS,
)
from counterclaim.read.names.phrase import Word, Words, joined
from counterclaim.read.names.rows import Sort
from counterclaim.read.names.states import Known, state_before, state_behind

_SEAT = 4  # words of a seat at most
_SEATED = ("-based", "-run", "-owned", "-backed", "-funded", "-linked")
_PERSONS = frozenset({Sort.PERSON, Sort.POLITICIAN, Sort.CANDIDATE})
_GROUND = frozenset({Sort.REGION, Sort.CAPITAL, Sort.STATE, Sort.PEOPLE})
_LOCAL_ENDINGS = LOCAL | {"department", "office"}
# A word of a name that is none by itself ("Foreign", "Police").
_COMMON = GENERIC | OFFICES | NOBODY | PAPERS | OF_STATE | BODY_NOUNS | JOINERS
# What may deal with the state whose name stands before it, and be another's.
_ON_A_TOPIC = frozenset(
    """investigation inquiry probe policy plan proposal proposals strategy report reports envoy negotiator
    negotiators mediator adviser advisor advisers expert experts specialist analyst coordinator investigator
    investigators""".split()
)
_SURELY_OF_STATE = frozenset("government ministry state intelligence military army".split())
_RANKS = frozenset("managing executive senior chief deputy vice assistant acting associate".split())
_AREAS = frozenset("city county district nation tribe military estate".split())
# What a body may be called before its name.
_NAMED = frozenset(
    """company group firm organization organisation charity party network union association operator
    maker giant retailer carmaker automaker manufacturer bank airline supplier provider consultancy
    startup nonprofit alliance""".split()
)
_CITY_OFFICES = LOCAL - {"state", "government", "governor"}


@dataclass(frozen=True, slots=True)
class Found:
    """A party; `sure` where a table knows it, not where a body is taken by the look of its name."""

    party: str
    sure: bool


def party_of_body(words: Words, known: Known) -> Found | None:
    """Whom a body speaks for; None for outlets, crowds, and words that name no body."""
    words = trimmed(words)
    if not words or any(word.bare in CANDIDATES for word in words):
        return None
    entry = known.find(words)
    if entry is not None:
        return Found(entry.party, sure=True) if entry.party else None
    found = of_american_party(words) or _of_state(words, known)
    if found or (found is None and state_before(words, known)[0]):
        return found
    return _of_owner(words, known) or _of_known_beginning(words, known) or _itself(words, known)


def trimmed(words: Words) -> Words:
    """Without determiners before and possessives or small words behind."""
    first, last = _after_seat(words), len(words)
    while first < last and (words[first].bare in DETERMINERS or words[first].possessive):
        first += 1
    while first < last and (words[last - 1].possessive or words[last - 1].bare in JOINERS):
        last -= 1
    return words[first:last]


def _after_seat(words: Words) -> int:
    """Where the name begins behind "New York-based", "state-run"."""
    for at, word in enumerate(words[:_SEAT]):
        if word.bare.endswith(_SEATED) and at + 1 < len(words):
            return at + 1
    return 0


def of_american_party(words: Words) -> Found | None:
    """ "House Republicans", "GOP leaders", "a Republican committee"; not a party's voters or pollsters."""
    if any(word.bare in NOBODY or word.bare in CANDIDATES for word in words):
        return None
    for word in words:
        if word.bare in PARTY_WORDS and word.capital:
            return Found(PARTY_WORDS[word.bare], sure=True)
    return None


def of_state_office(state: str, rest: Words, name: Words, known: Known) -> Found | None:
    """What a state's adjective or name and the words after it make, `name` being all of them."""
    heads = {word.bare for word in rest}
    if not rest:
        return Found(state, sure=True)
    if (
        heads & _CITY_OFFICES
        and known.aliases.adjective(name[0].text) is None
        and not _is_country(name, known)
    ):
        return _of_city(rest, name, known)
    party = next((PARTY_WORDS[head] for head in heads if head in PARTY_WORDS), None)
    if party:
        return Found(party, sure=True)
    own = tuple(word for word in rest if word.capital)
    if own and own[-1].bare in BODY_NOUNS - OF_STATE and not heads & NOBODY:
        return party_of_body(own, known) if len(own) > 1 else _itself(name, known)
    if heads & (NOT_OF_STATE | NOBODY | OUTLETS) and not heads & _SURELY_OF_STATE:
        return None
    return Found(state, sure=True) if heads & OF_STATE else None


def _of_city(rest: Words, name: Words, known: Known) -> Found | None:
    """A mayor's city; "Athens police" as they are called."""
    if any(word.bare in {"mayor", "governor"} for word in rest):
        return Found(joined(trimmed(name[: len(name) - len(rest)] or name)), sure=True)
    return _itself(name, known)


def _is_country(name: Words, known: Known) -> bool:
    entry, _ = known.begins(name)
    return entry is not None and entry.sort is Sort.STATE


def _of_state(words: Words, known: Known) -> Found | None:
    state, rest = state_before(words, known)
    if state is not None and rest:
        topic = is_topic(words[: len(words) - len(rest)], rest, known)
        return None if topic else of_state_office(state, rest, words, known)
    state, rest = state_behind(words, known)
    if state is not None and {word.bare for word in rest} & OF_STATE:
        return of_state_office(state, rest, words, known)
    return None


def is_topic(state: Words, rest: Words, known: Known) -> bool:
    """Whether a state's name before a noun may say what it is about: "the Peru inquiry", "Peru envoy".

    "Peruvian envoy" and "Peru's inquiry" are Peru's.
    """
    plain = not state[-1].possessive and known.aliases.adjective(joined(state)) is None
    return plain and rest[0].bare in _ON_A_TOPIC


def _of_owner(words: Words, known: Known) -> Found | None:
    """ "Putin's office", "the Kremlin's staff": the owner's party, unless the thing is a body itself."""
    for at, word in enumerate(words):
        if not word.possessive or not at:
            continue
        thing = words[at + 1 :]
        entry = known.find(thing) if thing and thing[0].capital else None
        if entry is not None and entry.party:
            return Found(entry.party, sure=True)
        if any(word.bare in NOBODY for word in thing):
            return None
        found = party_of_body(words[:at], known)
        if found and not found.sure and is_body(thing) and thing[0].capital:
            return Found(joined(words), sure=False)
        return found
    return None


def _of_known_beginning(words: Words, known: Known) -> Found | None:
    """The longest beginning that is known: "Pentagon press operations", "UN human rights staff"."""
    entry, rest = known.begins(words)
    if entry is None or not rest or not words[0].capital or entry.sort in _GROUND or not entry.party:
        return None
    if any(word.bare in NOBODY for word in rest):
        return None
    if entry.sort in _PERSONS:
        return Found(entry.party, sure=True) if not is_body(rest) else _itself(words, known)
    if rest[0].capital and not all(word.bare in _COMMON or not word.capital for word in rest):
        return Found(entry.party, sure=True) if is_person_name(rest) and not is_body(rest) else None
    return Found(entry.party, sure=True)


def is_person_name(words: Words) -> bool:
    """Whether words may be a person's name behind the body's."""
    return 2 <= len(words) <= 4 and all(word.capital for word in words)


def _itself(words: Words, known: Known) -> Found | None:
    """A body that no table knows, by its capitals ("Harrow Hospital"); None where it is none."""
    words = _proper(words)
    entry, _ = known.begins(words)
    if entry is not None and entry.sort is Sort.OUTLET:
        return None
    if not words or words[-1].bare in OUTLETS or all(word.bare in _COMMON for word in words):
        return None
    if any(word.bare in NOBODY for word in words) or (
        known.aliases.adjective(words[0].text) and len(words) == 1
    ):
        return None
    return Found(joined(words), sure=False)


def _proper(words: Words) -> Words:
    """From the first word with a capital to the last, or to the noun of a local body; no person behind."""
    capitals = [at for at, word in enumerate(words) if word.capital]
    if not capitals:
        return ()
    last = capitals[-1]
    while last + 1 < len(words) and words[last + 1].bare in _LOCAL_ENDINGS:
        last += 1
    words = words[capitals[0] : last + 1]
    ends = [at for at, word in enumerate(words) if word.bare in BODY_NOUNS]
    if ends and is_person_name(words[ends[-1] + 1 :]):
        words = words[: ends[-1] + 1]
    while len(words) > 1 and words[-1].bare in _RANKS:
        words = words[:-1]
    return words


def called(words: Words) -> Words:
    """The name behind what it is: "Trusteer" of "security company Trusteer", else no words."""
    for at in range(len(words) - 1):
        if words[at].bare in _NAMED and not words[at].capital and words[at + 1].capital:
            return words[at + 1 :]
    return ()


def is_body(words: Words) -> bool:
    """Whether a name ends, or goes on before "of", as names of bodies do."""
    if not words or not any(word.capital for word in words):
        return False
    heads = ({words[-1].bare} - _AREAS) | {
        words[at - 1].bare for at, word in enumerate(words) if at and word.bare in {"of", "for", "on"}
    }
    return bool(heads & BODY_NOUNS) or (len(words) == 1 and _all_capitals(words[0]))


def _all_capitals(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isupper() and "." not in word.text
