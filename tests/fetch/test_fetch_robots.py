"""Robots.txt is kept to as its standard (RFC 9309) says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import FetchFailed, InputTooLarge, RefusedAddress
from counterclaim.fetch.client import Client
from counterclaim.fetch.fetched import Fetched
from counterclaim.fetch.robots import Robots
from counterclaim.fetch.url import web_url
from tests.fetch.server import Serve, Server, moved, page, reply

URL = "https://news.example/politics/a?x=1"


class Site:
    """Answers for robots.txt and counts how often."""

    def __init__(self, body: bytes = b"", status: int = 200, error: Exception | None = None) -> None:
        self.body, self.status, self.error = body, status, error
        self.asked: list[str] = []

    def __call__(self, url: str) -> Fetched:
        self.asked.append(url)
        if self.error is not None:
            raise self.error
        return Fetched(url=url, requested=url, status=self.status, retrieved="", body=self.body)


def permits(site: Site, url: str = URL) -> bool:
    try:
        Robots(site, "Counterclaim", lambda: 0.0).permit(web_url(url, frozenset()), "asked")
    except RefusedAddress:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /sport", True),
        ("User-agent: *\nDisallow: /politics\nAllow: /politics/a", True),
        ("User-agent: *\nDisallow: /*?x=", False),
        ("User-agent: counterclaim\nDisallow: /\n\nUser-agent: *\nDisallow:", False),
        ("User-agent: Counterclaim\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: OtherBot\nDisallow: /", True),
        ("\ufeffUser-agent: *\r\nDisallow: /politics\r\n", False),
        ("<html>Not a robots.txt</html>", True),
    ],
)
def test_the_rules_of_a_site_decide(text: str, allowed: bool) -> None:
    assert permits(Site(text.encode())) is allowed


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_site_without_rules_may_be_fetched_from(status: int) -> None:
    assert permits(Site(b"User-agent: *\nDisallow: /", status))


@pytest.mark.parametrize(
    "site",
    [
        Site(status=429),
        Site(status=500),
        Site(status=503),
        Site(error=FetchFailed("x", "it does not answer", "Wait")),
        Site(error=InputTooLarge("x", "too large", "Wait")),
    ],
)
def test_a_site_whose_rules_cannot_be_had_may_not(site: Site) -> None:
    with pytest.raises(FetchFailed, match=r"robots\.txt of news\.example"):
        permits(site)


def test_a_site_inside_is_refused_as_such() -> None:
    assert not permits(Site(error=RefusedAddress("x", "it is inside", "No")))


def test_each_site_is_asked_once_a_day_and_again_soon_if_it_did_not_answer() -> None:
    now = 0.0
    site = Site(b"")
    robots = Robots(site, "Counterclaim", lambda: now)
    for url in (URL, "https://news.example/b", "https://news.example:443/c", "http://news.example/", URL):
        robots.permit(web_url(url, frozenset()), url)
    assert site.asked == ["https://news.example/robots.txt", "http://news.example/robots.txt"]
    now = 24 * 3600.0
    site.status = 503
    with pytest.raises(FetchFailed):
        robots.permit(web_url(URL, frozenset()), URL)
    now += 600
    site.status = 200
    robots.permit(web_url(URL, frozenset()), URL)
    assert len(site.asked) == 4


@pytest.mark.parametrize(
    ("stated", "seconds"), [("7", 7.0), ("0.5", 0.5), ("-3", 0.0), ("nan", 0.0), ("soon", 0.0), ("", 0.0)]
)
def test_the_pause_that_a_site_asks_for(stated: str, seconds: float) -> None:
    site = Site(f"User-agent: *\nCrawl-delay: {stated}\nDisallow: /x".encode())
    assert Robots(site, "Counterclaim", lambda: 0.0).delay(web_url(URL, frozenset())) == seconds


FIELDS = "User-agent: Disallow: Allow: Crawl-delay: Request-rate: Visit-time: Sitemap: Host:"
LINES = st.tuples(
    st.sampled_from(["", *FIELDS.split()]),
    st.text(max_size=20) | st.sampled_from(["*", "/*a*$", "%", "%zz", "$", "1/0", "0600-0845", "9" * 400]),
).map(" ".join)


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_no_robots_txt_is_an_accident(text: str) -> None:
    robots = Robots(Site(("User-agent: *\n" + text).encode("utf-8", "replace")), "Counterclaim", lambda: 0.0)
    assert robots.delay(web_url(URL, frozenset())) >= 0
    permits(Site(text.encode("utf-8", "replace")), "https://news.example/%zz?%")


def client(*servers: Server) -> Client:
    return Client(allowed_hosts=frozenset(server.host for server in servers), delay=0)


def test_rules_hold_behind_a_redirect_too(serve: Serve) -> None:
    other = serve({"/robots.txt": reply(b"User-agent: *\nDisallow: /closed"), "/closed": page()})
    server = serve({"/a": moved(f"{other.url}/closed")})
    with pytest.raises(RefusedAddress) as caught:
        client(server, other).polite_get(f"{server.url}/a")
    assert caught.value.where == f"{server.url}/a"
    assert other.asked == ["/robots.txt"]


def test_a_closed_page_is_not_asked_for_and_get_does_not_ask_for_rules(serve: Serve) -> None:
    server = serve({"/robots.txt": reply(b"User-agent: *\nDisallow: /"), "/a": page()})
    with pytest.raises(RefusedAddress):
        client(server).polite_get(f"{server.url}/a")
    assert server.asked == ["/robots.txt"]
    assert client(server).get(f"{server.url}/a").status == 200


def test_an_endless_robots_txt_closes_its_site(serve: Serve) -> None:
    server = serve({"/robots.txt": reply(b"Allow: /\n" * 100_000), "/a": page()})
    with pytest.raises(FetchFailed, match="more than 524,288 bytes"):
        client(server).polite_get(f"{server.url}/a")


def test_a_robots_txt_that_leads_inside_closes_its_site(serve: Serve) -> None:
    server = serve({"/robots.txt": moved("http://169.254.169.254/"), "/a": page()})
    with pytest.raises(RefusedAddress):
        client(server).polite_get(f"{server.url}/a")
    assert server.asked == ["/robots.txt"]
