"""Connections go to the very address that was checked, with certificates checked by name."""

from __future__ import annotations

import socket
import ssl
from pathlib import Path

import pytest

from counterclaim.errors import FetchFailed, RefusedAddress
from counterclaim.fetch.client import Client, World
from tests.fetch.server import PAGE, Serve, Server, client, moved, page

PUBLIC = "93.184.215.14"


class Names:
    """A resolver that gives one list of answers after another, and keeps what it was asked."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Where the system is asked to connect to; nothing outside this computer answers."""
    made: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        made.append(address)
        raise ConnectionRefusedError("nobody there")

    monkeypatch.setattr(socket, "create_connection", connect)
    return made


def test_the_connection_goes_to_the_address_that_was_checked(connections: list[tuple[str, int]]) -> None:
    names = Names([PUBLIC], ["127.0.0.1"])  # another answer for whoever asks again
    with pytest.raises(FetchFailed, match=r"the connection to news\.example fails"):
        Client(world=World(resolve=names)).get("http://news.example/")
    assert connections == [(PUBLIC, 80)]
    assert names.asked == ["news.example"]


@pytest.mark.parametrize(
    "answers",
    [["10.0.0.1"], [PUBLIC, "127.0.0.1"], ["fd00::1", PUBLIC], ["::ffff:169.254.169.254"], ["fe80::1%2"]],
)
def test_a_host_with_any_address_inside_is_refused(
    answers: list[str], connections: list[tuple[str, int]]
) -> None:
    with pytest.raises(RefusedAddress, match=r"news\.example is at"):
        Client(world=World(resolve=Names(answers))).get("https://news.example/")
    assert connections == []


def test_each_address_is_tried_and_not_too_many(connections: list[tuple[str, int]]) -> None:
    many = [f"93.184.215.{n}" for n in range(1, 60)]
    with pytest.raises(FetchFailed):
        Client(world=World(resolve=Names([many[0], *many]))).get("http://news.example/")
    assert connections == [(address, 80) for address in many[:4]]


def test_the_next_address_is_taken_where_one_does_not_answer(serve: Serve) -> None:
    server = serve({"/a": page()})
    host = f"news.example:{server.port}"
    # on 127.0.0.9 nobody listens
    world = World(resolve=Names(["127.0.0.9", "127.0.0.1"]))
    fetched = Client(allowed_hosts=frozenset({host}), world=world).get(f"http://{host}/a")
    assert fetched.body == PAGE
    assert f"Host: {host}\r\n" in server.requests[0]


@pytest.mark.parametrize("error", [socket.gaierror(-2, "unknown"), UnicodeError("label too long"), None])
def test_a_name_that_nobody_knows_fails(error: Exception | None) -> None:
    def resolve(host: str, port: int) -> list[str]:
        if error is not None:
            raise error
        return []

    with pytest.raises(FetchFailed, match=r"no address is known for nowhere\.example"):
        Client(world=World(resolve=resolve)).get("http://nowhere.example/")


def test_no_proxy_is_taken_from_the_environment(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy, server = serve({}), serve({"/a": page()})
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.url)
    assert client(server).get(f"{server.url}/a").body == PAGE
    assert proxy.asked == []


@pytest.fixture
def certificate(root: Path) -> Path:
    """The folder with the key and certificate of news.example, signed by itself and valid nowhere else."""
    return root / "tests" / "data" / "tls"


@pytest.fixture
def protected(serve: Serve, certificate: Path) -> Server:
    """A server of https://news.example."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate / "news.example.pem", certificate / "news.example.key")
    server: Server = serve({"/a": page(), "/down": moved("http://news.example/a")}, tls)
    tls.sni_callback = server.note_name
    return server


def ask_protected(server: Server, host: str, path: str, trusted: Path | None) -> bytes:
    context = None if trusted is None else ssl.create_default_context(cafile=trusted / "news.example.pem")
    world = World(resolve=Names(["127.0.0.1"]), tls=context)
    allowed = frozenset({f"{host}:{server.port}"})
    return Client(allowed_hosts=allowed, world=world).get(f"https://{host}:{server.port}{path}").body


def test_a_certificate_is_asked_for_and_checked_by_the_name_of_the_host(
    protected: Server, certificate: Path
) -> None:
    assert ask_protected(protected, "news.example", "/a", certificate) == PAGE
    assert protected.names == ["news.example"]


def test_a_certificate_of_another_name_is_refused(protected: Server, certificate: Path) -> None:
    with pytest.raises(FetchFailed, match="CERTIFICATE_VERIFY_FAILED"):
        ask_protected(protected, "other.example", "/a", certificate)
    assert protected.asked == []


def test_a_certificate_that_nobody_vouches_for_is_refused(protected: Server) -> None:
    with pytest.raises(FetchFailed, match="CERTIFICATE_VERIFY_FAILED"):
        ask_protected(protected, "news.example", "/a", None)


def test_https_is_not_left_by_a_redirect(protected: Server, certificate: Path) -> None:
    with pytest.raises(RefusedAddress, match="from https to the unprotected"):
        ask_protected(protected, "news.example", "/down", certificate)
