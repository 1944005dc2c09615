"""Names of persons among the words of sources, where the form of the source tells that they are names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.model.span import Span
from counterclaim.read.parse import Parse
from counterclaim.read.speakers.lexicon import ROLES
from counterclaim.read.speakers.phrase import singular

MAX_NAME = 5  # words of a name
_TOLD_WITHIN = 8  # words in which an apposition says what somebody is
_NO_HEAD = frozenset("of from at for in with who which that by".split())


def named_sources(parse: Parse, sources: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Token ranges of sources of nothing but capitals that the grammar took for no body or place.

    Where an office stands beside ("Quill, an official", "an officer, Dana Quill"), the
    grammar is not asked.
    """
    other = {at for entity in parse.entities for at in range(entity.first, entity.last)}
    small = {token.text for token in parse.tokens if token.text.islower()}
    for span in sources:
        whole = parse.within(span)
        inside = _behind_comma(parse, whole) or _before_comma(parse, whole)
        told = inside is not None
        inside = whole if inside is None else inside
        tokens = [parse.tokens[at] for at in inside]
        named = all(token.text[0].isupper() and token.tag in ("NNP", "NNPS") for token in tokens)
        common = any(token.lower in small or token.lower in ROLES for token in tokens)
        alone = len(tokens) == 1 and not told and not _is_told_of(parse, inside.stop)
        free = told or other.isdisjoint(inside)
        if tokens and named and not common and not alone and len(tokens) < MAX_NAME and free:
            yield inside.start, inside.stop


def _before_comma(parse: Parse, inside: range) -> range | None:
    """What stands before the first comma, if "an official", "who" or an age follows it."""
    comma = next((at for at in inside if parse.tokens[at].text == ","), None)
    if comma is None:
        return None
    following = [token.lower for token in parse.tokens[comma + 1 : min(inside.stop, comma + _TOLD_WITHIN)]]
    told = following[:1] == ["who"] or (bool(following) and following[0].isdigit())
    end = next((place for place, word in enumerate(following) if word in _NO_HEAD), len(following))
    role = following[:1] in (["a"], ["an"], ["the"]) and not ROLES.isdisjoint(following[:end])
    return range(inside.start, comma) if told or role else None


def _behind_comma(parse: Parse, inside: range) -> range | None:
    """What ends "a protection officer, Dana Quill"; None where the source is not of that form."""
    commas = [at for at in inside if parse.tokens[at].text == ","]
    if len(commas) != 1 or parse.tokens[inside.start].lower not in ("a", "an", "the"):
        return None
    first = commas[0] + 1
    office = any(singular(parse.tokens[at].lower) in ROLES for at in range(inside.start, first))
    capitals = all(parse.tokens[at].tag == "NNP" for at in range(first, inside.stop))
    return range(first, inside.stop) if office and capitals and 2 <= inside.stop - first <= 4 else None


def _is_told_of(parse: Parse, end: int) -> bool:
    """Whether ", who" or an age follows a name."""
    following = [token.text.lower() for token in parse.tokens[end : end + 2]]
    return (
        following[:1] == [","] and len(following) == 2 and (following[1] == "who" or following[1].isdigit())
    )
