"""From what a person gives to captures: checked before it is put in line, named as the person knows it.

Nothing that is given here names a file of this machine: an address goes to the web, which is asked for
nothing inside the network, and files are those that the desk itself has put aside.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from msgspec.structs import replace

from counterclaim.errors import EmptyInput, FetchFailed, InputError
from counterclaim.fetch.client import Client
from counterclaim.fetch.counted import documents_in
from counterclaim.fetch.files import stated_day
from counterclaim.fetch.inputs import input_captures
from counterclaim.fetch.online import online_captures
from counterclaim.fetch.poll import is_due
from counterclaim.fetch.records import record_capture
from counterclaim.fetch.url import web_url
from counterclaim.fetch.watch import Round
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.document import Capture
from counterclaim.model.job import (
    Addition,
    AskedFeeds,
    Comparison,
    GivenAddress,
    GivenFile,
    GivenFiles,
    PastedText,
)

PASTED = "the pasted text"
MOST_FEEDS = 100
_DROPPED, _BY_HAND = "dropped://", "pasted://"
_MARK = re.compile(r"^dropped://[0-9a-f]{12}/")
_PASTED_MARK = re.compile(r"^pasted://[0-9a-f]{12}:1")
_FIRST_WORDS = 8
Found = Iterator[Capture | InputError]


def check(addition: Addition, allowed: frozenset[str]) -> None:
    """Raise InputError for what can be seen to be wrong before anything is read or fetched."""
    if isinstance(addition, PastedText):
        text_capture(addition)
    elif isinstance(addition, GivenFiles):
        stated_day(addition.published)
        if not addition.files:
            raise EmptyInput("the files", "none was given", "Choose or drop at least one")
    elif isinstance(addition, GivenAddress):
        stated_day(addition.published)
        web_url(addition.url, allowed)
    elif isinstance(addition, AskedFeeds):
        if not 0 < len(addition.urls) <= MOST_FEEDS:
            raise InputError("the feeds", f"there are {len(addition.urls)}", f"Name 1 to {MOST_FEEDS} feeds")
        for url in addition.urls:
            web_url(url, allowed)


def name_of(addition: Addition) -> str:
    """What people call it."""
    if isinstance(addition, PastedText):
        return addition.title or _label(addition.text)
    if isinstance(addition, GivenFiles):
        names = [one.name for one in addition.files]
        return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
    if isinstance(addition, GivenAddress):
        return addition.url
    if isinstance(addition, AskedFeeds):
        return addition.urls[0] if len(addition.urls) == 1 else f"{len(addition.urls)} feeds"
    return "Questions and disputes, made anew"


def text_capture(given: PastedText) -> Capture:
    """The capture of a pasted text; EmptyInput, InputTooLarge or another InputError where it is none."""
    if not given.text.strip():
        raise EmptyInput(PASTED, "there is no text in it", "Paste the words of an article or a statement")
    if given.url is not None and _scheme(given.url) not in ("http", "https"):
        raise InputError(given.url, "it is no address of a page", "Begin it with https://, or leave it out")
    fields = {
        "id": _label(given.text),
        "text": given.text,
        "title": given.title,
        "publisher": given.publisher,
        "published": given.published,
        "url": given.url,
    }
    capture = record_capture(fields, PASTED, None)
    return replace(capture, name=f"{_BY_HAND}{_short_hash(capture.data)}:1")


def total_of(addition: Addition) -> int | None:
    """How many documents there will be, None where only reading tells."""
    return documents_in(one.path for one in addition.files) if isinstance(addition, GivenFiles) else None


class Source:
    """The captures of one addition; `settle` is called once all are safe."""

    def __init__(self, addition: Addition, client: Client, ledger: Ledger) -> None:
        self._addition = addition
        self._client = client
        self._ledger = ledger
        self._round = Round(client, ledger, _now)

    def captures(self) -> Found:
        """A capture for each document, an error in the place of each that is none."""
        addition = self._addition
        if isinstance(addition, PastedText):
            return iter([text_capture(addition)])
        if isinstance(addition, GivenFiles):
            return _of_files(addition)
        if isinstance(addition, GivenAddress):
            return _of_address(addition, self._client)
        return iter(()) if isinstance(addition, Comparison) else self._round.captures(addition.urls)

    def not_due(self) -> Iterator[InputError]:
        """The feeds that are left alone, because their servers failed not long ago."""
        for url in self._addition.urls if isinstance(self._addition, AskedFeeds) else ():
            state = self._ledger.fetch_state(url)
            if state is not None and state.next_try is not None and not is_due(state, _now()):
                day, time = state.next_try[:10], state.next_try[11:16]
                wrong = f"its server failed when it was asked last, and is left alone until {day} {time} UTC"
                yield FetchFailed(url, wrong, "Ask again then")

    def settle(self) -> None:
        """Remember what the servers of feeds said, so that they are asked for what is new the next time."""
        self._round.settle()


def plain(where: str) -> str:
    """The name of an input without the mark that keeps apart what has the same name."""
    return _PASTED_MARK.sub(PASTED, _MARK.sub("", where))


def _of_address(given: GivenAddress, client: Client) -> Found:
    try:
        yield from online_captures(given.url, client, given.published)
    except InputError as error:
        yield error


def _of_files(given: GivenFiles) -> Found:
    by_name = {Path(one.path).name: one for one in given.files}
    found = input_captures([one.path for one in given.files], published=given.published)
    return (_known_as(one, by_name) for one in found)


def _known_as(found: Capture | InputError, files: dict[str, GivenFile]) -> Capture | InputError:
    """What was found, under the name that its file had where it came from.

    Two files of one name need not be versions of one text, so what has no address of its own is told
    apart by its bytes; the same bytes again are the same again.
    """
    place = found.where if isinstance(found, InputError) else found.name
    file = files.get(Path(place).name.partition(":")[0])
    if file is None:
        return found
    if isinstance(found, InputError):
        parts = (part.replace(file.path, file.name) for part in (found.where, found.wrong, found.remedy))
        return type(found)(*parts)
    name = place.replace(file.path, file.name)
    if found.url is None:
        name = f"{_DROPPED}{_short_hash(found.data)}/{name}"
    return replace(found, name=name, id=found.id.replace(file.path, file.name))


def _scheme(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return parts.scheme if parts.netloc else ""


def _label(text: str) -> str:
    words = re.findall(r"[^\W_][\w'’-]*", text[:400])
    return f"“{' '.join(words[:_FIRST_WORDS])} …”" if words else "A pasted text"


def _short_hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]


def _now() -> datetime:
    return datetime.now(UTC)
