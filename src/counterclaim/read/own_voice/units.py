"""Sentences and clauses of a text that belong to no attribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.model.span import Span, Spans
from counterclaim.read.parse import Parse
from counterclaim.read.said import Said

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSES = frozenset({"conj", "relcl", "advcl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_OPENERS = frozenset({"and", "but", "while", "whereas", "though", "although", ",", ";"})
_DEPENDENT = frozenset("when if since until before after because once unless so as than that to how".split())
_MARKS = frozenset({"PUNCT", "SPACE", "CCONJ"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or clause: its verb, its tokens in reading order."""

    verb: int
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """Which tokens are not the outlet's to state: those of attributions, and those of their sources alone."""

    all: frozenset[int]
    sources: frozenset[int]


def taken_by(parse: Parse, said: Sequence[Said], left_out: Spans) -> Taken:
    """Tokens of attributions and of what is not read; a source's words are apart if nobody says them."""
    spoken = {one for item in said for one in parse.within_all(item.cue + item.content)}
    spoken.update(parse.within_all(left_out))
    sources = {one for item in said for one in parse.within_all(item.source)}
    return Taken(frozenset(spoken | sources), frozenset(sources - spoken))


def units(parse: Parse, taken: Taken) -> Iterator[Unit]:
    """Free sentences whole; of others the clauses that hold no word of an attribution."""
    count = parse.tokens[-1].sentence + 1 if parse.tokens else 0
    for number in range(count):
        sentence = parse.sentence(number)
        if taken.all.isdisjoint(sentence):
            verb = _main_verb(parse, sentence)
            if verb is not None:
                yield Unit(verb, tuple(sentence))
        else:
            yield from _clauses(parse, sentence, taken)


def _main_verb(parse: Parse, sentence: range) -> int | None:
    """The finite root, or a root with a finite auxiliary, with a subject."""
    for one in sentence:
        if parse.tokens[one].head == one and is_finite(parse, one):
            return one
    return None


def is_finite(parse: Parse, verb: int) -> bool:
    """Whether a verb has a subject and a tense."""
    token = parse.tokens[verb]
    if token.pos not in {"VERB", "AUX"}:
        return False
    below = [parse.tokens[one] for one in parse.children[verb]]
    tensed = token.tag in _FINITE or any(
        one.tag in _FINITE and one.dep in {"aux", "auxpass"} for one in below
    )
    return tensed and any(one.dep in _SUBJECTS for one in below)


def _clauses(parse: Parse, sentence: range, taken: Taken) -> Iterator[Unit]:
    done = -1
    for verb in sentence:
        if parse.tokens[verb].dep not in _CLAUSES or not is_finite(parse, verb):
            continue
        words = _trimmed(parse, _below(parse, verb))
        if not words or words[0] <= done or parse.tokens[words[0]].lower in _DEPENDENT:
            continue
        if _is_free(parse, verb, words, taken):
            done = words[-1]
            yield Unit(verb, words)


def _is_free(parse: Parse, verb: int, words: tuple[int, ...], taken: Taken) -> bool:
    """Whether no attribution holds a word of the clause, but that it describes a source behind a comma."""
    if taken.all.isdisjoint(words):
        return True
    describes = parse.tokens[verb].dep == "relcl" and words[0] > 0 and parse.tokens[words[0] - 1].text == ","
    return describes and taken.sources.issuperset(one for one in words if one in taken.all)


def _below(parse: Parse, verb: int) -> tuple[int, ...]:
    """The verb and all that hangs on it, joined clauses apart."""
    found, stack = [], [verb]
    while stack:
        one = stack.pop()
        found.append(one)
        stack += [
            other
            for other in parse.children[one]
            if one != verb or parse.tokens[other].dep != "conj" or not is_finite(parse, other)
        ]
    return tuple(sorted(found))


def _trimmed(parse: Parse, words: tuple[int, ...]) -> tuple[int, ...]:
    """A clause without the marks and joining words at its edges; () if it has gaps."""
    first, last = 0, len(words)
    while first < last and (
        parse.tokens[words[first]].pos in _MARKS or parse.tokens[words[first]].lower in _OPENERS
    ):
        first += 1
    while last > first and parse.tokens[words[last - 1]].pos in _MARKS:
        last -= 1
    kept = words[first:last]
    return kept if kept and kept[-1] - kept[0] + 1 == len(kept) else ()


def span_of(parse: Parse, unit: Unit) -> Span:
    """The characters of a unit."""
    return parse.tokens[unit.words[0]].start, parse.tokens[unit.words[-1]].end
