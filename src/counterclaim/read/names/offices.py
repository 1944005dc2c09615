"""The party of an office: "chief executive of AMD", "Russian Foreign Ministry spokeswoman"."""

from __future__ import annotations

from counterclaim.read.names.bodies import (
    Found,
    called,
    is_body,
    is_topic,
    of_state_office,
    party_of_body,
    trimmed,
)
from counterclaim.read.names.nouns import (
    CAMPAIGNERS,
    CANDIDATES,
    DETERMINERS,
    FOR_THEMSELVES,
    GENERIC,
    LEGISLATORS,
    NOBODY,
    OF_STATE,
    OFFICES,
    PAPERS,
    PARTY_WORDS,
    PREPOSITIONS,
)
from counterclaim.read.names.phrase import Words, joined
from counterclaim.read.names.rows import Sort
from counterclaim.read.names.states import Known, state_before

# Offices that only one state has by that name; spelling tells a "Defense" from a "Defence Secretary".
_OF_ONE_STATE = {
    "secretary of state": "United States",
    "secretary of defense": "United States",
    "secretary of the treasury": "United States",
    "defense secretary": "United States",
    "treasury secretary": "United States",
    "interior secretary": "United States",
    "labor secretary": "United States",
    "commerce secretary": "United States",
    "energy secretary": "United States",
    "homeland security secretary": "United States",
    "surgeon general": "United States",
    "joint chiefs": "United States",
    "defence secretary": "United Kingdom",
    "foreign secretary": "United Kingdom",
    "home secretary": "United Kingdom",
    "european commissioner": "European Union",
    "chancellor of the exchequer": "United Kingdom",
}
_TAIL_ENDS = frozenset("at in from with on to by".split())
_BODIES_ON = frozenset(
    "committee council panel commission conference subcommittee center centre institute".split()
)
_SURNAMES = frozenset(
    "king queen leader dean bishop marshal sheriff chief principal lead major guard mayor".split()
)
_ADJECTIVES = 3  # words in small letters that may stand before the name of a body
_OF_CITY = frozenset("mayor governor gov".split())
_PLACED = frozenset("in to on".split())


def party_of_office(words: Words, known: Known) -> Found | None:
    """The body or state that the first office among the words is of; None where there is no office."""
    for at, word in enumerate(words):
        if word.bare in NOBODY and not word.capital and word.bare not in CAMPAIGNERS | OFFICES:
            return None
        if word.bare in CAMPAIGNERS and not word.capital:
            return _campaign(words[:at], known)
        if _is_office(words, at):
            if at and words[at - 1].possessive:
                return _before(words, at, known) or _behind(words, at, known)
            return _behind(words, at, known) or _before(words, at, known)
    return _of_one_state(words)


def candidacy(words: Words) -> str | None:
    """ "Republican presidential candidate Ann Roe": her campaign; None without a name."""
    for at, word in enumerate(words):
        if word.bare in CANDIDATES and any(
            before.bare == "presidential" or before.bare in PARTY_WORDS for before in words[:at]
        ):
            name = words[at + 1 :]
            if 1 <= len(name) <= 4 and all(part.capital for part in name):
                return f"{name[-1].text} campaign"
    return None


def _is_office(words: Words, at: int) -> bool:
    word = words[at]
    if word.bare in PAPERS:
        return not word.capital
    if word.bare not in OFFICES or word.bare in FOR_THEMSELVES:
        return False
    # "Ann King" is no monarch.
    return not (
        word.capital and word.bare in _SURNAMES and at == len(words) - 1 and at and words[at - 1].capital
    )


def _campaign(before: Words, known: Known) -> Found | None:
    """ "Top Rivera strategists": those of Rivera's campaign."""
    name = [word for word in before if word.capital and word.bare not in DETERMINERS]
    if not name or name[-1].bare in PARTY_WORDS or len(name) > 2 or state_before(tuple(name), known)[0]:
        return None
    return Found(f"{name[-1].text} campaign", sure=True)


