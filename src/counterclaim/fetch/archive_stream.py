"""A stream of archive records that can go back to the last one when the next cannot be read."""

from __future__ import annotations

import re
from typing import Protocol

_KEPT = 32_000_000  # bytes kept behind; a record that is read is smaller
_BLOCK = 1 << 16
_RECORD = re.compile(rb"(?<=\n)WARC/[01]\.\d+\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LINE_BREAKS = re.compile(rb"[\r\n]*+")
_LINE = 16  # bytes of the longest first line of a record, with the line break before it


class Source(Protocol):
    """Where the bytes come from: a file, or a member of one."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most `size`; none at the end."""


class ArchiveStream:
    """Hands out bytes and keeps those behind `forget`, so that reading can begin again there."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._kept = bytearray()
        self._base = 0
        self._at = 0
        self.ended = False

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size`; none at the end."""
        size = _BLOCK if size < 0 else min(size, _BLOCK)
        if self._at == self._base + len(self._kept):
            self._fill()
        start = self._at - self._base
        piece = bytes(self._kept[start : start + size])
        self._at += len(piece)
        return piece

    def tell(self) -> int:
        """How many bytes were handed out."""
        return self._at

    def forget(self, before: int) -> None:
        """Keep no bytes before this place."""
        cut = min(max(before - self._base, 0), self._at - self._base)
        del self._kept[:cut]
        self._base += cut

    def head_end(self, start: int) -> int | None:
        """Where the content of the record begins whose head begins at `start`."""
        kept = start - self._base
        if kept < 0:
            return None
        found = _HEAD_END.search(self._kept, self._behind_line_breaks(kept))
        return None if found is None else self._base + found.end()

    def go_to_record(self, start: int) -> bool:
        """Go to the next record that begins at or behind `start`; False, at the end, if there is none."""
        at = max(start, self._base)
        while True:
            self._at = min(at, self._base + len(self._kept))
            found = _RECORD.search(self._kept, self._at - self._base)
            if found is not None:
                self._at = self._base + found.start()
                self.forget(self._at)
                return True
            at = max(at, self._base + len(self._kept) - _LINE)
            self._at = self._base + len(self._kept)
            if self.ended:
                return False
            self.forget(at - 1)
            self._fill()

    def behind_head(self, start: int) -> int:
        """A place behind the first line of a record that begins at `start`, or `start` if none does."""
        at = self._behind_line_breaks(max(start - self._base, 0))
        return self._base + at + 1 if self._kept.startswith(b"WARC/", at) else start

    def is_blank_from(self, start: int) -> bool:
        """Whether nothing but line breaks stands between there and the end of what was handed out."""
        return start >= self._base and not self._kept[start - self._base :].strip()

    def _behind_line_breaks(self, kept: int) -> int:
        found = _LINE_BREAKS.match(self._kept, kept)
        return kept if found is None else found.end()

    def _fill(self) -> None:
        block = b"" if self.ended else self._source.read(_BLOCK)
        self.ended = not block
        self._kept += block
        if len(self._kept) > _KEPT:
            self.forget(self._base + len(self._kept) - _KEPT)
