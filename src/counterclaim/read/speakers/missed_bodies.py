"""Bodies that the grammar took for no name: capitals that end in "Department", "Police" or the like."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.read.parse import Entity, Parse

_ENDS = frozenset(
    """Department Office Ministry Agency Bureau Authority Council Committee Commission Institute University
    College Hospital Church Bank Police Association Foundation Directorate Directorates Constabulary
    Brigade Secretariat Laboratory Observatory""".split()
)
_LONGEST = 7  # words before the noun
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


def missed_bodies(parse: Parse, taken: set[int]) -> Iterator[Entity]:
    """Names of bodies outside of the tokens that other names hold, in reading order."""
    for at, token in enumerate(parse.tokens):
        if token.text not in _ENDS or token.tag not in ("NNP", "NNPS") or at in taken:
            continue
        first = at
        while at - first < _LONGEST and _belongs(parse, first - 1) and first - 1 not in taken:
            first -= 1
        while first < at and parse.tokens[first].text in ("-", "’s", "'s"):
            first += 1
        if first < at:
            yield Entity(parse.tokens[first].start, token.end, "ORG", first, at + 1)


def _belongs(parse: Parse, at: int) -> bool:
    """Whether a token may stand within the name: a proper noun, or the hyphen between two."""
    if at < 0 or "\n" in parse.text[parse.tokens[at].end : parse.tokens[at + 1].start]:
        return False
    token = parse.tokens[at]
    proper = token.tag == "NNP" and token.text[0].isupper() and token.text not in _DAYS
    return proper or token.text == "-"
