"""Whether "m" at a figure of no currency counts millions or measures metres, told from the words around."""

from __future__ import annotations

from counterclaim.read.quantities.cardinals import HYPHENS
from counterclaim.read.quantities.people import is_people, is_person
from counterclaim.read.quantities.units import MEASURES, MONEY
from counterclaim.read.quantities.words import Kind, Word, lower_at

_STRETCHES = frozenset(
    """
    long wide high deep tall thick apart away ahead behind above below under across off up down into inland
    offshore underground underwater underneath north south east west northeast northwest southeast southwest
    upstream downstream further farther deeper higher lower short shorter longer beneath beyond past sprint
    hurdles relay freestyle butterfly backstroke breaststroke dash diameter radius depth height length
    """.split()
)
"""Words that tell of length or distance when they follow "m"."""
_LONG_THINGS = frozenset(
    """
    waves walls towers poles boats yachts fences swells cliffs trees tunnels bridges banks lengths races
    cables ropes intervals dunes columns masts drops holes pits trenches barriers strips statues
    """.split()
)
_SUMS = frozenset(
    """
    deal contract fund loan loans budget investment project package grant takeover transfer bid fee fine debt
    debts revenue revenues profit profits loss losses sales turnover cost costs settlement lawsuit programme
    program scheme bailout income aid subsidy donation donations spending earned earns raised raises paid pays
    invested invests owes owed worth made spent spends lost cost lottery jackpot price prices priced valued
    """.split()
)
_CROWDS = frozenset(
    """
    population populations audience turnout circulation city town nation country region province island
    viewers users subscribers voters residents citizens members people inhabitants electorate workforce
    displaced crowd home followers refugees readership
    """.split()
)
_PLURAL_VERBS = frozenset("are were have aren't weren't haven't".split())
_DID = frozenset("fled take took saw went lost left live speak use work remain died voted watched".split())
_THEM = frozenset("them whom us those these".split())
_ENDS_RUN = frozenset(
    """
    of to in on and or at by a the per as with since this last for after before between than but so while when
    that which who is was has had will would could can may should must
    """.split()
)
_NO_PLURALS = frozenset("is was has less across as this its always perhaps versus".split())
_FOLLOWING = 4
_BACK = 8  # words before the figure that may say what is counted
_OF_WHOM = 6


def counts_millions(words: list[Word], figure: int, at: int) -> bool:
    """Whether the "m" at words[at], at the figure before it, is a million of what stands around it."""
    after = lower_at(words, at + 1)
    if after in _PLURAL_VERBS:
        return True
    if after == "of":
        return any(_is_human(word) or word.lower in _THEM for word in words[at + 2 : at + 2 + _OF_WHOM])
    run = _run(words, at + 1)
    if not run:
        return _counted_before(words, figure)
    if run[0].lower in MONEY or run[0].lower in MEASURES:
        return True
    alone = lower_at(words, figure - 1) in ("a", "an")  # "a 500m fence"
    for word in run:
        if word.lower in _STRETCHES:
            return False
        if word.lower in _SUMS | _CROWDS or (not alone and _is_counted(word)):
            return True
    return not alone and (run[0].lower in _DID or run[0].lower.endswith("ed"))


def _run(words: list[Word], at: int) -> list[Word]:
    """The words after the "m", up to one that ends its phrase, with no first half of "long-term"."""
    at += lower_at(words, at) in HYPHENS
    run: list[Word] = []
    for index in range(at, min(at + _FOLLOWING, len(words))):
        word = words[index]
        if word.lower in HYPHENS or (lower_at(words, index + 1) in HYPHENS and word.lower in _STRETCHES):
            continue
        if word.kind is not Kind.WORD or word.lower in _ENDS_RUN:
            break
        run.append(word)
    return run


def _is_counted(word: Word) -> bool:
    """Whether a word is a plural that comes by the million, and no length."""
    lower = word.lower
    if lower in _LONG_THINGS or lower in _NO_PLURALS:
        return False
    return _is_human(word) or (lower.endswith("s") and not lower.endswith("ss") and len(lower) > 3)


def _is_human(word: Word) -> bool:
    return is_person(word.lower) or is_people(word.text)


def _counted_before(words: list[Word], figure: int) -> bool:
    """Whether the words before the figure speak of money or of many people: "a population of 3m"."""
    for word in reversed(words[max(0, figure - _BACK) : figure]):
        if word.lower in (".", ";", "!", "?"):
            return False
        if word.lower in _SUMS | _CROWDS or _is_human(word):
            return True
    return False
