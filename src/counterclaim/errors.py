"""Everything that can go wrong in a way a user can mend.

    CounterclaimError             exit code 1
    ├── InputError                exit code 2   something about what was given
    │   ├── MissingInput          exit code 3   no such file
    │   ├── UnreadableInput       exit code 4   no permission, or the system refused
    │   ├── EmptyInput            exit code 5
    │   ├── NotText               exit code 6   binary, or not in the encoding it claims
    │   ├── InputTooLarge         exit code 7
    │   └── MalformedRecord       exit code 8   one record of a corpus; the others are still read
    ├── OutputError               exit code 9   the result could not be written
    └── ModelError                exit code 10  the reader's weights are missing or damaged

Each message names the input, what was wrong, and what to do.  Exit code 2 is
also what the command line gives for wrong options.
"""

from __future__ import annotations

from typing import ClassVar


class CounterclaimError(Exception):
    """Root of the tree: `where` it happened, what was `wrong`, and the `remedy`."""

    exit_code: ClassVar[int] = 1

    def __init__(self, where: str, wrong: str, remedy: str) -> None:
        super().__init__(f"{where}: {wrong}. {remedy}")
        self.where = where
        self.wrong = wrong
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[CounterclaimError], tuple[str, str, str]]:
        """Cross process borders whole: pickle rebuilds from the three parts."""
        return type(self), (self.where, self.wrong, self.remedy)


class InputError(CounterclaimError):
    """Something about what was given."""

    exit_code = 2


class MissingInput(InputError):
    """No such file."""

    exit_code = 3


class UnreadableInput(InputError):
    """The file is there and the system will not let it be read."""

    exit_code = 4


class EmptyInput(InputError):
    """There is nothing to read in it."""

    exit_code = 5


class NotText(InputError):
    """Binary data, or bytes that are not in the encoding they claim."""

    exit_code = 6


class InputTooLarge(InputError):
    """More than the reader takes in one document."""

    exit_code = 7


class MalformedRecord(InputError):
    """One record of a corpus cannot be understood; the others are still read."""

    exit_code = 8


class OutputError(CounterclaimError):
    """The result could not be written."""

    exit_code = 9


class ModelError(CounterclaimError):
    """The reader's weights are missing or damaged."""

    exit_code = 10
