"""The API as OpenAPI 3.1: parameters from the endpoints, answers from the records that they give."""

from __future__ import annotations

import functools
import inspect
from typing import Any

import msgspec
from fastapi.openapi.utils import get_openapi

from counterclaim import __version__
from counterclaim.desk.answer import Problem
from counterclaim.desk.api.listed import TOTAL
from counterclaim.desk.api.operation import JSON, ROOT, Operation, Operations

Json = dict[str, Any]
REF = "#/components/schemas/{name}"
_PROBLEM = REF.format(name=Problem.__name__)

_ABOUT = """\
All that the desk shows, for programs, and writing of judgements and additions. It gives no verdict: what
claims say to a question stands side by side, each with its receipt.

Records have the same names and values as the JSON Lines of the command line; spans are pairs of code point
offsets, end exclusive. A list is an array; where more follows, the answer has a `Link` header with
`rel="next"`, whose address is to be asked as it is. Its cursor stays right when documents are added meanwhile.

Every answer has an `ETag`: ask again with `If-None-Match`, and what has not changed is told with 304.
Whatever is refused is a `Problem`: where, what was wrong, what to do. What is not known (a parameter, a field) is refused too.
To write, get `/session`, keep its cookie, and send its `csrf` in the header `X-CSRF-Token`; a desk that asks
for a token takes `Authorization: Bearer` for everything.
"""  # noqa: E501 - CommonMark, as clients show it

_TAGS = {
    "claims": "Who said what, and how it stands to what others said.",
    "documents": "The texts, as they were archived and read.",
    "inquiries": "What was found across documents.",
    "voices": "Who speaks, and where it is printed: counts and lists, never a worth.",
    "reviews": "What people judged: signed, dated, beside what was read.",
    "additions": "Ways in.",
    "desk": "The desk itself.",
}

_REFUSALS = {
    400: "The body cannot be read as JSON.",
    401: "The desk asks for its token.",
    403: "The desk is for looking only, the session's token is missing, or an address must not be asked.",
    404: "The ledger holds nothing of that name, or no page goes on at that cursor.",
    413: "More was sent than is taken at once.",
    421: "The desk does not answer to this name.",
    422: "Something about the request is wrong; nothing was changed.",
    503: "The ledger is held by another process for too long, or too much waits in line.",
}


@functools.cache
def description(operations: Operations) -> Json:
    """The document; made once, because nothing in it changes while the program runs."""
    types = list(_types(operations))
    schemas, components = msgspec.json.schema_components(types, ref_template=REF)
    answers = dict(zip(map(str, types), schemas, strict=True))
    page: Json = get_openapi(
        title="Counterclaim desk",
        version=__version__,
        openapi_version="3.1.0",
        description=_ABOUT,
        routes=operations.router.routes,
        tags=[{"name": name, "description": about} for name, about in _TAGS.items()],
        servers=[{"url": "/", "description": "This desk"}],
    )
    for path in page["paths"].values():
        for method, operation in path.items():
            _describe(operation, method, operations.described[operation["operationId"]], answers)
    page["components"]["schemas"].update({name: _told(one) for name, one in components.items()})
    page["components"]["schemas"] = dict(sorted(page["components"]["schemas"].items()))
    page["components"]["securitySchemes"] = {
        "csrf": {
            "type": "apiKey",
            "in": "header",
            "name": "X-CSRF-Token",
            "description": f"The token of GET {ROOT}/session, with the cookie that came with it.",
        },
        "bearer": {
            "type": "http",
            "scheme": "bearer",
            "description": "The token of the desk, where it was started with one.",
        },
    }
    return page


def _types(operations: Operations) -> list[Any]:
    """What is given, each once, in the order of the operations."""
    given = {str(one.gives): one.gives for one in operations.described.values()}
    return [*given.values(), Problem]


def _describe(operation: Json, method: str, answer: Operation, answers: Json) -> None:
    given: Json = {
        "description": "What was asked for." if method == "get" else "It is taken in.",
        "headers": _headers(method, answer),
        "content": {answer.media: {"schema": answers[str(answer.gives)]}},
    }
    operation["responses"] = {
        str(answer.status): given,
        **({"304": {"description": "It is as `If-None-Match` has it."}} if method == "get" else {}),
        **{str(status): _refusal(status) for status in sorted(answer.refusals)},
    }
    operation["security"] = [{}, {"bearer": []}] if method == "get" else [{"csrf": []}, {"bearer": []}]
    if method == "get":
        operation.setdefault("parameters", []).append(_IF_NONE_MATCH)


_IF_NONE_MATCH: Json = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "The ETag of an answer that is still there.",
    "schema": {"type": "string"},
    "example": '"0123456789abcdef01234567"',
}


def _headers(method: str, answer: Operation) -> Json:
    headers: Json = {}
    if method == "get":
        headers["ETag"] = _header("A tag of the answer, for If-None-Match.")
    else:
        headers["Location"] = _header("Where what was made is.")
    if answer.is_list:
        headers["Link"] = _header('The address of the next page, with `rel="next"`, where more follows.')
        headers[TOTAL] = {
            "description": "How many there are in all; of lists where that is cheap to tell.",
            "schema": {"type": "integer", "minimum": 0},
        }
    return headers


def _header(about: str) -> Json:
    return {"description": about, "schema": {"type": "string"}}


def _refusal(status: int) -> Json:
    schema = {"$ref": _PROBLEM}
    return {
        "description": _REFUSALS[status],
        "content": {JSON: {"schema": schema}},
    }


def _told(component: Json) -> Json:
    """A component as answers have it: every field is there, also where it has its usual value."""
    told = dict(component)
    if "description" in told:
        told["description"] = inspect.cleandoc(told["description"])
    if "properties" in told:
        told["properties"] = {
            name: {key: value for key, value in one.items() if key != "default"}
            for name, one in told["properties"].items()
        }
        told["required"] = list(told["properties"])
    return told
