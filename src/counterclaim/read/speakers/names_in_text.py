"""Where personal names stand in a text, whoever bears them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from counterclaim.model.span import Span
from counterclaim.read.parse import Parse, Token
from counterclaim.read.speakers.first_names import sex_of
from counterclaim.read.speakers.lexicon import BODY_NOUNS, OUTLET_NOUNS, ROLES, TITLES
from counterclaim.read.speakers.phrase import singular
from counterclaim.read.speakers.source_names import MAX_NAME, named_sources

ACRONYM = 5  # letters; a single word in capitals as short as this is a body
HEADLINES_WITHIN = 400  # characters from the beginning in which a title may stand in the text

_PARTICLES = frozenset("de del della di da du la le van von der den bin ibn al el abu ben y e in 't".split())
_JOINTS = frozenset({"-", "–", "’", "'", "."})
_NO_NAME = frozenset(
    """i january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday the a an but and or if in on at for yes no not
    god islam twitter facebook""".split()
)
_SMALL_POS = frozenset("SCONJ ADP ADV CCONJ AUX DET PRON".split())
_NO_LAST = frozenset(
    "republican republicans democrat democrats legend staff campaign video poll figure foe".split()
)
_PAPERS = frozenset(
    """Times Post Journal Tribune Herald Gazette News Magazine Chronicle Sentinel
    Examiner Register Dispatch Inquirer Enquirer Observer Courier PAC""".split()
)
_PLACES_BEGIN = frozenset("St. St ST. Saint San Santa New Fort Port Mount Lake Los".split())
LETTERS = frozenset("QC KC MP MEP MSP MD PhD".split())  # behind a name
_HOUSES = frozenset(
    """College University Hospital Church School Department Committee Foundation Institute Association
    Council Police Sheriff Army Navy Street Avenue Hills County Census Commission Agency""".split()
)
_NO_FIRST = frozenset(
    """said says asked added wrote told following meanwhile former longtime late new though although while
    when if as after before since because but and however yet even both like with of once until
    unlike""".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name at tokens `first` to `last`, exclusive; `titles` are those before it."""

    first: int
    last: int
    words: tuple[str, ...]
    titles: tuple[str, ...]


def is_title(token: Token) -> bool:
    """Whether a word may be a title before a name, as far as its own form tells."""
    return token.lower.rstrip(".") in TITLES


def names_in(parse: Parse, sources: Iterable[Span]) -> list[Name]:
    """Every personal name in reading order.

    That is what the grammar calls a person, capitals behind a title or a common first
    name, and sources that are nothing but capitals which the grammar calls no body or place.
    """
    names: list[Name] = []
    taken: set[int] = set()
    capitals = _bodies_in_capitals(parse)
    stretches = (
        _entities(parse),
        _behind_titles(parse),
        _by_first_name(parse),
        named_sources(parse, sources),
    )
    for first, last in chain(*stretches, _shortened(parse)):
        name = _name_at(parse, first, last, capitals)
        if name is not None and taken.isdisjoint(range(name.first, name.last)):
            names.append(name)
            taken.update(range(name.first, name.last))
    names.sort(key=lambda name: name.first)
    return [name for name in names if not _is_of_headline_only(parse, name, names)]


def _entities(parse: Parse) -> Iterator[tuple[int, int]]:
    """What the grammar calls a person, with a first name before it that it took for none."""
    firsts = _unknown_firsts(parse)
    for entity in parse.entities:
        if entity.label == "PERSON":
            yield entity.first - ((entity.first - 1) in firsts), entity.last


def _unknown_firsts(parse: Parse) -> frozenset[int]:
    """Capital words that stand nowhere but before one lone name, and there more than once."""
    tokens = parse.tokens
    places: dict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(tokens[:-1]):
        places[token.text].append(at)
    lone = [one.first for one in parse.entities if one.label == "PERSON" and one.last == one.first + 1]
    before = {tokens[first - 1].text for first in lone if first and _is_capital(tokens[first - 1])}
    return frozenset(
        at
        for word in before
        if len(places[word]) > 1 and len({tokens[place + 1].text for place in places[word]}) == 1
        for at in places[word]
    )


