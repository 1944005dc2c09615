"""Sites are asked with pauses between, and left alone when they have enough."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import FetchFailed
from counterclaim.fetch.client import Client, World
from counterclaim.fetch.politeness import backoff
from tests.fetch.server import Serve, Server, page, reply

NOW = datetime(2022, 2, 16, 10, 0, tzinfo=UTC)


class Clock:
    """A time that passes only where somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def client(clock: Clock, *servers: Server, delay: float = 2.0) -> Client:
    world = World(monotonic=lambda: clock.now, sleep=clock.sleep, now=lambda: NOW)
    return Client(allowed_hosts=frozenset(server.host for server in servers), delay=delay, world=world)


def test_two_pages_of_a_site_are_some_seconds_apart(serve: Serve, clock: Clock) -> None:
    server, other = serve({"/a": page(), "/b": page()}), serve({"/a": page()})
    asking = client(clock, server, other)
    asking.polite_get(f"{server.url}/a")
    asking.polite_get(f"{other.url}/a")
    assert clock.slept == []
    clock.now += 0.5
    asking.polite_get(f"{server.url}/b")
    assert clock.slept == [1.5]
    clock.now += 60
    asking.polite_get(f"{server.url}/b")
    assert clock.slept == [1.5]
    assert server.asked == ["/robots.txt", "/a", "/b", "/b"]


def test_a_site_may_ask_for_longer_pauses_and_not_for_shorter(serve: Serve, clock: Clock) -> None:
    slow = serve({"/robots.txt": reply(b"User-agent: *\nCrawl-delay: 30"), "/a": page()})
    quick = serve({"/robots.txt": reply(b"User-agent: *\nCrawl-delay: 0.1"), "/a": page()})
    asking = client(clock, slow, quick)
    for url in (slow.url, slow.url, quick.url, quick.url):
        asking.polite_get(f"{url}/a")
    assert clock.slept == [30.0, 2.0]


def test_a_site_that_wants_very_long_pauses_gives_one_page(serve: Serve, clock: Clock) -> None:
    server = serve({"/robots.txt": reply(b"User-agent: *\nCrawl-delay: 1e300"), "/a": page()})
    asking = client(clock, server)
    asking.polite_get(f"{server.url}/a")
    with pytest.raises(FetchFailed, match="asks to be left alone"):
        asking.polite_get(f"{server.url}/a")
    assert clock.slept == []


def test_a_busy_server_is_asked_again_a_little_later_each_time(serve: Serve, clock: Clock) -> None:
    server = serve({"/a": [reply(status="503 Busy"), reply(status="429 Enough"), page()]})
    assert client(clock, server).polite_get(f"{server.url}/a").status == 200
    assert clock.slept == [5.0, 10.0]


def test_and_not_for_ever(serve: Serve, clock: Clock) -> None:
    server = serve({"/a": reply(status="503 Busy"), "/b": page()})
    asking = client(clock, server)
    with pytest.raises(FetchFailed, match="status 503"):
        asking.polite_get(f"{server.url}/a")
    assert server.asked.count("/a") == 3
    assert clock.slept == [5.0, 10.0]
    asking.polite_get(f"{server.url}/b")
    assert clock.slept == [5.0, 10.0, 20.0]


@pytest.mark.parametrize("after", ["40", "Wed, 16 Feb 2022 10:00:40 GMT"])
def test_a_server_says_when_to_come_back(serve: Serve, clock: Clock, after: str) -> None:
    server = serve({"/a": [reply(status="429 Enough", retry_after=after), page()]})
    client(clock, server).polite_get(f"{server.url}/a")
    assert clock.slept == [40.0]


def test_one_that_says_tomorrow_is_left_for_tomorrow(serve: Serve, clock: Clock) -> None:
    server = serve({"/a": reply(status="429 Enough", retry_after="86400"), "/b": page()})
    asking = client(clock, server)
    for path in ("/a", "/b"):
        with pytest.raises(FetchFailed, match="left alone for 86,400 seconds"):
            asking.polite_get(server.url + path)
    assert clock.slept == []
    assert server.asked == ["/robots.txt", "/a"]


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "501 No"])
def test_another_failure_is_final(serve: Serve, clock: Clock, status: str) -> None:
    server = serve({"/a": reply(status=status)})
    with pytest.raises(FetchFailed):
        client(clock, server).polite_get(f"{server.url}/a")
    assert server.asked.count("/a") == 1


def test_conditions_are_sent_along(serve: Serve, clock: Clock) -> None:
    server = serve({"/a": reply(status="304 Not Modified")})
    fetched = client(clock, server).polite_get(f"{server.url}/a", etag='"v1"')
    assert fetched.status == 304
    assert 'If-None-Match: "v1"' in server.requests[-1]
    assert "If-None-Match" not in server.requests[0]


@pytest.mark.parametrize(
    ("after", "seconds"),
    [
        (None, 5.0),
        ("1", 5.0),
        ("60", 60.0),
        ("-60", 5.0),
        ("²", 5.0),
        ("soon", 5.0),
        ("Wed, 16 Feb 2022 09:00:00 GMT", 5.0),
        ("Wed, 16 Feb 2022 11:00:00 -0000", 3600.0),
        ("Wed, 99 Feb 2022 11:00:00 GMT", 5.0),
    ],
)
def test_what_a_server_says_of_coming_back_is_understood_or_left_aside(
    after: str | None, seconds: float
) -> None:
    assert backoff(0, after, NOW) == seconds


@given(
    st.text(max_size=40)
    | st.from_regex(r"[A-Z][a-z]{2}, \d{1,6} [A-Z][a-z]{2} \d{1,9} [0-9:]{1,9} [+-]\d{1,9}")
)
def test_no_header_is_an_accident(after: str) -> None:
    assert backoff(0, after, NOW) >= 5
