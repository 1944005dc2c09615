"""Whether two names of parties mean one."""

from __future__ import annotations

from functools import lru_cache

from counterclaim.read.names.aliases import Aliases
from counterclaim.read.names.fold import fold
from counterclaim.read.names.nouns import OF_STATE
from counterclaim.read.names.party import party_of
from counterclaim.read.names.phrase import words_of
from counterclaim.read.names.rows import Sort
from counterclaim.read.names.states import Known

_REMEMBERED = 8_192
# Endings that a name has or lacks without meaning another party.
_LOOSE = frozenset(
    """labs council inc corp corporation company co ltd limited plc llc group department office
    party campaign university team government""".split()
)
_LOOSE_KEYS = frozenset(map(fold, _LOOSE))
_ADMINISTRATION = fold("administration")
_OF = frozenset(map(fold, ("mayor", "city", "state", "government", "province")))
_LEADING = frozenset(map(fold, ("us", "american", "united states")))


def same_party(a: str, b: str, aliases: Aliases) -> bool:
    """Tell whether two names mean one party: "GOP" and "Republicans", "US" and "United States"."""
    return a == b or bool(_forms(a, aliases) & _forms(b, aliases))


@lru_cache(maxsize=_REMEMBERED)
def _forms(name: str, aliases: Aliases) -> frozenset[str]:
    """Keys of a party: its name, that without loose endings, the one listed, and the party of that."""
    forms = {fold(name), _bare(name)}
    entry = aliases.find(name)
    if entry is not None:
        forms |= {entry.key, fold(entry.party or entry.name)}
    party = party_of(name, aliases)
    if party:
        forms |= {fold(party), _bare(party)}
    state = _state_of(name, aliases)
    if state:
        forms.add(fold(state))
    if fold(name).endswith(_ADMINISTRATION):
        forms.add(fold("United States"))
    return frozenset(forms)


def _state_of(name: str, aliases: Aliases) -> str | None:
    """The part of a state that a department of it is of: "Utah Department of Corrections"."""
    entry, rest = Known(aliases, None).begins(words_of(name))
    if (
        entry is None
        or entry.sort is not Sort.REGION
        or not ({word.bare for word in rest} - {"state"}) & OF_STATE
    ):
        return None
    return entry.party


def _bare(name: str) -> str:
    words = fold(name).split()
    while len(words) > 1 and words[-1] in _LOOSE_KEYS:
        words.pop()
    while len(words) > 1 and words[0] in _LEADING:
        words.pop(0)
    if len(words) > 2 and words[1] == "of" and words[0] in _OF:
        words = words[2:]
    return " ".join(words)
