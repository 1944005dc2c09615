"""What a server answered."""

from __future__ import annotations

import re

import msgspec

_PLAIN = re.compile(r"[ -~]{1,500}")


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to one question, behind all redirects.

    `url` is where it was found and `requested` what was asked for.  `body` is
    there with status 200 only, with the codings of the transfer undone; with 304 the
    page is as it was when `etag` and `last_modified` were given.  `content_type` is bare and
    in lower case (`text/html`).  `retrieved` is an instant (ISO 8601, UTC).
    """

    url: str
    requested: str
    status: int
    retrieved: str
    body: bytes = b""
    content_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    retry_after: str | None = None
    redirects: int = 0


def plain(header: str | None) -> str | None:
    """The value of a header if it is one that can be kept and sent back, else None."""
    return header if header is not None and _PLAIN.fullmatch(header) else None
