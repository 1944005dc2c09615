"""What stands before everything: who may ask, who may write, what every answer carries."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from desk_client import csrf_of, open_desk
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.routing import BaseRoute, Route
from starlette.types import Message, Receive, Scope, Send

from counterclaim.desk import guards, intake
from counterclaim.desk.pages import home
from counterclaim.desk.session import COOKIE, NAME_COOKIE
from counterclaim.desk.settings import Settings

TOKEN = "a-token-of-the-desk-31337"
SAFE = {"GET", "HEAD", "OPTIONS"}
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def locked(story_ledger: Path) -> Iterator[TestClient]:
    """A client of a desk that asks for its token, and does not follow redirects."""
    with open_desk(story_ledger, token=TOKEN, host="0.0.0.0") as client:
        client.follow_redirects = False
        yield client


# Which names it answers to


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "LOCALHOST", "[::1]:8765", "127.0.0.1"])
def test_the_desk_answers_to_the_names_of_its_machine(desk: TestClient, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8765",
        "127.0.0.1.evil.example",
        "192.168.1.5",
        "evil.example@127.0.0.1",
        "127.0.0.1:8765/evil.example",
        "127.0.0.1:port",
        "[::1",
        "]",
        "",
        "127.0.0.1, evil.example",
    ],
)
def test_a_name_that_was_made_to_lead_here_is_not_answered(desk: TestClient, host: str) -> None:
    page = desk.get("/", headers={"host": host})
    assert page.status_code == 421
    assert "Disputes" not in page.text


def test_a_request_that_names_two_hosts_is_not_answered(desk: TestClient) -> None:
    two = [("host", "127.0.0.1:8765"), ("host", "evil.example")]
    assert desk.get("/", headers=two).status_code == 421


def test_a_name_that_was_told_is_answered_and_no_other(story_ledger: Path) -> None:
    with open_desk(story_ledger, names=("desk.newsroom.example",)) as client:
        assert client.get("/", headers={"host": "desk.newsroom.example:8765"}).status_code == 200
        assert client.get("/", headers={"host": "newsroom.example"}).status_code == 421


def test_bound_to_all_addresses_it_answers_to_figures_and_not_to_names(locked: TestClient) -> None:
    bearer = {"authorization": f"Bearer {TOKEN}"}
    assert locked.get("/", headers={"host": "192.168.1.5:8765", **bearer}).status_code == 200
    assert locked.get("/", headers={"host": "evil.example", **bearer}).status_code == 421


# Who may write


def routes_of(routes: list[BaseRoute]) -> Iterator[Route]:
    """All routes of an application, those of its routers too."""
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from routes_of(inner.routes)
        elif isinstance(route, Route):
            yield route


def writing(client: TestClient) -> list[tuple[str, str]]:
    """Each method and path of a desk that may write."""
    app = client.app
    assert isinstance(app, FastAPI)
    return sorted(
        (method, re.sub(r"{[^}]*}", "x0123456789abcdef", route.path))
        for route in routes_of(app.routes)
        for method in (route.methods or ())
        if method not in SAFE
    )


def test_nothing_writes_without_the_token_of_the_session(own_desk: TestClient) -> None:
    own_desk.get("/")
    found = writing(own_desk)
    assert ("POST", "/add/text") in found
    for method, path in found:
        for headers in ({}, {"x-csrf-token": ""}, {"x-csrf-token": "0" * 64}, {"x-csrf-token": b"\xe9"}):
            assert own_desk.request(method, path, headers=headers).status_code == 403, (method, path)
        sent = own_desk.request(method, path, data={"csrf": "0" * 64, "text": "He denied it."})
        assert sent.status_code == 403, (method, path)
        sent = own_desk.request(method, path, json={"csrf": csrf_of(own_desk)})
        assert sent.status_code == 403, (method, path)
    assert own_desk.app.state.desk.jobs.recent() == []  # type: ignore[attr-defined]


def test_the_token_of_another_session_is_none(own_desk: TestClient) -> None:
    theirs = csrf_of(own_desk)
    own_desk.cookies.clear()
    own_desk.get("/")
    assert own_desk.post("/add/comparison", data={"csrf": theirs}).status_code == 403


def test_a_form_that_is_none_is_refused_like_one_without_a_token(own_desk: TestClient) -> None:
    own_desk.get("/")
    for kind in ("multipart/form-data; boundary=b; charset=punycode", "multipart/form-data; boundary=b"):
        body = b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\xff\xff--99999999999\r\n--b--\r\n'
        assert own_desk.post("/add/text", content=body, headers={"content-type": kind}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:3000"},
        {"origin": "null"},
        {"origin": "http://[::1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "cross-site"},
    ],
)
def test_a_page_of_another_site_cannot_post_even_with_the_token(
    own_desk: TestClient, headers: dict[str, str]
) -> None:
    sent = own_desk.post("/add/comparison", data={"csrf": csrf_of(own_desk)}, headers=headers)
    assert sent.status_code == 403
    assert "another site" in sent.text


def test_a_desk_for_looking_only_refuses_whatever_writes(desk: TestClient) -> None:
    signed = {"x-csrf-token": csrf_of(desk)}
    for method, path in [*writing(desk), ("POST", "/"), ("DELETE", "/documents"), ("PUT", "/nowhere")]:
        refused = desk.request(method, path, headers=signed)
        assert refused.status_code == 403
        assert "looking only" in refused.text


def test_cookies_are_for_this_site_alone_and_out_of_reach_of_scripts(desk: TestClient) -> None:
    desk.cookies.clear()
    cookie = desk.get("/").headers["set-cookie"].lower()
    assert cookie.startswith(COOKIE)
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "set-cookie" not in desk.get("/").headers


def test_a_name_from_a_cookie_is_shown_as_text(own_desk: TestClient) -> None:
    own_desk.cookies.set(NAME_COOKIE, "%3Cscript%3Ealert(1)%3C/script%3E")
    assert SCRIPT not in own_desk.get("/add").text


# The token of a desk that others can reach


def test_without_its_token_a_locked_desk_shows_nothing(locked: TestClient) -> None:
    for path in ("/", "/static/desk.js", "/style.css", "/api/v1/stats", "/?token=wrong", "/?token=%ff"):
        page = locked.get(path)
        assert page.status_code == 401
        assert page.headers["www-authenticate"] == "Bearer"
        assert TOKEN not in page.text


def test_the_token_in_the_address_goes_into_a_cookie_and_out_of_sight(locked: TestClient) -> None:
    entered = locked.get(f"/disputes?page=2&token={TOKEN}&x=%0d%0aSet-Cookie:a=b")
    assert entered.status_code == 303
    assert entered.headers["location"] == "/disputes?page=2&x=%0D%0ASet-Cookie%3Aa%3Db"
    assert "httponly" in entered.headers["set-cookie"].lower()
    assert "samesite=strict" in entered.headers["set-cookie"].lower()
    assert locked.get("/disputes").status_code == 200


@pytest.mark.parametrize("path", ["//evil.example/a", "/%2fevil.example", "/\\evil.example"])
def test_the_way_in_leads_to_no_other_site(locked: TestClient, path: str) -> None:
    answer = ask(locked.app, path.encode(), b"token=" + TOKEN.encode())
    assert answer["status"] == 303
    location = dict(answer["headers"])[b"location"]
    assert re.match(rb"/[^/\\]", location)


def test_a_program_shows_the_token_as_its_bearer_and_needs_no_form(own_ledger: Path) -> None:
    with open_desk(own_ledger, token=TOKEN) as client:
        bearer = {"authorization": f"Bearer {TOKEN}"}
        assert client.get("/", headers=bearer).status_code == 200
        assert client.get("/", headers={"authorization": f"Bearer {TOKEN}x"}).status_code == 401
        assert client.get("/", headers={"authorization": f"Basic {TOKEN}"}).status_code == 401
        sent = client.post("/add/text", data={"text": " "}, headers=bearer)
        assert sent.status_code == 422  # it came through to the form, which is empty


def test_a_cookie_of_a_locked_desk_does_not_write_without_the_form(locked: TestClient) -> None:
    locked.get(f"/?token={TOKEN}")
    assert locked.get("/").status_code == 200
    assert locked.post("/add/comparison").status_code == 403


# What every answer carries


def assert_guarded(headers: Any) -> None:
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"]
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/", "/style.css", "/static/desk.js", "/static/none.js", "/nowhere", "/questions/q0123456789abcdef",
        "/disputes?page=none", "/api/v1/stats", "/api/v1/nowhere", "/add/jobs/j0123456789abcdef/events",
    ],
)  # fmt: skip
def test_every_answer_carries_the_headers_of_the_desk(desk: TestClient, path: str) -> None:
    assert_guarded(desk.get(path).headers)


def test_refusals_and_answers_without_a_body_carry_them_too(desk: TestClient) -> None:
    first = desk.get("/disputes")
    unchanged = desk.get("/disputes", headers={"if-none-match": first.headers["etag"]})
    assert unchanged.status_code == 304
    assert_guarded(unchanged.headers)
    assert_guarded(desk.post("/").headers)
    assert_guarded(desk.get("/", headers={"host": "evil.example"}).headers)


def test_no_page_holds_script_or_style_of_its_own(own_desk: TestClient) -> None:
    for path in ("/", "/add", "/nowhere"):
        page = own_desk.get(path).text
        assert not re.search(r"<script(?![^>]*\ssrc=)", page)
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)


def test_what_goes_wrong_inside_is_not_told_to_the_browser(
    story_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a secret of the program")

    monkeypatch.setattr(home, "front", broken)
    with open_desk(story_ledger) as client:
        with pytest.raises(RuntimeError):  # the server logs it
            client.get("/")
        client._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
        page = client.get("/")
    assert page.status_code == 500
    assert "not your fault" in page.text
    assert "secret" not in page.text
    assert "Traceback" not in page.text
    assert_guarded(page.headers)


# What is asked for is text


@pytest.mark.parametrize("path", [f"/{SCRIPT}", f"/questions/{SCRIPT}", f"/add/jobs/{SCRIPT}"])
def test_an_address_is_shown_as_text(desk: TestClient, path: str) -> None:
    page = desk.get(path)
    assert page.status_code == 404
    assert "<script>" not in page.text


def test_what_would_turn_the_text_around_is_shown_by_name(desk: TestClient) -> None:
    page = desk.get("/nowhere\u202egnp.exe")
    assert "\u202e" not in page.text
    assert "U+202E" in page.text


def test_a_line_break_in_an_address_begins_no_header(desk: TestClient) -> None:
    page = desk.get("/nowhere%0d%0aX-Made-Up:%20yes/")
    assert "x-made-up" not in page.headers


@pytest.mark.parametrize(
    "path",
    [
        b"/static/../shell.py", b"/static/../../templates/web/base.html.j2", b"/static//etc/passwd",
        b"/static/..\\shell.py", b"/static/\x00", b"/static/" + b"a" * 5000, b"/static/", b"/static/.",
    ],
)  # fmt: skip
def test_only_the_files_of_the_desk_are_served(desk: TestClient, path: bytes) -> None:
    assert ask(desk.app, path)["status"] == 404


# How much, and how slowly


def test_what_says_that_it_is_too_long_is_not_read(
    own_desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MOST_SENT", 1000)
    sent = own_desk.post("/add/text", data={"csrf": csrf_of(own_desk), "text": "a" * 2000})
    assert sent.status_code == 413
    assert sent.headers["connection"] == "close"
    for stated in ("9" * 30, "2000"):
        assert own_desk.post("/add/text", headers={"content-length": stated}).status_code == 413


def test_what_does_not_say_how_long_it_is_is_counted(
    own_desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MOST_SENT", 1000)
    pieces = (b"csrf=1&text=" if number == 0 else b"a" * 100 for number in range(20))
    form = {"content-type": "application/x-www-form-urlencoded"}
    sent = own_desk.post("/add/text", content=pieces, headers=form)
    assert sent.status_code == 413
    assert "more was sent" in sent.text
    assert sent.headers["connection"] == "close"


def test_what_does_not_come_is_not_waited_for(own_desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "PATIENCE", 0.05)

    async def never() -> Message:
        await asyncio.sleep(60)
        raise AssertionError

    form = (b"content-type", b"application/x-www-form-urlencoded")
    assert ask(own_desk.app, b"/add/text", headers=[form], method="POST", receive=never)["status"] == 408


def test_who_waits_for_a_stream_is_not_hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "PATIENCE", 0.05)
    messages: list[Message] = [{"type": "http.request"}, {"type": "http.disconnect"}]

    async def receive() -> Message:
        if len(messages) == 1:
            await asyncio.sleep(0.2)
        return messages.pop(0)

    async def both() -> list[str]:
        taken = intake.Intake(receive)
        return [(await taken())["type"], (await taken())["type"]]

    assert asyncio.run(both()) == ["http.request", "http.disconnect"]


def test_a_stream_goes_through_piece_by_piece() -> None:
    """The second piece is only made when the first has arrived: a guard that held it back would wait."""
    arrived = asyncio.Event()
    sent: list[bytes] = []

    async def application(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"one", "more_body": True})
        await asyncio.wait_for(arrived.wait(), 5)
        await send({"type": "http.response.body", "body": b"two"})

    async def send(message: Message) -> None:
        if message.get("body"):
            sent.append(message["body"])
            arrived.set()

    settings = Settings(ledger=Path("ledger.db"))
    app = SimpleNamespace(state=SimpleNamespace(desk=SimpleNamespace(settings=settings)))
    asyncio.run(guards.Guard(application)(scope_of(app, b"/"), _empty, send))
    assert sent == [b"one", b"two"]


def test_no_connection_of_another_kind_is_taken(desk: TestClient) -> None:
    taken: list[Message] = []

    async def send(message: Message) -> None:
        taken.append(message)

    asyncio.run(guards.Guard(desk.app)({"type": "websocket", "path": "/"}, _empty, send))
    assert [one["type"] for one in taken] == ["websocket.close"]


# Asking without a client that would put the address in order


async def _empty() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


def scope_of(app: object, path: bytes, query: bytes = b"") -> Scope:
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path.decode("latin-1"), "raw_path": path, "query_string": query, "root_path": "",
        "headers": [(b"host", b"127.0.0.1:8765")], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8765),
        "app": app,
    }  # fmt: skip


def ask(
    app: Any,
    path: bytes,
    query: bytes = b"",
    *,
    method: str = "GET",
    headers: list[tuple[bytes, bytes]] | None = None,
    receive: Callable[[], Awaitable[Message]] = _empty,
) -> Message:
    """The start of the answer to a request whose path is taken as it is."""
    answers: list[Message] = []

    async def send(message: Message) -> None:
        answers.append(message)

    scope = scope_of(app, path, query)
    asyncio.run(
        app({**scope, "method": method, "headers": [*scope["headers"], *(headers or [])]}, receive, send)
    )
    return answers[0]
