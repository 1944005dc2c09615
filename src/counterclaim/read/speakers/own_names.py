"""Names that one document explains itself, as a table beside those that are known beforehand."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from counterclaim.model.span import Span
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.names.fold import fold
from counterclaim.read.names.rows import Sort
from counterclaim.read.parse import Parse
from counterclaim.read.said import Said
from counterclaim.read.speakers.home import home_of
from counterclaim.read.speakers.own_bodies import OwnBody, leagues_in, seats_in, state_outlets_in
from counterclaim.read.speakers.own_heads import heads_in, is_head_named
from counterclaim.read.speakers.own_states import OwnStates, own_states

MOST = 12  # leagues, seats or outlets of one document
_RARE = 3  # mentions of a capital
_DISMISSED = re.compile(
    r"\b(?:dismiss|brush|wav(?:ed|es) off|mock|ridicul|laugh|shrug|writ|wrote|put down|scoff|reject"
    r"|den(?:y|ie))"
)
_CITY = re.compile(r"(?:the )?([A-Z][^\W\d_]{3,24})")
Rows = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class OwnNames:
    """Known names with the document's own; `home` is the state it is about, `places` tokens of own names."""

    aliases: Aliases
    home: str | None
    adjective: str | None
    places: tuple[tuple[int, int], ...]


def own_names(parse: Parse, said: Sequence[Said], aliases: Aliases, on: str | None) -> OwnNames:
    """Read states, leagues, their heads, seats of power and capitals from the text."""
    states = own_states(parse, aliases, on)
    rows: Rows = defaultdict(list)
    _add_states(rows, states)
    leagues = [one for one in leagues_in(parse.text)[:MOST] if aliases.find(one.name, on) is None]
    for league in leagues:
        _add(rows, league.forms, Sort.ORGANISATION, league.name, league.name)
    for person, league_name in (_lone_head(parse, leagues) | heads_in(parse.text, leagues)).items():
        _add(rows, (person,), Sort.PERSON, person, league_name)
    named = [*states.states, *(form for league in leagues for form in league.forms)]
    known = _with(aliases, rows)
    spoken = set(parse.within_all(tuple(span for one in said for span in one.source)))
    home = home_of(parse, spoken, known, on)
    if home in states.states:
        named += _add_of_home(rows, parse, said, (known, on), home)
        known = _with(aliases, rows)
    return OwnNames(known, home, _adjective(parse, states, known, home), _places(parse, named))


def _lone_head(parse: Parse, leagues: Sequence[OwnBody]) -> dict[str, str]:
    """The only person of a text that speaks of the head of its only league."""
    if len(leagues) != 1 or not is_head_named(parse.text, leagues[0]):
        return {}
    persons = {
        parse.text[entity.start : entity.end]
        for entity in parse.entities
        if entity.label == "PERSON" and entity.last - entity.first > 1
    }
    return {persons.pop(): leagues[0].name} if len(persons) == 1 else {}


def _with(aliases: Aliases, rows: Rows) -> Aliases:
    if not rows:
        return aliases
    return replace(aliases, tables=(*aliases.tables, {key: "\n".join(lines) for key, lines in rows.items()}))


def _add(rows: Rows, forms: Iterable[str], sort: Sort, name: str, party: str) -> None:
    for form in forms:
        key = fold(form)
        if key and key not in rows:
            rows[key].append("\t".join((sort, name, party, "", "", "")))


def _add_states(rows: Rows, states: OwnStates) -> None:
    for state in states.states:
        _add(rows, (state,), Sort.STATE, state, state)
    for word, state in states.adjectives.items():
        _add(rows, (word.removesuffix("s"),), Sort.ADJECTIVE, state, state)


def _add_of_home(
    rows: Rows, parse: Parse, said: Sequence[Said], known: tuple[Aliases, str | None], home: str
) -> list[str]:
    """Add seats, outlets and the capital of the state; the names added."""
    sources = {_words(parse.text, one.source) for one in said}
    seats = [one for one in seats_in(parse.text)[:MOST] if _speaks(one, sources, known)]
    for seat in seats:
        _add(rows, seat.forms, Sort.ORGANISATION, seat.name, home)
    outlets = state_outlets_in(parse.text)[:MOST]
    for outlet in outlets:
        _add(rows, (outlet,), Sort.OUTLET, outlet, home)
    capital = _capital(parse, said, known, rows)
    if capital:
        _add(rows, (capital,), Sort.CAPITAL, home, home)
    return [form for seat in seats for form in seat.forms] + list(outlets)


def _speaks(seat: OwnBody, sources: set[str], known: tuple[Aliases, str | None]) -> bool:
    """Whether a building stands in a source, and no table knows it."""
    return known[0].find(seat.name, known[1]) is None and any(seat.name in words for words in sources)


def _capital(parse: Parse, said: Sequence[Said], known: tuple[Aliases, str | None], rows: Rows) -> str | None:
    """The city that dismisses what is said against the state, if there is one."""
    found: set[str] = set()
    count = Counter(token.text for token in parse.tokens if token.text[:1].isupper())
    for one in said:
        match = _CITY.fullmatch(_words(parse.text, one.source))
        if match is None or not _DISMISSED.search(_words(parse.text, one.cue)):
            continue
        name = match[1]
        rare = count[name] <= _RARE
        if rare and fold(name) not in rows and known[0].find(name, known[1]) is None:
            found.add(name)
    return found.pop() if len(found) == 1 else None


def _words(text: str, spans: Iterable[Span]) -> str:
    return " ".join(text[start:end] for start, end in spans)


def _adjective(parse: Parse, states: OwnStates, aliases: Aliases, home: str | None) -> str | None:
    """The adjective of the state that the text uses most; else the state's name."""
    if home is None:
        return None
    if home in states.states:
        return states.adjective(home)
    words = Counter(token.text for token in parse.tokens if token.text[:1].isupper())
    fitting = [(count, word) for word, count in words.items() if aliases.adjective(word) == home]
    return max(fitting)[1] if fitting else home


def _places(parse: Parse, names: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Token ranges of the names, the longest where they overlap."""
    if not names:
        return ()
    called = "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True))
    found = []
    for match in re.finditer(rf"(?<![\w-])(?:{called})(?![\w-])", parse.text):
        inside = parse.within(match.span())
        if inside:
            found.append((inside.start, inside.stop))
    return tuple(found)
