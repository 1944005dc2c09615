"""Everything that can go wrong in a way a user can mend.

    CounterclaimError             exit code 1
    ├── InputError                exit code 2   something about what was given
    │   ├── MissingInput          exit code 3   no such file
    │   ├── UnreadableInput       exit code 4   no permission, or the system refused
    │   ├── EmptyInput            exit code 5
    │   ├── NotText               exit code 6   binary, or not in the encoding it claims
    │   ├── InputTooLarge         exit code 7
    │   ├── MalformedRecord       exit code 8   one record of a corpus; the others are still read
    │   ├── RefusedAddress        exit code 15  an address that must not, or by robots.txt may not, be fetched
    │   ├── FetchFailed           exit code 16  a server that cannot be reached, or gave no page
    │   ├── UnknownId             exit code 17  the ledger holds nothing of that name
    │   └── PassedOver            exit code 0   what is by rule no news: told, and no fault
    ├── OutputError               exit code 9   the result could not be written
    ├── ModelError                exit code 10  the reader's weights are missing or damaged
    └── LedgerError               exit code 11  something about the ledger file
        ├── MissingLedger         exit code 12  no ledger there to look into
        ├── BusyLedger            exit code 13  another process holds it for too long
        └── DamagedLedger         exit code 14  it is no ledger, or not whole

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


class RefusedAddress(InputError):
    """An address that must not be fetched: inside the network, or closed by its robots.txt."""

    exit_code = 15


class FetchFailed(InputError):
    """A server that cannot be reached, or that gave something other than a page."""

    exit_code = 16


class UnknownId(InputError):
    """The ledger holds nothing of that name."""

    exit_code = 17


class PassedOver(InputError):
    """What is by rule no news, such as the pictures in an archive: told, and no fault."""

    exit_code = 0


class OutputError(CounterclaimError):
    """The result could not be written."""

    exit_code = 9


class ModelError(CounterclaimError):
    """The reader's weights are missing or damaged."""

    exit_code = 10


class LedgerError(CounterclaimError):
    """Something about the ledger file: no room, no permission, a version from the future."""

    exit_code = 11


class MissingLedger(LedgerError):
    """There is no ledger there to look into."""

    exit_code = 12


class BusyLedger(LedgerError):
    """Another process holds the ledger for longer than we wait."""

    exit_code = 13


class DamagedLedger(LedgerError):
    """It is no ledger, or not whole."""

    exit_code = 14
