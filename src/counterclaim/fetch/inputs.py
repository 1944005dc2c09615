"""From what a person adds to a ledger to captures: files of every kind, folders, addresses, standard input.

What an input is, is told by its bytes; its name decides only where bytes cannot
(a corpus of JSON lines, a page without a tag at its start).
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from counterclaim.errors import InputError, NotText
from counterclaim.fetch.corpus import corpus_captures
from counterclaim.fetch.feeds import feed_captures, looks_like_feed, parsed_feed
from counterclaim.fetch.files import (
    STDIN,
    document_capture,
    is_corpus,
    opened,
    refused,
    shown_name,
    standard_input,
    stated_day,
)
from counterclaim.fetch.folders import folder_files
from counterclaim.fetch.limits import DOCUMENT_BYTES, too_large
from counterclaim.fetch.online import Web, online_captures
from counterclaim.fetch.parquet import MAGIC as PARQUET
from counterclaim.fetch.parquet import parquet_captures
from counterclaim.fetch.revisits import Revisits
from counterclaim.fetch.sitemaps import looks_like_sitemap
from counterclaim.fetch.sniff import foreign_format, looks_like_html
from counterclaim.fetch.unpack import GZIP, Members, gunzipped
from counterclaim.fetch.warc import arc_refusal, warc_captures
from counterclaim.model.document import Capture

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_WARC = re.compile(rb"\s*WARC/\d")
_ARC = b"filedesc:"
_HEAD = 4096


def input_captures(
    inputs: Iterable[str],
    *,
    published: str | None = None,
    client: Callable[[], Web] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Capture | InputError]:
    """Every document of the inputs, in order, and an error value in the place of each that is none.

    An input is a file, a folder, an address or `-`.  `client` makes what addresses are
    fetched with, once and only if there is one; without it an address is an error value.
    `published` is the day for documents that state none; InputError is raised if it is no date.
    Nothing is decoded here but corpora, feeds and archives, and nothing is held but one
    document or feed at a time.
    """
    return _Adding(stated_day(published), client, stdin).each(list(inputs))


class _Adding:
    """One run over inputs: what holds for all of them."""

    def __init__(self, day: str | None, client: Callable[[], Web] | None, stdin: BinaryIO | None) -> None:
        self._day = day
        self._web = None if client is None else cache(client)
        self._stdin = stdin
        self._revisits = Revisits()

    def each(self, inputs: list[str]) -> Iterator[Capture | InputError]:
        for name in inputs:
            yield from _handed_over(self._input(name), name)

    def _input(self, name: str) -> Iterator[Capture | InputError]:
        if _ADDRESS.match(name):
            yield from self._address(name)
        elif name == STDIN:
            yield from self._whole(standard_input(self._stdin), name)
        elif _is_folder(name):
            for found in folder_files(name, shown_name(name)):
                if isinstance(found, InputError):
                    yield found
                else:
                    yield from _handed_over(self._file(found), found)
        else:
            yield from self._file(name)

    def _address(self, url: str) -> Iterator[Capture | InputError]:
        if self._web is None:
            raise InputError(
                url, "it is an address, and nothing is fetched here", "Save the page and give the file"
            )
        yield from online_captures(url, self._web(), self._day)

    def _file(self, name: str) -> Iterator[Capture | InputError]:
        shown = shown_name(name)
        with opened(name) as stream:
            if is_corpus(name):
                yield from corpus_captures(stream, shown, self._day, None)
                return
            head = stream.peek(_HEAD)[:_HEAD]
            if head.startswith(PARQUET):
                yield from parquet_captures(name, shown, self._day, None)
                return
            inner = _inner_head(stream) if head.startswith(GZIP) else head
            if inner.startswith(_ARC):
                raise arc_refusal(shown)
            if _WARC.match(inner):
                yield from warc_captures(stream, name, shown, self._day, self._revisits)
            else:
                yield from self._whole(stream.read(DOCUMENT_BYTES + 1), name)

    def _whole(self, data: bytes, name: str) -> Iterator[Capture | InputError]:
        """The captures of an input that is held as a whole: a document, a feed, or a sitemap."""
        shown = shown_name(name)
        if len(data) > DOCUMENT_BYTES:
            raise too_large(shown)
        if data.startswith(GZIP):
            data, name = gunzipped(io.BytesIO(data), shown), name.removesuffix(".gz")
        if looks_like_feed(data):
            yield from feed_captures(parsed_feed(data, shown), shown, self._day)
        elif looks_like_sitemap(data):
            raise NotText(
                shown, "a sitemap names pages and holds none", "Give its address, and they are fetched"
            )
        else:
            _refuse_other_markup(data, name, shown)
            yield document_capture(data, shown, shown, self._day)


def _handed_over(found: Iterator[Capture | InputError], name: str) -> Iterator[Capture | InputError]:
    """The captures, with what is raised for an input as a whole as the last value."""
    try:
        yield from found
    except InputError as error:
        yield error
    except OSError as error:
        yield refused(name, error)


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):  # a name with a NUL in it: opening it says what is wrong
        return False


def _inner_head(stream: BufferedReader) -> bytes:
    """The first bytes of what a gzip file holds, which is left as it was found."""
    head = Members(stream).read(_HEAD)
    stream.seek(0)
    return head


def _refuse_other_markup(data: bytes, name: str, shown: str) -> None:
    """Raise for data that is text to the eye and no document: XML of another kind, JSON, a gzipped corpus."""
    if foreign_format(data) is not None or looks_like_html(data):
        return
    suffix = Path(name).suffix.lower()
    if is_corpus(name):
        raise NotText(shown, f"it is a packed {suffix} corpus", "Unpack it with `gzip -d` and give the file")
    if suffix == ".json":
        remedy = "Write one object with `id` and `text` on each line, and call the file .jsonl"
        raise NotText(shown, "it is JSON and no JSON Feed", remedy)
    if suffix == ".xml" or data.lstrip().startswith(b"<?xml"):
        remedy = "Give the pages it is about, or save its text as a .txt file"
        raise NotText(shown, "it is XML, and neither a feed nor a sitemap nor a page", remedy)
