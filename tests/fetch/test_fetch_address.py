"""Nothing is fetched from inside the network, however the address is written."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterclaim.errors import RefusedAddress
from counterclaim.fetch.address import refusal
from counterclaim.fetch.url import next_url, web_url

NOBODY = frozenset[str]()
# The special-purpose registries once more, from other sources than the table under test.
INSIDE = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4", "255.255.255.255/32",
    "168.63.129.16/32", "100.100.100.200/32", "192.0.0.192/32",
    "::/128", "::1/128", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "fd00:ec2::254/128",
    "2001::/32", "2002::/16", "2001:db8::/32", "64:ff9b:1::/48", "100::/64", "5f00::/16", "::ffff:0:0:0/96",
]  # fmt: skip
CARRIERS = ["::ffff:0:0", "64:ff9b::"]


def any_of(block: str) -> st.SearchStrategy[str]:
    """Any address of a block."""
    network = ipaddress.ip_network(block)
    first, last = int(network.network_address), int(network.broadcast_address)
    kind = type(network.network_address)
    return st.integers(first, last).map(lambda number: str(kind(number)))


@given(st.sampled_from(INSIDE).flatmap(any_of))
def test_no_address_of_a_private_or_special_block_passes(address: str) -> None:
    assert refusal(address) is not None


@given(
    st.sampled_from([block for block in INSIDE if ":" not in block]).flatmap(any_of),
    st.sampled_from(CARRIERS),
)
def test_nor_does_one_that_is_carried_in_ipv6(address: str, carrier: str) -> None:
    carried = ipaddress.IPv6Address(int(ipaddress.IPv6Address(carrier)) + int(ipaddress.IPv4Address(address)))
    assert refusal(str(carried)) is not None
    assert refusal(carried.exploded) is not None


@given(st.ip_addresses())
@example(ipaddress.ip_address("192.0.0.9"))
def test_what_passes_is_global_for_python_too(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if refusal(str(address)) is None:
        carried = getattr(address, "ipv4_mapped", None) or address
        assert carried.is_global
        assert not carried.is_private
        assert not carried.is_multicast


@pytest.mark.parametrize(
    "address",
    ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"],
)
def test_a_public_address_passes(address: str) -> None:
    assert refusal(address) is None


def test_an_address_that_is_tied_to_one_network_card_is_refused() -> None:
    assert refusal("2606:2800:21f:cb07:6820:80da:af6b:8b2c%eth0") is not None


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.0.0.1.", "127.1", "2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1",
        "017700000001", "0", "0x", "127.0.0.0x1", "1.2.3.4.5", "93.184.215.0x0e", "1572395790",
        "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
        "[fe80::1%25eth0]", "[fd00:ec2::254]", "169.254.169.254",
        "localhost", "localhost.", "LOCALHOST", "a.localhost",
        "%31%32%37.0.0.1", "①②⑦.0.0.1", "１２７.0.0.1", "127。0。0。1",
    ],
)  # fmt: skip
def test_an_address_inside_or_oddly_written_is_refused_before_anybody_is_asked(host: str) -> None:
    with pytest.raises(RefusedAddress) as caught:
        web_url(f"http://{host}/", NOBODY)
    assert caught.value.where == f"http://{host}/"


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("file:///etc/passwd", "`file:` is not an address on the web"),
        ("ftp://news.example/a", "`ftp:` is not"),
        ("gopher://news.example:70/", "`gopher:` is not"),
        ("javascript:alert(1)", "`javascript:` is not"),
        ("data:text/html,hello", "`data:` is not"),
        ("//news.example/a", "it does not begin with"),
        ("news.example", "it does not begin with"),
        ("http://ann:secret@news.example/", "it holds a user name or a password"),
        ("http://news.example\\@127.0.0.1/", "it holds a user name"),
        ("http:///a", "it names no host"),
        ("http://news example/", "no proper name of a host"),
        ("http://news.example:22/", "port 22 is not one for web pages"),
        ("http://news.example:6379/", "port 6379 is not"),
        ("http://news.example:99999/", "port 99999 is not"),
        ("http://news.example:0/", "port 0 is not"),
        ("http://news.example\n/", "no proper address"),
        ("http://[::1", "no proper address"),
        ("http://news.example/" + "a" * 9000, "more than 8,000 characters"),
    ],
)
def test_what_is_no_address_of_a_web_page_is_refused(url: str, wrong: str) -> None:
    with pytest.raises(RefusedAddress) as caught:
        web_url(url, NOBODY)
    assert wrong in caught.value.wrong


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("HTTP://News.Example:80/a/../b#part", "http://news.example/b"),
        ("https://news.example:8443/", "https://news.example:8443/"),
        ("https://bücher.example/über?q=ä", "https://xn--bcher-kva.example/%C3%BCber?q=%C3%A4"),
        ("https://93.184.215.14/", "https://93.184.215.14/"),
    ],
)
def test_the_address_of_a_page_is_brought_to_one_spelling(url: str, asked: str) -> None:
    assert str(web_url(url, NOBODY)) == asked


def test_a_host_that_is_named_with_its_port_is_allowed_there_only() -> None:
    allowed = frozenset({"127.0.0.1:4000", "[::1]:4000"})
    assert web_url("http://127.0.0.1:4000/", allowed).port == 4000
    assert web_url("http://[::1]:4000/", allowed).port == 4000
    with pytest.raises(RefusedAddress):
        web_url("http://127.0.0.1:4001/", allowed)
    with pytest.raises(RefusedAddress):
        web_url("http://127.0.0.2:4000/", allowed)


@pytest.mark.parametrize(
    "location",
    [
        "http://news.example/", "http://169.254.169.254/latest/", "//127.0.0.1/", "https://[::1]/", "file:///etc/passwd",
        "https://ann:secret@news.example/", "https://news.example:25/", "https://[::1",
    ],
)  # fmt: skip
def test_a_redirect_is_checked_like_a_first_address_and_never_leaves_https(location: str) -> None:
    start = web_url("https://news.example/a", NOBODY)
    with pytest.raises(RefusedAddress) as caught:
        next_url(start, location, NOBODY, "https://news.example/a")
    assert caught.value.where == "https://news.example/a"


def test_a_redirect_may_be_relative() -> None:
    start = web_url("https://news.example/a/b?c", NOBODY)
    assert str(next_url(start, "../d", NOBODY, "x")) == "https://news.example/d"
    assert str(next_url(start, "//www.news.example/é", NOBODY, "x")) == "https://www.news.example/%C3%A9"


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://", "http://[", "http://1"]))
def test_any_text_is_an_address_or_refused(text: str, scheme: str) -> None:
    try:
        url = web_url(scheme + text, NOBODY)
    except RefusedAddress:
        return
    assert url.scheme in ("http", "https")
    assert str(web_url(str(url), NOBODY)) == str(url)