def _behind_titles(parse: Parse) -> Iterator[tuple[int, int]]:
    """Capitalised words right behind a capitalised title: "Rep. Dana Quill"."""
    tokens = parse.tokens
    for index, token in enumerate(tokens[:-1]):
        if is_title(token) and token.text[0].isupper() and _is_capital(tokens[index + 1]):
            last = index + 1
            while last < len(tokens) and last - index <= MAX_NAME and _continues(parse, last):
                last += 1
            yield index + 1, last


def _by_first_name(parse: Parse) -> Iterator[tuple[int, int]]:
    """Capitalised words that begin with a common first name: "Dana Quill"."""
    tokens = parse.tokens
    for index, token in enumerate(tokens[:-1]):
        if index and tokens[index - 1].text in _PLACES_BEGIN:
            continue
        if token.text.isupper() and len(token.text) > 1 and not tokens[index + 1].text.isupper():
            continue  # an abbreviation of an office
        if token.text[0].isupper() and sex_of(token.text.split("-")[0]) and _is_capital(tokens[index + 1]):
            last = index + 1
            while last < len(tokens) and last - index < MAX_NAME and _continues(parse, last):
                last += 1
            if last > index + 1:
                yield index, last


def _shortened(parse: Parse) -> Iterator[tuple[int, int]]:
    """Two or three capitals of which the text uses the last alone as a subject, as it does with persons."""
    runs = [run for run in _capital_runs(parse) if run[1] - run[0] <= 3]
    alone = {
        parse.tokens[first].text
        for first, last in runs
        if last - first == 1 and parse.tokens[first].dep == "nsubj"
    }
    for first, last in runs:
        tokens = parse.tokens[first:last]
        if last - first > 1 and tokens[-1].text in alone and tokens[0].text not in alone:
            second = (
                sex_of(tokens[0].text) is None and sex_of(tokens[1].text) is not None and last - first > 2
            )
            if not any(_is_common_noun(token) for token in tokens):
                yield first + second, last


def _is_common_noun(token: Token) -> bool:
    word = singular(token.lower)
    return word in BODY_NOUNS or word in OUTLET_NOUNS or token.text.isupper()


def _capital_runs(parse: Parse) -> Iterator[tuple[int, int]]:
    """Longest stretches of proper nouns."""
    first = 0
    tokens = parse.tokens
    while first < len(tokens):
        last = first
        while last < len(tokens) and tokens[last].tag == "NNP" and (last == first or _continues(parse, last)):
            last += 1
        if last > first:
            yield first, last
        first = max(last, first + 1)


def headline_end(text: str) -> int:
    """Where the first line ends, if most of its words have capitals; else 0."""
    line = text[:HEADLINES_WITHIN].split("\n")[0]
    words = [word for word in line.split() if len(word) > 3]
    capital = sum(word[0].isupper() for word in words)
    return len(line) if words and capital >= 0.75 * len(words) else 0


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and token.tag in ("NNP", "NNPS", "NN") and not is_title(token)


