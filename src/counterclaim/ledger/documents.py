"""Documents: the texts that cleaners made, written once and rebuilt as they were."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from counterclaim.ledger import blobs
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import document_id
from counterclaim.ledger.rownumbers import RowNumbers
from counterclaim.ledger.seals import DOCUMENT, seal
from counterclaim.model.document import Document, Link, Mark
from counterclaim.model.span import Span

T = TypeVar("T")
_MARKS = msgspec.json.Decoder(tuple[Mark, ...])
_LINKS = msgspec.json.Decoder(tuple[Link, ...])
_SPANS = msgspec.json.Decoder(tuple[Span, ...])

_COLUMNS = ", ".join(DOCUMENT)
_INSERT = (
    f"INSERT INTO documents (row, id, capture, cleaner, text, {_COLUMNS}, seal, added, listed)"
    f" VALUES ({', '.join('?' * (len(DOCUMENT) + 8))})"
)
_SELECT = f"SELECT text, cleaner, {_COLUMNS} FROM documents WHERE row = ?"


def keep_document(
    connection: Connection, rows: RowNumbers, capture: tuple[int, bytes], document: Document, added: str
) -> tuple[int, bytes, bool]:
    """The row and id of the document made from a capture (its row and id), and whether it is new."""
    capture_row, capture_id = capture
    id = document_id(capture_id, document.cleaner, document.sha256)
    known = connection.one("SELECT row FROM documents WHERE id = ?", (id,))
    if known is not None:
        return int(known), id, False
    row = rows.next("documents")
    facts = _facts(document)
    text = blobs.keep(connection, rows, document.text.encode())
    connection.execute(_INSERT, (row, id, capture_row, document.cleaner, text, *facts, seal(facts), added, 1))
    return row, id, True


def _facts(document: Document) -> tuple[object, ...]:
    """The columns of DOCUMENT."""
    return (
        document.name, document.id, document.title, int(document.title_is_separate),
        None if document.title_sha256 is None else bytes.fromhex(document.title_sha256),
        document.language, document.url, document.publisher, document.published, document.byline,
        _json(document.marks), _json(document.links), _json(document.headlines), document.not_read,
    )  # fmt: skip


def document_of(connection: Connection, row: int) -> Document:
    """The record of a row, text and all."""
    text, cleaner, *facts = connection.execute(_SELECT, (row,)).fetchone()
    (
        name, label, title, title_is_separate, title_sha256, language, url, publisher, published, byline,
        marks, links, headlines, not_read,
    ) = facts  # fmt: skip
    return Document(
        id=label, name=name, text=blobs.read(connection, text).decode(), sha256=text_hash(connection, text),
        language=language, cleaner=cleaner, title=title, title_is_separate=bool(title_is_separate),
        title_sha256=None if title_sha256 is None else title_sha256.hex(), url=url, publisher=publisher,
        published=published, byline=byline, marks=_read(_MARKS, marks), links=_read(_LINKS, links),
        headlines=_read(_SPANS, headlines), not_read=not_read,
    )  # fmt: skip


def text_hash(connection: Connection, blob: int) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    sha256: bytes = connection.one("SELECT sha256 FROM blobs WHERE row = ?", (blob,))
    return sha256.hex()


def _json(values: tuple[object, ...]) -> str | None:
    return msgspec.json.encode(values).decode() if values else None


def _read(decoder: msgspec.json.Decoder[tuple[T, ...]], json: str | None) -> tuple[T, ...]:
    return () if json is None else decoder.decode(json)
