"""Leagues, seats of power and state outlets that no table knows, with the short forms the text uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = r"[A-Z][\w’'-]{1,24}"
_NOUN = (
    r"(?:Pact|League|Alliance|Compact|Concord|Bloc|Union|Treaty\ Organi[sz]ation|Confederation"
    r"|Entente|Front)"
)
_LEAGUE = re.compile(
    rf"\b({_NOUN}\ (?:of|for)\ (?:the\ )?{_WORD}(?:\ (?:of\ |and\ |the\ )?{_WORD}){{0,3}}"
    rf"|(?!The\ )(?:{_WORD}\ ){{1,4}}{_NOUN}(?!\ (?:of|for)\ (?:the\ )?[A-Z]))\b(?!\ [A-Z])"
)
_SMALL = re.compile(
    rf"(?:^|(?<=\? )|(?<=\. ))({_WORD}\ (?:pact|league|alliance|compact|concord|bloc|union|confederation))\b",
    re.MULTILINE,
)
_NO_LEAGUE = frozenset("credit trade labor labour student teachers civil customs premier major minor".split())
_OPENERS = frozenset("the a an but and for in on as if when while that this said says".split())
_SEAT_NOUN = r"(?:Palace|House|Hall|Court|Castle|Fort|Chancellery|Chancery|Citadel|Mansion|Residence|Tower)"
_SEAT = re.compile(rf"\b[Tt]he\ ({_WORD}\ {_SEAT_NOUN}|{_SEAT_NOUN}\ of\ (?:the\ )?{_WORD})\b(?!\ [A-Z])")
_NO_SEAT = frozenset(
    """supreme high district crown county town city opera concert guest appeals federal lower upper
    international criminal constitutional central village music dance""".split()
)
_STATE_OUTLET = re.compile(
    rf"\b[Ss]tate\ (?:channel|broadcaster|television|network|radio|agency)\ ({_WORD}(?:\ {_WORD}){{0,2}})"
    rf"|\b({_WORD}(?:\ {_WORD}){{0,2}}),\ the\ state\ "
    r"(?:channel|broadcaster|television|network|radio|agency)\b"
)
_LONGEST = 200_000  # characters searched
_MOST = 40  # names of leagues compared with one another


@dataclass(frozen=True, slots=True)
class OwnBody:
    """A body by its fullest name; `forms` are all names that the text has for it, this one first."""

    name: str
    forms: tuple[str, ...]


def leagues_in(text: str) -> tuple[OwnBody, ...]:
    """Leagues by their fullest names, each with the shorter ones that are made of its words."""
    found: dict[str, None] = {}
    for match in _LEAGUE.finditer(text, 0, _LONGEST):
        words = re.split(r"['’]s ", match[1])[-1].split()
        while words and words[0].lower() in _OPENERS:
            words.pop(0)
        if len(words) > 1 and "\n" not in match[1]:
            found[" ".join(words)] = None
    small = _small_names(text)
    found |= dict.fromkeys(small)
    found = dict.fromkeys(list(found)[:_MOST])
    whole = [name for name in found if not any(_shortens(name, other) for other in found)]
    bodies = []
    for name in whole:
        shorter = [other for other in found if _shortens(other, name)]
        unique = [other for other in shorter if sum(_shortens(other, one) for one in whole) == 1]
        bodies.append(OwnBody(name, (name, *unique, *_heads(text, name, whole))))
    return tuple(bodies)


def _small_names(text: str) -> list[str]:
    """Names in a headline with a small noun, where the text speaks of the head of such a body."""
    found = []
    for match in _SMALL.finditer(text, 0, _LONGEST):
        word, noun = match[1].split()
        headed = re.search(
            rf"(?i:\b{noun}(?:['’]s)? (?:chief|president|head|leader)|of the {noun}\b|’s {noun})", text
        )
        if word.lower() not in _NO_LEAGUE | _OPENERS and (headed or noun.title() in text):
            found.append(match[1])
    return found


def _heads(text: str, name: str, whole: list[str]) -> Iterator[str]:
    """ "the Concord": the noun with a capital alone, where only one league has it."""
    noun = noun_of(name)
    if sum(noun_of(other) == noun for other in whole) == 1 and re.search(rf"\b{noun}\b(?!\ of\ )", text):
        yield noun


def noun_of(name: str) -> str:
    """The noun of a league's name."""
    words = name.split()
    place = next((at for at, word in enumerate(words) if word == "of" or word == "for"), len(words))
    return words[place - 1].title()


def _shortens(short: str, name: str) -> bool:
    """Whether a name is another one less some of its words, with the same noun."""
    mine, others = short.split(), name.split()
    return (
        len(mine) < len(others)
        and noun_of(short) == noun_of(name)
        and {_root(one) for one in mine} <= {_root(one) for one in others}
    )


def _root(word: str) -> str:
    return word.lower().rstrip("s")


def seats_in(text: str) -> tuple[OwnBody, ...]:
    """Buildings that are named like seats of power, with the article."""
    found = dict.fromkeys(match[1] for match in _SEAT.finditer(text, 0, _LONGEST))
    kept = [name for name in found if name.split()[0].lower() not in _NO_SEAT]
    nouns = [noun_of(name) for name in kept]
    return tuple(
        OwnBody(name, (name, noun_of(name)) if nouns.count(noun_of(name)) == 1 else (name,)) for name in kept
    )


def state_outlets_in(text: str) -> tuple[str, ...]:
    """Names of outlets that the text calls the state's."""
    found = (match[1] or match[2] for match in _STATE_OUTLET.finditer(text, 0, _LONGEST))
    return tuple(dict.fromkeys(found))
