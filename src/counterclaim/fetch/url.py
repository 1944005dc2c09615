"""The address of a page: read once, checked, and followed from redirect to redirect."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address

import httpx2

from counterclaim.errors import RefusedAddress
from counterclaim.fetch.address import refusal

DEFAULT_PORTS = {"http": 80, "https": 443}
# Where pages for the public stand.  Any other port is another kind of service (mail,
# a database), which a hostile link would have us talk to.
PORTS = frozenset({80, 443, 8000, 8008, 8080, 8443, 8888})
_LONGEST = 8000  # characters; servers take no more than about 8,192 bytes of a request line
_NAME = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")
_NUMBER = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)\.?")
_OURSELVES = re.compile(r"(?:.*\.)?localhost\.?")


def web_url(text: str, allowed: frozenset[str], where: str | None = None) -> httpx2.URL:
    """The address as one to be asked, without its fragment; RefusedAddress if it must not be.

    `allowed` are the hosts, each with its port (`127.0.0.1:8000`), that may be
    asked wherever they are.  Errors name `where`, or the address itself.
    """
    where = text if where is None else where
    if len(text) > _LONGEST:
        raise _refused(where[:100] + "...", f"it has more than {_LONGEST:,} characters")
    try:
        url = httpx2.URL(text.strip())
    except httpx2.InvalidURL as error:
        raise _refused(where, f"{text!r} is no proper address ({error})") from error
    _check(url, allowed, where)
    # one page has one address: no fragment, no port that goes without saying
    return url.copy_with(fragment=None, port=None if port_of(url) == DEFAULT_PORTS[url.scheme] else url.port)


def next_url(url: httpx2.URL, location: str, allowed: frozenset[str], where: str) -> httpx2.URL:
    """The address that a redirect from `url` leads to; RefusedAddress if it must not be followed."""
    try:
        target = url.join(location)
    except httpx2.InvalidURL as error:
        raise _refused(where, f"it leads on to {location[:200]!r}, no proper address ({error})") from error
    if url.scheme == "https" and target.scheme == "http":
        raise _refused(where, f"it leads on from https to the unprotected {target}")
    return web_url(str(target), allowed, where)


def port_of(url: httpx2.URL) -> int:
    """The port that is asked."""
    return DEFAULT_PORTS[url.scheme] if url.port is None else url.port


def site_of(url: httpx2.URL) -> str:
    """The host and port of an address, written as in the list of allowed hosts."""
    return host_and_port(url.raw_host.decode("ascii"), port_of(url))


def host_and_port(host: str, port: int) -> str:
    """A host and port in one, `[::1]:80` for IPv6."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _check(url: httpx2.URL, allowed: frozenset[str], where: str) -> None:
    """Raise for everything that can be told without asking for the name's address."""
    if not url.scheme:
        raise _refused(where, "it does not begin with http:// or https://")
    if url.scheme not in DEFAULT_PORTS:
        raise _refused(where, f"`{url.scheme}:` is not an address on the web")
    if url.userinfo:
        hidden = re.sub(r"//[^/]*@", "//...@", where)  # messages are kept in the ledger's log
        raise _refused(hidden, "it holds a user name or a password")
    host = url.raw_host.decode("ascii")
    if not host:
        raise _refused(where, "it names no host")
    if site_of(url) in allowed:
        return
    wrong = _fault_of_host(host)
    if wrong is not None:
        raise _refused(where, f"{host} is {wrong}")
    if port_of(url) not in PORTS:
        raise _refused(where, f"port {port_of(url)} is not one for web pages")


def _fault_of_host(host: str) -> str | None:
    if ":" in host:
        return _fault_of_literal(IPv6Address, host)
    if _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        return _fault_of_literal(IPv4Address, host)
    if _OURSELVES.fullmatch(host):
        return "this computer itself"
    return None if _NAME.fullmatch(host) else "no proper name of a host"


def _fault_of_literal(kind: type[IPv4Address | IPv6Address], host: str) -> str | None:
    """What is wrong with an address given as numbers: the system would read `127.1` and `0x7f.1` too."""
    try:
        kind(host)
    except AddressValueError:
        return "an odd way to write an address"
    return refusal(host)


def _refused(where: str, wrong: str) -> RefusedAddress:
    return RefusedAddress(
        where, wrong, "Give the address of a public web page, or save the page and give the file"
    )
