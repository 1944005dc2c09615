"""What is looked at for one claim: its words, and those of the attribution that brings it."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.model.meaning import EvidenceKind, Speaker
from counterclaim.model.reading import QuoteType
from counterclaim.model.span import Spans, overlaps
from counterclaim.read.parse import Parse
from counterclaim.read.said import Said


@dataclass(frozen=True, slots=True)
class Scene:
    """Token indices of source, cue and claim, in reading order.

    `frame` is the sentence of the cue less content, `claim_set` holds the claim's
    indices for look-up.  `direct` says that there are words of the speaker
    in quotation marks, `quoted` that all are.
    """

    parse: Parse
    speaker: Speaker
    source: tuple[int, ...]
    cue: tuple[int, ...]
    claim: tuple[int, ...]
    claim_set: frozenset[int]
    frame: tuple[int, ...]
    direct: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class Signal:
    """One sign that evidence is offered: `name` looks up its weight, `words` are the tokens that show it.

    `head` is the noun that names the evidence or the verb that tells of it, `shows` the tokens of what
    the evidence is said to show.
    """

    name: str
    kind: EvidenceKind
    head: int
    words: tuple[int, ...]
    shows: tuple[int, ...] = ()


def scene_of(parse: Parse, said: Said, claim: Spans, speaker: Speaker) -> Scene:
    """Gather the tokens of a claim and of its attribution."""
    words = tuple(parse.within_all(claim))
    source, cue = tuple(parse.within_all(said.source)), tuple(parse.within_all(said.cue))
    return Scene(
        parse=parse,
        speaker=speaker,
        source=source,
        cue=cue,
        claim=words,
        claim_set=frozenset(words),
        frame=_frame(parse, said, cue or source),
        direct=said.quote_type is not QuoteType.INDIRECT,
        quoted=said.quote_type is QuoteType.DIRECT,
    )


def _frame(parse: Parse, said: Said, anchor: tuple[int, ...]) -> tuple[int, ...]:
    """Tokens around the cue, or around a source without one, that are not content."""
    if not anchor:
        return ()
    sentence = parse.sentence(parse.tokens[anchor[0]].sentence)
    return tuple(
        index
        for index in sentence
        if not any(
            overlaps((parse.tokens[index].start, parse.tokens[index].end), one) for one in said.content
        )
    )


def subtree(parse: Parse, head: int, within: frozenset[int] | None = None) -> tuple[int, ...]:
    """A token and all that hangs on it, in reading order; only such as are in `within`."""
    found, stack = [], [head]
    while stack:
        index = stack.pop()
        if within is None or index in within:
            found.append(index)
            stack.extend(parse.children[index])
    return tuple(sorted(found))


def child(parse: Parse, head: int, *deps: str) -> int | None:
    """The first child with one of the labels."""
    return next((one for one in parse.children[head] if parse.tokens[one].dep in deps), None)
