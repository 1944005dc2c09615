"""A small web server on this computer that answers byte for byte what a test tells it to."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress

from counterclaim.fetch.client import Client

Reply = bytes | Iterable[bytes]
Answer = Reply | list[Reply] | Callable[[str], Reply]
Site = dict[str, Answer]
Serve = Callable[..., "Server"]
PAGE = b"<html><body><p>The minister denied it.</p></body></html>"


def reply(
    body: bytes = b"", status: str | None = None, *, length: int | None = None, **headers: str
) -> bytes:
    """One whole answer, 200 unless stated; `content_type="text/html"` and its like are its headers."""
    lines = [f"HTTP/1.1 {status or '200 OK'}", f"Content-Length: {len(body) if length is None else length}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1") + body


def page(body: bytes = PAGE, **headers: str) -> bytes:
    """An answer that is a web page."""
    headers = {"content_type": "text/html", **headers}
    return reply(body, length=None, **headers)


def moved(to: str, status: str = "302 Found") -> bytes:
    """A redirect."""
    return reply(status=status, location=to)


class Server:
    """Answers each path with its reply, with one after another of a list, or with 404."""

    def __init__(self, site: Site, tls: ssl.SSLContext | None = None) -> None:
        self.site = site
        self.asked: list[str] = []
        self.requests: list[str] = []
        self.names: list[str | None] = []
        self._tls = tls
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.host = f"127.0.0.1:{self.port}"
        self.url = f"http://{self.host}"
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._answering: list[threading.Thread] = []
        self._thread.start()

    def note_name(self, _: ssl.SSLObject, name: str | None, __: ssl.SSLContext) -> None:
        """Keep the name that a TLS client asks for."""
        self.names.append(name)

    def stop(self) -> None:
        """End all answers and close the port."""
        self._ended.set()
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        for thread in (self._thread, *self._answering):
            thread.join()
        self._listening.close()

    def _run(self) -> None:
        while not self._ended.is_set():
            connection, _ = self._listening.accept()
            thread = threading.Thread(target=self._answer, args=(connection,))
            self._answering.append(thread)
            thread.start()

    def _answer(self, connection: socket.socket) -> None:
        # a client that has enough hangs up, and one that trusts nobody ends the handshake
        with suppress(OSError), connection:
            connection.settimeout(5)
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection:
                self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request:
            more = connection.recv(65536)
            if not more:
                return
            request += more
        path = request.split(b" ")[1].decode("ascii")
        self.asked.append(path)
        self.requests.append(request.decode("latin-1"))
        answer = self.site.get(path, reply(status="404 Not Found"))
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if callable(answer):
            answer = answer(request.decode("latin-1"))
        for part in [answer] if isinstance(answer, bytes) else answer:
            if self._ended.is_set():
                return
            connection.sendall(part)


def client(server: Server, *, timeout: float = 5.0, limit: int = 10_000_000) -> Client:
    """A client that may ask this one server."""
    return Client(allowed_hosts=frozenset({server.host}), timeout=timeout, limit=limit)


def get(serve: Serve, answer: Answer, *, timeout: float = 5.0, limit: int = 10_000_000) -> bytes:
    """The body of a page whose server answers so."""
    server = serve({"/a": answer})
    return client(server, timeout=timeout, limit=limit).get(f"{server.url}/a").body
