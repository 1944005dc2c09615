"""What every request passes: is it meant for this desk, may it ask, may it write, and how it is answered.

Any page that a journalist visits may try to post to the desk, so a request that writes must name this
host, come from a page of this desk where the browser tells where it comes from, and carry the token of
its session.  Answers never run script from anywhere but the desk itself.

The guard is plain ASGI: it stands outside of everything the application does, errors included, holds no
body back, and so lets streams through as they come.
"""

from __future__ import annotations

import hmac
import re
from urllib.parse import urlencode, urlsplit

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from python_multipart.exceptions import FormParserError
from starlette.datastructures import FormData, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counterclaim.desk.answer import refusal
from counterclaim.desk.desk import desk_of
from counterclaim.desk.intake import MOST_SENT, NO_MORE, Intake, says_too_much
from counterclaim.desk.session import COOKIE, Session
from counterclaim.desk.settings import LOOKING_ONLY, TO_WRITE, Settings

TOKEN_COOKIE = "counterclaim_token"
TOKEN_FIELD, TOKEN_HEADER = "csrf", "x-csrf-token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
MOST_FILES, MOST_FIELDS = 500, 1000
_BEARER = "Bearer "
_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?", re.ASCII)

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer a browser would hide the origin of our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "private, no-cache",
}


class Guard:
    """An application behind its guards."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let the application answer it; the desk takes no other kind of connection."""
        if scope["type"] == "http":
            await self._guarded(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _guarded(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        session, is_new = Session.from_cookies(request.cookies)
        request.state.session = session
        answers = _Answers(send, session if is_new else None)
        refused = _refused(request, desk_of(request).settings)
        try:
            await (refused or self._app)(scope, Intake(receive), answers)
        except Exception:
            if not answers.begun:
                await _broken(request)(scope, receive, answers)
            raise  # the server logs it, with where it happened


class _Answers:
    """What sends an answer, with the headers of every answer; `new` is a session that is to be kept."""

    def __init__(self, send: Send, new: Session | None) -> None:
        self._send = send
        self._new = new
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            message.setdefault("headers", [])
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if self._new is not None and headers.get("content-type", "").startswith("text/html"):
                kept = Response()
                kept.set_cookie(COOKIE, self._new.id, httponly=True, samesite="strict", path="/")
                headers.append("set-cookie", kept.headers["set-cookie"])
        await self._send(message)


def _broken(request: Request) -> Response:
    return refusal(
        request,
        500,
        "the desk has failed at this, and it is not your fault",
        "Try it once more; what went wrong stands where the desk was started",
    )


def _refused(request: Request, settings: Settings) -> Response | None:
    """Why a request is not answered, None where it is."""
    host = _named_host(request)
    if host is None or not settings.answers_to(host):
        named = "that name" if host is None else f"the name {host!r}"
        return refusal(
            request,
            421,
            f"this desk does not answer to {named}",
            "Open it under its own address, or start it with --name",
        )
    entered = _entered(request, settings)
    if entered is not None:
        return entered
    if says_too_much(request):
        return _too_much(request)
    return None if request.method in SAFE else _may_not_write(request, settings)


def _too_much(request: Request) -> Response:
    refused = refusal(
        request,
        413,
        "more was sent than the desk takes at once",
        "Send it in parts, or use `counterclaim add`",
    )
    refused.headers.update(NO_MORE)
    return refused


def _may_not_write(request: Request, settings: Settings) -> Response | None:
    if settings.read_only:
        return refusal(request, 403, LOOKING_ONLY, TO_WRITE)
    if not _is_from_here(request):
        return refusal(
            request, 403, "the request comes from a page of another site", "Use the desk's own pages"
        )
    return None


def _named_host(request: Request) -> str | None:
    """The host that a request names, without port; None where it names none, several, or no proper one."""
    named = request.headers.getlist("host")
    found = _HOST.fullmatch(named[0].lower()) if len(named) == 1 else None
    return (found[1] or found[2]) if found else None


def _entered(request: Request, settings: Settings) -> Response | None:
    """None if the request may look; else a way in, or a refusal.

    The token comes as a bearer's, in a cookie, or once in the address, from where it is put into the cookie.
    """
    token = settings.token
    if token is None:
        return None
    shown = request.query_params.get("token")
    if shown is not None and _equal(shown, token) and request.method == "GET":
        response = RedirectResponse(_without_token(request), 303)
        response.set_cookie(TOKEN_COOKIE, token, httponly=True, samesite="strict", path="/")
        return response
    if bears(request, token) or _equal(request.cookies.get(TOKEN_COOKIE, ""), token):
        return None
    refused = refusal(
        request, 401, "this desk asks for its token", "Open the address that it printed when it was started"
    )
    refused.headers["WWW-Authenticate"] = "Bearer"
    return refused


def _without_token(request: Request) -> str:
    """The same address without the token; one slash leads it, as two would lead to another host."""
    kept = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "token"])
    path = "/" + str(request.scope["path"]).lstrip("/\\")
    return f"{path}?{kept}" if kept else path


async def checked(request: Request) -> None:
    """Let a request that writes pass if it carries the token of its session; Unsigned if not.

    A bearer's token does as well: no browser sends it by itself.
    """
    if request.method in SAFE:
        return
    desk, session = desk_of(request), Session.of(request)
    if desk.settings.token is not None and bears(request, desk.settings.token):
        return
    token = request.headers.get(TOKEN_HEADER, "")
    if not token and request.headers.get("content-type", "").lower().startswith(FORMS):
        token = str((await sent_form(request)).get(TOKEN_FIELD, ""))
    if not session.is_mine(token, desk.secret):
        raise Unsigned


async def sent_form(request: Request) -> FormData:
    """The form of a request, whose fields may be as long as a request; Unsigned where it cannot be read."""
    try:
        return await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=MOST_SENT)
    except (FormParserError, UnicodeError) as error:
        raise Unsigned from error


class Unsigned(Exception):
    """A request that writes does not carry the token of its session."""


def bears(request: Request, token: str) -> bool:
    """Whether a request shows the desk's token as its bearer."""
    header = request.headers.get("authorization", "")
    return header.startswith(_BEARER) and _equal(header.removeprefix(_BEARER), token)


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))


def _is_from_here(request: Request) -> bool:
    """Whether a browser says that the request comes from a page of this desk, or no browser sent it."""
    origins, site = request.headers.getlist("origin"), request.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    return all(_host_and_port(origin) == request.headers.get("host", "").lower() for origin in origins)


def _host_and_port(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:  # brackets that hold no address
        return None
