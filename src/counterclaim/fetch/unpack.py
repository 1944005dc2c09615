"""Undoing compression of archives and files within limits: what little bytes may not blow up to.

What is judged is how much comes out, and how much for each byte that went in:
deflate can make 1,032 bytes of one, pages make 3 to 50.
"""

from __future__ import annotations

import zlib
from collections import deque
from typing import BinaryIO

from counterclaim.errors import FetchFailed, MalformedRecord
from counterclaim.fetch.coding import decoded
from counterclaim.fetch.limits import DOCUMENT_BYTES, too_large

RATIO = 200
"""Bytes that may come out of each that went in, beyond `FREE`."""

FREE = DOCUMENT_BYTES
"""Bytes that may come out whatever went in."""

GZIP = b"\x1f\x8b"
_MEMBER = b"\x1f\x8b\x08"
_BLOCK = 1 << 16
_REMEDY = "Get the file again, or unpack it with `gzip -d` to see how much of it is whole"


def unpacked(data: bytes, coding: str | None, where: str, limit: int = DOCUMENT_BYTES) -> bytes:
    """The bytes behind a `Content-Encoding`; MalformedRecord if it is broken, InputTooLarge over `limit`."""
    if coding is not None and "gzip" in coding.lower() and not data.startswith(GZIP):
        return data  # tools that unpack a page while they archive it often leave the header as it was
    whole = bytearray()
    try:
        for piece in decoded([data], coding, where):
            whole += piece
            if len(whole) > limit:
                raise too_large(where)
    except FetchFailed as error:
        raise MalformedRecord(where, error.wrong, "Get it from the place it was archived from") from error
    return bytes(whole)


def gunzipped(stream: BinaryIO, where: str, limit: int = DOCUMENT_BYTES) -> bytes:
    """All that a gzip file holds; MalformedRecord if it is broken, InputTooLarge over `limit`."""
    whole = bytearray()
    content = Members(stream)
    while piece := content.read(_BLOCK):
        whole += piece
        if len(whole) > limit:
            raise too_large(where)
    if content.fault is not None:
        raise MalformedRecord(where, content.fault, _REMEDY)
    return bytes(whole)


class Member:
    """The bytes of one gzip member, unpacked as they are asked for.

    `start` is where it begins in the file, `end` where it ends once all is read.  Where
    it is broken or blows up, reading ends there and `fault` says why.
    """

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self.start = start
        self.end = start
        self.fault: str | None = None
        self._stream = stream
        self._inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._waiting = b""
        self._taken = 0
        self._given = 0

    def read(self, size: int) -> bytes:
        """The next bytes, at most `size`; none at the end."""
        size = min(size, _BLOCK)
        while not self._inflater.eof and self.fault is None:
            if not self._waiting and not self._refill():
                break
            try:
                piece = self._inflater.decompress(self._waiting, size)
            except zlib.error as error:
                self.fault = f"its compressed data is damaged ({error})"
                break
            self._waiting = self._inflater.unconsumed_tail
            if self._inflater.eof:
                self.end = self.start + self._taken - len(self._inflater.unused_data)
            self._given += len(piece)
            if self._given > FREE + RATIO * self._taken:
                self.fault = f"it blows up to more than {RATIO} times its size when unpacked"
                break
            if piece:
                return piece
        return b""

    def _refill(self) -> bool:
        self._stream.seek(self.start + self._taken)
        self._waiting = self._stream.read(_BLOCK)
        self._taken += len(self._waiting)
        if not self._waiting:
            self.fault = "its compressed data breaks off before its end"
        return bool(self._waiting)


class Members:
    """The content of a gzip file's members as one, unpacked as it is asked for.

    Zeros behind a member are padding.  Where one is broken or blows up, reading ends
    and `fault` says why.
    """

    def __init__(self, stream: BinaryIO, start: int = 0) -> None:
        self._stream = stream
        self._member: Member | None = None
        self._first = start
        self._given = 0
        self._starts: deque[tuple[int, int]] = deque()

    @property
    def start(self) -> int:
        """Where the member that is read begins in the file."""
        return 0 if self._member is None else self._member.start

    @property
    def fault(self) -> str | None:
        """Why reading ended before the end of the file."""
        return None if self._member is None else self._member.fault

    def read(self, size: int) -> bytes:
        """The next bytes, at most `size`; none at the end."""
        while self.fault is None:
            if self._member is not None and (piece := self._member.read(size)):
                self._given += len(piece)
                return piece
            if self.fault is not None:
                break
            at = _behind_padding(self._stream, self._first if self._member is None else self._member.end)
            if at is None:
                break
            self._member = Member(self._stream, at)
            self._starts.append((self._given, at))
        return b""

    def origin(self, offset: int) -> tuple[int, int]:
        """The member that holds this byte of the content, and how far into it; offsets must not go down."""
        while len(self._starts) > 1 and self._starts[1][0] <= offset:
            self._starts.popleft()
        given, start = self._starts[0]
        return start, offset - given


def next_member(stream: BinaryIO, start: int, begins: bytes) -> int | None:
    """Where the next gzip member begins at or behind `start` whose content begins so."""
    stream.seek(start)
    window, at = b"", start
    while block := stream.read(_BLOCK):
        window += block
        found = window.find(_MEMBER)
        while found >= 0:
            if _begins(window[found : found + 4096], begins):
                return at + found
            found = window.find(_MEMBER, found + 1)
        kept = min(len(window), 64)  # room for a head that the border of two blocks cuts
        at, window = at + len(window) - kept, window[-kept:]
    return None


def _begins(packed: bytes, begins: bytes) -> bool:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(packed, len(begins)) == begins
    except zlib.error:
        return False


def _behind_padding(stream: BinaryIO, start: int) -> int | None:
    stream.seek(start)
    while block := stream.read(_BLOCK):
        bare = block.lstrip(b"\0")
        if bare:
            return start + len(block) - len(bare)
        start += len(block)
    return None
