"""How a desk is served: on which ledger, to whom, and whether it may be written to."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import msgspec

from counterclaim.errors import LedgerError

LOOKING_ONLY, TO_WRITE = "this desk is for looking only", "Start it without --read-only to write"
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the person who starts a desk decides.

    `host` is the address that it is bound to, `names` are further names under which browsers may ask
    for it.  `token` is what every request must show, None where the desk is on loopback and open to
    whoever uses the machine.  `today` is the day on which the docket stands, as an ISO date, None for
    the day of each request.
    """

    ledger: Path
    host: str = "127.0.0.1"
    port: int = 8765
    names: tuple[str, ...] = ()
    token: str | None = None
    read_only: bool = False
    jobs: int = 1
    aliases: Path | None = None
    allow_hosts: tuple[str, ...] = ()
    today: str | None = None

    def must_write(self) -> None:
        """Raise LedgerError where the desk is for looking only."""
        if self.read_only:
            raise LedgerError(str(self.ledger), LOOKING_ONLY, TO_WRITE)

    def answers_to(self, host: str) -> bool:
        """Whether a request that names this host (without port) is meant for this desk.

        A page elsewhere can make its own name lead here (DNS rebinding), so only names that were told
        are answered to.  An address in figures cannot be led elsewhere: one is enough where the desk is
        bound to all addresses.
        """
        name = host.strip("[]").lower()
        if name in LOOPBACK_NAMES or name == self.host.lower() or name in self.names:
            return True
        return self._is_bound_to_all and _is_address(name)

    @property
    def _is_bound_to_all(self) -> bool:
        return self.host in ("0.0.0.0", "::")


def is_loopback(host: str) -> bool:
    """Whether an address or name is the machine's own."""
    if host in LOOPBACK_NAMES:
        return True
    return _is_address(host) and ipaddress.ip_address(host).is_loopback


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
