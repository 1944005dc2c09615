"""Which addresses of the internet protocol a page may be fetched from: those of the public internet.

The blocks are those of the IANA special-purpose registries for IPv4 and IPv6 (RFC 6890
and its successors), written out because `ipaddress` judges some of them
differently from one Python to the next.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_INSIDE_4 = tuple(
    (IPv4Network(block), kind)
    for block, kind in (
        ("0.0.0.0/8", "an unspecified address"),
        ("10.0.0.0/8", "a private address"),
        ("100.64.0.0/10", "an address inside a provider's network"),
        ("127.0.0.0/8", "this computer itself"),
        ("169.254.0.0/16", "a link-local address, as of a cloud's metadata service"),
        ("172.16.0.0/12", "a private address"),
        ("192.0.0.0/24", "a reserved address"),
        ("192.0.2.0/24", "an address for documentation"),
        ("192.88.99.0/24", "a tunnel"),
        ("192.168.0.0/16", "a private address"),
        ("198.18.0.0/15", "an address for measurements"),
        ("198.51.100.0/24", "an address for documentation"),
        ("203.0.113.0/24", "an address for documentation"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
        # public by its number, and answered by the host that a machine of Azure runs on
        ("168.63.129.16/32", "a cloud's metadata service"),
    )
)
_INSIDE_6 = tuple(
    (IPv6Network(block), kind)
    for block, kind in (
        ("::/128", "an unspecified address"),
        ("::1/128", "this computer itself"),
        ("fc00::/7", "a private address"),
        ("fe80::/10", "a link-local address"),
        ("fec0::/10", "a private address"),
        ("ff00::/8", "a multicast address"),
        ("2001::/23", "a tunnel or a reserved address"),
        ("2001:db8::/32", "an address for documentation"),
        ("2002::/16", "a tunnel"),
        ("3fff::/20", "an address for documentation"),
    )
)
_GLOBAL_6 = IPv6Network("2000::/3")
_CARRYING_4 = (
    IPv6Network("::ffff:0:0/96"),
    # networks without IPv4 reach all of its sites through this one
    IPv6Network("64:ff9b::/96"),
)


def refusal(address: str) -> str | None:
    """What an IPv4 or IPv6 address is if nothing may be fetched from it ("a private address"), or None.

    ValueError if it is not one in full.  An IPv6 address that carries an IPv4 one is judged by that.
    """
    found = ip_address(address)
    if isinstance(found, IPv4Address):
        return _refusal_4(found)
    if found.scope_id is not None:
        return "a link-local address"
    if any(found in block for block in _CARRYING_4):
        return _refusal_4(IPv4Address(found.packed[-4:]))
    return _refusal_6(found)


def _refusal_4(address: IPv4Address) -> str | None:
    return next((kind for block, kind in _INSIDE_4 if address in block), None)


def _refusal_6(address: IPv6Address) -> str | None:
    for block, kind in _INSIDE_6:
        if address in block:
            return kind
    return None if address in _GLOBAL_6 else "a reserved address"
