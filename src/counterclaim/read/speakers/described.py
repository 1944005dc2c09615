"""What a text says of a person right beside the name: offices before it, appositions on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.read.parse import Parse, Token
from counterclaim.read.speakers.lexicon import ROLES
from counterclaim.read.speakers.names_in_text import Name, is_title
from counterclaim.read.speakers.phrase import singular

BEFORE = 14  # words looked at before a name
AFTER = 18  # words of an apposition behind a name

_BEFORE_POS = frozenset("NOUN PROPN ADJ NUM".split())
_OF = frozenset("of and the".split())
_CONTENT_POS = frozenset("NOUN PROPN ADJ NUM".split())
_OPENERS = frozenset("a an the one its his her their who".split())
_NO_APPOSITION = frozenset(
    "whose whom which who where through with by in on at for from to as but if".split()
)
_MARKS = frozenset({",", ")", ";", "(", '"', "“", "”", "."})
_HONORIFICS = frozenset("mr mrs ms miss dr sir dame prof".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_ARTICLES = frozenset("a an the".split())
_MAKES = frozenset("is was are were became become becomes remains elected named appointed".split())
_IN_FULL = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "col": "colonel",
    "lt": "lieutenant", "sgt": "sergeant", "capt": "captain", "det": "detective", "pres": "president",
}  # fmt: skip
_VERBS = frozenset("VERB AUX".split())


@dataclass(frozen=True, slots=True)
class Description:
    """Tokens `first` to `last`, exclusive; `head` says what the person is, `words` are of content."""

    first: int
    last: int
    head: str
    words: frozenset[str]


def descriptions_of(parse: Parse, name: Name, named: frozenset[int]) -> list[Description]:
    """Descriptions beside one mention of a name; `named` are the tokens of all names of persons."""
    spans = (
        _office_before(parse, name.first, named),
        _apposition_before(parse, name.first, named),
        _behind(parse, name.last, named),
        _predicate(parse, name.last - 1),
    )
    return [found for span in spans if span and (found := _description(parse, *span))]


def phrase_around(parse: Parse, name: Name, named: frozenset[int]) -> tuple[int, int]:
    """Tokens of a mention with the office before it and what stands behind it: apposition, body, bracket."""
    before = _office_before(parse, name.first, frozenset())
    before = before if _says_role(parse, before) else _apposition_before(parse, name.first, named)
    behind = _behind(parse, name.last, named)
    behind = (
        behind if _says_role(parse, behind) or _is_bracket(parse, behind) else _body_behind(parse, name.last)
    )
    first = before[0] if before and _says_role(parse, before) else name.first - len(name.titles)
    return (first, behind[1] if behind else name.last)


def _says_role(parse: Parse, span: tuple[int, int] | None) -> bool:
    return span is not None and _description(parse, *span) is not None


def _is_bracket(parse: Parse, span: tuple[int, int] | None) -> bool:
    return span is not None and (
        parse.tokens[span[0] - 1].text == "(" or parse.tokens[span[0]].text in ("R", "D")
    )


def _body_behind(parse: Parse, end: int) -> tuple[int, int] | None:
    """ "of the Harrow Institute" right behind the name."""
    tokens = parse.tokens
    if end + 1 >= len(tokens) or tokens[end].lower not in ("of", "from", "at", "with"):
        return None
    last = max(_until_break(parse, end + 1), default=end + 1)
    return (end + 1, last) if any(token.text[0].isupper() for token in tokens[end + 1 : last]) else None


def _description(parse: Parse, first: int, last: int) -> Description | None:
    tokens = parse.tokens[first:last]
    head = _head_noun([token.lower for token in tokens], [token.pos for token in tokens])
    if head is None:
        return None
    words = (
        frozenset(token.lower.rstrip(".") for token in tokens if token.pos in _CONTENT_POS)
        - _HONORIFICS
        - {""}
    )
    words |= {part for word in words if word[:2] in ("r-", "d-") for part in word.split("-")}
    words |= {_IN_FULL[word] for word in words & _IN_FULL.keys()}
    return Description(first, last, head, words)


def _head_noun(words: list[str], tags: list[str]) -> str | None:
    """The last noun for a person before a preposition, or the last of all."""
    head = None
    for word, tag in zip(words, tags, strict=True):
        plain = singular(word.rstrip("."))
        plain = _IN_FULL.get(plain, plain)
        if plain in ROLES and plain not in _HONORIFICS and tag != "VERB":
            head = plain
        elif head is not None and word in ("of", "for", "at", "who", "in", "with", "to", ","):
            break
    return head


def _same_line(parse: Parse, left: int) -> bool:
    return "\n" not in parse.text[parse.tokens[left].end : parse.tokens[left + 1].start]


def _office_before(parse: Parse, name: int, named: frozenset[int]) -> tuple[int, int] | None:
    """ "Deputy Minister of Trade of Peru" before the name."""
    tokens, index = parse.tokens, name
    if name and (tokens[name - 1].pos == "ADP" or _is_headline_verb(tokens[name - 1])):
        return None
    while index > 0 and name - index < BEFORE and _same_line(parse, index - 1):
        token = tokens[index - 1]
        linking = _links(parse, index - 1)
        if (
            index - 1 in named
            or token.lower in _DAYS
            or not (token.pos in _BEFORE_POS or (linking and index < name))
        ):
            break
        index -= 1
    while index < name and tokens[index].pos not in _CONTENT_POS:
        index += 1
    return (index, name) if index < name else None


def _is_headline_verb(token: Token) -> bool:
    """Whether what the grammar takes for a plural is a verb before its object ("mayor rebuffs Quill")."""
    return token.tag == "NNS" and token.text.islower() and singular(token.lower) not in ROLES


def _links(parse: Parse, index: int) -> bool:
    """Whether a small word may stand within an office: "Minister of Trade", not "memo to Minister"."""
    token = parse.tokens[index]
    if token.lower in ("to", "for", "in", "from", "at", "on"):
        before = parse.tokens[index - 1] if index else None
        return before is not None and (before.lower in ROLES or before.text[0].isupper())
    return token.lower in _OF or token.pos == "PART" or token.text == "-" or _is_dot_of_title(parse, index)


def _is_dot_of_title(parse: Parse, index: int) -> bool:
    """Whether a dot only ends an abbreviated title that was cut from it ("Capt ." of a name)."""
    return index > 0 and parse.tokens[index].text == "." and is_title(parse.tokens[index - 1])


def _apposition_before(parse: Parse, name: int, named: frozenset[int]) -> tuple[int, int] | None:
    """ "the bank's chief," before the name."""
    tokens = parse.tokens
    if name < 3 or tokens[name - 1].text != "," or not _same_line(parse, name - 1):
        return None
    index = name - 1
    while index > 0 and name - index < BEFORE:
        token = tokens[index - 1]
        if (
            token.pos in _VERBS
            or (token.pos == "PUNCT" and token.text != "-")
            or not _same_line(parse, index - 1)
        ):
            break
        index -= 1
        if index in named and token.tag != "POS" and index == name - 2:
            break
        if token.lower in _OPENERS and token.pos == "DET":
            return index, name - 1
    return None


def _behind(parse: Parse, end: int, named: frozenset[int]) -> tuple[int, int] | None:
    """ ", a professor of law at Orvane," or "(R-Ohio)" behind the name."""
    tokens = parse.tokens
    if end + 1 < len(tokens) and tokens[end].lower in ("is", "was") and tokens[end + 1].lower in _ARTICLES:
        return end + 1, max(_until_break(parse, end + 1), default=end + 2)
    if end >= len(tokens) or tokens[end].text not in (",", "("):
        return None
    start = _behind_age(parse, end + 1)
    last = max(_until_break(parse, start), default=start)
    owner = any(token.tag == "POS" for token in tokens[start + 1 : start + 5])
    first_of_another = start in named and not owner
    of_another = first_of_another or (last - 1 in named and tokens[start].lower not in _ARTICLES)
    clause = (start < len(tokens) and tokens[start].lower in _NO_APPOSITION) or _is_subject(
        parse, start, last
    )
    return (start, last) if last > start and not clause and not of_another else None


def _is_subject(parse: Parse, start: int, last: int) -> bool:
    """Whether what follows a comma is the subject of the verb behind it, and no apposition."""
    following = parse.tokens[last] if last < len(parse.tokens) else None
    return (
        following is not None
        and parse.tokens[start].pos == "DET"
        and following.tag in ("VBD", "VBZ", "VBP", "MD")
    )


def _behind_age(parse: Parse, start: int) -> int:
    """Behind an age set off by commas (", 34, a farmer")."""
    tokens = parse.tokens
    if start + 1 < len(tokens) and tokens[start].text.isdigit() and tokens[start + 1].text == ",":
        return start + 2
    return start


def _predicate(parse: Parse, name: int) -> tuple[int, int] | None:
    """ "is a senator", "was elected mayor of Orvane": what a verb says that its subject is."""
    verb = parse.tokens[name].head
    if parse.tokens[name].dep not in ("nsubj", "nsubjpass") or parse.tokens[verb].lower not in _MAKES:
        return None
    for child in parse.children[verb]:
        token = parse.tokens[child]
        if child > verb and token.dep == "prep" and token.lower == "as":
            child = next((one for one in parse.children[child] if parse.tokens[one].dep == "pobj"), child)
        if child > verb and parse.tokens[child].dep in ("attr", "oprd", "pobj", "dobj"):
            first = min((one for one in parse.children[child] if one > verb), default=child)
            return (min(first, child), max(_until_break(parse, child), default=child + 1))
    return None


def _until_break(parse: Parse, start: int) -> Iterator[int]:
    """Ends of ever longer stretches up to the next comma, verb or bracket."""
    tokens = parse.tokens
    for index in range(start, min(len(tokens), start + AFTER)):
        token = tokens[index]
        if token.text in _MARKS or token.pos in _VERBS or token.lower == "who":
            return
        if not _same_line(parse, index - 1) or token.sentence != tokens[start].sentence:
            return
        yield index + 1
