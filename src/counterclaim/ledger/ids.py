"""Ids that are made from content: a letter and 16 hexadecimal digits, 8 bytes in the file."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Sequence

import msgspec

from counterclaim.errors import MalformedRecord
from counterclaim.model.document import Capture, Field, Media
from counterclaim.model.span import Spans

_BYTES = 8
_ID = re.compile(r"[a-z][0-9a-f]{16}")


def hashed(parts: Sequence[object]) -> bytes:
    """The first bytes of the SHA-256 of parts as JSON."""
    return hashlib.sha256(msgspec.json.encode(parts)).digest()[:_BYTES]


def shown(letter: str, id: bytes) -> str:
    """An id as people and other parts see it."""
    return letter + id.hex()


def blob_of(id: str, letter: str) -> bytes | None:
    """The bytes of a whole id of that letter, None where it is none."""
    return bytes.fromhex(id[1:]) if _ID.fullmatch(id) and id[0] == letter else None


def own_bytes(id: str, letter: str, where: str) -> bytes:
    """The bytes of an id that a reader made; MalformedRecord where it made none of ours."""
    found = blob_of(id, letter)
    if found is None:
        wrong = f"its reading holds the id {id!r}, which is not {letter} and 16 hexadecimal digits"
        raise MalformedRecord(where, wrong, "Read it with a reader of this version")
    return found


def address_of(capture: Capture) -> str:
    """What versions share: the URL, else the file's path, and in a corpus the record's id behind it.

    A record's id alone will not do: two corpora may both count from 1.
    """
    if capture.url:
        return capture.url
    if capture.media is not Media.RECORD:
        return _path(capture.name)
    corpus, _, line = capture.name.rpartition(":")
    return f"{_path(corpus)}#{capture.id}" if corpus and line.isdecimal() else capture.id


def _path(name: str) -> str:
    if "://" in name:  # an entry of a feed that was fetched
        return name
    return posixpath.normpath(name.replace("\\", "/"))


def capture_id(capture: Capture, sha256: str) -> bytes:
    """Of the bytes and of all that their place said about them, but not of when they were got."""
    return hashed(
        [
            sha256, capture.media, address_of(capture), capture.publisher, capture.published, capture.title,
            capture.language, None if capture.published else capture.default_published,
        ]
    )  # fmt: skip


def document_id(capture: bytes, cleaner: str, text_sha256: str) -> bytes:
    """Of the capture, the cleaner's version and the text."""
    return hashed([shown("k", capture), cleaner, text_sha256])


def reading_id(document: bytes, reader: str) -> bytes:
    """Of the document and the reader's version."""
    return hashed([shown("d", document), reader])


def spans_id(sha256: str, field: Field, content: Spans, source: Spans) -> bytes:
    """What readers give attributions, claims and statements: of the text's hash and the spans in it."""
    return hashlib.sha256(f"{sha256} {field} {content} {source}".encode()).digest()[:_BYTES]
