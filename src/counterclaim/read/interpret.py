"""What was meant: for every attribution its speaker, for every claim its meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tokenizers import Tokenizer

from counterclaim.model.document import Document
from counterclaim.model.meaning import EvidenceKind, Meaning, Orientation, Polarity, Speaker, Time
from counterclaim.model.reading import QuoteType
from counterclaim.model.span import Spans, words_at
from counterclaim.read.evidence import asks_for_evidence, find_evidence
from counterclaim.read.meaning.certainty_word import certainty_word
from counterclaim.read.meaning.denial import denies_by_cue, names_a_plan
from counterclaim.read.meaning.judge import Judge, Judgement
from counterclaim.read.meaning.view import view_of
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.own_voice import find_own_voice
from counterclaim.read.parse import Parse, Parser
from counterclaim.read.places import find_places
from counterclaim.read.quantities import find_quantities
from counterclaim.read.said import Said
from counterclaim.read.speakers import resolve_speakers
from counterclaim.read.stored import StoredText
from counterclaim.read.times.due import due_of
from counterclaim.read.times.events import DatedEvents, dated_events
from counterclaim.read.times.resolve import find_times
from counterclaim.read.times.said import said_of
from counterclaim.read.vectors import Vectors
from counterclaim.read.words import Words

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NEAR = 24  # characters: "that", "on Monday", "the rebels"
_FALLS_DUE = frozenset({Orientation.FUTURE, Orientation.COMMITMENT})


@dataclass(frozen=True, slots=True)
class Interpreted:
    """Whom an attribution's source stands for, and what each of its claims means, in their order.

    `vectors` are those of its claims, as in `Reading`.
    """

    speaker: Speaker
    meanings: tuple[Meaning, ...]
    vectors: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the outlet states itself: its words, what makes them worth checking, what they mean."""

    content: Spans
    why: tuple[str, ...]
    meaning: Meaning


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A text ready to be interpreted: its document, its words as the networks see them, its grammar.

    `events` are the days on which the text says that its events fall.
    """

    document: Document
    words: Words
    parse: Parse
    events: DatedEvents


class Interpreter:
    """Grammar, names and the network of meaning, loaded once."""

    def __init__(self, folder: Path, aliases: Aliases, tokenizer: Tokenizer) -> None:
        """Load from the weights' folder; ModelError if a file is missing or damaged."""
        self._parser = Parser()
        self._judge = Judge(folder)
        self._vectors = Vectors(folder, tokenizer)
        self._aliases = aliases

    def prepare(self, document: Document, words: Words) -> Prepared:
        """Parse the document's text, of which the words are."""
        parse = self._parser.parse(document.text)
        return Prepared(document, words, parse, dated_events(parse, document.published))

    def interpret(self, prepared: Prepared, said: Sequence[Said]) -> tuple[Interpreted, ...]:
        """Speaker and meanings of attributions of the text, in the order given."""
        speakers = resolve_speakers(prepared.document, prepared.parse, said, self._aliases)
        passed_on = _denials_passed_on(prepared.document.text, said)
        return tuple(
            self._interpreted(prepared, one, speaker, denials)
            for one, speaker, denials in zip(said, speakers, passed_on, strict=True)
        )

    def _interpreted(
        self, prepared: Prepared, said: Said, speaker: Speaker, denials: Sequence[Said]
    ) -> Interpreted:
        """`denials` are those that the content passes on."""
        meanings = tuple(
            self._meaning(prepared, said, claim, speaker, _begins_in(claim, denials)) for claim in said.claims
        )
        vectors = tuple(self._vectors.of(prepared.document.text, claim) for claim in said.claims)
        return Interpreted(speaker, meanings, vectors)

    def own_voice(self, prepared: Prepared, said: Sequence[Said], text: StoredText) -> list[OwnWords]:
        """What the outlet states itself in a text, in reading order."""
        found = find_own_voice(prepared.document, prepared.parse, said, text.headings, text.left_out)
        return [OwnWords(content, why, self._own_meaning(prepared, content)) for content, why in found]

    def _own_meaning(self, prepared: Prepared, content: Spans) -> Meaning:
        nobody = Said((), (), content, QuoteType.INDIRECT, None, (content,))
        return self._meaning(prepared, nobody, content, Speaker())

    def _meaning(
        self, prepared: Prepared, said: Said, claim: Spans, speaker: Speaker, passes_on: bool = False
    ) -> Meaning:
        """What one claim of an attribution means.

        `passes_on` says that the claim itself reports somebody's denial, which its
        speaker affirms: "the minister said that the rebels denied it".
        """
        document, parse = prepared.document, prepared.parse
        judged = self._judged(prepared, said, claim)
        if passes_on and judged.polarity is Polarity.DENIES:
            judged = replace(judged, polarity=Polarity.AFFIRMS)
        word = certainty_word(document.text, said.cue + claim, judged.certainty)
        when, in_text = said_of(parse, said.source, said.cue, said.content, document.published)
        spoken = when if in_text and when and _DAY.fullmatch(when) else document.published
        times = find_times(parse, claim, spoken)
        evidence = find_evidence(document, parse, said, claim, speaker)
        judged, due = _with_due(prepared, claim, judged, times, spoken)
        return Meaning(
            polarity=judged.polarity,
            certainty=judged.certainty,
            orientation=judged.orientation,
            certainty_word=word.word if word else None,
            certainty_band=word.band if word else None,
            due=due,
            said=when,
            said_in_text=in_text,
            quantities=find_quantities(parse, claim),
            times=times,
            places=find_places(parse, claim, self._aliases),
            evidence_offered=evidence[0].kind if evidence else EvidenceKind.NONE,
            evidence=evidence,
            asks_for_evidence=asks_for_evidence(parse, said, claim),
        )

    def _judged(self, prepared: Prepared, said: Said, claim: Spans) -> Judgement:
        """What the network says, and the cue where it denies by itself."""
        text = prepared.document.text
        denied = claim == said.claims[0] and denies_by_cue(words_at(text, said.cue))
        judged = self._judge.judge(view_of(prepared.words, said.source, said.cue, claim), denied)
        if denied and names_a_plan(words_at(text, claim)):
            return replace(judged, orientation=Orientation.COMMITMENT)
        return judged


