"""Where results go: standard output, or a file that is only there once it is whole."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, TextIO

from counterclaim.errors import OutputError


class Output:
    """A place to write to; a file appears under its name when all is written."""

    def __init__(self, path: Path | None) -> None:
        """Open for writing; OutputError where that cannot be."""
        self._path = path
        self._part = None if path is None else path.with_name(f".{path.name}.{os.getpid()}.part")
        self._binary: BinaryIO
        if self._part is None:
            self._binary = sys.stdout.buffer
        else:
            try:
                self._binary = self._part.open("wb")
            except OSError as error:
                raise self._refused(error) from error
        self._text: TextIO | None = None

    @property
    def is_terminal(self) -> bool:
        """Whether a person sees what is written as it is written."""
        return self._path is None and sys.stdout.isatty()

    def write(self, data: bytes) -> None:
        """Write bytes; OutputError if the disk will not take them."""
        try:
            self._binary.write(data)
            if self._path is None:
                self._binary.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise self._refused(error) from error

    def text(self) -> TextIO:
        """The same place for text."""
        if self._path is None:
            return sys.stdout
        if self._text is None:
            self._text = io.TextIOWrapper(self._binary, encoding="utf-8", write_through=True)
        return self._text

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._path is None or self._part is None:
            sys.stdout.flush()
            return
        try:
            self._binary.close()
            if kind is None:
                self._part.replace(self._path)
            else:
                self._part.unlink(missing_ok=True)
        except OSError as fault:
            raise self._refused(fault) from fault

    def _refused(self, error: OSError) -> OutputError:
        return OutputError(
            str(self._path or "standard output"),
            f"it cannot be written ({error.strerror or error})",
            "Name a file in a folder that you may write to, on a disk with room",
        )
