"""States that no table knows, by what a document says of them: demonyms, armies, governments, conquests."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counterclaim.read.names.aliases import Aliases
from counterclaim.read.parse import Parse

# Names of more than one state, of faiths and of lands, which are formed in the same way.
_NO_STATES = frozenset(
    """Europe Asia Africa America Americas Eurasia Oceania Antarctica Islam Christ Christian Korea
    Balkan Balkans Arabia Arab Scandinavia Siberia Crimea Caucasus Baltic Atlantic Pacific
    Arctic Mediterranean Caribbean Rome Roman Victoria Stalin Lenin Marx Republic Democrat Tory
    Union States Mars Indian Native Lutheran Puritan Spartan Ottoman Norman Franciscan
    Republican Latin Slav Britain Orient""".split()
)
_LEAST = 4  # letters that a state and its people share
_ENDINGS = ("ian", "ean", "ese", "ish", "an", "ic", "i", "n")
# Nouns that an adjective of a state stands before.
_OF_A_STATE = frozenset(
    """army navy military forces force troops soldiers units unit engineers boats ships jets guns
    tanks fleet squadron squadrons brigade brigades regiment regiments battalion border borders
    frontier government ministry ministries minister president parliament state soil land ground
    territory shore coast hands rule attack invasion officials official authorities ambassador
    embassy capital air defence defense foreign interior war admiralty ministerial people
    citizens side leader leaders leadership television media warships planes paratroopers guards
    police chancellor king queen""".split()
)
_BODY = (
    r"(?:army|navy|troops|forces|soldiers|fleet|government|parliament|presidency|warships"
    r"|armed\ forces|air\ force|(?:foreign|defen[cs]e|interior)\ (?:minist(?:ry|er)|secretary))"
)
_NAME = r"[A-Z][^\W\d_]{3,24}"
_EVIDENCE = (
    re.compile(rf"\b({_NAME})['’]s\ {_BODY}\b"),
    re.compile(
        r"\b(?:[Gg]overnment|[Aa]rmy|[Nn]avy|[Pp]residency|[Pp]arliament|rest|[Aa]rmed\ [Ff]orces)"
        rf"\ of\ ({_NAME})\b(?!\ [A-Z])"
    ),
    re.compile(
        rf"\b(?:[Pp]resident|(?:[Pp]rime|[A-Z]?[a-z]+)\ [Mm]inister|[A-Z]?[a-z]+\ [Ss]ecretary)"
        rf"(?:\ {_NAME}){{1,3}}\ of\ ({_NAME})\b(?!\ [A-Z])"
    ),
    re.compile(rf"\b(?:Republic|Kingdom|Principality|Federation)\ of\ ({_NAME})\b(?!\ [A-Z])"),
    re.compile(
        rf"\b({_NAME})\ (?:seized|annexed|conquered|invaded|occupied|overran|has\ annexed|has\ invaded)\b"
    ),
)
_CITY = re.compile(rf"\b(?:[Cc]ity|[Mm]ayor|[Tt]own|[Pp]rovince)\ of\ ({_NAME})|\b({_NAME})\ [Cc]ity\b")

_LONE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\ ([A-Z][a-z]{2,22}[bcdfghj-lnp-tv-z]an)"
    r"\ (?:navy|army|embassy|government|troops|forces|warships)\b",
)
_PEOPLE = re.compile(rf"\b[Tt]he\ ({_NAME}ans)\b(?![ ][A-Za-z]+s\b)")


@dataclass(frozen=True, slots=True)
class OwnStates:
    """States of one document; `adjectives` lead from "Orvessan" and "Orvessans" to "Orvessa"."""

    states: tuple[str, ...]
    adjectives: Mapping[str, str]

    def adjective(self, state: str) -> str:
        """The adjective of a state, or its name where the document has none."""
        return next((word for word, of in self.adjectives.items() if of == state and word[-1] != "s"), state)


def own_states(parse: Parse, aliases: Aliases, on: str | None) -> OwnStates:
    """Find the states by suffixes and by what only states have."""
    words = _capitals(parse)
    taken = _of_persons(parse)
    free = [
        word
        for word in words
        if word not in taken and word not in _NO_STATES and aliases.find(word, on) is None
    ]
    known = {word: aliases.adjective(word) for word in free}
    open_words = [word for word in free if known[word] is None]
    adjectives = _demonyms(parse, open_words)
    adjectives |= _lone_adjectives(parse.text, set(open_words) - set(adjectives))
    states = dict.fromkeys(adjectives.values())
    cities = {name for pair in _CITY.findall(parse.text) for name in pair}
    candidates = set(open_words) - set(adjectives) - cities
    for pattern in _EVIDENCE:
        states.update(dict.fromkeys(name for name in pattern.findall(parse.text) if name in candidates))
    if states:
        _add_peoples(parse, adjectives, set(open_words))
        states.update(dict.fromkeys(adjectives.values()))
    return OwnStates(tuple(states), adjectives)


def _capitals(parse: Parse) -> dict[str, None]:
    """Words with a capital that stand nowhere in small letters, by first appearance."""
    small = {token.text for token in parse.tokens if token.text[:1].islower()}
    return {
        token.text: None
        for token in parse.tokens
        if len(token.text) >= _LEAST
        and token.text[0].isupper()
        and token.text[1:].islower()
        and token.text.isalpha()
        and token.lower not in small
    }


def _of_persons(parse: Parse) -> set[str]:
    """Words that stand more often in names of persons with more than one word than alone."""
    inside = Counter(
        parse.tokens[at].text
        for entity in parse.entities
        if entity.label == "PERSON" and entity.last - entity.first > 1
        for at in range(entity.first, entity.last)
    )
    every = Counter(token.text for token in parse.tokens if token.text in inside)
    later = {
        parse.tokens[entity.last - 1].text
        for entity in parse.entities
        if entity.label == "PERSON" and entity.last - entity.first > 1
    }
    return {word for word, count in inside.items() if word in later or 2 * count > every[word]}


def _demonyms(parse: Parse, words: Iterable[str]) -> dict[str, str]:
    """Adjectives and peoples among the words, each with its state."""
    stems: dict[str, str] = {}
    for word in words:
        for stem in _stems(word):
            stems.setdefault(stem, word)
    found: dict[str, str] = {}
    used = _used_as_adjectives(parse)
    for word in words:
        state = next((stems[stem] for stem in _without_ending(word) if stem in stems), None)
        if state is not None and state != word and word in used:
            found[word] = state
    return {word: state for word, state in found.items() if state not in found}


def _stems(state: str) -> list[str]:
    stems = [state]
    if state[-1] in "aeoy":
        stems.append(state[:-1])
    if state.endswith(("ia", "ea", "ya")):
        stems.append(state[:-2])
    return [stem for stem in stems if len(stem) >= _LEAST]


def _without_ending(word: str) -> list[str]:
    """What is left of a word less an ending of peoples, the shortest ending first."""
    bare = word[:-1] if word.endswith(("ans", "ns", "is")) else word
    found = [bare[: -len(ending)] for ending in _ENDINGS if bare.endswith(ending)]
    return sorted((stem for stem in found if len(stem) >= _LEAST), key=len, reverse=True)


def _used_as_adjectives(parse: Parse) -> set[str]:
    """Words before a noun of states, peoples behind "the", and whatever the grammar takes for a people."""
    tokens = parse.tokens
    used = {tokens[one.first].text for one in parse.entities if one.label == "NORP"}
    for at, token in enumerate(tokens):
        if not token.text[:1].isupper():
            continue
        following = {one.lower for one in tokens[at + 1 : at + 3]}
        the = at > 0 and tokens[at - 1].lower == "the" and token.text.endswith("s")
        if the or following & _OF_A_STATE or token.tag == "JJ":
            used.add(token.text)
    return used


def _lone_adjectives(text: str, words: set[str]) -> dict[str, str]:
    """ "the Orvessan navy" where the state itself is not named: its name less the ending."""
    return {word: word[:-1] for word in _LONE.findall(text) if word in words and word[:-1] not in _NO_STATES}


def _add_peoples(parse: Parse, adjectives: dict[str, str], words: set[str]) -> None:
    """ "the Nestrans" where the state itself is not named: its name less the ending."""
    for people in _PEOPLE.findall(parse.text):
        if people in words and people not in adjectives and not people.endswith("ians"):
            adjectives[people] = people[:-2]
