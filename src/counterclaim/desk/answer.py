"""How the desk answers: a page or JSON with an ETag, and errors as a page or as JSON."""

from __future__ import annotations

import hashlib

import msgspec
from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from counterclaim.errors import (
    BusyLedger,
    CounterclaimError,
    EmptyInput,
    InputError,
    InputTooLarge,
    LedgerError,
    RefusedAddress,
    UnknownId,
)
from counterclaim.show.web.trouble import trouble_page

API = "/api/"
_encode = msgspec.json.Encoder(order="deterministic").encode
_STATUS: tuple[tuple[type[CounterclaimError], int], ...] = (  # the first that fits
    (UnknownId, 404),
    (InputTooLarge, 413),
    (RefusedAddress, 403),
    (EmptyInput, 422),
    (InputError, 422),
    (BusyLedger, 503),
    (LedgerError, 500),
    (CounterclaimError, 500),
)


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What was wrong with a request: where, what, and what to do."""

    error: str
    where: str
    wrong: str
    remedy: str


def html_answer(request: Request, page: str, status: int = 200) -> Response:
    """A page, or word that the browser has it already."""
    return tagged(request, HTMLResponse(page.encode("utf-8", "replace"), status))


def json_answer(request: Request, value: object, headers: dict[str, str] | None = None) -> Response:
    """A record as JSON, with the names that all output has; or word that it has not changed."""
    response = Response(_encode(value), media_type="application/json", headers=headers)
    return tagged(request, response)


def tagged(request: Request, response: Response) -> Response:
    """The response under a tag of what it tells, or word that the browser has them already."""
    if request.method not in ("GET", "HEAD") or response.status_code != 200:
        return response
    link = response.headers.get("link", "")  # where a list goes on may change while the page does not
    tag = f'"{hashlib.sha256(bytes(response.body) + link.encode()).hexdigest()[:24]}"'
    if has_already(request, tag):
        response = Response(status_code=304, headers={"Link": link} if link else None)
    response.headers["ETag"] = tag
    return response


def has_already(request: Request, tag: str) -> bool:
    """Whether the browser says that it has what goes by this tag."""
    known = request.headers.get("if-none-match", "").split(",")
    return tag in (one.strip().removeprefix("W/") for one in known)


def refusal(request: Request, status: int, wrong: str, remedy: str) -> Response:
    """Why a request is not answered."""
    return _trouble(request, status, "Refused", path_of(request), wrong, remedy)


def error_answer(request: Request, error: CounterclaimError) -> Response:
    """An error of ours, under the status that says the same."""
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    return _trouble(request, status, type(error).__name__, error.where, error.wrong, error.remedy)


def path_of(request: Request) -> str:
    """The path that is asked for, decoded; a request's `url` would be made of a host that may be no name."""
    return str(request.scope["path"])


def _trouble(request: Request, status: int, kind: str, where: str, wrong: str, remedy: str) -> Response:
    if path_of(request).startswith(API):
        problem = Problem(error=kind, where=where, wrong=wrong, remedy=remedy)
        return Response(_encode(problem), status, media_type="application/json")
    page = trouble_page(status, where, wrong, remedy)
    return HTMLResponse(page.encode("utf-8", "replace"), status)