def _continues(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    if "\n" in parse.text[parse.tokens[index - 1].end : token.start]:
        return False
    return _is_capital(token) or (token.lower in _PARTICLES and token.tag != "IN")


def _name_at(parse: Parse, first: int, last: int, capitals: frozenset[str]) -> Name | None:
    """The name proper among tokens that hold one."""
    first, last = _without_line_break(parse, first, last)
    tokens = parse.tokens
    while first < last and _is_before_name(tokens[first], last - first):
        first += 1
    if first and tokens[first - 1].text in _PLACES_BEGIN:
        return None
    last = _end_of_name(parse, first, last)
    if last - first > 2 and tokens[last - 1].text in LETTERS:
        last -= 1
    words = [token.text for token in tokens[first:last]]
    if words and (
        is_title(tokens[last - 1]) or tokens[last - 1].lower in _NO_LAST or words[-1] in _PAPERS | _HOUSES
    ):
        return None
    if not words or len(words) > MAX_NAME or words[-1].lower() in _NO_NAME or len(words[-1].strip(".")) < 2:
        return None
    if len(words) == 1 and _is_role_alone(parse, first):
        return None
    if len(words) == 1 and words[0].isupper() and (len(words[0]) <= ACRONYM or words[0] in capitals):
        return None
    return Name(first, last, _joined(parse, first, last), _titles_before(parse, first))


def _is_role_alone(parse: Parse, at: int) -> bool:
    """Whether a lone capital is a noun at the head of a line or sentence ("Filmmaker says"), no surname."""
    token = parse.tokens[at]
    opens = at == 0 or parse.tokens[at - 1].sentence != token.sentence
    return (
        opens
        and token.lower in ROLES - TITLES
        and not any(
            other.text == token.text and parse.tokens[place - 1].tag == "NNP"
            for place, other in enumerate(parse.tokens)
            if place
        )
    )


def _bodies_in_capitals(parse: Parse) -> frozenset[str]:
    """Words that a text in small letters writes in capitals throughout, as it does with bodies."""
    written = {token.text for token in parse.tokens}
    if not any(word.islower() for word in written):
        return frozenset()
    return frozenset(word for word in written if word.isupper() and word.title() not in written)


def _is_before_name(token: Token, words: int) -> bool:
    """Whether a word at the beginning is a title or office, or too small for a name."""
    office = token.lower in ROLES and words > 2 and sex_of(token.text) is None
    small = words > 1 and token.pos in _SMALL_POS and sex_of(token.text) is None
    return is_title(token) or office or small or token.lower in _NO_FIRST or not token.text[0].isupper()


def _without_line_break(parse: Parse, first: int, last: int) -> tuple[int, int]:
    for index in range(first + 1, last):
        if "\n" in parse.text[parse.tokens[index - 1].end : parse.tokens[index].start]:
            return first, index
    return first, last


def _end_of_name(parse: Parse, first: int, last: int) -> int:
    """Where the name stops: before anything but capitals, particles and what joins them."""
    end = first
    for index in range(first, last):
        text, lower = parse.tokens[index].text, parse.tokens[index].lower
        if lower in ("'s", "’s") or not (text[0].isupper() or lower in _PARTICLES or text in _JOINTS):
            break
        if text[0].isupper():
            end = index + 1
    return end


def _joined(parse: Parse, first: int, last: int) -> tuple[str, ...]:
    """Words of a name as blanks part them; loose hyphens are closed up."""
    tokens = parse.tokens
    text = re.sub(r"\s+([-–])\s+", r"\1", parse.text[tokens[first].start : tokens[last - 1].end])
    return tuple(text.replace("’", "'").split())


def _titles_before(parse: Parse, first: int) -> tuple[str, ...]:
    titles: list[str] = []
    while first > 0 and is_title(parse.tokens[first - 1]) and len(titles) < 3:
        first -= 1
        titles.insert(0, parse.tokens[first].lower.rstrip("."))
    return tuple(titles)


def _is_of_headline_only(parse: Parse, name: Name, names: list[Name]) -> bool:
    """Whether capitals of a headline may have been taken for a longer name ("Quill Slams")."""
    later = parse.tokens[name.first].start > HEADLINES_WITHIN
    if len(name.words) < 2 or later or name.titles or sex_of(name.words[0]):
        return False
    counts = Counter(other.words[-1] for other in names)
    return counts[name.words[-1]] < 2 and any(
        other.words[-1] == name.words[0] and other is not name for other in names
    )
