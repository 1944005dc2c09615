"""Where results go: standard output, or a file that is only there once it is whole."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from counterclaim.errors import OutputError


class ReaderGone(Exception):
    """Whoever read our output has closed it; there is nothing to mend and nobody to tell.

    No OSError, because typer ends the program with code 1 on a broken pipe.
    """


class Output:
    """A place to write to; a file appears under its name when all is written.

    Symbolic links are followed and the mode of a file that is replaced is kept.
    What is there and is no file, such as a pipe or device, is written to directly.
    """

    def __init__(self, path: Path | None) -> None:
        """Open for writing; OutputError where that cannot be."""
        self._path = path
        self._part: Path | None = None
        self._target: Path | None = None
        try:
            self._binary = _standard_output() if path is None else self._opened(path)
        except OSError as error:
            raise self._refused(error) from error

    @property
    def is_terminal(self) -> bool:
        """Whether a person sees what is written as it is written."""
        return self._path is None and sys.stdout.isatty()

    @property
    def encoding(self) -> str:
        """The encoding for text: UTF-8 in files, else what standard output has."""
        return sys.stdout.encoding if self._path is None else "utf-8"

    def write(self, data: bytes) -> None:
        """Write bytes; OutputError if the disk will not take them, ReaderGone if nobody reads them."""
        try:
            self._binary.write(data)
            if self._part is None:
                self._binary.flush()
        except OSError as error:
            raise self.failed(error) from error

    def abandon(self) -> None:
        """Leave the file as it was, or absent: there is no result to put in it."""
        self._target = None

    def failed(self, error: OSError) -> OutputError | ReaderGone:
        """Our error for the system's; nothing more can be written then."""
        if self._path is None:
            # what is still in the buffer would fail once more when the program ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ReaderGone() if isinstance(error, BrokenPipeError) else self._refused(error)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._path is None:
            return
        try:
            self._binary.close()
            if self._part is not None and self._target is not None and kind is None:
                self._part.replace(self._target)
                self._part = None
        except OSError as fault:
            if kind is None:
                raise self.failed(fault) from fault
        finally:
            if self._part is not None:
                self._part.unlink(missing_ok=True)

    def _opened(self, path: Path) -> BinaryIO:
        try:
            there = path.stat()
        except FileNotFoundError:
            there = None
        if there is not None and stat.S_ISDIR(there.st_mode):
            raise IsADirectoryError(errno.EISDIR, "it is a folder")
        if there is not None and not stat.S_ISREG(there.st_mode):
            return path.open("wb")
        if there is not None and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        target = Path(os.path.realpath(path))
        part = target.with_name(f".counterclaim-{os.getpid()}.part")
        part.unlink(missing_ok=True)
        stream = part.open("xb")
        self._part, self._target = part, target
        if there is not None:
            part.chmod(stat.S_IMODE(there.st_mode))
        return stream

    def _refused(self, error: OSError) -> OutputError:
        return OutputError(
            "standard output" if self._path is None else os.fsencode(self._path).decode("utf-8", "replace"),
            f"it cannot be written ({error.strerror or error})",
            "Name a file in a folder that you may write to, on a disk with room",
        )


def _standard_output() -> BinaryIO:
    if sys.stdout is None:  # closed by who started us
        raise OSError(errno.EBADF, "it is closed")
    return sys.stdout.buffer