def _with_due(
    prepared: Prepared, claim: Spans, judged: Judgement, times: Sequence[Time], spoken: str | None
) -> tuple[Judgement, str | None]:
    """When the claim falls due; a day ahead settles a doubt between, say, opinion and forecast."""
    if judged.orientation in _FALLS_DUE:
        return judged, due_of(prepared.parse, claim, times, judged.orientation, spoken, prepared.events)
    if judged.ahead is None or not times:
        return judged, None
    due = due_of(prepared.parse, claim, times, judged.ahead, spoken, prepared.events)
    if due is None or (spoken and due == spoken[: len("2022-02-16")]):  # "today" looks ahead by itself only
        return judged, None
    return replace(judged, orientation=judged.ahead), due


def _denials_passed_on(text: str, said: Sequence[Said]) -> list[list[Said]]:
    """For every attribution those inside its content whose cue denies."""
    inside: list[list[Said]] = [[] for _ in said]
    for one in said:
        if one.parent is not None and one.cue and denies_by_cue(words_at(text, one.cue)):
            inside[one.parent].append(one)
    return inside


def _begins_in(claim: Spans, denials: Sequence[Said]) -> bool:
    """Whether a claim opens with one of the denials: its source or cue stands near the claim's beginning."""
    return any(
        claim[0][0] <= (one.source or one.cue)[0][0] <= claim[0][0] + _NEAR and one.cue[-1][1] <= claim[-1][1]
        for one in denials
    )
