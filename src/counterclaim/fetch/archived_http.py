"""What a server answered, as an archive keeps it: the head and the body of one HTTP message."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from counterclaim.errors import MalformedRecord

_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b")
_FIELD = re.compile(r"^([!-9;-~]+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_REMEDY = "Get the page from the place it was archived from"


class Answer(msgspec.Struct, frozen=True):
    """A status and a body, which is packed as `coding` says; `media_type` is bare and in lower case."""

    status: int
    body: bytes
    media_type: str | None
    charset: str | None
    coding: str | None

    @staticmethod
    def of(status: int, headers: Mapping[str, str], body: bytes) -> Answer:
        """An answer told from its headers, whose names are in lower case."""
        stated = headers.get("content-type", "")
        charset = _CHARSET.search(stated)
        return Answer(
            status,
            body,
            stated.partition(";")[0].strip().lower() or None,
            None if charset is None else charset[1],
            headers.get("content-encoding"),
        )


def answer(message: bytes, where: str) -> Answer:
    """The answer in an HTTP message, put together from its chunks; MalformedRecord if it is none."""
    status = _STATUS.match(message)
    end = _BLANK_LINE.search(message)
    if status is None or end is None:
        raise MalformedRecord(where, "it does not begin as an HTTP answer does", _REMEDY)
    head = message[: end.start()].decode("latin-1").replace("\r", "")
    headers = {name.lower(): value for name, value in _FIELD.findall(head)}
    body = message[end.end() :]
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body, where)
    return Answer.of(int(status[1]), headers, body)


def _joined(body: bytes, where: str) -> bytes:
    """The content of chunks; the body as it is where the archive's writer has joined them already."""
    size = _CHUNK.match(body)
    if size is None:
        return body
    parts, at = list[bytes](), 0
    while size is not None and (length := int(size[1], 16)):
        at = size.end()
        parts.append(body[at : at + length])
        if len(parts[-1]) < length:
            raise MalformedRecord(where, "the last chunk of its body breaks off", _REMEDY)
        at += length
        at += 2 if body.startswith(b"\r\n", at) else 1
        size = _CHUNK.match(body, at)
    if size is None and body[at:].strip():
        raise MalformedRecord(where, "the chunks of its body are damaged", _REMEDY)
    return b"".join(parts)
