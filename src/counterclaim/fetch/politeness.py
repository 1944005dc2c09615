"""How often a site is asked: the pause between two pages, and the wait when a server has enough."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from counterclaim.errors import FetchFailed

DELAY = 2.0
"""Seconds between two pages of one site, where it asks for no longer pause."""

ATTEMPTS = 3
PATIENCE = 120.0
"""The most seconds that are waited at once; a site that wants more is left for another day."""

_FIRST_WAIT = 5.0  # seconds, doubled with each attempt
_BUSY = {429, 500, 502, 503, 504}


def is_busy(status: int) -> bool:
    """Whether a status says that the same question may be answered later."""
    return status in _BUSY


def backoff(attempt: int, retry_after: str | None, now: datetime) -> float:
    """The seconds to wait behind attempt 0, 1, 2: doubled each time, or longer if the server asks for it."""
    return max(_FIRST_WAIT * 2.0**attempt, _stated(retry_after, now))


def _stated(retry_after: str | None, now: datetime) -> float:
    """The seconds of a `Retry-After`, given as a number or as a date; 0 if it says neither."""
    if retry_after is None:
        return 0.0
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:12])
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):  # a header of strangers: what it cannot say, it does not
        return 0.0
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    return max(0.0, (at - now).total_seconds())


class Pace:
    """When each site may be asked next."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._clock = clock
        self._sleep = sleep
        self._last: dict[str, float] = {}
        self._not_before: dict[str, float] = {}

    def wait(self, site: str, delay: float, where: str) -> None:
        """Sleep until the site may be asked again; FetchFailed if that is longer than `PATIENCE`."""
        earliest = max(self._last.get(site, -math.inf) + delay, self._not_before.get(site, -math.inf))
        seconds = earliest - self._clock()
        if seconds > PATIENCE:
            wrong = f"{site} asks to be left alone for {math.ceil(min(seconds, 1e9)):,} seconds"
            raise FetchFailed(where, wrong, "Try again later")
        if seconds > 0:
            self._sleep(seconds)

    def asked(self, site: str) -> None:
        """Take note that the site was asked just now."""
        self._last[site] = self._clock()

    def leave_alone(self, site: str, seconds: float) -> None:
        """Take note that the site is not to be asked for so long."""
        self._not_before[site] = self._clock() + seconds
