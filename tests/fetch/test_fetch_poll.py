"""A watched address gives what changed, and is left alone for a while when it fails."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from counterclaim.errors import FetchFailed, RefusedAddress
from counterclaim.fetch.client import Client
from counterclaim.fetch.poll import is_due, poll
from counterclaim.model.fetch_state import FetchState
from tests.fetch.server import Serve, page, reply

NOW = datetime(2022, 2, 16, 10, 0, tzinfo=UTC)


def test_a_page_comes_once_and_again_when_it_changed(serve: Serve) -> None:
    server = serve(
        {"/feed": [page(b"one", etag='"1"'), reply(status="304 Not Modified"), page(b"two", etag='"2"')]}
    )
    client = Client(allowed_hosts=frozenset({server.host}), delay=0)
    url = f"{server.url}/feed"
    first = poll(client, url, None, NOW)
    assert first.fetched is not None
    assert (first.fetched.body, first.state) == (b"one", FetchState(url=url, etag='"1"'))
    second = poll(client, url, first.state, NOW)
    assert (second.fetched, second.error, second.state) == (None, None, first.state)
    assert 'If-None-Match: "1"' in server.requests[-1]
    third = poll(client, url, second.state, NOW)
    assert third.fetched is not None
    assert (third.fetched.body, third.state.etag) == (b"two", '"2"')


def test_behind_each_failure_the_next_question_waits_longer_and_a_day_at_most(
    serve: Serve,
) -> None:
    server = serve({"/feed": reply(status="404 Not Found")})
    client = Client(allowed_hosts=frozenset({server.host}), delay=0)
    url = f"{server.url}/feed"
    state = FetchState(url=url, etag='"1"')
    pauses = []
    for failures in range(1, 13):
        failed = poll(client, url, state, NOW)
        state = failed.state
        assert isinstance(failed.error, FetchFailed)
        assert (state.etag, state.failures) == ('"1"', failures)
        assert state.next_try is not None
        due = datetime.fromisoformat(state.next_try)
        assert not is_due(state, due - timedelta(seconds=1))
        assert is_due(state, due)
        pauses.append((due - NOW) / timedelta(minutes=1))
    assert pauses[:4] == [15, 30, 60, 120]
    assert max(pauses) == pauses[-1] == 24 * 60
    server.site["/feed"] = page()
    assert poll(client, url, state, NOW).state == FetchState(url=url)


def test_a_refused_address_is_an_error_value_too() -> None:
    refused = poll(Client(), "http://127.0.0.1/", None, NOW)
    assert isinstance(refused.error, RefusedAddress)


def test_what_was_never_asked_is_due() -> None:
    assert is_due(None, NOW)
    assert is_due(FetchState(url="https://news.example/feed"), NOW)
