"""What a site allows programs to fetch: its robots.txt (RFC 9309)."""

from __future__ import annotations

import math
from collections.abc import Callable

import httpx2
import msgspec
from protego import Protego

from counterclaim.errors import FetchFailed, InputError, InputTooLarge, RefusedAddress
from counterclaim.fetch.fetched import Fetched
from counterclaim.fetch.url import site_of

ROBOTS_BYTES = 512 * 1024
"""The most that is read of a robots.txt; the standard wants at least 500 KiB."""

_KEPT = 24 * 3600.0  # seconds that an answer holds: the standard's most
_KEPT_UNREACHABLE = 600.0


class _Rules(msgspec.Struct, frozen=True):
    """The rules of a site, or why nothing is fetched from it; `until` is when to ask again."""

    until: float
    rules: Protego | None = None
    closed: str | None = None
    kind: type[InputError] = FetchFailed


class Robots:
    """The robots.txt of each site, asked for once and kept."""

    def __init__(self, ask: Callable[[str], Fetched], agent: str, clock: Callable[[], float]) -> None:
        self._ask = ask
        self._agent = agent
        self._clock = clock
        self._sites: dict[str, _Rules] = {}

    def permit(self, url: httpx2.URL, where: str) -> None:
        """Raise, naming `where`, unless the site lets the page be fetched.

        RefusedAddress if its rules forbid it, FetchFailed if they cannot be had now: the
        standard takes that for a prohibition too.
        """
        found = self._of(url)
        if found.closed is not None:
            wrong = f"the robots.txt of {url.host} {found.closed}, so nothing is fetched from there"
            raise found.kind(where, wrong, "Try again later, or save the page and give the file")
        if found.rules is not None and not found.rules.can_fetch(str(url), self._agent):
            wrong = f"the robots.txt of {url.host} does not let programs fetch {url}"
            raise RefusedAddress(where, wrong, "Save the page in a browser and give the file")

    def delay(self, url: httpx2.URL) -> float:
        """The seconds between two pages that the site asks for, 0 if it asks for none."""
        rules = self._of(url).rules
        stated = None if rules is None else rules.crawl_delay(self._agent)
        return stated if stated is not None and stated > 0 and not math.isnan(stated) else 0.0

    def _of(self, url: httpx2.URL) -> _Rules:
        site = f"{url.scheme}://{site_of(url)}"
        known = self._sites.get(site)
        if known is None or known.until <= self._clock():
            known = self._sites[site] = self._fetched(url)
        return known

    def _fetched(self, url: httpx2.URL) -> _Rules:
        now = self._clock()
        try:
            answer = self._ask(str(url.copy_with(raw_path=b"/robots.txt")))
        except InputTooLarge:
            return _Rules(now + _KEPT, closed=f"has more than {ROBOTS_BYTES:,} bytes")
        except (FetchFailed, RefusedAddress) as error:
            closed = f"cannot be fetched ({error.wrong})"
            return _Rules(now + _KEPT_UNREACHABLE, closed=closed, kind=type(error))
        if answer.status == 200:
            return _Rules(now + _KEPT, Protego.parse(answer.body.decode("utf-8-sig", "replace")))
        # the standard counts 429 among "there is none"; it says that the server has enough of us
        if 400 <= answer.status < 500 and answer.status != 429:
            return _Rules(now + _KEPT)
        return _Rules(now + _KEPT_UNREACHABLE, closed=f"is not given (status {answer.status})")
