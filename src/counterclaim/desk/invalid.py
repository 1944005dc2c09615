"""Requests that are not as they should be, told as every other fault is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError

from counterclaim.desk.answer import error_answer
from counterclaim.errors import InputError
from counterclaim.show.meaning_record import encodable

MOST, LONGEST = 5, 300  # faults told of one request; code points told of each


def invalid_answer(request: Request, error: Exception) -> Response:
    """Where a request is at fault, and of what."""
    if not isinstance(error, RequestValidationError):
        raise error
    faults = error.errors()[:MOST]
    where = ", ".join(dict.fromkeys(_place(one) for one in faults))
    wrong = "; ".join(dict.fromkeys(_wrong(one) for one in faults))
    return error_answer(request, InputError(where, wrong, "Mend that, and send it again"))


def _place(fault: Mapping[str, Any]) -> str:
    return _plain(" ".join(str(part) for part in fault["loc"]))


def _wrong(fault: Mapping[str, Any]) -> str:
    return _plain(fault["msg"].removeprefix("Value error, "))


def _plain(words: str) -> str:
    return encodable(words[:LONGEST]) or ""
