"""The one way to the web: pages of the public internet, asked for politely."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from counterclaim.errors import FetchFailed
from counterclaim.fetch.exchange import AGENT, TIMEOUT, Exchange, World
from counterclaim.fetch.fetched import Fetched, plain
from counterclaim.fetch.limits import DOCUMENT_BYTES
from counterclaim.fetch.politeness import ATTEMPTS, DELAY, Pace, backoff, is_busy
from counterclaim.fetch.robots import ROBOTS_BYTES, Robots
from counterclaim.fetch.url import site_of, web_url

__all__ = ["Client", "Fetched", "World"]


class Client:
    """Fetches pages; what a site said of itself (robots.txt, pauses) is remembered as long as the client is.

    `allowed_hosts` names hosts with their port (`127.0.0.1:8000`) that may be asked
    though they lie inside the network.  `timeout` is for one question with all its
    redirects, `limit` the most bytes of a page, `delay` the least seconds between
    two pages of a site.
    """

    def __init__(
        self,
        *,
        allowed_hosts: frozenset[str] = frozenset(),
        timeout: float = TIMEOUT,
        limit: int = DOCUMENT_BYTES,
        delay: float = DELAY,
        world: World | None = None,
    ) -> None:
        self._world = world or World()
        self._allowed = allowed_hosts
        self._delay = delay
        self._exchange = Exchange(allowed_hosts, timeout, limit, self._world)
        rules = Exchange(allowed_hosts, timeout, ROBOTS_BYTES, self._world)
        self._robots = Robots(rules.ask, AGENT, self._world.monotonic)
        self._pace = Pace(self._world.monotonic, self._world.sleep)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing stays open between two questions, so there is nothing to close."""

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """The page at once, asked for once and whatever robots.txt says.

        With `etag` or `modified` of an earlier answer the status is 304, with no body,
        if the page is still the same.  RefusedAddress, FetchFailed or
        InputTooLarge name `url` and say what is in the way.
        """
        conditions = _conditions(etag, modified)
        return _page(self._exchange.ask(url, conditions), conditions)

    def polite_get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """The page as `get` gives it, asked for as its site wishes.

        Robots.txt is kept to on every redirect, pages of a site are some seconds apart, and
        a server that is busy is asked again, a little later each time.
        """
        conditions = _conditions(etag, modified)
        target = web_url(url, self._allowed)
        self._robots.permit(target, url)
        site = site_of(target)
        delay = max(self._delay, self._robots.delay(target))
        for attempt in range(ATTEMPTS):
            self._pace.wait(site, delay, url)
            self._pace.asked(site)
            answer = self._exchange.ask(url, conditions, permit=self._robots.permit)
            if not is_busy(answer.status):
                break
            self._pace.leave_alone(site, backoff(attempt, answer.retry_after, self._world.now()))
        return _page(answer, conditions)


def _conditions(etag: str | None, modified: str | None) -> dict[str, str]:
    """The headers that ask for the page only if it changed."""
    stated = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, stored in stated.items() if (value := plain(stored)) is not None}


def _page(answer: Fetched, conditions: dict[str, str]) -> Fetched:
    """The answer if it is a page or says that it is unchanged; FetchFailed if not."""
    if answer.status == 200 or (answer.status == 304 and conditions):
        return answer
    meaning, remedy = _MEANT.get(answer.status, _OTHERWISE)
    wrong = f"the server answers {meaning} (status {answer.status})"
    raise FetchFailed(answer.requested, wrong, remedy)


_OTHERWISE = ("without a page", "Open it in a browser, and save the page if it shows there")
_CLOSED = ("that it is not for everyone", "Save the page in a browser and give the file")
_MEANT = {
    401: _CLOSED,
    402: _CLOSED,
    403: _CLOSED,
    451: _CLOSED,
    404: ("that there is no such page", "Check the address"),
    410: ("that the page is gone", "Look for it in a web archive"),
    429: ("that it was asked too often", "Try again later"),
    503: ("that it is busy", "Try again later"),
}