def _behind(words: Words, at: int, known: Known) -> Found | None:
    """ "chief executive of AMD", "director of research at the Harrow Institute"."""
    for prep in range(at + 1, len(words) - 1):
        if words[prep].bare not in PREPOSITIONS:
            if words[prep].capital and words[prep].bare not in OFFICES | GENERIC:
                return None
            continue
        tail = _tail(words[prep + 1 :])
        if not tail or not (tail[0].capital or _names_state_office(tail)):
            continue
        state, rest = state_before(tail, known)
        if words[prep].bare in _PLACED and state is None:
            continue
        if words[at].bare in PAPERS and words[prep].bare in {"by", "from"} and not _may_be_body(tail, known):
            return None
        if words[at].bare in _OF_CITY and len(tail) > 2 and all(word.capital for word in tail):
            tail = tail[:-2]  # the mayor's own name follows
        if words[at].bare in _OF_CITY and known.find(tail) is not None:
            return Found(joined(tail), sure=True)
        found = party_of_body(until_end(tail), known) or _state_and_name(state, rest)
        if found and (found.sure or tail[0].capital):
            # An analyst "from Norway" has a home there and no office.
            return found if state is None or rest or words[at].bare in OF_STATE else None
    return None


def _tail(words: Words) -> Words:
    """What an office is of, from its name on: "Greenpeace" of "the environmental group Greenpeace"."""
    tail = trimmed(words)
    if not tail or tail[0].capital:
        return tail
    capital = next((at for at, word in enumerate(tail[:_ADJECTIVES]) if word.capital), 0)
    return called(tail) or (tail[capital:] if capital and is_body(until_end(tail[capital:])) else tail)


def _names_state_office(tail: Words) -> bool:
    return any(word.bare in OF_STATE for word in tail) and any(word.capital for word in tail)


def _state_and_name(state: str | None, rest: Words) -> Found | None:
    """ "Peru Ann Roe" behind "president of": the state, and a name that is no body's."""
    return (
        Found(state, sure=True)
        if state and all(word.capital for word in rest) and not is_body(rest)
        else None
    )


def _may_be_body(tail: Words, known: Known) -> bool:
    entry, _ = known.begins(tail)
    return entry is not None or is_body(until_end(tail)) or len(until_end(tail)) == 1


def until_end(tail: Words) -> Words:
    """Up to a preposition that begins another phrase: a committee is "on" its matter."""
    for at, word in enumerate(tail):
        on_its_matter = word.bare == "on" and tail[at - 1].bare in _BODIES_ON
        if at and word.bare in _TAIL_ENDS and not on_its_matter:
            return tail[:at]
    return tail


def _before(words: Words, at: int, known: Known) -> Found | None:
    """ "Russian Foreign Ministry spokeswoman", "Beaumont Hospital spokesman", "Putin's aide"."""
    end = at + 1
    while end < len(words) and words[end].bare in OFFICES | {"general"}:
        end += 1
    begin = max(
        (place + 1 for place in range(at) if words[place].bare in DETERMINERS | PREPOSITIONS), default=0
    )
    before = words[begin:at]
    before = _without_topic(before, words[at:end], known)
    if not before:
        return _of_one_state(words)
    if words[at].bare in LEGISLATORS and state_before(before, known)[0] == "United States":
        return None
    state, rest = state_before(before, known)
    if state is not None and known.find(trimmed(before)) is None:
        return of_state_office(state, rest + words[at:end], before, known)
    if state is not None:
        return of_state_office(state, words[at:end], before, known)
    return party_of_body(before, known) or _of_one_state(words)


def _without_topic(before: Words, office: Words, known: Known) -> Words:
    """Without the state that somebody works on: a "UN Peru envoy" is the UN's."""
    entry = known.find(before[-1:])
    ground = entry is not None and entry.sort in (Sort.STATE, Sort.CAPITAL)
    return before[:-1] if ground and is_topic(before[-1:], office, known) else before


def _of_one_state(words: Words) -> Found | None:
    text = " " + " ".join(word.bare for word in words) + " "
    return next(
        (Found(state, sure=True) for office, state in _OF_ONE_STATE.items() if f" {office} " in text), None
    )
