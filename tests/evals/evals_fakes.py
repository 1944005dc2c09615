"""Readers that see what they are told to, in place of the real one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace

from counterclaim.model.document import Document, Field
from counterclaim.model.meaning import Certainty, Meaning, Orientation, Polarity, Speaker
from counterclaim.model.reading import Attribution, Claim, QuoteType, Reading
from counterclaim.model.receipt import make_receipt, text_sha256
from counterclaim.model.span import Spans
from counterclaim.read.said import Said
from evals.answers import Understanding
from evals.predictions import TextReader

MEANING = Meaning(polarity=Polarity.AFFIRMS, certainty=Certainty.CERTAIN, orientation=Orientation.PRESENT)
NOBODY = Speaker()


def attribution(
    text: str,
    id: str,
    content: Spans,
    *,
    source: Spans = (),
    parent: str | None = None,
    field: Field = Field.TEXT,
    speaker: Speaker = NOBODY,
    claims: tuple[tuple[Spans, Meaning], ...] = (),
) -> Attribution:
    """An attribution with one claim, its whole content, or with the given claims."""
    receipt = make_receipt(text, text_sha256(text), source, (), content, field)
    return Attribution(
        id=id,
        source=source,
        cue=(),
        content=content,
        quote_type=QuoteType.INDIRECT,
        parent=parent,
        confidence=0.75,
        receipt=receipt,
        claims=tuple(
            Claim(id=f"{id}-{number}", content=spans, confidence=0.5, receipt=receipt, meaning=meaning)
            for number, (spans, meaning) in enumerate(claims or ((content, MEANING),), 1)
        ),
        field=field,
        speaker=speaker,
    )


def reading(text: str, id: str, *attributions: Attribution) -> Reading:
    """A reading of a plain text."""
    document = Document(id=id, name=id, text=text, sha256=text_sha256(text), language="en", cleaner="fake")
    return Reading(document=document, attributions=attributions, reader="fake")


def read_first_word(
    text: str,
    *,
    id: str,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
) -> Reading:
    """Says that the first four characters are the source of all that follows."""
    return reading(text, id, attribution(text, "1", ((5, len(text)),), source=((0, 4),)))


def make_first_word_reader() -> TextReader:
    """As a worker process is told how to make its reader."""
    return read_first_word


def understanding(
    answer: Callable[[str, Said], tuple[Speaker, Meaning]], *attributions: Attribution
) -> Understanding:
    """Answers each attribution that it is told of, and finds the given ones itself."""

    def read(text: str, *, id: str, **known: str | None) -> Reading:
        return reading(text, id, *attributions)

    def interpret(text: str, said: Sequence[Said], **known: str | None) -> tuple[SimpleNamespace, ...]:
        answers = [answer(text, one) for one in said]
        return tuple(
            SimpleNamespace(vectors=(), speaker=speaker, meanings=(meaning,)) for speaker, meaning in answers
        )

    return Understanding(read, interpret)  # type: ignore[arg-type]


def understand_source_words() -> Understanding:
    """Takes the words of the source for the speaker, and every claim for plain and certain."""

    def answer(text: str, said: Said) -> tuple[Speaker, Meaning]:
        return Speaker(name=" ".join(text[start:end] for start, end in said.source) or None), MEANING

    return Understanding(read_first_word, understanding(answer).interpret)
