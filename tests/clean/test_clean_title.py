"""What an article is called, among all that its page says of itself."""

from __future__ import annotations

import json

import pytest

from counterclaim.clean.page import parse_page
from counterclaim.clean.title import page_title

HEADLINE = "Mayor says bridge is safe, but engineers see cracks"
OTHER = "Cracks in the bridge: what the engineers say"
URL = "https://www.harbourcourier.example/2031/03/bridge"


def title(
    *,
    own: str = "",
    stated: str | None = None,
    heading: str = "",
    outlet: str | None = None,
    ld: object = None,
) -> str | None:
    script = "" if ld is None else f'<script type="application/ld+json">{json.dumps(ld)}</script>'
    page = (
        f"<html><head><title>{own}</title>{script}</head><body><h1>{heading}</h1><p>Text.</p></body></html>"
    )
    return page_title(parse_page(page.encode(), "page.html"), stated, outlet, URL)


def article(headline: object, **more: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": headline, **more}


@pytest.mark.parametrize(
    "stated",
    [
        HEADLINE,
        f"{HEADLINE} | Harbour Courier",
        f"{HEADLINE} - Harbour Courier",
        f"{HEADLINE} — The Harbour Courier",
        f"{HEADLINE}_Harbour Courier",
        f"Harbour Courier | {HEADLINE}",
        f"Harbour Courier: the news - {HEADLINE} | Town | Harbour Courier",
    ],
)
def test_the_heading_without_the_outlet_s_name_is_the_title(stated):
    expected = HEADLINE if not stated.startswith("Harbour Courier:") else stated.rpartition(" | Harbour")[0]
    assert title(stated=stated, heading=HEADLINE, outlet="Harbour Courier") == expected


@pytest.mark.parametrize("name", ["Harbour Courier", "The Harbour Courier", "HarbourCourier"])
def test_the_outlet_s_name_goes_where_no_heading_says_the_title(name):
    assert title(own=f"{HEADLINE} - {name}", outlet=None) == HEADLINE
    assert title(own=f"{HEADLINE} - {name}", outlet="Harbour Courier") == HEADLINE


def test_another_name_behind_a_dash_stays():
    said = "Bridge was mined - ministry"
    assert title(own=said, outlet="Harbour Courier") == said


def test_metadata_that_are_the_same_on_every_page_are_not_the_title():
    said = "Harbour Courier: the news of the coast"
    assert title(stated=said, own=f"{HEADLINE} | Harbour Courier", heading=HEADLINE) == HEADLINE


def test_what_json_ld_and_the_page_s_title_agree_on_goes_first():
    assert (
        title(ld=article(HEADLINE), own=f"{HEADLINE} - Harbour Courier", stated=OTHER, heading=OTHER)
        == HEADLINE
    )


def test_json_ld_alone_does_not_outweigh_the_heading():
    assert title(ld=article(HEADLINE), own=f"{OTHER} - Harbour Courier", stated=OTHER, heading=OTHER) == OTHER


@pytest.mark.parametrize(
    "ld",
    [
        [article(HEADLINE)],
        {"@graph": [{"@type": "WebPage"}, article(HEADLINE)]},
        article(HEADLINE, **{"@type": ["Article", "Thing"]}),
        article("Mayor says bridge is safe, but engineers see cracks&nbsp;"),
    ],
)
def test_json_ld_may_stand_in_lists_and_graphs(ld):
    assert title(ld=ld, own=HEADLINE, heading=OTHER) == HEADLINE


@pytest.mark.parametrize(
    "ld",
    [
        article(None),
        article(7),
        article([HEADLINE]),
        {"@type": "VideoObject", "headline": HEADLINE},
        7,
        [[[[[[]]]]]],
    ],
)
def test_json_ld_that_is_no_article_s_headline_is_passed_over(ld):
    assert title(ld=ld, own=HEADLINE, heading=OTHER, stated=OTHER) == OTHER


def test_a_page_that_says_nothing_has_no_title():
    assert title() is None


def test_a_title_of_great_length_is_none():
    assert title(own="word " * 150, heading=HEADLINE) is None
