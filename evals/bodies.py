"""Whether two names mean one body or state, by the words that tell."""

from __future__ import annotations

import re

from evals.persons import looks_like_a_person, same_person
from evals.spelling import initials, one_forms, plain_words, telling
from evals.states import body_named, parted, state_named, state_of_body

Words = tuple[str, ...]

# What the name of a body may have or lack.
_WEAK = one_forms(
    """department office bureau inc corporation company limited llc plc group magazine newspaper paper poll
    survey study report news online website site party city county foods entertainment networks distributors
    advisors systems holdings industries technologies pictures motors airlines"""
)
# Bodies of which every state has one: its name or adjective may stand before them or not.
_OF_STATE = one_forms(
    """ministry minister department government army military navy parliament president embassy
    administration presidency congress senate council agency"""
)
# With a state's adjective they mean the state.
_WHOLE_STATE = one_forms("government state country side authority leadership republic federation")
# Bodies whose party is their state.
_EXECUTIVE = one_forms(
    """ministry department administration government army military navy force embassy agency bureau treasury
    presidency intelligence office survey consulate"""
)
# No two bodies are one for sharing these.
_GENERIC = _OF_STATE | one_forms(
    """authority force troops air security police prosecution prosecutor office intelligence official
    delegation university college school hospital company committee commission agency bureau church court
    association organization party campaign city county state national federal new center institute house
    board bank union team club federation service"""
)
# The last word of many outlets' names.
_OUTLETS = one_forms(
    """post times journal herald tribune gazette press mail mirror sun star globe guardian telegraph observer
    radio television channel network media review"""
)
PARTY_MEMBERS = one_forms("republicans democrats conservatives libertarians")
_POSSESSIVE = re.compile(r"['’]s\b")
_TITLES = frozenset({"president", "minister"})  # bodies and, before a name, titles
_NO_CANDIDATE = one_forms("campaign presidential election senate team official aide of for the")


def same_body(left: str, right: str) -> bool:
    """Whether two names mean one body, state or campaign.

    Initials and other listed names agree; the adjective of a state is its name.  Beyond that
    two names may differ in words such as "department", "inc" or "poll", one may be the other's
    telling end ("Red Sox") or what stands before "on" or "for", and one may leave out whose
    ministry it is; the same ministry of two states is two bodies.
    """
    first, second = plain_words(left), plain_words(right)
    if _short_form(left, right) or _short_form(right, left) or _same_campaign(left, right):
        return True
    named = [(whole_state(name), body_named(words)) for name, words in ((left, first), (right, second))]
    if named[0] == named[1] != (None, None):
        return True
    if named[0][0] or named[1][0]:
        return False
    return _same_words(first, second) or _is_part(left, right) or _is_part(right, left)


def whole_state(name: str) -> str | None:
    """The state that a name means as a whole: "Russia", "Russian government", "Moscow"."""
    words = plain_words(name)
    named = state_named(words)
    if named:
        return named
    states, left = parted(words)
    return next(iter(states)) if len(states) == 1 and left and telling(left) <= _WHOLE_STATE else None


def state_behind(name: str) -> str | None:
    """The state whose department, ministry or other executive body a name means."""
    words = plain_words(name)
    body = body_named(words) or body_named(words[:2])  # "State Department Office of ..."
    if body:
        return state_of_body(body)
    states, left = parted(words)
    return next(iter(states)) if len(states) == 1 and telling(left) & _EXECUTIVE else None


def _same_words(first: Words, second: Words) -> bool:
    """Whether two names share what is telling of a body, and differ in what is not."""
    (states, left), (other_states, right) = parted(first), parted(second)
    if states != other_states and states and other_states:
        return False
    words, other_words = telling(left), telling(right)
    shared = words & other_words
    if not words ^ other_words <= _WEAK:
        return False
    if states != other_states:  # one of them leaves out whose ministry it is
        return bool(shared & _OF_STATE)
    return bool(shared - _GENERIC - _WEAK) or (bool(shared) and words == other_words)


def _is_part(short: str, long: str) -> bool:
    """Whether one name is the end of the other that tells it from others, or all before "on" or "for"."""
    words, all_words = plain_words(short), plain_words(long)
    if len(words) >= 3 and all_words[: len(words)] == words:
        return all_words[len(words) : len(words) + 1] in {("on",), ("for",)}
    common = _GENERIC | _WEAK | _OUTLETS | PARTY_MEMBERS | _WHOLE_STATE
    if len(words) >= len(all_words) or all_words[-len(words) :] != words or telling(words) & common:
        return False
    name = long.removeprefix("the ").removeprefix("The ")
    return all(word[0].isupper() for word in re.findall(r"[^\W_]+", _POSSESSIVE.sub("", name)))


def _short_form(short: str, long: str) -> bool:
    """Whether one name is the initials of the other: "FBI"."""
    letters = "".join(re.findall(r"\w", short.removeprefix("the ").removeprefix("The ")))
    return 3 <= len(letters) <= 7 and letters.isupper() and letters.casefold() in initials(long)


def _same_campaign(left: str, right: str) -> bool:
    """ "Trump campaign" and "Donald Trump's presidential campaign"."""
    first, second = plain_words(left), plain_words(right)
    if "campaign" not in first or "campaign" not in second:
        return False
    who, other = (" ".join(word for word in words if word not in _NO_CANDIDATE) for words in (first, second))
    return bool(who and other) and same_person(who, other)


def same_persons(left: str, right: str) -> bool:
    """Whether two names that may be persons' mean one; what is known as a state or body is none."""
    if any(_is_known_body(plain_words(name)) for name in (left, right)):
        return False
    return (looks_like_a_person(left) or looks_like_a_person(right)) and same_person(left, right)


def _is_known_body(words: Words) -> bool:
    nouns = (_GENERIC | PARTY_MEMBERS) - _TITLES
    return bool(state_named(words) or body_named(words) or telling(words) & nouns)
