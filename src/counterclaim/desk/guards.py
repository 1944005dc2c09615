"""What every request passes: is it meant for this desk, may it ask, may it write, and how it is answered.

Any page that a journalist visits may try to post to the desk, so a request that writes must name this
host, come from a page of this desk where the browser tells where it comes from, and carry the token of
its session.  Answers never run script from anywhere but the desk itself.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse

from counterclaim.desk.answer import refusal
from counterclaim.desk.desk import desk_of
from counterclaim.desk.session import COOKIE, Session
from counterclaim.desk.settings import Settings

TOKEN_COOKIE = "counterclaim_token"
TOKEN_FIELD, TOKEN_HEADER = "csrf", "x-csrf-token"
MOST_SENT = 64 * 1024 * 1024  # bytes of one request
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_BEARER = "Bearer "

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
    "Cache-Control": "no-cache",
}
Next = Callable[[Request], Awaitable[Response]]


def guard(app: FastAPI) -> None:
    """Have every request of an application pass the guards."""
    app.middleware("http")(_guarded)


async def _guarded(request: Request, answer: Next) -> Response:
    desk = desk_of(request)
    session, is_new = Session.from_cookies(request.cookies)
    request.state.session = session
    response = _refused(request, desk.settings) or await answer(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if is_new and response.headers.get("content-type", "").startswith("text/html"):
        response.set_cookie(COOKIE, session.id, httponly=True, samesite="strict", path="/")
    return response


def _refused(request: Request, settings: Settings) -> Response | None:
    """Why a request is not answered, None where it is."""
    host = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    if not settings.answers_to(host):
        return refusal(request, 421, f"this desk does not answer to the name {host!r}",
                       "Open it under its own address, or start it with --name")  # fmt: skip
    entered = _entered(request, settings)
    if entered is not None:
        return entered
    if request.method in SAFE:
        return None
    if settings.read_only:
        return refusal(request, 403, "this desk is for looking only", "Start it without --read-only to write")
    if not _is_from_here(request):
        return refusal(
            request, 403, "the request comes from a page of another site", "Use the desk's own pages"
        )
    if int(request.headers.get("content-length") or 0) > MOST_SENT:
        return refusal(
            request,
            413,
            "more was sent than the desk takes at once",
            "Send it in parts, or use `counterclaim add`",
        )
    return None


def _entered(request: Request, settings: Settings) -> Response | None:
    """None if the request may look; else a way in, or a refusal.

    The token comes as a bearer's, in a cookie, or once in the address, from where it is put into the cookie.
    """
    token = settings.token
    if token is None:
        return None
    shown = request.query_params.get("token")
    if shown is not None and _equal(shown, token) and request.method == "GET":
        response = RedirectResponse(request.url.path, 303)
        response.set_cookie(TOKEN_COOKIE, token, httponly=True, samesite="strict", path="/")
        return response
    if bears(request, token) or _equal(request.cookies.get(TOKEN_COOKIE, ""), token):
        return None
    return refusal(
        request, 401, "this desk asks for its token", "Open the address that it printed when it was started"
    )


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
    if not token and request.headers.get("content-type", "").startswith(FORMS):
        token = str((await request.form()).get(TOKEN_FIELD, ""))
    if not session.is_mine(token, desk.secret):
        raise Unsigned


class Unsigned(Exception):
    """A request that writes does not carry the token of its session."""


def bears(request: Request, token: str) -> bool:
    """Whether a request shows the desk's token as its bearer."""
    header = request.headers.get("authorization", "")
    return header.startswith(_BEARER) and _equal(header.removeprefix(_BEARER), token)


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _is_from_here(request: Request) -> bool:
    """Whether a browser says that the request comes from a page of this desk, or no browser sent it."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    return origin is None or urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()
