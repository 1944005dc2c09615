"""Gold and predictions as they lie in JSONL files, one document a line.

Gold and predictions share one form, that of the gold sets: `attributions` are the
outermost ones, `nested` those inside another's content.  A document's `text` stands
in the gold or in files of texts (`id`, `text`, and where known `title`, `publisher`,
`published`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from counterclaim.errors import MalformedRecord, MissingInput
from counterclaim.model.span import Spans


class ClaimRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One predicted claim of an attribution."""

    content: Spans
    confidence: float | None = None


class AttributionRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a source, its cue and the content stand; predictions carry claims and a confidence."""

    content: Spans
    source: Spans = ()
    cue: Spans = ()
    confidence: float | None = None
    claims: tuple[ClaimRecord, ...] = ()


class DocumentRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The attributions of one document; `exhaustive` says whether precision can be measured."""

    id: str
    attributions: tuple[AttributionRecord, ...] = ()
    nested: tuple[AttributionRecord, ...] = ()
    text: str | None = None
    exhaustive: bool = True


class TextRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A text to read, with what its archive knows of it."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


class WithId(Protocol):
    """What every line has: the document's id."""

    @property
    def id(self) -> str:
        """The document's id."""
        ...


class WithText(WithId, Protocol):
    """Gold that may carry its text."""

    @property
    def text(self) -> str | None:
        """The text, where the gold has it."""
        ...


Record = TypeVar("Record", bound=WithId)


def read_records(path: Path, kind: type[Record]) -> dict[str, Record]:
    """Records of a JSONL file by document id, in file order.

    MissingInput where there is no such file; MalformedRecord names the line that
    does not have the fields of its kind or repeats an id.
    """
    if not path.is_file():
        raise MissingInput(str(path), "no such file", "Give the path of a JSONL file")
    decoder = msgspec.json.Decoder(kind)
    records: dict[str, Record] = {}
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            record = decoder.decode(line)
        except msgspec.MsgspecError as error:
            raise MalformedRecord(where, str(error), "See the fields of gold in evals") from error
        if record.id in records:
            raise MalformedRecord(where, f"document {record.id!r} comes twice", "Keep one of the two")
        records[record.id] = record
    return records


def read_texts(gold: Iterable[WithText], paths: Iterable[Path]) -> dict[str, TextRecord]:
    """The text of each gold document, from the gold itself or from files of texts.

    Without gold, all texts of the files.  MissingInput names a document without text.
    """
    texts: dict[str, TextRecord] = {}
    for path in paths:
        texts.update(read_records(path, TextRecord))
    documents = list(gold)
    if not documents:
        return texts
    return {document.id: _text_of(document, texts) for document in documents}


def _text_of(document: WithText, texts: dict[str, TextRecord]) -> TextRecord:
    if document.id in texts:
        return texts[document.id]
    if document.text is None:
        raise MissingInput(document.id, "its text is neither in the gold nor in the texts", "Give --texts")
    return TextRecord(id=document.id, text=document.text)


def to_lines(documents: Iterable[DocumentRecord]) -> Iterator[bytes]:
    """JSONL lines of documents, with their line ends."""
    encoder = msgspec.json.Encoder()
    for document in documents:
        yield encoder.encode(document) + b"\n"
