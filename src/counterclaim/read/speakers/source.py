"""What kind of words a source is: its core without clauses, and the word that heads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.model.span import Spans
from counterclaim.read.parse import Parse

_CLAUSE = frozenset("who whom whose which where when".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())


@dataclass(frozen=True, slots=True)
class Source:
    """Token indices of a source; `core` is what stands before its first comma or clause, `rest` behind it."""

    tokens: tuple[int, ...]
    core: tuple[int, ...]
    rest: tuple[int, ...]
    head: int


def source_of(parse: Parse, spans: Spans) -> Source | None:
    """The source's words without marks at its ends; None where nothing is left."""
    indices = [at for at in parse.within_all(spans) if parse.tokens[at].text.strip()]
    while indices and parse.tokens[indices[0]].pos in ("PUNCT", "SPACE", "CCONJ"):
        indices.pop(0)
    while len(indices) > 1 and _is_tail(parse, indices[-1]):
        indices.pop()
    if not indices:
        return None
    return source_of_tokens(parse, indices, ())


def _is_tail(parse: Parse, at: int) -> bool:
    """Whether a mark, or the "'s" of an owner, ends the source."""
    token = parse.tokens[at]
    return (
        token.pos in ("PUNCT", "SPACE") or token.tag == "POS" or (token.lower == "s" and _is_mark(parse, at))
    )


def _is_mark(parse: Parse, at: int) -> bool:
    return at > 0 and parse.tokens[at - 1].text in ("'", "’")


def source_of_tokens(parse: Parse, tokens: Sequence[int], rest: Sequence[int]) -> Source | None:
    """A source of the tokens; `rest` is added behind what they leave over."""
    indices = list(tokens)
    if not indices:
        return None
    cut = _end_of_core(parse, indices)
    core = indices[:cut]
    return Source((*indices, *rest), tuple(core), (*indices[cut:], *rest), _head(parse, core))


def _end_of_core(parse: Parse, indices: list[int]) -> int:
    for place, at in enumerate(indices):
        token = parse.tokens[at]
        clause = token.lower in _CLAUSE and not token.text[0].isupper()  # "WHO" and "Who's Next" are names
        if token.text == "," and _in_date(parse, at):
            continue
        if place and (clause or token.text in (",", "(", ";", "--", "–", "—", ":")):
            return place
        if place and token.lower == "that" and token.tag in ("WDT", "IN"):
            return place
        if place and token.text == "-" and parse.text[token.start - 1 : token.start].isspace():
            before = parse.tokens[at - 1]
            if before.pos in ("NOUN", "PROPN") and parse.tokens[min(at + 1, len(parse.tokens) - 1)].lower in (
                "a",
                "an",
                "the",
            ):
                return place
    return len(indices)


def _in_date(parse: Parse, at: int) -> bool:
    """Whether a comma stands before or behind the year of a date ("a July 14, 2005 report")."""
    before, after = parse.tokens[at - 1].text if at else "", parse.tokens[at + 1 : at + 2]
    return (before.isdigit() and len(before) <= 2 and bool(after) and len(after[0].text) == 4) and after[
        0
    ].text.isdigit()


def head_word(parse: Parse, head: int) -> str:
    """The head in small letters, with what a hyphen joins to it ("front-runner")."""
    word = parse.tokens[head].lower
    if (
        head >= 2
        and parse.tokens[head - 1].text == "-"
        and parse.tokens[head - 1].end == parse.tokens[head].start
    ):
        return f"{parse.tokens[head - 2].lower}-{word}"
    return word


def _ends_head(parse: Parse, at: int) -> bool:
    """Whether a preposition or verb begins what only hangs on the head; "union-backed candidate" goes on."""
    token = parse.tokens[at]
    if token.tag in ("VBN", "VBG", "VBD"):
        after = parse.tokens[at + 1] if at + 1 < len(parse.tokens) else None
        before = parse.tokens[at - 1] if at else None
        inside = before is None or before.text == "-" or before.pos in ("ADV", "DET", "ADJ")
        return after is None or not inside or after.pos not in ("NOUN", "PROPN", "ADJ")
    return token.pos in ("ADP", "AUX") or token.tag == "TO"


def _head(parse: Parse, core: list[int]) -> int:
    """The noun or pronoun that heads the core: the last noun before the first preposition or verb."""
    head = None
    for at in core:
        token = parse.tokens[at]
        if token.tag in _NOUNS or token.pos in ("NOUN", "PROPN"):
            head = at
        elif head is not None and _ends_head(parse, at):
            break
    if head is None:
        head = next((at for at in core if parse.tokens[at].pos in ("PRON", "NUM", "DET", "ADJ")), None)
    return core[0] if head is None else head
