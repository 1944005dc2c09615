"""The application: guards before everything, then pages, the API, and what they look like."""

from __future__ import annotations

from pathlib import Path

from fastapi import Depends, FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from counterclaim import __version__
from counterclaim.desk import pages
from counterclaim.desk.answer import error_answer, refusal
from counterclaim.desk.desk import Desk
from counterclaim.desk.guards import Unsigned, checked, guard
from counterclaim.desk.settings import Settings
from counterclaim.errors import CounterclaimError
from counterclaim.show import web

STATIC = Path(web.__file__).parent / "static"


def create_app(settings: Settings) -> FastAPI:
    """The desk as an ASGI application; nothing is opened before the first request."""
    app = FastAPI(
        title="Counterclaim",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(checked)],
    )
    app.state.desk = Desk(settings)
    for router in pages.ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_exception_handler(CounterclaimError, _ours)
    app.add_exception_handler(Unsigned, _unsigned)
    app.add_exception_handler(HTTPException, _http)
    guard(app)
    return app


def _ours(request: Request, error: Exception) -> Response:
    if not isinstance(error, CounterclaimError):
        raise error
    return error_answer(request, error)


def _unsigned(request: Request, _: Exception) -> Response:
    return refusal(
        request,
        403,
        "the form does not carry the token of this session",
        "Load its page again, then send it anew",
    )


def _http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    wrong, remedy = _HTTP.get(error.status_code, (error.detail, "Go back, and try it another way"))
    answer = refusal(request, error.status_code, wrong, remedy)
    answer.headers.update(error.headers or {})
    return answer


_HTTP = {
    404: ("there is no such page", "Start from the first page, or search"),
    405: (
        "this address does not take that method",
        "Use the desk's own pages, or see the description of the API",
    ),
}
