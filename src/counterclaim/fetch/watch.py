"""One round over watched feeds: the pages that are new in them, and those that changed since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from msgspec.structs import replace

from counterclaim.errors import InputError, NotText
from counterclaim.fetch.client import Client
from counterclaim.fetch.feed import Feed
from counterclaim.fetch.feeds import entry_capture, looks_like_feed, parsed_feed
from counterclaim.fetch.fetched import Fetched
from counterclaim.fetch.page import page_capture
from counterclaim.fetch.poll import is_due, poll
from counterclaim.model.document import Capture
from counterclaim.model.fetch_state import FetchState, FetchStates

MOST = 500
"""Pages of one feed that are asked again while it lists them."""


class Round:
    """Asks each feed and each page in it what changed since the last round.

    What the servers said is kept by `settle` only, once the captures are safe: a round
    that is killed is asked again, and nothing that it had fetched is missed.
    """

    def __init__(self, client: Client, states: FetchStates, now: Callable[[], datetime]) -> None:
        self._client = client
        self._states = states
        self._now = now
        self._learned: dict[str, FetchState] = {}

    def captures(self, feeds: Iterable[str]) -> Iterator[Capture | InputError]:
        """A capture of each page that is new or changed, also where the feed itself did not change.

        Where a page cannot be had it is the error, followed by the entry's own text.
        What is not due yet, because its server failed not long ago, is passed over in silence.
        """
        for url in dict.fromkeys(feeds):
            answer = self._asked(url)
            if isinstance(answer, InputError):
                yield answer
            elif answer is not None:
                yield from self._listed(answer)
            elif (known := self._states.fetch_state(url)) is not None and url in self._learned:
                self._learned[url] = replace(self._learned[url], pages=known.pages)
                pages = (self._page(link, published) for link, published in known.pages)
                yield from (page for page in pages if page is not None)

    def settle(self) -> None:
        """Remember what each server said, so that the next round asks for what changed since."""
        for state in self._learned.values():
            self._states.keep_fetch_state(state)
        self._learned.clear()

    def _asked(self, url: str) -> Fetched | InputError | None:
        """What is new at an address: an answer, an error, or None where nothing is or it is not due."""
        if url in self._learned:
            return None
        state = self._states.fetch_state(url)
        if not is_due(state, self._now()):
            return None
        polled = poll(self._client, url, state, self._now())
        self._learned[url] = polled.state
        return polled.error or polled.fetched

    def _listed(self, answer: Fetched) -> Iterator[Capture | InputError]:
        """The pages that a changed feed lists."""
        try:
            feed = _feed(answer)
        except InputError as error:
            del self._learned[answer.requested]
            yield error
            return
        pages = dict.fromkeys((entry.link, entry.published) for entry in feed.entries[:MOST] if entry.link)
        self._learned[answer.requested] = replace(self._learned[answer.requested], pages=tuple(pages))
        for number, entry in enumerate(feed.entries, start=1):
            page = self._page(entry.link, entry.published) if entry.link else None
            if page is not None:
                yield page
            if isinstance(page, InputError) or entry.link is None:
                yield _own_text(feed, number, answer)

    def _page(self, url: str, published: str | None) -> Capture | InputError | None:
        answer = self._asked(url)
        if answer is None or isinstance(answer, InputError):
            return answer
        try:
            return replace(page_capture(answer), default_published=published)
        except InputError as error:
            return error


def _feed(answer: Fetched) -> Feed:
    if not looks_like_feed(answer.body):
        raise NotText(answer.requested, "it is no feed", "Give the address of an RSS, Atom or JSON feed")
    charset = f"; charset={answer.charset}" if answer.charset else ""
    content_type = f"{answer.content_type}{charset}" if answer.content_type else None
    return parsed_feed(answer.body, answer.requested, answer.url, content_type)


def _own_text(feed: Feed, number: int, answer: Fetched) -> Capture | InputError:
    try:
        capture = entry_capture(feed.entries[number - 1], feed, f"{answer.requested}:{number}", None)
    except InputError as error:
        return error
    return replace(capture, retrieved=answer.retrieved)
