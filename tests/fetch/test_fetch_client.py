"""The client gives pages, says why not, and follows redirects only where it may."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from counterclaim import __version__
from counterclaim.errors import FetchFailed, RefusedAddress
from counterclaim.fetch.client import Client, World
from tests.fetch.server import PAGE, Serve, Site, client, get, moved, page, reply


def test_a_page_comes_with_what_its_server_says_of_it(serve: Serve) -> None:
    answer = page(
        content_type='Text/HTML; Charset="windows-1251"', etag='"v1"', last_modified="Wed, 16 Feb 2022"
    )
    server = serve({"/a": answer})
    instant = datetime(2022, 2, 16, 10, 0, tzinfo=UTC)
    world = World(now=lambda: instant)
    with Client(allowed_hosts=frozenset({server.host}), world=world) as asking:
        fetched = asking.get(f"{server.url}/a#part")
    assert fetched.body == PAGE
    assert (fetched.url, fetched.requested) == (f"{server.url}/a", f"{server.url}/a#part")
    assert (fetched.status, fetched.redirects) == (200, 0)
    assert (fetched.content_type, fetched.charset) == ("text/html", "windows-1251")
    assert (fetched.etag, fetched.last_modified) == ('"v1"', "Wed, 16 Feb 2022")
    assert fetched.retrieved == "2022-02-16T10:00:00Z"


def test_the_server_is_told_who_asks_and_nothing_else(serve: Serve) -> None:
    server = serve({"/a": page(set_cookie="id=1"), "/b": page()})
    asking = client(server)
    asking.get(f"{server.url}/a")
    asking.get(f"{server.url}/b")
    lines = server.requests[1].strip().split("\r\n")
    assert lines[0] == "GET /b HTTP/1.1"
    assert f"Host: {server.host}" in lines
    assert f"User-Agent: Counterclaim/{__version__}" in lines
    assert {line.partition(":")[0] for line in lines[1:]} == {
        "Host",
        "User-Agent",
        "Accept",
        "Accept-Encoding",
    }


def test_a_page_that_is_still_the_same_is_not_sent_again(serve: Serve) -> None:
    def answer(request: str) -> bytes:
        same = 'If-None-Match: "v1"' in request and "If-Modified-Since: Wed, 16 Feb 2022" in request
        return reply(status="304 Not Modified", etag='"v1"') if same else page()

    server = serve({"/a": answer})
    fetched = client(server).get(f"{server.url}/a", etag='"v1"', modified="Wed, 16 Feb 2022")
    assert (fetched.status, fetched.body, fetched.etag) == (304, b"", '"v1"')
    assert client(server).get(f"{server.url}/a", etag='"v2"').status == 200


def test_what_cannot_be_sent_back_is_not_kept_or_sent(serve: Serve) -> None:
    server = serve({"/a": page(etag='"\xe9"', last_modified="x" * 600)})
    fetched = client(server).get(f"{server.url}/a", etag="v1\r\nX-Evil: 1", modified="\xe9")
    assert (fetched.etag, fetched.last_modified) == (None, None)
    assert "Evil" not in server.requests[0]


@pytest.mark.parametrize("status", ["304 Not Modified", "204 No Content", "206 Partial Content", "300 Many"])
def test_an_answer_without_a_page_fails(serve: Serve, status: str) -> None:
    with pytest.raises(FetchFailed, match=f"status {status[:3]}"):
        get(serve, reply(status=status))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("404 Not Found", "no such page"),
        ("410 Gone", "is gone"),
        ("403 Forbidden", "not for everyone"),
        ("500 Oh", ""),
    ],
)
def test_a_status_is_told_in_words(serve: Serve, status: str, words: str) -> None:
    with pytest.raises(FetchFailed, match=words or "without a page"):
        get(serve, reply(b"Sorry", status))


def test_a_page_may_come_in_chunks_or_end_with_the_connection(serve: Serve) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    assert (
        get(serve, head + b"Transfer-Encoding: chunked\r\n\r\n4\r\n<p>A\r\n2;x=y\r\n b\r\n0\r\n\r\n")
        == b"<p>A b"
    )
    assert get(serve, head + b"Connection: close\r\n\r\n<p>A b") == b"<p>A b"


def test_redirects_are_followed_to_the_page(serve: Serve) -> None:
    server = serve({"/a": moved("/b", "301 Moved"), "/b": moved("c?d", "308 Moved"), "/c?d": page()})
    fetched = client(server).get(f"{server.url}/a")
    assert (fetched.url, fetched.requested, fetched.redirects) == (f"{server.url}/c?d", f"{server.url}/a", 2)


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/", "http://127.0.0.1/", "http://127.0.0.1:8080/", "http://[::1]/",
        "//localhost/", "http://2130706433/", "http://[::ffff:10.0.0.1]/", "file:///etc/passwd", "gopher://x:70/",
        "http://ann:secret@news.example/",
    ],
)  # fmt: skip
def test_a_redirect_into_the_network_is_refused(serve: Serve, target: str) -> None:
    server = serve({"/a": moved(target)})
    with pytest.raises(RefusedAddress) as caught:
        client(server).get(f"{server.url}/a")
    assert caught.value.where == f"{server.url}/a"


def test_a_redirect_to_a_name_that_is_inside_is_refused(serve: Serve) -> None:
    server = serve({"/a": moved("http://inside.example/")})
    names = {"inside.example": ["10.1.2.3"], "127.0.0.1": ["127.0.0.1"]}
    world = World(resolve=lambda host, port: names[host])
    with pytest.raises(RefusedAddress, match=r"inside\.example is at 10\.1\.2\.3, a private address"):
        Client(allowed_hosts=frozenset({server.host}), world=world).get(f"{server.url}/a")


@pytest.mark.parametrize(
    "site",
    [
        {"/a": moved("/a")},
        {"/a": moved("/b"), "/b": moved("/a")},
        {"/a": moved("/b0")} | {f"/b{n}": moved(f"/b{n + 1}") for n in range(30)},
    ],
)
def test_redirects_end(serve: Serve, site: Site) -> None:
    server = serve(site)
    with pytest.raises(FetchFailed, match="leads on more than 10 times"):
        client(server).get(f"{server.url}/a")
    assert len(server.asked) == 11


def test_a_redirect_that_says_not_where_to_fails(serve: Serve) -> None:
    with pytest.raises(FetchFailed, match="status 302"):
        get(serve, reply(status="302 Found"))
