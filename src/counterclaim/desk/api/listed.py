"""A page of a list: the records as an array, with where the next page is in a Link header (RFC 8288)."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

import msgspec
from fastapi import Request, Response

from counterclaim.desk.answer import json_answer, path_of
from counterclaim.desk.api.shapes import shaped

TOTAL = "X-Total-Count"


def listed(
    request: Request,
    records: Iterable[msgspec.Struct],
    following: str | None,
    total: int | None = None,
    **fixed: str,
) -> Response:
    """The records with the fields that JSON Lines have; `following` is the cursor of the next page.

    That page is asked for as this one was, with the parameters in `fixed` as they were taken for it.
    """
    headers = {}
    if following is not None:
        asked = {**dict(request.query_params.items()), **fixed, "cursor": following}
        headers["Link"] = f'<{path_of(request)}?{urlencode(asked)}>; rel="next"'
    if total is not None:
        headers[TOTAL] = str(total)
    return json_answer(request, [shaped(one) for one in records], headers)
