"""The connection itself: made to the very address that was checked, ended when time or bytes are spent.

Above it everything goes by name, so that certificates and virtual hosts work as ever.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence

import httpcore2

from counterclaim.errors import FetchFailed, InputTooLarge, RefusedAddress
from counterclaim.fetch.address import refusal
from counterclaim.fetch.url import host_and_port

Resolver = Callable[[str, int], Sequence[str]]
"""From a host and a port to all addresses that the host has, or OSError."""

_MOST_TRIED = 4  # addresses of one host that are tried in turn
_CONNECTING = 6.0  # seconds that one of them may take to answer


def system_resolver(host: str, port: int) -> list[str]:
    """All addresses that the system knows for a host."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in answers]


class Budget:
    """The seconds and the bytes that one question may still take, redirects included."""

    def __init__(self, where: str, seconds: float, size: int) -> None:
        self.where = where
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._size = size

    def seconds(self, wanted: float | None = None) -> float:
        """As many of the seconds as are left; FetchFailed if none are."""
        left = self._end - time.monotonic()
        if left <= 0:
            wrong = f"the server took more than {self._seconds:g} seconds"
            raise FetchFailed(self.where, wrong, "Try again later, or save the page and give the file")
        return left if wanted is None else min(left, wanted)

    def spend(self, size: int) -> None:
        """Take note of bytes received; InputTooLarge if they are too many."""
        self._size -= size
        if self._size < 0:
            wrong = "the server sends more than belongs to a page"
            raise InputTooLarge(self.where, wrong, "Save the page and give the file")


class Wire(httpcore2.NetworkBackend):
    """Connects to checked addresses only, for one question."""

    def __init__(self, budget: Budget, allowed: frozenset[str], resolve: Resolver) -> None:
        self._budget = budget
        self._allowed = allowed
        self._resolve = resolve
        self._tcp = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to one of the host's addresses; RefusedAddress if any of them lies inside."""
        addresses = self._checked(host, port)
        for address in addresses[:-1]:
            try:
                return self._connected(address, port, timeout)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        return self._connected(addresses[-1], port, timeout)

    def _connected(self, address: str, port: int, timeout: float | None) -> httpcore2.NetworkStream:
        seconds = self._budget.seconds(_CONNECTING if timeout is None else min(timeout, _CONNECTING))
        return _Metered(self._tcp.connect_tcp(address, port, seconds, socket_options=()), self._budget)

    def _checked(self, host: str, port: int) -> list[str]:
        """The addresses to try, every answer checked: one that lies inside taints the host."""
        where = self._budget.where
        try:
            answers = list(dict.fromkeys(self._resolve(host, port)))
        except (OSError, UnicodeError) as error:
            wrong = f"no address is known for {host}"
            raise FetchFailed(where, wrong, "Check the spelling and the network") from error
        if not answers:
            raise FetchFailed(where, f"no address is known for {host}", "Check the spelling and the network")
        if host_and_port(host, port) not in self._allowed:
            for answer in answers:
                kind = refusal(answer)
                if kind is not None:
                    wrong = f"{host} is at {answer}, {kind}, which is not fetched from"
                    raise RefusedAddress(where, wrong, "Save the page and give the file")
        return answers[:_MOST_TRIED]


class _Metered(httpcore2.NetworkStream):
    """A connection whose every step counts against the budget."""

    def __init__(self, stream: httpcore2.NetworkStream, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._stream.read(max_bytes, self._budget.seconds(timeout))
        self._budget.spend(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._budget.seconds(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        seconds = self._budget.seconds(timeout)
        return _Metered(self._stream.start_tls(ssl_context, server_hostname, seconds), self._budget)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
