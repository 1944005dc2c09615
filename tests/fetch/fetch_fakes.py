"""What the tests of fetching share: a web of a few pages, and one file to add."""

from __future__ import annotations

from counterclaim.errors import FetchFailed
from counterclaim.fetch.fetched import Fetched
from counterclaim.fetch.inputs import input_captures
from counterclaim.model.document import Capture

RETRIEVED = "2031-03-05T08:00:00Z"


class FakeWeb:
    """Pages by address, each a body with its content type; every other address fails."""

    def __init__(self, **_: object) -> None:
        self.pages: dict[str, tuple[bytes, str]] = {}
        self.asked: list[str] = []

    def put(self, url: str, body: bytes, content_type: str = "text/html") -> None:
        self.pages[url] = (body, content_type)

    def polite_get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        self.asked.append(url)
        if url not in self.pages:
            raise FetchFailed(url, "there is no such page", "Check the address")
        body, kind = self.pages[url]
        return Fetched(
            url=url,
            requested=url,
            status=200,
            retrieved=RETRIEVED,
            body=body,
            content_type=kind,
            charset=None,
        )


def taken(path: object, **options: object) -> tuple[list[Capture], list[Exception]]:
    """The captures and the error values of one input."""
    found = list(input_captures([str(path)], **options))
    captures = [item for item in found if isinstance(item, Capture)]
    return captures, [item for item in found if not isinstance(item, Capture)]
