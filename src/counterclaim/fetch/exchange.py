"""One question to the web and its answer, redirects followed, every limit counted."""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

import httpcore2
import httpx2

from counterclaim import __version__
from counterclaim.errors import FetchFailed, InputTooLarge
from counterclaim.fetch.coding import ACCEPTED, decoded
from counterclaim.fetch.fetched import Fetched, plain
from counterclaim.fetch.limits import DOCUMENT_BYTES
from counterclaim.fetch.url import next_url, web_url
from counterclaim.fetch.wire import Budget, Resolver, Wire, system_resolver

AGENT = "Counterclaim"
TIMEOUT = 20.0
"""Seconds that one question may take from the first connection to the last byte."""

MOST_REDIRECTS = 10
_REDIRECTS = {301, 302, 303, 307, 308}
# Beyond the page itself: headers, redirects, the framing of chunks.
_OVERHEAD = 1_000_000
# Deflate makes at most 1,032 bytes of one and brotli far more; markup packs to a tenth or so.
_RATIO = 200
_RATIO_FROM = 1_000_000  # bytes unpacked before the ratio says anything
_CONTENT_TYPE = re.compile(r"\s*([\w.+-]{1,80}/[\w.+-]{1,80})\s*(?:;|$)", re.ASCII)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{1,40})", re.ASCII | re.IGNORECASE)
_ASKED = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": ACCEPTED,
}


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class World:
    """What lies outside: names, clocks and trusted certificates (None: those of the system)."""

    resolve: Resolver = system_resolver
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = _now
    tls: ssl.SSLContext | None = None


@dataclass(frozen=True)
class Exchange:
    """Asks servers; nothing is kept open, remembered or sent along between two questions."""

    allowed: frozenset[str] = frozenset()
    timeout: float = TIMEOUT
    limit: int = DOCUMENT_BYTES
    world: World = World()

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        # nothing is taken from the environment, so not the certificates of SSL_CERT_FILE either
        return self.world.tls or httpx2.create_ssl_context(trust_env=False)

    def ask(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        *,
        permit: Callable[[httpx2.URL, str], None] | None = None,
    ) -> Fetched:
        """The answer, whatever its status; a body only with 200.

        `permit` is called with each address before it is asked, and with the first; it may raise.
        RefusedAddress, FetchFailed and InputTooLarge name the address asked for.
        """
        target = web_url(url, self.allowed)
        budget = Budget(url, self.timeout, self.limit + _OVERHEAD)
        wire = Wire(budget, self.allowed, self.world.resolve)
        sent = [*_ASKED.items(), *(headers or {}).items()]
        with httpcore2.ConnectionPool(ssl_context=self._tls, network_backend=wire) as pool:
            for redirects in range(MOST_REDIRECTS + 1):
                if permit is not None:
                    permit(target, url)
                with _answer(pool, target, sent, url) as response:
                    found = httpx2.Headers(response.headers)
                    location = found.get("location")
                    if response.status not in _REDIRECTS or location is None:
                        body = self._body(response, found, url) if response.status == 200 else b""
                        return self._fetched(target, url, response.status, found, body, redirects)
                target = next_url(target, location, self.allowed, url)
        wrong = f"it leads on more than {MOST_REDIRECTS} times"
        raise FetchFailed(url, wrong, "Open it in a browser and give the address that it ends at")

    def _body(self, response: httpcore2.Response, headers: httpx2.Headers, where: str) -> bytes:
        """The page, unpacked, and given up at the first piece too many."""
        stated = headers.get("content-length", "")
        if stated.isdecimal() and int(stated[:20]) > self.limit:
            raise self._too_large(where)
        received = 0

        def chunks() -> Iterator[bytes]:
            nonlocal received
            for chunk in response.iter_stream():
                received += len(chunk)
                yield chunk

        body = bytearray()
        for piece in decoded(chunks(), headers.get("content-encoding"), where):
            body += piece
            if len(body) > self.limit:
                raise self._too_large(where)
            if len(body) > _RATIO_FROM and len(body) > _RATIO * received:
                wrong = f"it unpacks to more than {_RATIO} times its size, as no page does"
                raise InputTooLarge(where, wrong, "Open it in a browser and save the page")
        return bytes(body)

    def _too_large(self, where: str) -> InputTooLarge:
        wrong = f"it has more than {self.limit:,} bytes, the most that is fetched"
        return InputTooLarge(where, wrong, "Save the page, split it and give the files")

    def _fetched(
        self,
        url: httpx2.URL,
        requested: str,
        status: int,
        headers: httpx2.Headers,
        body: bytes,
        redirects: int,
    ) -> Fetched:
        content_type, charset = _content_type(headers.get("content-type"))
        return Fetched(
            url=str(url),
            requested=requested,
            status=status,
            retrieved=self.world.now().strftime("%Y-%m-%dT%H:%M:%SZ"),
            body=body,
            content_type=content_type,
            charset=charset,
            etag=plain(headers.get("etag")),
            last_modified=plain(headers.get("last-modified")),
            retry_after=plain(headers.get("retry-after")),
            redirects=redirects,
        )


@contextmanager
def _answer(
    pool: httpcore2.ConnectionPool, url: httpx2.URL, headers: list[tuple[str, str]], where: str
) -> Iterator[httpcore2.Response]:
    """The answer while it streams in, the library's errors as ours."""
    target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    named = [("Host", url.netloc.decode("ascii")), *headers]
    again = "Try again later, or save the page and give the file"
    try:
        with pool.stream("GET", target, headers=named) as response:
            yield response
    except httpcore2.TimeoutException as error:
        raise FetchFailed(where, f"{url.host} does not answer in time", again) from error
    except httpcore2.ProtocolError as error:
        raise FetchFailed(where, f"{url.host} does not answer in proper HTTP ({error})", again) from error
    except httpcore2.NetworkError as error:
        raise FetchFailed(where, f"the connection to {url.host} fails ({error})", again) from error


def _content_type(header: str | None) -> tuple[str | None, str | None]:
    """The bare media type in lower case, and the charset, of a `Content-Type`."""
    kind = _CONTENT_TYPE.match(header or "")
    charset = _CHARSET.search(header or "")
    return kind and kind.group(1).lower(), charset and charset.group(1)
