"""Sitemaps: their pages are fetched from an address; a file of one names pages only."""

from __future__ import annotations

import contextlib
import gzip

import pytest
from fetch_fakes import FakeWeb, taken
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import EmptyInput, FetchFailed, MalformedRecord, NotText
from counterclaim.fetch import online
from counterclaim.fetch.inputs import input_captures
from counterclaim.fetch.sitemaps import Listed, parsed_sitemap
from tests.fuzz.seeds import PAGE, SITEMAP

HOME = "https://courier.example/"


def index(*urls: str) -> bytes:
    return b"<sitemapindex>%s</sitemapindex>" % b"".join(
        b"<sitemap><loc>%s</loc></sitemap>" % url.encode() for url in urls
    )


def urlset(*urls: str) -> bytes:
    return b"<urlset>%s</urlset>" % b"".join(b"<url><loc> %s\n</loc></url>" % url.encode() for url in urls)


def test_a_sitemap_names_pages_and_the_day_of_news():
    found = parsed_sitemap(SITEMAP, "sitemap")
    assert (found.is_index, found.listed) == (False, (Listed("https://courier.example/1", "2031-03-04"),))


def test_each_page_is_named_once_and_what_is_no_address_is_left_out():
    found = parsed_sitemap(urlset(f"{HOME}1", "file:///etc/passwd", f"{HOME}2", f"{HOME}1"), "sitemap")
    assert [page.url for page in found.listed] == [f"{HOME}1", f"{HOME}2"]


def test_a_broken_sitemap_keeps_what_stands_before_the_break():
    assert parsed_sitemap(urlset(f"{HOME}1", f"{HOME}2")[:-30] + b"<&", "sitemap").listed[0].url == f"{HOME}1"


@pytest.mark.parametrize("data", [b"<urlset/>", b"<urlset><url/></urlset>", b"<sitemapindex></sitemapindex>"])
def test_a_sitemap_without_a_page_is_empty(data):
    with pytest.raises(EmptyInput):
        parsed_sitemap(data, "sitemap")


def test_a_file_of_one_is_answered_with_what_to_do(tmp_path):
    for name, data in (("sitemap.xml", SITEMAP), ("sitemap.xml.gz", gzip.compress(SITEMAP))):
        (tmp_path / name).write_bytes(data)
        captures, (error,) = taken(tmp_path / name)
        assert captures == []
        assert type(error) is NotText
        assert "Give its address" in error.remedy


def test_an_address_of_an_index_gives_the_pages_of_its_sitemaps_in_order():
    web = FakeWeb()
    web.put(f"{HOME}all.xml", index(f"{HOME}a.xml", f"{HOME}b.xml.gz"), "text/xml")
    web.put(f"{HOME}a.xml", urlset(f"{HOME}1", f"{HOME}gone", f"{HOME}2"), "text/xml")
    web.put(f"{HOME}b.xml.gz", gzip.compress(urlset(f"{HOME}2", f"{HOME}3")), "application/gzip")
    for number in (1, 2, 3):
        web.put(f"{HOME}{number}", PAGE)
    found = list(input_captures([f"{HOME}all.xml"], client=lambda: web, published="2031-01-01"))
    assert [getattr(item, "url", type(item)) for item in found] == [
        f"{HOME}1",
        FetchFailed,
        f"{HOME}2",
        f"{HOME}3",
    ]
    assert found[0].default_published == "2031-01-01"


def test_sitemaps_that_name_each_other_end():
    web = FakeWeb()
    web.put(f"{HOME}a.xml", index(f"{HOME}b.xml", f"{HOME}a.xml"), "text/xml")
    web.put(f"{HOME}b.xml", index(f"{HOME}a.xml", f"{HOME}b.xml"), "text/xml")
    assert list(input_captures([f"{HOME}a.xml"], client=lambda: web)) == []
    assert web.asked == [f"{HOME}a.xml", f"{HOME}b.xml"]


def test_indexes_are_followed_so_deep_and_no_deeper():
    web = FakeWeb()
    for number in range(10):
        web.put(f"{HOME}{number}.xml", index(f"{HOME}{number + 1}.xml"), "text/xml")
    (error,) = input_captures([f"{HOME}0.xml"], client=lambda: web)
    assert error.where == f"{HOME}{online.DEPTH}.xml"
    assert len(web.asked) == online.DEPTH + 1


def test_so_many_sitemaps_are_fetched_and_no_more(monkeypatch):
    monkeypatch.setattr(online, "SITEMAPS", 3)
    web = FakeWeb()
    web.put(f"{HOME}all.xml", index(*(f"{HOME}{number}.xml" for number in range(50))), "text/xml")
    *missing, last = input_captures([f"{HOME}all.xml"], client=lambda: web)
    assert [type(error) for error in missing] == [FetchFailed] * 2
    assert "more than 3 sitemaps" in last.wrong


@given(st.binary(max_size=200))
def test_no_bytes_do_worse_than_an_error_that_says_so(data):
    for start in (b"", b"<urlset>", b"<?xml version='1.0' encoding='utf-16'?><urlset><url><loc>http://a/"):
        with contextlib.suppress(EmptyInput, MalformedRecord, NotText):
            assert parsed_sitemap(start + data, "sitemap").listed
