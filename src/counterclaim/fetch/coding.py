"""Undoing the codings that a server packs a page in, a bounded piece at a time."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import brotli  # type: ignore[import-untyped]

from counterclaim.errors import FetchFailed

ACCEPTED = "gzip, deflate, br"
_PIECE = 1 << 16  # bytes made at a time, so that little is unpacked before it is counted
_GZIP_MAGIC = b"\x1f\x8b"


class _Decoder(Protocol):
    def pieces(self, data: bytes) -> Iterator[bytes]: ...

    def is_whole(self) -> bool: ...


def decoded(chunks: Iterable[bytes], encoding: str | None, where: str) -> Iterator[bytes]:
    """The bytes behind a `Content-Encoding`, in pieces; FetchFailed if it is unknown or broken."""
    codings = [coding.strip().lower() for coding in (encoding or "").split(",")]
    codings = [coding for coding in codings if coding not in ("", "identity")]
    if not codings:
        yield from chunks
        return
    # one is all that servers use; each more multiplies what a few bytes can blow up to
    make = _DECODERS.get(codings[0]) if len(codings) == 1 else None
    if make is None:
        raise _broken(where, f"it is packed as {', '.join(codings)[:80]!r}, which is not unpacked here")
    decoder, empty = make(), True
    try:
        for chunk in chunks:
            empty = empty and not chunk
            yield from decoder.pieces(chunk)
    except (zlib.error, brotli.error) as error:
        raise _broken(where, f"its {codings[0]} coding is broken ({error})") from error
    if not empty and not decoder.is_whole():
        raise _broken(where, f"its {codings[0]} coding breaks off")


def _broken(where: str, wrong: str) -> FetchFailed:
    return FetchFailed(where, wrong, "Try again later, or save the page and give the file")


class _Gzip:
    """One gzip member after another; what follows the last is padding."""

    def __init__(self) -> None:
        self._member = _inflater(zlib.MAX_WBITS | 16)
        self._padding = False

    def pieces(self, data: bytes) -> Iterator[bytes]:
        while data and not self._padding:
            if self._member.eof:
                if not data.startswith(_GZIP_MAGIC[: len(data)]):
                    self._padding = True
                    return
                self._member = _inflater(zlib.MAX_WBITS | 16)
            yield from _inflated(self._member, data)
            data = self._member.unused_data

    def is_whole(self) -> bool:
        return self._member.eof


class _Deflate:
    """A zlib stream, or a bare deflate stream, which some servers send under the same name."""

    def __init__(self) -> None:
        self._head = b""
        self._stream: zlib._Decompress | None = None

    def pieces(self, data: bytes) -> Iterator[bytes]:
        if self._stream is None:
            self._head += data
            if len(self._head) < 2:
                return
            data = self._head
            is_zlib = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
            self._stream = _inflater(zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS)
        yield from _inflated(self._stream, data)

    def is_whole(self) -> bool:
        return self._stream is not None and self._stream.eof


class _Brotli:
    """A brotli stream."""

    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    def pieces(self, data: bytes) -> Iterator[bytes]:
        piece = self._stream.process(data, output_buffer_limit=_PIECE)
        while piece:
            yield piece
            piece = self._stream.process(b"", output_buffer_limit=_PIECE)

    def is_whole(self) -> bool:
        return bool(self._stream.is_finished())


_DECODERS: dict[str, Callable[[], _Decoder]] = {
    "gzip": _Gzip,
    "x-gzip": _Gzip,
    "deflate": _Deflate,
    "br": _Brotli,
}


def _inflater(bits: int) -> zlib._Decompress:
    return zlib.decompressobj(bits)


def _inflated(stream: zlib._Decompress, data: bytes) -> Iterator[bytes]:
    while not stream.eof:
        piece = stream.decompress(data, _PIECE)
        data = stream.unconsumed_tail
        if piece:
            yield piece
        if not data and len(piece) < _PIECE:
            return
