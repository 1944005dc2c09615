"""How an operation of the API is registered: once, with what it gives, for the router and the description."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from fastapi import APIRouter, Depends, Request, Response
from starlette.exceptions import HTTPException
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from counterclaim.errors import InputError

ROOT = "/api/v1"
JSON = "application/json"
Endpoint = TypeVar("Endpoint", bound=Callable[..., Response])
_ALWAYS = (401, 421, 422, 503)  # no token, another name, what is not known, a ledger that is held
_WRITING = (400, 403, 404, 413)  # no JSON, no right to write, no such target, too much


class Operation(NamedTuple):
    """What the description of an operation needs beside its parameters.

    `gives` is the type of the answer, `refusals` are the statuses that it can be refused with.
    """

    gives: Any
    status: int
    refusals: tuple[int, ...]
    media: str = JSON
    is_list: bool = False


class Operations:
    """All operations, in the order of the description."""

    def __init__(self) -> None:
        self.router = APIRouter(prefix=ROOT)
        self.described: dict[str, Operation] = {}
        self._methods: defaultdict[str, set[str]] = defaultdict(set)

    def reads(
        self,
        path: str,
        tag: str,
        gives: Any,
        *,
        is_list: bool = False,
        may_miss: bool = False,
        media: str = JSON,
    ) -> Callable[[Endpoint], Endpoint]:
        """Register what answers GET, and HEAD with the same headers.

        `is_list` where pages may follow, `may_miss` where what is asked for may not be there though the
        path names nothing.
        """
        misses = may_miss or is_list or "{" in path
        refusals = (*_ALWAYS, 404) if misses else _ALWAYS
        return self._registering(path, tag, "GET", Operation(gives, 200, refusals, media, is_list))

    def writes(self, path: str, tag: str, gives: Any, *, status: int) -> Callable[[Endpoint], Endpoint]:
        """Register what answers POST with this status, and where what was made is."""
        return self._registering(path, tag, "POST", Operation(gives, status, (*_ALWAYS, *_WRITING)))

    def _registering(
        self, path: str, tag: str, method: str, answer: Operation
    ) -> Callable[[Endpoint], Endpoint]:
        def register(endpoint: Endpoint) -> Endpoint:
            summary, _, rest = inspect.cleandoc(endpoint.__doc__ or "").partition("\n\n")
            asks = "asked" in inspect.signature(endpoint).parameters  # the model refuses what it has not
            dependencies = [] if asks else [Depends(_asks_nothing)]
            self.router.add_api_route(
                path,
                endpoint,
                methods=[method],
                tags=[tag],
                operation_id=endpoint.__name__,
                summary=summary.replace("\n", " ").rstrip("."),
                description=rest or summary,
                status_code=answer.status,
                response_model=None,
                response_class=Response,
                responses={422: {}},  # in the place of the one that would be added; all are described later
                dependencies=dependencies,
            )
            if method == "GET":
                self.router.add_api_route(
                    path, endpoint, methods=["HEAD"], include_in_schema=False, dependencies=dependencies
                )
                self._methods[path].add("HEAD")
            self._methods[path].add(method)
            self.described[endpoint.__name__] = answer
            return endpoint

        return register

    def close(self) -> None:
        """Answer all other methods of each address: OPTIONS with those that it takes, the rest with 405."""
        for path, methods in self._methods.items():
            others = _Others(", ".join(sorted({*methods, "OPTIONS"})))
            self.router.routes.append(Route(f"{ROOT}{path}", others, include_in_schema=False))


def _asks_nothing(request: Request) -> None:
    """Refuse a parameter where none is known, so that a slip in a name is not overheard."""
    for name in request.query_params:
        raise InputError(f"query {name[:100]}", "there is no such parameter here", "Leave it out")


class _Others:
    """Answers a method that no operation of an address has."""

    def __init__(self, allowed: str) -> None:
        self._headers = {"Allow": allowed}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "OPTIONS":
            raise HTTPException(405, headers=self._headers)
        await Response(status_code=204, headers=self._headers)(scope, receive, send)
