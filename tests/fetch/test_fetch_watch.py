"""A round over feeds: what is new or changed is fetched, and nothing is missed if the round is cut short."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from counterclaim.errors import InputError
from counterclaim.fetch.client import Client, World
from counterclaim.fetch.watch import Round
from counterclaim.model.document import Capture
from counterclaim.model.fetch_state import FetchState
from tests.fetch.server import Serve, Server, page, reply

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)
ENTRY = "<item><title>News</title><link>{url}</link><description>{words}</description></item>"


class States:
    """Keeps what servers said in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, FetchState] = {}

    def fetch_state(self, url: str) -> FetchState | None:
        return self.kept.get(url)

    def keep_fetch_state(self, state: FetchState) -> None:
        self.kept[state.url] = state


def feed(*links: str) -> bytes:
    items = "".join(ENTRY.format(url=link, words="The mayor denied that.") for link in links)
    body = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Courier</title>{items}</channel></rss>"
    return reply(body.encode(), content_type="application/rss+xml", etag='"feed"')


@pytest.fixture
def round_of(serve: Serve) -> Callable[..., tuple[Server, Callable[..., list[str]], States]]:
    """A server, a function that makes one round over its /feed, and what is remembered."""

    def start(site: dict[str, object]) -> tuple[Server, Callable[..., list[str]], States]:
        server = serve(site)
        states = States()

        def once(now: datetime = NOW, settle: bool = True) -> list[str]:
            world = World(sleep=lambda _: None)
            client = Client(allowed_hosts=frozenset({server.host}), world=world)
            asked = Round(client, states, lambda: now)
            found = list(asked.captures([f"{server.url}/feed"]))
            if settle:
                asked.settle()
            return [_told(one) for one in found]

        return server, once, states

    return start


def _told(one: Capture | InputError) -> str:
    if isinstance(one, InputError):
        return type(one).__name__
    return (one.url or one.name).rpartition("/")[2]


def site(server_holder: list[Server], pages: dict[str, object], links: list[str]) -> dict[str, object]:
    return {**pages, "/feed": lambda _: feed(*(f"{server_holder[0].url}{link}" for link in links))}


def test_every_page_of_a_feed_is_fetched_once(round_of: Callable[..., object]) -> None:
    holder: list[Server] = []
    server, once, _ = round_of(site(holder, {"/a": page(), "/b": page()}, ["/a", "/b", "/a"]))  # type: ignore[misc]
    holder.append(server)
    assert once() == ["a", "b"]


def test_what_a_server_says_is_unchanged_is_not_given_again(round_of: Callable[..., object]) -> None:
    holder: list[Server] = []
    unchanged = reply(status="304 Not Modified")
    pages: dict[str, object] = {"/a": [page(etag='"1"'), unchanged, page(b"<p>Edited: he denied it.</p>")]}
    server, once, _ = round_of(site(holder, pages, ["/a"]))  # type: ignore[misc]
    holder.append(server)
    assert once() == ["a"]
    assert once() == []
    assert once() == ["a"]


def test_a_page_that_changed_behind_an_unchanged_feed_is_found(round_of: Callable[..., object]) -> None:
    holder: list[Server] = []
    pages = {"/a": [page(), page(b"<p>Edited: he denied it.</p>")]}
    said = iter([lambda: feed(f"{holder[0].url}/a"), lambda: reply(status="304 Not Modified")])
    server, once, _ = round_of({**pages, "/feed": lambda _: next(said)()})  # type: ignore[misc]
    holder.append(server)
    assert once() == ["a"]
    assert once() == ["a"]


def test_a_round_cut_short_is_asked_again_in_full(round_of: Callable[..., object]) -> None:
    holder: list[Server] = []
    server, once, states = round_of(site(holder, {"/a": [page(etag='"1"'), page()]}, ["/a"]))  # type: ignore[misc]
    holder.append(server)
    assert once(settle=False) == ["a"]
    assert states.kept == {}
    assert once() == ["a"]


def test_a_page_that_cannot_be_had_leaves_the_words_of_the_feed(round_of: Callable[..., object]) -> None:
    holder: list[Server] = []
    server, once, _ = round_of(site(holder, {"/a": reply(status="403 Forbidden")}, ["/a"]))  # type: ignore[misc]
    holder.append(server)
    assert once() == ["FetchFailed", "a#entry"]


def test_a_server_that_failed_is_left_alone_for_a_while(round_of: Callable[..., object]) -> None:
    server, once, _ = round_of({"/feed": reply(status="404 Not Found")})  # type: ignore[misc]
    assert once() == ["FetchFailed"]
    asked = len(server.asked)
    assert once(NOW + timedelta(minutes=10)) == []
    assert len(server.asked) == asked
    assert once(NOW + timedelta(minutes=20)) == ["FetchFailed"]


def test_a_page_is_no_feed(round_of: Callable[..., object]) -> None:
    _, once, states = round_of({"/feed": page()})  # type: ignore[misc]
    assert once() == ["NotText"]
    assert states.kept == {}
