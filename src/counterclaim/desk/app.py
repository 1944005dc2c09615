"""The application: guards before everything, then pages, the API, and what they look like."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from counterclaim import __version__
from counterclaim.desk import api, pages
from counterclaim.desk.answer import API, error_answer, path_of, refusal
from counterclaim.desk.desk import Desk
from counterclaim.desk.guards import Guard, Unsigned, checked
from counterclaim.desk.invalid import invalid_answer
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
        lifespan=_open,
    )
    app.state.desk = Desk(settings)
    for router in pages.ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.include_router(api.ROUTER)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_exception_handler(CounterclaimError, _ours)
    app.add_exception_handler(Unsigned, _unsigned)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, invalid_answer)
    app.add_middleware(Guard)
    return app


@asynccontextmanager
async def _open(app: FastAPI) -> AsyncIterator[None]:
    yield
    desk: Desk = app.state.desk
    await run_in_threadpool(desk.jobs.close)


def _ours(request: Request, error: Exception) -> Response:
    if not isinstance(error, CounterclaimError):
        raise error
    return error_answer(request, error)


def _unsigned(request: Request, _: Exception) -> Response:
    wrong = "{} does not carry the token of this session"
    if path_of(request).startswith(API):
        remedy = f"Send the csrf of GET {api.ROOT}/session in X-CSRF-Token, with the cookie that it set"
        return refusal(request, 403, wrong.format("the request"), remedy)
    return refusal(request, 403, wrong.format("the form"), "Load its page again, then send it anew")


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
    408: ("it took too long to come", "Send it again, in smaller parts if your line is slow"),
    413: ("more was sent than the desk takes at once", "Send it in parts, or use `counterclaim add`"),
}
